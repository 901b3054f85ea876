// What a procès-verbal states: of which contract, at which date, by which rules, what was found, and of which figures.
import { direOrigine } from "../../domain/contrat/origine";
import type { Avenant, Convention } from "../../contract/convention";
import { direMesures } from "../../domain/mesure";
import type { Dossier } from "../../domain/dossier";
import type { Verification } from "../../verification";
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
  /** What is executed, and of which taxes; null where the workbook does not say it. */
  readonly mesures: string | null;
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

/** A workbook that was read and verified. */
export interface Verifie {
  readonly verification: Verification;
  readonly dossier: Dossier;
}

/** All that a procès-verbal of it is about: figures, texts of fiches, reasons and what was decided of them, answers. */
export const chiffresDuClasseur = ({ verification, dossier }: Verifie): Chiffre[] => [
  ...chiffresVerifies(dossier),
  ...textesDesFiches(dossier),
  ...motifsDonnes(verification),
  ...reponsesDonnees(verification),
];

export function dresserProcesVerbal(
  { verification, dossier }: Verifie,
  versions: Versions,
  precedents: readonly Chiffre[] = [],
): ProcesVerbal {
  const { convention, avenants, asOf } = dossier;
  const chiffres = [...chiffresDuClasseur({ verification, dossier }), ...precedents];
  return {
    classeur: verification.workbook,
    situation: asOf,
    mesures: direMesures(dossier.mesures),
    convention,
    avenants,
    origine: direOrigine(dossier, verification.workbook),
    empreinteDuContrat: empreinteDuContrat(convention),
    versions,
    verification,
    comptes: compterParArticle(verification),
    chiffres,
    precedents,
    empreinte: empreinteDesChiffres(chiffres),
  };
}
