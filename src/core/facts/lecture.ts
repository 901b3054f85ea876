// What the cells say as comparisons read them: as they stand, or as they would read once one of them is corrected.
import { known, notKnown, type Known } from "../domain/known";
import type { MontantCell, MontantLu, ValeurCell, ValeurLue } from "../domain/dossier";
import type { AmountFact } from "./fact";
import type { Group } from "./groups";
import { addMontants, montantFromCentimes, ZERO, type Montant } from "../domain/values/montant";
import { remember } from "../domain/remember";

export type Somme =
  | { readonly kind: "montant"; readonly montant: Montant }
  /** Names of the rows whose amount is unreadable. */
  | { readonly kind: "unreadable"; readonly noms: readonly string[] };

export interface Lecture {
  montant(cell: MontantCell): MontantLu;
  valeur(cell: ValeurCell): ValeurLue;
  /** Missing amounts add nothing; every row counts, repeated and unknown actions too. */
  somme(group: Group): Somme;
}

/** What a sum gets from the cell: nothing from one without an amount that can be read. */
export const shownIn = ({ lu }: MontantCell): Montant => (lu.kind === "montant" ? lu.montant : ZERO);

export function sumOfFacts(facts: readonly AmountFact[]): Somme {
  let centimes = 0;
  const noms: string[] = [];
  for (const { known, row } of facts) {
    if (known.reason === "unreadable") noms.push(row.ligne.nom);
    else centimes += known.value ?? 0;
  }
  return noms.length > 0 ? { kind: "unreadable", noms } : { kind: "montant", montant: montantFromCentimes(centimes) };
}

const sommeDe = remember(({ facts }: Group) => sumOfFacts(facts));

/** The workbook as it stands. */
export const TELLE_QUELLE: Lecture = {
  montant: ({ lu }) => lu,
  valeur: ({ lu }) => lu,
  somme: sommeDe,
};

/** What cells say together: missing where all of them are, unreadable where one of them is, else their sum. */
export function readTogether(lecture: Lecture, cells: readonly MontantCell[]): Known<Montant> {
  if (cells.length === 0) return notKnown("no-column");
  const read = cells.map((cell) => ({ ref: cell.ref, lu: lecture.montant(cell) }));
  const refsOf = (kind: MontantLu["kind"]) => read.flatMap(({ ref, lu }) => (lu.kind === kind ? ref : []));
  const unreadable = refsOf("unreadable");
  if (unreadable.length > 0) return notKnown("unreadable", unreadable);
  const refs = cells.map(({ ref }) => ref);
  const montants = read.flatMap(({ lu }) => (lu.kind === "montant" ? lu.montant : []));
  return montants.length === 0 ? notKnown("missing", refs) : known(addMontants(...montants), refs);
}

const MISSING = { kind: "missing" } as const;

/** One amount that stands in several cells, such as an action on several rows: their sum, missing where all of them are. */
export function lireEnsemble(lecture: Lecture, cells: readonly MontantCell[]): MontantLu {
  const first = cells[0];
  if (!first) return MISSING;
  if (cells.length === 1) return lecture.montant(first);
  let sum: Montant | null = null;
  for (const each of cells.map((cell) => lecture.montant(cell))) {
    if (each.kind === "unreadable") return each;
    if (each.kind === "montant") sum = sum === null ? each.montant : addMontants(sum, each.montant);
  }
  return sum === null ? MISSING : { kind: "montant", montant: sum, source: "number", unit: null };
}
