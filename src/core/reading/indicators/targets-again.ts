// A table of what was achieved in a year says its targets again, beside the one of all the years: they are read once.
import { figureAt } from "../../domain/amounts";
import type { CellRef } from "xlsx-model/cell-ref";
import type { LigneIndicateur, TableauIndicateurs, ValeurCell } from "../../domain/dossier";
import { namesTheContract, type SheetParts } from "../gather-tables";

const yearsOf = (years: TableauIndicateurs["annees"]): ReadonlySet<number> => new Set(years.map(({ annee }) => annee));

/** Whether `whole` is the table of the targets, of which `report` says some years again beside what was achieved. */
function saysAgain(report: TableauIndicateurs, whole: TableauIndicateurs): boolean {
  const [targets, achieved] = [yearsOf(report.annees), yearsOf(report.anneesRealisees)];
  const [all, known] = [yearsOf(whole.annees), yearsOf(whole.anneesRealisees)];
  const actions = new Set(whole.lignesAction.map(({ action }) => action));
  return (
    targets.size > 0 &&
    targets.size < all.size &&
    [...targets].every((annee) => achieved.has(annee) && all.has(annee)) &&
    [...achieved].every((annee) => !known.has(annee)) &&
    report.lignesAction.every(({ action }) => actions.has(action))
  );
}

function isSame(one: ValeurCell, other: ValeurCell | undefined): boolean {
  // "nd" is said, an empty cell says nothing.
  if (one.known.reason === "missing" && one.text.trim() === "") return true;
  if (one.known.reason === "missing") return other?.known.reason === "missing";
  if (one.known.reason === null) return other?.known.reason === null && other.known.value === one.known.value;
  return other?.known.reason === one.known.reason && other.text === one.text;
}

/** Without what the whole says too; what it says otherwise is named. */
function withoutTargets(report: TableauIndicateurs, whole: TableauIndicateurs): TableauIndicateurs {
  const rows = new Map(whole.lignesIndicateur.map((ligne) => [ligne.indicateur, ligne]));
  const redites: CellRef[] = [...(report.redites ?? [])];
  const strip = (ligne: LigneIndicateur): LigneIndicateur => {
    const own = ligne.indicateur ? rows.get(ligne.indicateur) : undefined;
    const figures = ligne.figures.filter(({ nature, year, cell }) => {
      const said = own && figureAt(own.figures, nature, year);
      // The initial situation may stand here only.
      if (nature === "achieved" || (nature === "t0" && !said)) return true;
      if (!isSame(cell, said)) redites.push(cell.ref);
      return false;
    });
    return { ...ligne, figures };
  };
  const lignesIndicateur = report.lignesIndicateur.map(strip);
  return { ...report, annees: [], lignesIndicateur, ...(redites.length > 0 && { redites }) };
}

export function readTargetsOnce(
  sheets: readonly SheetParts<TableauIndicateurs>[],
): readonly SheetParts<TableauIndicateurs>[] {
  const tables = sheets.flatMap(({ parts }) => parts.map(({ table }) => table)).filter(namesTheContract);
  return sheets.map((sheet) => ({
    ...sheet,
    parts: sheet.parts.map((part) => {
      const [whole, ...others] = tables.filter((other) => other !== part.table && saysAgain(part.table, other));
      return whole && others.length === 0 ? { ...part, table: withoutTargets(part.table, whole) } : part;
    }),
  }));
}
