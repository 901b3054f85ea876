// The achieved values of the indicators: which are due, and where a table shows them.
import type { Action, Convention } from "../../contract/convention";
import type { TableauIndicateurs } from "../../domain/dossier";
import type { FigureFact, IndicatorRow } from "../fact";
import { contractTarget, nameIndicateur, nameIndicatorRows } from "./indicator-lines";
import { foldLabel } from "../../domain/words/label";

/** Whether the table has achieved columns; says so when it has none. */
export function hasAchieved(table: TableauIndicateurs, notCheckable: (reason: string) => void): boolean {
  if (table.anneesRealisees.length > 0) return true;
  notCheckable("Aucune colonne de réalisé n’a été reconnue dans le tableau des indicateurs.");
  return false;
}

/** Years with an achieved column. */
export function achievedYears({ anneesRealisees }: TableauIndicateurs): ReadonlySet<number> {
  return new Set(anneesRealisees.map(({ annee }) => annee));
}

/** The rows of the contract's indicators, by year: those with a target, given or left to be set, of an action that runs. */
export function dueRows(convention: Convention, table: TableauIndicateurs): (annee: number) => readonly IndicatorRow[] {
  const actions = new Map(convention.actions.map((action) => [action.numero, action]));
  const rows = nameIndicatorRows(convention, table);
  return (annee) =>
    rows.filter(({ indicateur, place }) => {
      const action = place.action === undefined ? undefined : actions.get(place.action);
      return indicateur && action && contractTarget(indicateur, annee) !== null && runs(action, annee);
    });
}

const runs = (action: Action, annee: number): boolean => action.montants.some((montants) => montants.annee === annee);

/** The names of the contract's indicators that are due in a year and have no row. */
export function absentIndicators(convention: Convention, table: TableauIndicateurs, annee: number): readonly string[] {
  const present = new Set(nameIndicatorRows(convention, table).map(({ indicateur }) => indicateur));
  return convention.actions.flatMap((action) =>
    action.indicateurs
      .filter((indicateur) => !present.has(indicateur) && runs(action, annee))
      .filter((indicateur) => contractTarget(indicateur, annee) !== null)
      .map((indicateur) => nameIndicateur(action, indicateur)),
  );
}

/** Null where the row has no such cell, or an empty one. */
export function givenAchieved(row: IndicatorRow, annee: number): FigureFact | null {
  const fact = row.at("achieved", annee);
  return fact && fact.known.reason !== "missing" ? fact : null;
}

/** The rows of each national indicator of the contract, in the contract's order. */
export function nationalRows(
  convention: Convention,
  table: TableauIndicateurs,
): readonly { readonly intitule: string; readonly rows: readonly IndicatorRow[] }[] {
  // Most contracts name none: nothing is looked for then.
  if (convention.indicateursNationaux.length === 0) return [];
  const byLabel = new Map<string, IndicatorRow[]>();
  for (const row of nameIndicatorRows(convention, table)) {
    const label = foldLabel(row.label.text);
    const rows = byLabel.get(label);
    if (rows) rows.push(row);
    else byLabel.set(label, [row]);
  }
  return convention.indicateursNationaux.map((intitule) => ({
    intitule,
    rows: byLabel.get(foldLabel(intitule)) ?? [],
  }));
}
