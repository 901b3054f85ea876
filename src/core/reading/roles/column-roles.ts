// What a column of amounts may be, in the agents' words, and what it then is for the reading.
import type { Convention } from "../../contract/convention";
import type { Nature, Part } from "../../domain/natures";
import { A_IGNORER, type Answer, type Role } from "../../domain/question";
import { typographie } from "../../domain/words/typographie";
import { announcesRemainder } from "../headings/announced";
import type { ValueColumn } from "../headings/scopes";
import { describeMeasure, isOfIndicator } from "./indicator-roles";
import type { HeadedColumn } from "./headed-columns";

const ROLES = { contracted: "voté", executed: "dépensé", paid: "versé" } as const;
type Asked = keyof typeof ROLES;

const whose = ({ collectivite }: Convention, part: Part): string => {
  if (part === "etat") return "L’État";
  return part === "collectivite" ? `La part ${collectivite.designation}` : "Le total de l’action";
};

const WHAT: Readonly<Record<Asked, string>> = {
  contracted: "ce qui est voté",
  executed: "ce qui a été dépensé",
  paid: "ce qui a été versé",
};

export function describeRole(convention: Convention, part: Part, nature: Asked, annee: number | null): Answer {
  const year = annee === null ? "" : ` ${nature === "contracted" ? "pour" : "en"} ${annee}`;
  const short = part === "autres" ? "Un autre financeur" : `${whose(convention, part)} : ${WHAT[nature]}`;
  return {
    role: ROLES[nature],
    ...(annee !== null && { year: annee }),
    party: part,
    nature,
    label: `${short}${year}`,
    ...(annee !== null && { short }),
  };
}

/** "la part de l’État votée pour 2024", after "est-ce". */
export function clauseOf(convention: Convention, { role, party, nature, year }: Answer): string {
  if (role === A_IGNORER) return "un montant à laisser de côté";
  const annee = year === undefined ? "" : ` ${nature === "contracted" ? "pour" : "en"} ${year}`;
  if (party === "autres") return `ce que donne un autre financeur${annee}`;
  const { designation } = convention.collectivite;
  if (nature === "contracted") {
    return party === "total"
      ? `le total de l’action, voté${annee}`
      : `la part ${party === "etat" ? "de l’État" : designation} votée${annee}`;
  }
  const done = nature === "paid" ? "versé" : "dépensé";
  if (party === "total") return `le total ${done}${annee}`;
  return nature === "paid" && party === "etat"
    ? `ce que l’État a versé${annee}`
    : `la part ${party === "etat" ? "de l’État" : designation} dépensée${annee}`;
}

export const IGNORED: Answer = { role: A_IGNORER, label: "Rien de cela : ne pas comparer" };

/** Of a « Reliquat » or a « Report »: nothing to compare, and what it is, which is told where it is set aside. */
const REMAINDERS: readonly Answer[] = [
  { role: A_IGNORER, of: "reste", label: "Ce qui reste, non dépensé" },
  { role: A_IGNORER, of: "report", label: "De l’argent reporté d’une année sur l’autre" },
];

export const remainderOf = ({ role, of }: Role): Answer | null =>
  REMAINDERS.find((one) => one.role === role && one.of === of) ?? null;

/** Every answer of these years, party by party; the same for each column of amounts. */
export function rolesOf(
  convention: Convention,
  annees: readonly (number | null)[],
  path: readonly string[],
): readonly Answer[] {
  const kinds: readonly (readonly [Part, Asked])[] = [
    ["etat", "contracted"],
    ["etat", "executed"],
    ["etat", "paid"],
    ["collectivite", "contracted"],
    ["collectivite", "executed"],
    ["total", "contracted"],
    ["total", "executed"],
    ["autres", "contracted"],
  ];
  return [
    ...(path.some(announcesRemainder) ? REMAINDERS : []),
    ...annees.flatMap((annee) => kinds.map(([part, nature]) => describeRole(convention, part, nature, annee))),
    IGNORED,
  ];
}

/** As the list of answers has it. */
export function labelOfRole(convention: Convention, answer: Role): string {
  if (isOfIndicator(answer)) return typographie(describeMeasure(answer.nature, answer.year ?? null).label);
  const { year = null, nature, party: part } = answer;
  if (part === undefined || (nature !== "contracted" && nature !== "executed" && nature !== "paid"))
    return typographie((remainderOf(answer) ?? IGNORED).label);
  return typographie(describeRole(convention, part, nature, year).label);
}

/** Null for figures that are compared with nothing. */
export function toValueColumn({ column, leaf }: HeadedColumn, answer: Role): ValueColumn | null {
  if (answer.role === A_IGNORER) return null;
  const nature: Nature | null = answer.nature ?? null;
  const part = answer.party ?? null;
  // What another financer gives is of no plan: it stands beside the parts of its year.
  return {
    column,
    annee: answer.year ?? null,
    part,
    nature: part === "autres" ? null : nature,
    unit: null,
    heading: leaf,
    yearHeading: leaf,
  };
}
