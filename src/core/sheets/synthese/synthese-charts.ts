// The charts of « Synthèse par axe »: each year against the contract, and the rate of execution, over the cells of its tables.
import { NBSP } from "../../domain/words/format";
import type { ChartPlan, ChartSeries, GridRange } from "xlsx-model/plan";
import { chartName } from "../parts/marks";
import { FORMATS } from "../parts/sheet-style";
import { COLUMN } from "./synthese-rows";

/** The rows of the axes in one year, without its total. */
export interface YearRows {
  readonly annee: number;
  /** For the legend: the year and what is to be known of it. */
  readonly nom: string;
  readonly top: number;
  readonly bottom: number;
  /** False where a figure is not calculable: its column is missing, and not low. */
  readonly isComplete: boolean;
}

/** Dark beside light, and outlined: still told apart in black and white. */
const COLORS = { etat: "#1B365D", collectivite: "#BFD0E6", contrat: "#D9480F" } as const;
const YEAR_COLORS = ["#1B365D", "#BFD0E6", "#6B8FBF", "#FFFFFF"] as const;

const LACKING = " (sans les parts non calculables)";

type Unplaced = Omit<ChartPlan, "place">;

function column({ top, bottom }: YearRows, which: keyof typeof COLUMN): GridRange {
  return { top, bottom, left: COLUMN[which], right: COLUMN[which] };
}

export function partsChart(rows: YearRows, designation: string): Unplaced {
  const series = (name: string, which: keyof typeof COLORS, kind: ChartSeries["kind"]): ChartSeries => ({
    name,
    values: column(rows, which),
    color: COLORS[which],
    kind,
  });
  return {
    name: chartName(`parts_${rows.annee}`),
    title: `${rows.annee}${NBSP}: parts État et ${designation} par axe${rows.isComplete ? "" : LACKING}`,
    isStacked: false,
    categories: column(rows, "axe"),
    series: [
      series("État", "etat", "columns"),
      series(designation, "collectivite", "columns"),
      series("État au contrat", "contrat", "marks"),
    ],
    valueFormat: FORMATS.roundEuros,
    minimum: 0,
  };
}

/** At least one year; the axes are in the same order in each. */
export function executionChart(years: readonly [YearRows, ...YearRows[]]): Unplaced {
  return {
    name: chartName("execution"),
    title: "Taux d’exécution par axe (total exécuté / total au contrat)",
    isStacked: false,
    categories: column(years[0], "axe"),
    series: years.map((rows, index): ChartSeries => ({
      name: rows.nom,
      values: column(rows, "part"),
      color: YEAR_COLORS[index % YEAR_COLORS.length] ?? COLORS.etat,
      kind: "columns",
    })),
    valueFormat: FORMATS.roundPart,
    minimum: 0,
  };
}
