// The sums of all contracts per year and axe, each year closed by its total.
import { sayReason } from "../../domain/known";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { montantFromCentimes, toEuros } from "../../domain/values/montant";
import { roundRate } from "../../domain/values/taux";
import { montrer, type Centimes, type Compte } from "../../reports/tableau-de-bord/constat";
import type { Tableau } from "../../reports/tableau-de-bord/tableau";
import type { PlannedCell } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { estimateLines, textCell, type SheetBuilder } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";

export const AXES_WIDTHS = [10, 46, 10, 18, 18, 18, 18, 18, 12, 13] as const;

export const AXES_COLUMN = {
  annee: 0,
  axe: 1,
  contrats: 2,
  etat: 3,
  collectivite: 4,
  verse: 5,
  executeEtat: 6,
  executeTotal: 7,
  taux: 8,
  hors: 9,
} as const;

type Column = keyof typeof AXES_COLUMN;

const HEADINGS: Readonly<Record<Column, string>> = {
  annee: "Année",
  axe: "Axe",
  contrats: "Contrats",
  etat: "État contractualisé",
  collectivite: "Collectivités, contractualisé",
  verse: "Versé par l’État",
  executeEtat: "Exécuté État",
  executeTotal: "Exécuté en tout",
  taux: "Taux d’exécution",
  hors: "Actions laissées de côté",
};

const COLUMNS = Object.keys(AXES_COLUMN) as readonly Column[];
const MONEY: readonly Column[] = ["etat", "collectivite", "verse", "executeEtat", "executeTotal"];
const AMOUNT: CellStyle = { horizontal: "right", numberFormat: FORMATS.euros };
const COUNT: CellStyle = { horizontal: "center", numberFormat: FORMATS.nombre };
const RATE: CellStyle = { horizontal: "right", numberFormat: FORMATS.part };

const money = (centimes: number): PlannedCell => ({ value: toEuros(montantFromCentimes(centimes)) });

/** None for a year that has not come, or of which nobody knows anything. */
const knownCell = (montant: Centimes, hors: number): PlannedCell =>
  montant === null ? textCell(sayReason(hors > 0 ? "not-computable" : "not-closed")) : money(montant);

type Cells = Readonly<Partial<Record<Column, PlannedCell>>>;

/** Of the axes of a year alike: the same actions, or each amount by itself. */
function amounts(compte: Compte, isTogether: boolean): Cells {
  const { contractualise } = compte;
  const { verse, etat, total } = montrer(compte, isTogether);
  const { hors } = compte.ensemble;
  return {
    etat: money(contractualise.etat),
    collectivite: money(contractualise.collectivite),
    verse: knownCell(verse, hors),
    executeEtat: knownCell(etat, hors),
    executeTotal: knownCell(total, hors),
  };
}

/** What follows from them: the rate of those actions whose executed amount is shown, and how many are not. */
function derived(compte: Compte, isTogether: boolean): Cells {
  const { total, contractualise, hors } = montrer(compte, isTogether);
  const taux = total !== null && contractualise > 0 ? { value: roundRate(total, contractualise) } : textCell("–");
  return { taux, hors: { value: hors } };
}

function addRow(builder: SheetBuilder, cells: Readonly<Record<Column, PlannedCell>>, isTotal: boolean): number {
  const lines = estimateLines(String(cells.axe.value ?? ""), AXES_WIDTHS[AXES_COLUMN.axe]);
  const row = builder.addRow(
    COLUMNS.map((column) => cells[column]),
    lines,
  );
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  builder.style(row, AXES_COLUMN.annee, AXES_COLUMN.annee, { ...COUNT, numberFormat: FORMATS.year });
  builder.style(row, AXES_COLUMN.axe, AXES_COLUMN.axe, STYLES.wrapped);
  for (const column of MONEY) builder.style(row, AXES_COLUMN[column], AXES_COLUMN[column], AMOUNT);
  for (const column of ["contrats", "hors"] as const) {
    builder.style(row, AXES_COLUMN[column], AXES_COLUMN[column], COUNT);
  }
  builder.style(row, AXES_COLUMN.taux, AXES_COLUMN.taux, RATE);
  if (isTotal) builder.style(row, 0, builder.width - 1, STYLES.total);
  return row;
}

/** Answers the heading's row, and the row of each year's total. */
export function addAxesTable(
  builder: SheetBuilder,
  { annees }: Tableau,
): { readonly headingRow: number; readonly totals: readonly number[] } {
  const headingRow = builder.addRow(COLUMNS.map((column) => textCell(HEADINGS[column])));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 44);
  const totals = annees.map(({ annee, axes, ...somme }) => {
    const top = builder.height;
    const isTogether = somme.ensemble.actions > 0;
    for (const axe of axes) {
      addRow(
        builder,
        {
          annee: { value: annee },
          axe: textCell(`${axe.axe} – ${axe.intitule}`),
          contrats: { value: axe.contrats },
          ...amounts(axe, isTogether),
          ...derived(axe, isTogether),
        } as Readonly<Record<Column, PlannedCell>>,
        false,
      );
    }
    const bottom = builder.height - 1;
    const summed = Object.fromEntries(
      Object.entries(amounts(somme, isTogether)).map(([column, cell]) => {
        const at = AXES_COLUMN[column as Column];
        const range = formatLocalRange({ top, bottom, left: at, right: at });
        // A word among them is left out of the sum, as it is of the total.
        const isSum = typeof cell?.value === "number";
        return [column, isSum ? { ...cell, formula: `=SUM(${range})` } : cell];
      }),
    );
    return addRow(
      builder,
      {
        annee: { value: annee },
        axe: textCell("TOTAL"),
        contrats: { value: somme.contrats },
        ...summed,
        ...derived(somme, isTogether),
      } as Readonly<Record<Column, PlannedCell>>,
      true,
    );
  });
  return { headingRow, totals };
}

/** A small table beside the charts: one row a year, which the charts follow. */
export function addYearsTable(
  builder: SheetBuilder,
  { annees }: Tableau,
  totals: readonly number[],
): { readonly top: number; readonly bottom: number } {
  const top = builder.height;
  for (const [index, { annee, ...somme }] of annees.entries()) {
    const source = totals[index] ?? 0;
    const isTogether = somme.ensemble.actions > 0;
    const cells = amounts(somme, isTogether);
    const follow = (column: Column): PlannedCell => {
      const cell = cells[column] ?? { value: null };
      return { value: cell.value, formula: `=${formatLocalCell(source, AXES_COLUMN[column])}` };
    };
    addRow(
      builder,
      {
        annee: textCell(`${annee}`),
        axe: textCell("Tous axes"),
        contrats: { value: somme.contrats },
        etat: follow("etat"),
        collectivite: follow("collectivite"),
        verse: follow("verse"),
        executeEtat: follow("executeEtat"),
        executeTotal: follow("executeTotal"),
        ...derived(somme, isTogether),
      } as Readonly<Record<Column, PlannedCell>>,
      false,
    );
  }
  return { top, bottom: builder.height - 1 };
}
