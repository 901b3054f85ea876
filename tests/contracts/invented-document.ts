// What a signed contract that nobody signed is made of, and what is to be read of it.
import type { SignedDocument } from "../../src/core/drafting/signed-document";

export type Ligne = string | readonly (readonly string[])[];

/** A sentence a paragraph, rows of cells a table. */
export function documentOf(lignes: readonly Ligne[]): SignedDocument {
  let tables = 0;
  return {
    name: "contrat.docx",
    blocs: lignes.map((ligne, index) => {
      if (typeof ligne === "string") return { kind: "paragraphe", texte: ligne, lieu: `paragraphe ${index + 1}` };
      tables += 1;
      return { kind: "tableau", lignes: ligne, lieu: `tableau ${tables}` };
    }),
  };
}

/** As a plain text: tabs between the cells of a row. */
export const textOf = (lignes: readonly Ligne[]): string =>
  lignes.map((ligne) => (typeof ligne === "string" ? ligne : ligne.map((row) => row.join("\t")).join("\n"))).join("\n");

export interface Attendu {
  readonly nom: string;
  readonly designation: string;
  readonly etat: readonly string[];
  readonly periode: readonly [string, string];
  readonly annees: readonly number[];
  readonly credits: readonly (readonly [montant: number, statut: "ferme" | "provisionnel"])[];
  /** Of the first year, by axe; null where the contract gives none. */
  readonly repartition: readonly (readonly [axe: number, montant: number])[] | null;
  readonly seuil: number;
  readonly programme: string;
  readonly codes: readonly (readonly [code: string, axe: number, montant: number])[];
  readonly iban: string;
  readonly signeLe: string;
  readonly rapport: string;
  readonly denonciation: string;
  readonly signataires?: readonly string[];
  /** Of each action, the State's part of the first year and the other party's. */
  readonly montants: readonly (readonly [etat: number, collectivite: number])[];
}

export interface Invente {
  readonly lignes: readonly Ligne[];
  readonly attendu: Attendu;
}

export const IBAN = "FR14 2004 1010 0505 0001 3M02 606";
export const compte: readonly string[] = ["RIB : 20041 01005 0500013M026 06", `IBAN : ${IBAN}`, "BIC : PSSTFRPPLIL"];

/** "1 État 2024": the years above the two parties and their total. */
export function budget(annees: readonly string[], local: string, rows: readonly (readonly string[])[]): Ligne {
  return [
    ["Actions", ...annees.flatMap((annee) => [annee, "", ""])],
    ["", ...annees.flatMap(() => ["État", local, "Total"])],
    ...rows.map((row) => [...row, ...Array.from({ length: 1 + annees.length * 3 - row.length }, () => "")]),
  ];
}

/** The same parts each year, but for the State's envelope of the first. */
export const every = (label: string, count: number, ...parts: readonly [string, string, string]): readonly string[] => [
  label,
  ...Array.from({ length: count }, () => parts).flat(),
];

export const tablesOf = (lignes: readonly Ligne[]): readonly (readonly (readonly string[])[])[] =>
  lignes.filter((ligne) => typeof ligne !== "string");
