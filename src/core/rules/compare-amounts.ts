// Compares every amount of the tables, each in the way of the rule that asks.
import type { Dossier, MontantLu } from "../domain/dossier";
import type { Montant } from "../domain/values/montant";
import type { Lecture } from "../facts/lecture";
import { amountCells, type CelluleSituee } from "../facts/lines/amount-cells";
import { HOLDS, notComparable, type Asked, type Outcome, type RuleMeta } from "./rule";

export function compareAmounts<Meta extends RuleMeta>(
  dossier: Dossier,
  asked: Asked<Meta>,
  judge: (cellule: CelluleSituee, lecture: Lecture) => Outcome<Meta>,
): void {
  const all = amountCells(dossier);
  asked.compareEach(all, (cellule) => cellule.situate().place, judge);
  if (all.length === 0) asked.nothing("Les tableaux ne portent aucun montant.");
}

/** Compares each amount that can be read. */
export function compareReadAmounts<Meta extends RuleMeta>(
  dossier: Dossier,
  asked: Asked<Meta>,
  judge: (montant: Montant, cellule: CelluleSituee, lu: MontantLu) => Outcome<Meta>,
): void {
  compareAmounts(dossier, asked, (cellule, lecture) => {
    const lu = lecture.montant(cellule.cell);
    if (lu.reason === "unreadable") return notComparable(`${cellule.situate().place} : le montant est illisible.`);
    return lu.value === null ? HOLDS : judge(lu.value, cellule, lu);
  });
}
