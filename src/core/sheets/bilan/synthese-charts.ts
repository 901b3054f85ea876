// The charts of « Bilan par axe », and the columns of the table that they follow.
import type { ChartPlan, GridRange } from "xlsx-model/plan";
import { chartName } from "../parts/marks";

export const COLUMN = {
  axe: 0,
  intitule: 1,
  contract: 2,
  etat: 3,
  collectivite: 4,
  total: 5,
  rate: 6,
  rest: 7,
  attendus: 8,
  renseignes: 9,
  atteints: 10,
  sousLeSeuil: 11,
} as const;

const COLORS = {
  etat: "#1B365D",
  collectivite: "#8FB3D9",
  contract: "#B3401F",
  attendus: "#C5CCD6",
  atteints: "#2F6B3B",
};

interface ChartRows {
  readonly top: number;
  readonly bottom: number;
  readonly place: { readonly top: number; readonly bottom: number };
}

export function composeCharts(
  { top, bottom, place }: ChartRows,
  designation: string,
  isComplete: boolean,
): readonly ChartPlan[] {
  const column = (key: keyof typeof COLUMN): GridRange => ({ top, bottom, left: COLUMN[key], right: COLUMN[key] });
  return [
    {
      name: chartName("bilan_montants"),
      // A column that lacks a part would pass for a low one.
      title: isComplete
        ? "Exécuté par axe, au regard du contractualisé"
        : "Exécuté par axe (sans les parts non calculables), au regard du contractualisé",
      isStacked: true,
      categories: column("axe"),
      series: [
        { name: "Exécuté État", values: column("etat"), color: COLORS.etat, kind: "columns" },
        { name: `Exécuté ${designation}`, values: column("collectivite"), color: COLORS.collectivite, kind: "columns" },
        { name: "Contractualisé", values: column("contract"), color: COLORS.contract, kind: "marks" },
      ],
      valueFormat: '#,##0 "€"',
      minimum: 0,
      place: { ...place, left: COLUMN.axe, right: COLUMN.etat },
    },
    {
      name: chartName("bilan_indicateurs"),
      title: "Indicateurs attendus et cibles atteintes par axe",
      isStacked: false,
      categories: column("axe"),
      series: [
        { name: "Attendus", values: column("attendus"), color: COLORS.attendus, kind: "columns" },
        { name: "Renseignés", values: column("renseignes"), color: COLORS.collectivite, kind: "columns" },
        { name: "Cibles atteintes", values: column("atteints"), color: COLORS.atteints, kind: "columns" },
      ],
      valueFormat: "0",
      minimum: 0,
      // What touches the edge of the table is counted by some programs into the column beyond it, which then prints.
      place: { ...place, left: COLUMN.collectivite, right: COLUMN.atteints },
    },
  ];
}
