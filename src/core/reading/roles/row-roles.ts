// What a row of amounts may be, in the agents' words, where its label names nothing of the contract.
import { isSameSheet } from "xlsx-model/cell-ref";
import type { Action, Axe, Convention } from "../../contract/convention";
import type { Answer, Reponse, Role } from "../../domain/question";
import { A_IGNORER, DETAIL } from "../../domain/question";
import { isOfIndicatorRow, labelOfIndicatorRole } from "./indicator-roles";
import { foldText } from "../../domain/words/label";
import { cite, typographie } from "../../domain/words/typographie";

export const AUTRE_FINANCEUR = "autre financeur";
const ACTION = "action du contrat";
const A_PART = "action hors du contrat";
export const TOTAL = "total";
export const TITRE = "titre";
/** What is added to the action above: a correction, something given on top. */
export const COMPLEMENT = "complément de l’action du dessus";

export const describeAction = ({ numero, intitule }: Action): Answer => ({
  role: ACTION,
  action: `${numero}`,
  short: "Une action du contrat",
  label: typographie(`L’action ${numero}, ${cite(intitule)}`),
});

/** The likeliest first. */
export const rowRolesOf = ({ actions }: Convention): readonly Answer[] => [
  ...actions.map(describeAction),
  { role: DETAIL, label: "Une partie de l’action du dessus" },
  { role: COMPLEMENT, label: "Une correction ou un complément, qui s’ajoute à l’action du dessus" },
  { role: AUTRE_FINANCEUR, label: "Un autre financeur" },
  { role: A_PART, label: "Une action à part, qui n’est pas au contrat" },
  { role: TOTAL, label: "Un total" },
  { role: A_IGNORER, label: "Rien de cela : ne pas compter" },
];

export const AXE = "axe du contrat";

export const axeRolesOf = (axes: readonly Axe[]): readonly Answer[] => [
  ...axes.map(({ numero, intitule }) => ({
    role: AXE,
    of: intitule,
    short: "Un axe du contrat",
    label: typographie(`L’axe ${numero}, ${cite(intitule)}`),
  })),
  { role: TITRE, label: "Un titre, qui n’est celui d’aucun axe du contrat" },
];

export function labelOfRowRole(convention: Convention, answer: Role): string {
  if (isOfIndicatorRow(answer)) return labelOfIndicatorRole(convention, answer);
  const all = [...rowRolesOf(convention), ...axeRolesOf(convention.axes)];
  const same = all.find(({ role, action, of }) => role === answer.role && action === answer.action && of === answer.of);
  return typographie(same?.label ?? answer.role);
}

/** By what is typed as the label, folded: the same words on several rows are the same thing. */
export type RowRoles = ReadonlyMap<string, Role>;

export const NO_ROLES: RowRoles = new Map();

/** Those that hold on a sheet. */
export const rowRoles = (reponses: readonly Reponse[], sheet: string): RowRoles =>
  new Map(
    reponses
      .filter(({ key }) => key.kind === "row" && (key.sheet === undefined || isSameSheet(key.sheet, sheet)))
      .map(({ key: { path }, answer }) => [foldText(path.at(-1) ?? ""), answer]),
  );
