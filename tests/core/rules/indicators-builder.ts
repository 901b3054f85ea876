// Builds the table of indicators of a dossier: the annex's, and what differs from it.
import type { ShownFigure } from "../../../src/core/domain/amounts";
import type { Action, Convention, Indicateur } from "../../../src/core/contract/convention";
import type { Cell, LigneIndicateur, TableauIndicateurs } from "../../../src/core/domain/dossier";
import { valeurLue, type Saisie } from "./saisie";
import { cellsOf, labelsOf } from "./table-cells";

export interface IndicatorRow {
  readonly action: Action | null;
  readonly actionLabel: string;
  readonly indicateur: Indicateur | null;
  readonly label: string;
}

export interface IndicatorsDescription {
  readonly rows?: (rows: readonly IndicatorRow[]) => readonly IndicatorRow[];
  readonly cells?: Readonly<Record<string, Saisie>>;
  readonly annees?: readonly number[];
  /** One sheet per year: the years in which the row of that label cell does not stand. */
  readonly annuel?: Readonly<Record<string, readonly number[]>>;
  /** Years with an achieved column, after the targets; the target by default, else 1. */
  readonly realises?: readonly number[];
}

/** Headings in row 1; action, indicator, T0, a target for each year, achieved values; an action's label on its first row. */
export function buildIndicators(convention: Convention, description: IndicatorsDescription): TableauIndicateurs {
  const sheet = "Indicateurs";
  const annex = convention.actions.flatMap((action) =>
    action.indicateurs.map((indicateur): IndicatorRow => ({
      action,
      actionLabel: `Action n°${action.numero} - ${action.intitule}`,
      indicateur,
      label: indicateur.intitule,
    })),
  );
  const rows = (description.rows ?? ((same) => same))(annex);
  const years = description.annees ?? convention.annees.map(({ annee }) => annee);
  const achieved = description.realises ?? [];
  const overrides = description.cells ?? {};
  const cellAt = cellsOf(sheet, overrides, valeurLue);
  const lignesAction: { label: Cell; action: Action | null }[] = [];
  const lignesIndicateur = rows.map((row, index): LigneIndicateur => {
    const line = index + 1;
    if (lignesAction.at(-1)?.label.text !== row.actionLabel) {
      const label = { ref: { sheet, row: line, column: 0 }, text: row.actionLabel, formula: null };
      lignesAction.push({ label, ...labelsOf(label, years, description.annuel), action: row.action });
    }
    const target = (annee: number): Saisie =>
      row.indicateur?.cibles.find((cible) => cible.annee === annee)?.valeur ?? null;
    const reached = (annee: number): Saisie => {
      const value = target(annee);
      return typeof value === "number" ? value : 1;
    };
    const label = { ref: { sheet, row: line, column: 1 }, text: row.label, formula: null };
    return {
      label,
      ...labelsOf(label, years, description.annuel),
      indicateur: row.indicateur,
      ligneAction: lignesAction.length - 1,
      figures: [
        { year: null, nature: "t0", cell: cellAt(line, 2, row.indicateur?.t0 ?? null) },
        ...years.map((year, column): ShownFigure => {
          return { year, nature: "target", cell: cellAt(line, 3 + column, target(year)) };
        }),
        ...achieved.map((year, column): ShownFigure => {
          return { year, nature: "achieved", cell: cellAt(line, 3 + years.length + column, reached(year)) };
        }),
      ],
    };
  });
  return {
    range: { sheet, top: 0, left: 0, bottom: rows.length, right: 2 + years.length + achieved.length },
    heading: { sheet, row: 0, column: 0 },
    annees: years.map((annee, index) => ({ annee, heading: { sheet, row: 0, column: 3 + index } })),
    anneesRealisees: achieved.map((annee, index) => ({
      annee,
      heading: { sheet, row: 0, column: 3 + years.length + index },
    })),
    lignesAction,
    lignesIndicateur,
    lignesIgnorees: [],
  };
}
