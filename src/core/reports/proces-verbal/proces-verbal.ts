// What a procès-verbal states: of which contract, at which date, by which rules, what was found, and of which figures.
import { direOrigine } from "../../domain/contrat/origine";
import type { Avenant, Convention } from "../../contract/convention";
import type { Dossier } from "../../domain/dossier";
import type { BeyondCalculation, Verification } from "../../verification";
import { chiffresVerifies, type Chiffre } from "./chiffres";
import { motifsDonnes, reponsesDonnees, textesDesFiches } from "./textes";
import { compterParArticle, type CompteArticle } from "./comptes";
import { empreinteDesChiffres, empreinteDuContrat } from "./empreinte";

/** The versions of the product and of the rules that made the procès-verbal. */
export interface Versions {
  readonly produit: string;
  readonly regles: string;
}

export interface ProcesVerbal {
  /** File name, without folder. */
  readonly classeur: string;
  /** ISO date. */
  readonly situation: string;
  /** In force at that date, its avenants applied. */
  readonly convention: Convention;
  readonly avenants: readonly Avenant[];
  /** What a definition that was drawn from a workbook does not prove, in a French sentence; null where it was not. */
  readonly origine: string | null;
  readonly empreinteDuContrat: string;
  readonly versions: Versions;
  readonly verification: Verification;
  readonly comptes: readonly CompteArticle[];
  readonly chiffres: readonly Chiffre[];
  /** Those of before, which are among its figures. */
  readonly precedents: readonly Chiffre[];
  readonly empreinte: string;
}

export function dresserProcesVerbal(
  { verification, dossier }: { readonly verification: Verification; readonly dossier: Dossier },
  beyond: readonly BeyondCalculation[],
  versions: Versions,
  precedents: readonly Chiffre[] = [],
): ProcesVerbal {
  const { convention, avenants, asOf } = dossier;
  const chiffres = [
    ...chiffresVerifies(dossier),
    ...textesDesFiches(dossier),
    ...motifsDonnes(verification),
    ...reponsesDonnees(verification),
    ...precedents,
  ];
  return {
    classeur: verification.workbook,
    situation: asOf,
    convention,
    avenants,
    origine: direOrigine(dossier, verification.workbook),
    empreinteDuContrat: empreinteDuContrat(convention),
    versions,
    verification,
    comptes: compterParArticle(verification, beyond),
    chiffres,
    precedents,
    empreinte: empreinteDesChiffres(chiffres),
  };
}
