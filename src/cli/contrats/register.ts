// A folder of definitions as a register: each contract with its parties, its years and its fingerprint, and which one a workbook is of.
import type { Convention } from "../../core/contract/convention";
import { questionsOuvertes } from "../../core/contract/definition/questions";
import { estMemeContrat, trouverContrat } from "../../core/contract/signed/meme-contrat";
import { empreinteCourte, empreinteDuSigne } from "../../core/contract/signed/sceau";
import { recogniseContrat, type Contrats } from "../../core/reading/contrat/recognise-contrat";
import { situate } from "../../core/situation/situation";
import type { RawWorkbook } from "../../core/workbook-port";

export interface Inscrit {
  readonly fichier: string;
  readonly id: string;
  readonly parties: readonly string[];
  readonly annees: readonly number[];
  readonly actions: number;
  /** As it is printed where the parties sign. */
  readonly empreinte: string;
  /** Questions that are open. */
  readonly questions: number;
  /** The file of another definition of the same contract; null where it is the only one. */
  readonly double: string | null;
}

export interface ClasseurReconnu {
  readonly classeur: string;
  /** Identifiers: one where it is clear, several where somebody has to tell, none where it is no known contract's. */
  readonly contrats: readonly string[];
  readonly sceau: "absent" | "inchange" | "autre" | "rompu";
}

export type Definition = readonly [fichier: string, convention: Convention];

export const inscrire = (definitions: readonly Definition[]): readonly Inscrit[] =>
  definitions.map(([fichier, convention], rank) => {
    const { id, etat, collectivite, signataires = [], annees, actions } = convention;
    const twin = definitions.find(([, other], at) => at !== rank && estMemeContrat(other, convention));
    return {
      fichier,
      id,
      parties: [etat.nom, collectivite.nom, ...signataires.map(({ nom }) => nom)],
      annees: annees.map(({ annee }) => annee),
      actions: actions.length,
      empreinte: empreinteCourte(empreinteDuSigne(convention)),
      questions: questionsOuvertes(convention).length,
      double: twin?.[0] ?? null,
    };
  });

/** By its seal, else by its sheet « Contrat », else by its actions and its amounts. */
export function reconnaitre(raw: RawWorkbook, classeur: string, contrats: Contrats, asOf: string): ClasseurReconnu {
  const { etat, contrat } = situate(raw, contrats, asOf);
  const { debut, fin, sceau, collectivite: nom } = contrat;
  if (etat === "a-confirmer") {
    const { candidats, convention } = recogniseContrat(raw, contrats);
    const ids = candidats.length > 0 ? candidats.map((each) => each.convention.id) : [convention.id];
    return { classeur, contrats: ids, sceau: sceau?.etat ?? "absent" };
  }
  const known = "connus" in contrats ? contrats.connus : "actions" in contrats ? [contrats] : contrats;
  const own = trouverContrat(
    { id: "", collectivite: { nom } as Convention["collectivite"], periode: { debut, fin } },
    known,
  );
  const isSame = sceau?.etat !== "inchange" || !own || sceau.empreinte === empreinteCourte(empreinteDuSigne(own));
  return {
    classeur,
    contrats: etat === "contrat" && own ? [own.id] : [],
    sceau: isSame ? (sceau?.etat ?? "absent") : "autre",
  };
}
