// What the cells say as comparisons read them: as they stand, or as they would read once one of them is corrected.
import { known, notKnown, type Known } from "../domain/known";
import type { MontantCell, MontantLu, ValeurCell, ValeurLue } from "../domain/dossier";
import type { AmountFact } from "./fact";
import type { Group } from "./groups";
import { addMontants, montantFromCentimes, ZERO, type Montant } from "../domain/values/montant";
import { remember } from "../domain/remember";

export interface Lecture {
  montant(cell: MontantCell): MontantLu;
  valeur(cell: ValeurCell): ValeurLue;
  /** Missing amounts add nothing; every row counts, repeated and unknown actions too. */
  somme(group: Group): Known<Montant>;
}

/** What a sum gets from the cell: nothing from one without an amount that can be read. */
export const shownIn = ({ known: shown }: MontantCell): Montant => shown.value ?? ZERO;

const unreadableFacts = (facts: readonly AmountFact[]): readonly AmountFact[] =>
  facts.filter(({ known: { reason } }) => reason === "unreadable");

/** The rows whose amounts keep a sum from being known. */
export const namesUnreadable = ({ facts }: { readonly facts: readonly AmountFact[] }): readonly string[] =>
  unreadableFacts(facts).map(({ row }) => row.ligne.nom);

export function sumOfFacts(facts: readonly AmountFact[]): Known<Montant> {
  const unreadable = unreadableFacts(facts);
  if (unreadable.length > 0) {
    return notKnown(
      "unreadable",
      unreadable.map(({ cell }) => cell.ref),
    );
  }
  let centimes = 0;
  for (const { known: shown } of facts) centimes += shown.value ?? 0;
  return known(montantFromCentimes(centimes));
}

const sommeDe = remember(({ facts }: Group) => sumOfFacts(facts));

/** The workbook as it stands. */
export const TELLE_QUELLE: Lecture = {
  montant: (cell) => cell.known,
  valeur: (cell) => cell.known,
  somme: sommeDe,
};

/** What cells say together: missing where all of them are, unreadable where one of them is, else their sum. */
export function readTogether(lecture: Lecture, cells: readonly MontantCell[]): Known<Montant> {
  if (cells.length === 0) return notKnown("no-column");
  const read = cells.map((cell) => lecture.montant(cell));
  const unreadable = read.filter(({ reason }) => reason === "unreadable");
  const refs = (shown: readonly MontantLu[]) => shown.flatMap((each) => each.cells);
  if (unreadable.length > 0) return notKnown("unreadable", refs(unreadable));
  const montants = read.flatMap(({ value }) => value ?? []);
  return montants.length === 0 ? notKnown("missing", refs(read)) : known(addMontants(...montants), refs(read));
}
