// What a column or a row of indicators may be, in the agents' words.
import type { Action, Convention, Indicateur } from "../../contract/convention";
import { A_IGNORER, type Answer, type Role } from "../../domain/question";
import { cite, typographie } from "../../domain/words/typographie";

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

export const INDICATEUR = "indicateur du contrat";
const A_PART = "indicateur hors du contrat";

const answerOf = ({ numero }: Action, { intitule }: Indicateur): Answer => ({
  role: INDICATEUR,
  action: `${numero}`,
  of: intitule,
  short: "Un indicateur du contrat",
  label: typographie(`${cite(intitule)} (action ${numero})`),
});

export const indicatorRolesOf = (actions: readonly Action[]): readonly Answer[] => [
  ...actions.flatMap((action) => action.indicateurs.map((indicateur) => answerOf(action, indicateur))),
  { role: A_PART, label: "Un indicateur à part, qui n’est pas au contrat" },
];

/** What a person said that the row of a label is; undefined where nobody did. */
export const saidIndicateur = (actions: readonly Action[], role: Role | undefined): Indicateur | null =>
  role?.role === INDICATEUR
    ? (actions
        .find(({ numero }) => `${numero}` === role.action)
        ?.indicateurs.find(({ intitule }) => intitule === role.of) ?? null)
    : null;

export const isOfIndicatorRow = ({ role }: Role): boolean => role === INDICATEUR || role === A_PART;

export const labelOfIndicatorRole = ({ actions }: Convention, answer: Role): string =>
  indicatorRolesOf(actions).find(({ role, of }) => role === answer.role && of === answer.of)?.label ?? answer.role;
