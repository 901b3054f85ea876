// Totals over the years of an execution table: in a table of their own, or of more than its parts.
import type { Convention } from "../contrat/convention";
import type { Colonne, MontantCell, TableauExecution } from "../dossier";
import { COLONNES, namePart } from "./budget-lines";
import type { LigneDeMontants } from "./rows-of-table";

/** A table of totals over the years, apart from the tables of the years. */
export const isCumulOnly = ({ annees, periode }: TableauExecution): boolean =>
  annees.length === 0 && periode !== undefined;

export interface Cumul {
  readonly quoi: Colonne | "autres" | "verse" | `contractualise-${Colonne}`;
  readonly cell: MontantCell;
  /** The cells of the years that it adds. */
  readonly annees: readonly MontantCell[];
}

/** `span` are the first and the last year that are totalled, where they are not all of them. */
export function* cumulsOf(
  { montants, periode, autres, verses, contractualises, cumuls }: LigneDeMontants,
  span?: readonly [number, number],
): Generator<Cumul> {
  const isIn = (annee: number): boolean => !span || (annee >= span[0] && annee <= span[1]);
  const ofYears = <Value>(
    byYear: ReadonlyMap<number, Value> | undefined,
    take: (value: Value) => readonly (MontantCell | null)[],
  ): readonly MontantCell[] =>
    [...(byYear ?? [])].flatMap(([annee, value]) => (isIn(annee) ? take(value).flatMap((cell) => cell ?? []) : []));
  for (const colonne of COLONNES) {
    const cell = periode?.[colonne];
    if (cell) yield { quoi: colonne, cell, annees: ofYears(montants, (cells) => [cells[colonne]]) };
  }
  if (!cumuls) return;
  for (const cell of cumuls.autres) yield { quoi: "autres", cell, annees: ofYears(autres, (cells) => cells) };
  for (const cell of cumuls.verses) yield { quoi: "verse", cell, annees: ofYears(verses, (cells) => cells) };
  for (const colonne of COLONNES) {
    const cell = cumuls.contractualises[colonne];
    const quoi = `contractualise-${colonne}` as const;
    if (cell) yield { quoi, cell, annees: ofYears(contractualises, (cells) => [cells[colonne]]) };
  }
}

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
