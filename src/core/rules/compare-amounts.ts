// Every amount that the tables hold, each compared in the rule's own way.
import type { Dossier, MontantLu } from "../domain/dossier";
import type { Lecture } from "../facts/lecture";
import { amountCells, type CellulesSituees, type Situee } from "../facts/lines/amount-cells";
import { HOLDS, notComparable, type Asked, type Outcome, type RuleMeta } from "./rule";

/** `situees` says where the cell stands, once something is told of it. */
export function compareAmounts<Meta extends RuleMeta>(
  dossier: Dossier,
  asked: Asked<Meta>,
  judge: (cellule: Situee, situees: CellulesSituees, lecture: Lecture) => Outcome<Meta>,
): void {
  const all = amountCells(dossier);
  for (const situees of all) {
    asked.compareEach(
      situees.cellules,
      (cellule) => situees.situate(cellule).place,
      (cellule, lecture) => judge(cellule, situees, lecture),
    );
  }
  if (all.length === 0) asked.nothing("Les tableaux ne portent aucun montant.");
}

type Lu = Extract<MontantLu, { readonly kind: "montant" }>;

/** Those that can be read. */
export function compareReadAmounts<Meta extends RuleMeta>(
  dossier: Dossier,
  asked: Asked<Meta>,
  judge: (lu: Lu, cellule: Situee, situees: CellulesSituees) => Outcome<Meta>,
): void {
  compareAmounts(dossier, asked, (cellule, situees, lecture) => {
    const lu = lecture.montant(cellule.cell);
    if (lu.kind === "unreadable") return notComparable(`${situees.situate(cellule).place} : le montant est illisible.`);
    return lu.kind === "missing" ? HOLDS : judge(lu, cellule, situees);
  });
}
