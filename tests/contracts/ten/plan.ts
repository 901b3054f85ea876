// What the annexes of an invented contract hold, and the forms in which they show it.
import type { ConventionDefinition } from "../../../src/core/contract/convention";
import { tablesOf, type Ligne } from "../invented-document";

export interface ActionPrevue {
  readonly numero: number;
  readonly intitule: string;
  /** In euros, a pair for each year. */
  readonly montants: readonly (readonly [etat: number, local: number])[];
  /** Label, T0, then the target of each year. */
  readonly indicateurs?: readonly (readonly [intitule: string, ...valeurs: number[]])[];
}

export interface Plan {
  readonly annees: readonly number[];
  /** As its column is headed. */
  readonly local: string;
  readonly axes: readonly { readonly intitule: string; readonly actions: readonly ActionPrevue[] }[];
}

const figure = (text: string): number => Number(text.replace(/ /g, "").replace(",", "."));

/** Of a contract whose one table is written as `budget` writes it. */
export function planOf(lignes: readonly Ligne[], annees: readonly number[], factor = 1): Plan {
  const rows = tablesOf(lignes).at(-1) ?? [];
  const axes: { intitule: string; actions: ActionPrevue[] }[] = [];
  for (const [label = "", ...cells] of rows.slice(2)) {
    const [, axe] = /^Axe \d+ : (.*)$/.exec(label) ?? [];
    if (axe !== undefined) {
      axes.push({ intitule: axe, actions: [] });
      continue;
    }
    const [, numero = "", intitule = ""] = /^(\d+)\. (.*)$/.exec(label) ?? [];
    const montants = annees.map(
      (_, at) => [figure(cells[at * 3] ?? "") * factor, figure(cells[at * 3 + 1] ?? "") * factor] as const,
    );
    axes.at(-1)?.actions.push({ numero: Number(numero), intitule, montants });
  }
  return { annees, local: rows[1]?.[2] ?? "", axes };
}

export const axesOf = ({ axes }: Plan): ConventionDefinition["axes"] =>
  axes.map(({ intitule }, rank) => ({ numero: rank + 1, intitule }));

export const actionsOf = ({ axes, annees }: Plan): ConventionDefinition["actions"] =>
  axes.flatMap(({ actions }, rank) =>
    actions.map(({ numero, intitule, montants, indicateurs = [] }) => ({
      numero,
      axe: rank + 1,
      intitule,
      montants: montants.map(([etat, collectivite], at) => ({ annee: annees[at] ?? 0, etat, collectivite })),
      indicateurs: indicateurs.map(([label, t0 = 0, ...cibles], index) => ({
        numero: index + 1,
        intitule: label,
        t0,
        cibles: cibles.map((valeur, at) => ({ annee: annees[at] ?? 0, valeur })),
      })),
    })),
  );

/** "48 250,50": cents only where there are some. */
const money = (euros: number): string => {
  const [whole = "0", cents = "00"] = euros.toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, " ");
  return cents === "00" ? grouped : `${grouped},${cents}`;
};

const actionsIn = ({ axes }: Plan): readonly ActionPrevue[] => axes.flatMap(({ actions }) => actions);

/** Years over Total, State and local party. */
export function tableau({ annees, local, axes }: Plan): Ligne {
  return [
    ["Année", ...annees.flatMap((annee) => [String(annee), "", ""])],
    ["", ...annees.flatMap(() => ["Total", "État", local])],
    ...axes.flatMap(({ intitule, actions }, rank) => [
      [`Axe ${rank + 1} : ${intitule}`, ...annees.flatMap(() => ["", "", ""])],
      ...actions.map(({ numero, intitule: label, montants }) => [
        `${numero} ${label}`,
        ...montants.flatMap(([etat, own]) => [money(etat + own), money(etat), money(own)]),
      ]),
    ]),
  ];
}

/** A table for each year, under its title. */
export const parAnnee = (plan: Plan): readonly Ligne[] =>
  plan.annees.flatMap((annee, at): Ligne[] => [
    `Budget prévisionnel ${annee}`,
    [
      ["Actions", "État", plan.local, "Total"],
      ...plan.axes.flatMap(({ intitule, actions }, rank) => [
        [`Axe ${rank + 1} : ${intitule}`, "", "", ""],
        ...actions.map(({ numero, intitule: label, montants }) => {
          const [etat, own] = montants[at] ?? [0, 0];
          return [`${numero}. ${label}`, money(etat), money(own), money(etat + own)];
        }),
      ]),
    ],
  ]);

/** A budget in each fiche, a row for each party. */
export const parFiche = ({ axes, annees, local }: Plan): readonly Ligne[] =>
  axes.flatMap(({ intitule, actions }, rank): Ligne[] => [
    `Axe ${rank + 1} – ${intitule}`,
    ...actions.flatMap(({ numero, intitule: label, montants }): Ligne[] => [
      `Fiche action n°${numero} - ${label}`,
      "Public cible : les habitants",
      [
        ["Financeur", ...annees.map(String)],
        ["État", ...montants.map(([etat]) => money(etat))],
        [local, ...montants.map(([, own]) => money(own))],
        ["Total", ...montants.map(([etat, own]) => money(etat + own))],
      ],
    ]),
  ]);

/** Empty where no action has one. */
export function indicateurs(plan: Plan): readonly Ligne[] {
  const rows = actionsIn(plan).flatMap(({ numero, intitule, indicateurs: own = [] }) =>
    own.map(([label, ...valeurs], rank) => [
      rank === 0 ? `Action n°${numero} - ${intitule}` : "",
      label,
      ...valeurs.map((valeur) => String(valeur).replace(".", ",")),
    ]),
  );
  if (rows.length === 0) return [];
  return ["Suivi des indicateurs", [["Actions", "Indicateurs", "Situation T0", ...plan.annees.map(String)], ...rows]];
}

/** Amounts of axes alone, and a fiche for each action. */
export function parAxe({ annees, local, axes }: Plan): readonly Ligne[] {
  const sums = axes.map(({ intitule, actions }, rank) => [
    `Axe ${rank + 1} : ${intitule}`,
    ...annees.flatMap((_, at) => {
      const [etat, own] = [0, 1].map((part) =>
        actions.reduce((sum, each) => sum + (each.montants[at]?.[part] ?? 0), 0),
      );
      return [(etat ?? 0) + (own ?? 0), etat ?? 0, own ?? 0].map(money);
    }),
  ]);
  return [
    [
      ["Axes", ...annees.flatMap((annee) => [String(annee), "", ""])],
      ["", ...annees.flatMap(() => ["Total", "État", local])],
      ...sums,
    ],
    ...axes.flatMap(({ actions }, rank) =>
      actions.flatMap(({ numero, intitule }) => [
        `Action n°${numero} - ${intitule}`,
        `Axe : ${rank + 1}`,
        "Public cible : les habitants",
      ]),
    ),
  ];
}
