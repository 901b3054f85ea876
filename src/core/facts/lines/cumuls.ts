// Totals over the years of an execution table: in a table of their own, or of more than its parts.
import type { Convention } from "../../contract/convention";
import type { Colonne, MontantCell, TableauExecution, TotalDesAnnees } from "../../domain/dossier";
import { COLONNES, namePart, PARTY } from "./budget-lines";
import type { LigneDeMontants } from "./rows-of-table";

/** A table of totals over the years, apart from the tables of the years. */
export const isCumulOnly = ({ annees, periodes }: TableauExecution): boolean =>
  annees.length === 0 && periodes !== undefined;

export interface Cumul {
  readonly quoi: Colonne | "autres" | "verse" | `contractualise-${Colonne}`;
  readonly cell: MontantCell;
  /** Among the totals of the row that say the same: 1 for the first. */
  readonly rang: number;
  /** The first and the last year that its heading says, where it says them and they are not all. */
  readonly periode: readonly [number, number] | null;
  /** The cells of the years that it adds. */
  readonly annees: readonly MontantCell[];
}

type Lignes = Pick<LigneDeMontants, "montants" | "totauxDesAnnees" | "autres" | "verses" | "contractualises">;

function* cumulsIn(
  total: TotalDesAnnees,
  { montants, autres, verses, contractualises }: Lignes,
): Generator<Omit<Cumul, "rang">> {
  const span = total.annees;
  const periode = span !== null && span[0] > 0 ? span : null;
  const isIn = (annee: number): boolean => !span || (annee >= span[0] && annee <= span[1]);
  const ofYears = <Value>(
    byYear: ReadonlyMap<number, Value> | undefined,
    take: (value: Value) => readonly (MontantCell | null)[],
  ): readonly MontantCell[] =>
    [...(byYear ?? [])].flatMap(([annee, value]) => (isIn(annee) ? take(value).flatMap((cell) => cell ?? []) : []));
  for (const colonne of COLONNES) {
    const cell = total.parts[colonne];
    if (cell) yield { quoi: colonne, cell, periode, annees: ofYears(montants, (cells) => [cells[colonne]]) };
  }
  for (const cell of total.autres) yield { quoi: "autres", cell, periode, annees: ofYears(autres, (cells) => cells) };
  for (const cell of total.verses) yield { quoi: "verse", cell, periode, annees: ofYears(verses, (cells) => cells) };
  for (const colonne of COLONNES) {
    const cell = total.contractualises[colonne];
    const quoi = `contractualise-${colonne}` as const;
    if (cell) yield { quoi, cell, periode, annees: ofYears(contractualises, (cells) => [cells[colonne]]) };
  }
}

const NONE: readonly Cumul[] = [];

/** Of every table that the row stands in: each total with the years that it adds. */
export function cumulsOf(row: Lignes): readonly Cumul[] {
  if (!row.totauxDesAnnees) return NONE;
  const all: Cumul[] = [];
  const seen = new Map<Cumul["quoi"], number>();
  for (const total of row.totauxDesAnnees) {
    for (const cumul of cumulsIn(total, row)) {
      const rang = (seen.get(cumul.quoi) ?? 0) + 1;
      seen.set(cumul.quoi, rang);
      all.push({ ...cumul, rang });
    }
  }
  return all;
}

/** Of the years that its heading says, those that no table shows. */
export const anneesAbsentes = (
  { periode }: Cumul,
  convention: Convention,
  { annees }: Pick<TableauExecution, "annees">,
): readonly number[] =>
  periode === null
    ? []
    : convention.annees
        .map(({ annee }) => annee)
        .filter((annee) => annee >= periode[0] && annee <= periode[1])
        .filter((annee) => !annees.some((shown) => shown.annee === annee));

/** The party that a finding names. */
export function partyOfCumul(quoi: Cumul["quoi"]) {
  const colonne = quoi.replace("contractualise-", "");
  if (colonne === "verse") return { party: PARTY.etat };
  return colonne === "etat" || colonne === "collectivite" || colonne === "total" ? { party: PARTY[colonne] } : {};
}

/** What tells a total from the others of its row. */
export const keyOfCumul = ({ quoi, rang }: Cumul): readonly string[] => [
  "periode",
  ...(quoi === "etat" || quoi === "collectivite" || quoi === "total" ? [] : [quoi]),
  ...(rang > 1 ? [`${rang}`] : []),
];

/** "total 2024-2025", "total des années". */
export const nameTotal = ({ periode }: Cumul): string =>
  periode === null ? "total des années" : `total ${periode.join("-")}`;

/** "part État", "contractualisé, part État", "versé par l’État". */
export function nameCumul(convention: Convention, quoi: Cumul["quoi"]): string {
  switch (quoi) {
    case "autres":
      return "autres financeurs";
    case "verse":
      return "versé par l’État";
    case "contractualise-total":
      return "contractualisé";
    case "contractualise-etat":
      return `contractualisé, ${namePart(convention, "etat")}`;
    case "contractualise-collectivite":
      return `contractualisé, ${namePart(convention, "collectivite")}`;
    default:
      return namePart(convention, quoi);
  }
}
