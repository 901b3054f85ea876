// What each cell of a workbook was read as, in a person's words: whose figure it is, of what and of which year, and of which row.
import { NATURE_IN_A_WORD, partInAWord } from "../../domain/brief-role";
import { cellKey, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import type { Nature, Part } from "../../domain/natures";
import { capitalise } from "../../domain/words/typographie";
import { remember } from "../../domain/remember";
import type { AmountFact, Row } from "../../facts/fact";
import { factsOf } from "../../facts/facts";

export interface SaidOfCell {
  /** "État", "Total"; null of an indicator. */
  readonly whose: string | null;
  readonly part: Part | null;
  /** "voté", "cible". */
  readonly what: string;
  readonly nature: Nature | null;
  /** Null for a total over several years, and for a starting value. */
  readonly year: number | null;
  /** "Action 5", "TOTAL", "Action 5 – indicateur 1". */
  readonly row: string;
  /** What its row is: one of the contract's, a sum, or something that the contract does not have. */
  readonly kind: "action" | "unknown" | "sum" | "indicator" | "imputation";
  /** The same row stands on other sheets too, with its other years. */
  readonly isOnSeveralSheets: boolean;
}

const kindOf = ({ row, subject }: AmountFact): SaidOfCell["kind"] => {
  if (row.kind !== "action") return "sum";
  return subject.action === undefined ? "unknown" : "action";
};

const isOnSeveralSheets = ({ facts }: Row): boolean => new Set(facts.map(({ cell }) => cell.ref.sheet)).size > 1;

export type SaidOfCells = (cell: CellRef) => SaidOfCell | null;

export function saidOfCells(dossier: Dossier): SaidOfCells {
  const { designation } = dossier.convention.collectivite;
  const { tables, listed, figures } = factsOf(dossier);
  const said = new Map<string, SaidOfCell>();
  const several = remember(isOnSeveralSheets);
  for (const fact of tables.flatMap(({ facts }) => facts)) {
    const { party, nature, year, row } = fact;
    said.set(cellKey(fact.cell.ref), {
      whose: partInAWord(designation, party),
      part: party,
      what: NATURE_IN_A_WORD[nature],
      nature: nature === "imputed" ? null : nature,
      year,
      row: row.ligne.nom,
      kind: kindOf(fact),
      isOnSeveralSheets: several(row),
    });
  }
  for (const { cell, year, nom, nature } of listed) {
    const line = {
      isOnSeveralSheets: false,
      whose: "État",
      part: null,
      what: NATURE_IN_A_WORD[nature],
      nature: nature === "paid" ? nature : null,
      year,
      row: nom,
    };
    said.set(cellKey(cell.ref), { ...line, kind: "imputation" });
  }
  for (const { cell, nature, year, row } of figures) {
    const line = {
      isOnSeveralSheets: false,
      whose: null,
      part: null,
      what: NATURE_IN_A_WORD[nature],
      nature,
      year,
      row: row.nom,
    };
    said.set(cellKey(cell.ref), { ...line, kind: "indicator" });
  }
  return (cell) => said.get(cellKey(cell)) ?? null;
}

const only = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);

/** What all these cells have in common. */
export interface SaidOfColumn {
  /** "État, voté 2024". */
  readonly as: string;
  readonly part: Part | null;
  readonly nature: Nature | null;
  /** "several" where its rows tell the year of each. */
  readonly year: number | "several" | null;
  readonly isOfAmounts: boolean;
}

export function saidOfColumn(cells: readonly SaidOfCell[]): SaidOfColumn | null {
  if (cells.length === 0) return null;
  const years = [...new Set(cells.map(({ year }) => year))];
  const party = only(cells.map(({ whose: one }) => one));
  const what = only(cells.map((cell) => cell.what));
  const isOfAmounts = cells.every(({ kind }) => kind !== "indicator" && kind !== "imputation");
  const words = [party, what ?? "montants"].filter((word) => word !== null).join(", ");
  const [year = null] = years;
  const when = years.length > 1 ? "" : year === null ? (isOfAmounts ? " sur plusieurs années" : "") : ` ${year}`;
  return {
    as: capitalise(`${words}${when}`),
    part: only(cells.map(({ part }) => part)),
    nature: only(cells.map(({ nature }) => nature)),
    year: years.length > 1 ? "several" : year,
    isOfAmounts,
  };
}
