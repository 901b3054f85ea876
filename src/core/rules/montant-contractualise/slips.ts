// The slips that make many amounts wrong in the same way, each told once.
import type { Colonne } from "../../contract/convention";
import type { Subject } from "../../domain/subject";
import { formatListeCourte, formatMontant, formatNombre, NBSP } from "../../domain/words/format";
import type { Displaced } from "../../why/displaced";
import { subtractMontants, type Montant } from "../../domain/values/montant";
import { SEVERAL, slipOf } from "../rule";
import type { Slip } from "./meta";
import type { NumeroAction } from "../../domain/values/numero-action";

const TABLEAU_EN_MILLIERS = slipOf("en-milliers", "tableau-en-milliers", {});

/** The attributes by which the wrong amounts may be told apart from the others. */
export interface Montants {
  readonly actions: number;
  readonly annees: number;
  nommer(party: Colonne): string;
}

const NAMED = 4;

/** "actions 1 et 2, 2024, part État"; empty where the slip is in all amounts of the table. */
function saidOnly(subjects: readonly Subject[], all: Montants): string {
  const distinct = <Value>(of: (subject: Subject) => Value | undefined): readonly Value[] =>
    [...new Set(subjects.map(of))].filter((value) => value !== undefined);
  const [actions, annees, parties] = [
    distinct(({ action }) => action),
    distinct(({ year }) => year),
    distinct(({ party }) => party),
  ];
  const list = (numbers: readonly NumeroAction[]): string => formatListeCourte(numbers.map(String), NAMED);
  return [
    ...(actions.length < all.actions ? [`${actions.length > 1 ? "actions" : "action"} ${list(actions)}`] : []),
    ...(annees.length < all.annees ? [list(annees)] : []),
    ...(parties.length === 1 ? parties.map(all.nommer) : []),
  ].join(", ");
}

/**
 * Amounts in thousands that do not say so are one slip, however many. Where it is the whole table, saying its unit
 * settles it as well as typing its amounts.
 */
export const enMilliers = (all: Montants): Slip => ({
  key: TABLEAU_EN_MILLIERS.key,
  together: (cells, _, reports) => {
    const lesquels = saidOnly(
      reports.map(({ subject }) => subject),
      all,
    );
    const whole = TABLEAU_EN_MILLIERS.together(cells, []);
    return lesquels === "" ? whole : { ...whole, message: "montants-en-milliers", data: { lesquels } };
  },
});

/** What the local party gives beyond the contract is its own affair, told once. */
export const AU_DESSUS: Slip = slipOf("au-dessus", "collectivite-partout-au-dessus", {});

const areProvisional = (reports: readonly { readonly message: string }[]): boolean =>
  reports.every(({ message }) => message.endsWith("provisionnel"));

/** Amounts that are not typed yet. */
const ABSENTS: Slip = {
  key: "absents",
  together: (cells, fix, reports) => ({
    message: areProvisional(reports) ? "absents-provisionnels" : "absents",
    subject: {},
    key: "absents",
    cells,
    fix,
    figures: { unit: "nombre", found: cells.length, expected: 0 },
  }),
};

/** `defaut` goes after "12 montants". */
function systematic(key: string, defaut: string, conseil = "", least?: number): Slip {
  return {
    key,
    ...(least !== undefined && { least }),
    together: (cells, fix, reports) => ({
      message: areProvisional(reports) ? "systematiques-provisionnels" : "systematiques",
      subject: {},
      key,
      cells,
      fix,
      figures: { unit: "nombre", found: cells.length, expected: 0 },
      data: { defaut, conseil },
    }),
  };
}

/** Every amount stands one row, or one column, away from its own place. */
export const deplaces = ({ ou }: Displaced): Slip =>
  systematic("deplaces", `sont ceux du contrat, décalés ${ou}`, " Replacez le bloc.");

export interface Lue {
  readonly found: Montant | null;
  readonly expected: Montant;
}

export interface Beside {
  /** The other party's amount of the same action and year. */
  readonly autre: Lue | null;
  /** How many actions the table has. */
  readonly rows: number;
  readonly deplace: Slip | null;
  readonly enMilliers: Slip;
}

/** What made the amount wrong, where it makes others wrong in the same way. */
export function slipIn(lu: Lue, { autre, rows, deplace, enMilliers: milliers }: Beside): Slip | null {
  const { found, expected } = lu;
  if (found === null) return deplace ?? ABSENTS;
  if (found === 0 || expected === 0) return deplace;
  if (found * 1000 === expected) return milliers;
  if (autre && autre.found === expected && autre.expected === found) {
    return systematic("parts-interverties", "de l’État et de la collectivité sont intervertis");
  }
  if (deplace) return deplace;
  if (found === -expected) return systematic("signe", "du contrat sont de signe contraire");
  const [more, less] = [found / expected, expected / found];
  if (more > 1 && Number.isInteger(Math.log10(more))) {
    return systematic(`fois-${more}`, `sont exactement ceux du contrat multipliés par ${formatNombre(more)}`);
  }
  if (less > 1 && Number.isInteger(Math.log10(less))) {
    return systematic(`divise-${less}`, `sont exactement ceux du contrat divisés par ${formatNombre(less)}`);
  }
  // Every amount of at least a whole column rose by the same rate: a few may do so by chance.
  const taux = Math.round((more - 1) * 1e6) / 1e4;
  const least = Math.max(SEVERAL, rows);
  // Cents beside thousands of euros are a share of none that could be shown.
  if (taux === 0) {
    const gap = subtractMontants(found, expected);
    const label = `s’écartent du contrat du même montant, ${gap > 0 ? "+" : ""}${formatMontant(gap)}`;
    return systematic(`ecart-${gap}`, label, "", least);
  }
  const signe = taux > 0 ? "+" : "−";
  const label = `s’écartent du contrat de la même part, ${signe}${formatNombre(Math.abs(taux))}${NBSP}%`;
  return systematic(`taux-${taux}`, label, "", least);
}
