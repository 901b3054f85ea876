// The achieved values of the indicators: which are due, and where a table shows them.
import type { Action, Convention } from "../../contract/convention";
import type { LigneIndicateur, TableauIndicateurs, ValeurCell } from "../../domain/dossier";
import { contractTarget, nameIndicateur, nameIndicatorRows, type IndicateurNomme } from "./indicator-lines";
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
export function dueRows(
  convention: Convention,
  table: TableauIndicateurs,
): (annee: number) => readonly IndicateurNomme[] {
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
export function givenAchieved({ realises }: LigneIndicateur, annee: number): ValeurCell | null {
  const cell = realises.get(annee);
  return cell && cell.lu.kind !== "missing" ? cell : null;
}

/** The rows of each national indicator of the contract, in the contract's order. */
export function nationalRows(
  convention: Convention,
  table: TableauIndicateurs,
): readonly { readonly intitule: string; readonly lignes: readonly LigneIndicateur[] }[] {
  // Most contracts name none: nothing is looked for then.
  if (convention.indicateursNationaux.length === 0) return [];
  const byLabel = new Map<string, LigneIndicateur[]>();
  for (const ligne of table.lignesIndicateur) {
    const label = foldLabel(ligne.label.text);
    const lignes = byLabel.get(label);
    if (lignes) lignes.push(ligne);
    else byLabel.set(label, [ligne]);
  }
  return convention.indicateursNationaux.map((intitule) => ({
    intitule,
    lignes: byLabel.get(foldLabel(intitule)) ?? [],
  }));
}
