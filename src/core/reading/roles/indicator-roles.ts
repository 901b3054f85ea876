// What a column of indicators' figures may be, in the agents' words.
import type { Convention } from "../../contract/convention";
import { A_IGNORER, type Answer, type Role } from "../../domain/question";
import { typographie } from "../../domain/words/typographie";

export const MEASURES = {
  t0: { role: "situation de départ", label: "La situation de départ", clause: "la situation de départ" },
  target: { role: "cible", label: "La cible", clause: "la cible" },
  achieved: { role: "réalisé", label: "Ce qui a été réalisé", clause: "ce qui a été réalisé" },
} as const;
export type Measure = keyof typeof MEASURES;

export const isOfIndicator = (role: Role): role is Role & { readonly nature: Measure } =>
  role.nature === "t0" || role.nature === "target" || role.nature === "achieved";

export function describeMeasure(nature: Measure, year: number | null): Answer {
  const { role, label } = MEASURES[nature];
  if (nature === "t0" || year === null) return { role, nature, label };
  const when = nature === "target" ? `pour ${year}` : `en ${year}`;
  return { role, nature, year, label: `${label} ${when}`, short: label };
}

export const measuresOf = ({ annees }: Convention, years = annees.map(({ annee }) => annee)): readonly Answer[] => [
  describeMeasure("t0", null),
  ...years.flatMap((year) => [describeMeasure("target", year), describeMeasure("achieved", year)]),
  { role: A_IGNORER, label: typographie("Rien de cela : ne pas comparer") },
];
