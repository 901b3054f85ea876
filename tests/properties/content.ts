// What a workbook is about, before it is laid out: the figures of a contract, in which slips are planted.
import type { Action, Convention, Indicateur } from "../../src/core/contract/convention";
import type { Colonne } from "../../src/core/domain/dossier";
import type { CellValue } from "xlsx-model/plan";
import type { Page } from "./pages";

export const COLONNES = ["etat", "collectivite", "total"] as const satisfies readonly Colonne[];
type Partie = "etat" | "collectivite";

/** A cell of amounts other than its sum or its figure says. */
export interface Figure {
  /** Null for a cell without a readable amount: it adds nothing. */
  readonly centimes: number | null;
  /** What the cell holds instead of the figure. */
  readonly shown?: CellValue;
  /** Euros beyond the centimes. */
  readonly hidden?: number;
}

export interface AmountRow {
  /** Tells rows apart: "5", "5 bis". */
  readonly id: string;
  /** The axe under which the row stands. */
  readonly axe: number;
  readonly intitule: string;
  readonly numero: number | null;
  /** Of each year, the two parts; and the Total where it is not their sum. */
  readonly montants: ReadonlyMap<number, Readonly<Record<Partie, Figure>> & { readonly total?: Figure }>;
  readonly verses: ReadonlyMap<number, Figure>;
}

/** What a cell of sums shows instead of its sum, or how its formula goes wrong. */
export interface SumChange {
  readonly add?: number;
  readonly shown?: CellValue;
  readonly isTyped?: boolean;
  /** Id of the row that the formula leaves out. */
  readonly without?: string;
}

export interface AmountTable {
  readonly kind: "budget" | "execution";
  readonly years: readonly number[];
  readonly rows: readonly AmountRow[];
  /** By the cell's tag. */
  readonly sums: ReadonlyMap<string, SumChange>;
  /** Columns that are left out, and that come again: "2025/etat", "2025". */
  readonly dropped: ReadonlySet<string>;
  readonly repeated: ReadonlySet<string>;
}

export interface IndicatorRow {
  readonly id: string;
  readonly intitule: string;
  readonly t0: CellValue;
  readonly cibles: ReadonlyMap<number, CellValue>;
  readonly realises: ReadonlyMap<number, CellValue>;
}

export interface IndicatorGroup {
  readonly axe: number;
  readonly numero: number;
  readonly intitule: string;
  readonly rows: readonly IndicatorRow[];
}

export interface IndicatorTable {
  readonly years: readonly number[];
  readonly groups: readonly IndicatorGroup[];
}

export interface Content {
  readonly convention: Convention;
  readonly budget: AmountTable | null;
  readonly execution: AmountTable | null;
  readonly indicators: IndicatorTable | null;
  readonly pages: readonly Page[];
}

function amountAt(action: Action, annee: number): Record<Partie, number> {
  const { etat = 0, collectivite = 0 } = action.montants.find((one) => one.annee === annee) ?? {};
  return { etat, collectivite };
}

export function targetAt(indicateur: Indicateur, annee: number): number | "nd" | null {
  return indicateur.cibles.find((one) => one.annee === annee)?.valeur ?? null;
}

export const yearsOf = ({ annees }: Convention): readonly number[] => annees.map(({ annee }) => annee);

/** A year that the as-of date has closed. */
export const closedYears = ({ annees }: Convention, asOf: string): readonly number[] =>
  annees.filter(({ fin }) => fin < asOf).map(({ annee }) => annee);

function amountTable(
  kind: AmountTable["kind"],
  { actions }: Convention,
  years: readonly number[],
  isGiven: (annee: number) => boolean,
): AmountTable {
  const rows = actions.map((action): AmountRow => ({
    id: `${action.numero}`,
    axe: action.axe,
    intitule: action.intitule,
    numero: Number(action.numero),
    montants: new Map(
      years.map((annee) => {
        const { etat, collectivite } = amountAt(action, annee);
        const figure = (centimes: number): Figure => ({ centimes: isGiven(annee) ? centimes : null });
        return [annee, { etat: figure(etat), collectivite: figure(collectivite) }];
      }),
    ),
    verses: new Map(
      kind === "execution"
        ? years.map((annee) => [annee, { centimes: isGiven(annee) ? amountAt(action, annee).etat : null }] as const)
        : [],
    ),
  }));
  return { kind, years, rows, sums: new Map(), dropped: new Set(), repeated: new Set() };
}

/** The workbook that says what the contract says: executed and achieved as contracted, in the closed years. */
export function cleanContent(convention: Convention, asOf: string): Content {
  const years = yearsOf(convention);
  const closed = new Set(closedYears(convention, asOf));
  const groups = convention.actions.map((action): IndicatorGroup => ({
    axe: action.axe,
    numero: Number(action.numero),
    intitule: action.intitule,
    rows: action.indicateurs.map((indicateur) => ({
      id: `${action.numero}.${indicateur.numero}`,
      intitule: indicateur.intitule,
      t0: indicateur.t0,
      cibles: new Map(years.map((annee) => [annee, targetAt(indicateur, annee)])),
      realises: new Map(
        years.map((annee) => {
          const target = targetAt(indicateur, annee);
          return [annee, closed.has(annee) ? (target === "nd" ? 10 : target) : null];
        }),
      ),
    })),
  }));
  const [last, ...before] = [...groups].reverse();
  const national = convention.indicateursNationaux.map((intitule, index): IndicatorRow => ({
    id: `national.${index + 1}`,
    intitule,
    t0: null,
    cibles: new Map(years.map((annee) => [annee, null])),
    realises: new Map(years.map((annee) => [annee, closed.has(annee) ? 500 : null])),
  }));
  return {
    convention,
    budget: amountTable("budget", convention, years, () => true),
    execution: amountTable("execution", convention, years, (annee) => closed.has(annee)),
    indicators: {
      years,
      groups: last ? [...before.reverse(), { ...last, rows: [...last.rows, ...national] }] : [],
    },
    pages: [],
  };
}

/** What a cell of sums shows: missing amounts add nothing. */
function totalOf(montants: AmountRow["montants"], annee: number): Figure {
  const { etat, collectivite, total } = montants.get(annee) ?? { etat: null, collectivite: null };
  if (total) return total;
  if (!etat || !collectivite || (etat.centimes === null && collectivite.centimes === null)) return { centimes: null };
  return { centimes: (etat.centimes ?? 0) + (collectivite.centimes ?? 0) };
}

export function figureAt(row: AmountRow, annee: number, colonne: Colonne): Figure {
  if (colonne === "total") return totalOf(row.montants, annee);
  return row.montants.get(annee)?.[colonne] ?? { centimes: null };
}

/** The table with one row changed. */
export function changeRow(table: AmountTable, id: string, change: (row: AmountRow) => AmountRow): AmountTable {
  return { ...table, rows: table.rows.map((row) => (row.id === id ? change(row) : row)) };
}

/** The table with one amount of one row changed. */
export function changeFigure(
  table: AmountTable,
  id: string,
  annee: number,
  colonne: Colonne,
  figure: Figure,
): AmountTable {
  return changeRow(table, id, (row) => {
    const own = row.montants.get(annee);
    if (!own) return row;
    return { ...row, montants: new Map(row.montants).set(annee, { ...own, [colonne]: figure }) };
  });
}

export const changeSum = (table: AmountTable, tag: string, change: SumChange): AmountTable => ({
  ...table,
  sums: new Map(table.sums).set(tag, change),
});

export function changeIndicator(
  table: IndicatorTable,
  id: string,
  change: (row: IndicatorRow) => readonly IndicatorRow[],
): IndicatorTable {
  const groups = table.groups.map((group) => ({
    ...group,
    rows: group.rows.flatMap((row) => (row.id === id ? change(row) : [row])),
  }));
  return { ...table, groups };
}
