// What is said of money that was paid and not used: with what was decided of it, and of what was carried over and not used either.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import type { Known } from "../../domain/known";
import type { LigneDecision } from "../../domain/parts";
import { montantFromCentimes, subtractMontants, type Montant } from "../../domain/values/montant";
import { subjectOf, type Place } from "../../facts/ledger/places";
import { direRemedes } from "../../facts/ledger/remedes";
import { formatMontant } from "../../domain/words/format";
import {
  decisionsSur,
  direCeQuiReste,
  direReports,
  direSuites,
  reportUtilise,
  reportsVers,
  sommeDecidee,
  type Lieu,
} from "../../facts/ledger/suites";
import { HOLDS, type Report } from "../rule";
import type { meta } from "./meta";

type Judged = typeof HOLDS | (() => Report<typeof meta>);

interface Unused {
  /** What was paid, and what of it was executed. */
  readonly found: Montant;
  readonly expected: Montant;
  readonly lieu: Lieu;
  /** "Action 1 – 2024". */
  readonly place: string;
  readonly annee: number;
}

type Where = Pick<Report<typeof meta>, "subject" | "key" | "cells" | "fact">;

const over = (one: Montant, other: Montant): Montant => montantFromCentimes(Math.max(0, one - other));

/** `cumul` is what the closed years together leave unused, where it says more. */
export function judgeUnused(
  dossier: Dossier,
  { found, expected, lieu, place, annee }: Unused,
  where: Where,
  cumul: () => string,
): Judged {
  const unused = over(found, expected);
  const decisions = decisionsSur(dossier, lieu, annee);
  const decided = sommeDecidee(decisions);
  if (unused === 0 && decided === 0) return HOLDS;
  // A decision takes nothing off what is at stake: one party alone may have noted it.
  const said = { ...where, figures: { unit: "montant", found, expected }, enJeu: unused } as const;
  const suites = direCeQuiReste(dossier, lieu, { annee, unused, cumul: cumul() });
  if (decided < unused || decisions.length === 0)
    return () => ({ message: "non-utilise", ...said, data: { place, suites } });
  // What goes beyond the year's own money may be of what was carried over to it.
  const carried = sommeDecidee(reportsVers(dossier, lieu, annee));
  if (over(decided, unused) <= carried)
    return unused === 0 ? HOLDS : () => ({ message: "decide", ...said, data: { place, suites } });
  return () => ({
    message: "decide-autrement",
    ...said,
    cells: decisionCells(decisions, where.cells),
    data: { place, reste: formatMontant(unused), suites: direSuites(decisions) },
  });
}

const decisionCells = (
  decisions: readonly LigneDecision[],
  [first, ...others]: Where["cells"],
): readonly [CellRef, ...CellRef[]] => [first, ...others, ...decisions.map(({ cell }) => cell)];

interface Carried {
  readonly reports: readonly LigneDecision[];
  readonly verse: Known<Montant>;
  readonly etat: Known<Montant>;
  /** Where these two stand. */
  readonly cells: Where["cells"];
}

/** Null where what the year used is not known. */
export function judgeReport(dossier: Dossier, place: Place, { reports, verse, etat, cells }: Carried): Judged | null {
  const found = sommeDecidee(reports);
  const used = reportUtilise(found, verse, etat).value;
  if (used === null || verse.value === null || etat.value === null) return null;
  const { action, annee, nom } = place;
  const decided = sommeDecidee(decisionsSur(dossier, { action: action.numero }, annee));
  // What was decided in that year beyond its own money is of what was carried over to it.
  const settled = over(decided, over(verse.value, etat.value));
  if (subtractMontants(found, used) <= settled) return HOLDS;
  return () => ({
    message: "report-non-utilise",
    subject: subjectOf(place, "etat"),
    key: "report",
    cells: decisionCells(reports, cells),
    figures: { unit: "montant", found, expected: used },
    data: { place: nom, reports: direReports(reports), remedes: direRemedes(dossier.convention, annee) },
  });
}
