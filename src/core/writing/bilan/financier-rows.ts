// The rows of the sheet « Bilan financier »: amounts that follow the agent's cells, and sums of the rows above.
import { NON_CALCULABLE } from "../../bilan/amounts";
import type { Execution, JustificationBilan, LigneFinanciere, MontantBilan } from "../../bilan/bilan";
import { formatLocalCell, formatLocalRange } from "../../domain/cell-ref";
import { formatDate, formatListe } from "../../domain/words/format";
import { toEuros, type Montant } from "../../domain/values/montant";
import { sumOf } from "../../domain/formulas/sum-formula";
import type { PlannedCell } from "../../workbook-port";
import { estimateLines, textCell, type SheetBuilder } from "../sheets/sheet-builder";
import { SEVERITY_STYLES, STYLES } from "../sheets/sheet-style";
import { whenGiven, type BilanSource } from "./bilan-source";
import { BILAN_STYLES, moneyRateCell, styleFigure } from "./bilan-style";

export const FINANCIER_WIDTHS = [44, 15, 15, 15, 15, 15, 15, 10, 15, 42] as const;
export const COLUMN = {
  action: 0,
  contractEtat: 1,
  contractLocal: 2,
  contractTotal: 3,
  etat: 4,
  local: 5,
  total: 6,
  rate: 7,
  rest: 8,
  justification: 9,
} as const;

type AmountColumn = Exclude<keyof typeof COLUMN, "action" | "rate" | "rest" | "justification">;
const CONTRACTED = ["contractEtat", "contractLocal", "contractTotal"] as const;
const EXECUTED = ["etat", "local", "total"] as const;

const at = (row: number, column: keyof typeof COLUMN): string => formatLocalCell(row, COLUMN[column]);

/** The amounts of a section's row. */
type Amounts = Readonly<Record<AmountColumn, PlannedCell>>;

function contractedCells({ contractualise }: Execution, row: number): Pick<Amounts, (typeof CONTRACTED)[number]> {
  return {
    contractEtat: { value: toEuros(contractualise.etat) },
    contractLocal: { value: toEuros(contractualise.collectivite) },
    contractTotal: {
      value: toEuros(contractualise.total),
      formula: `=${at(row, "contractEtat")}+${at(row, "contractLocal")}`,
    },
  };
}

/** The Total adds the two parts of its row; where one of them is not known it is the agent's own Total, if there is one. */
function executedTotal(source: BilanSource, { execute }: Execution, row: number): PlannedCell {
  const { etat, collectivite, total } = execute;
  const [left, right] = [at(row, "etat"), at(row, "local")];
  if (total.montant !== null && (etat.montant === null || collectivite.montant === null)) return source.amount(total);
  const word = total.raison ?? NON_CALCULABLE;
  const then = `ROUND(${left}+${right},2)`;
  return {
    value: total.montant === null ? word : toEuros(total.montant),
    formula: `=${whenGiven([`${left}:${right}`], 2, then, word)}`,
  };
}

export function actionAmounts(source: BilanSource, execution: Execution, row: number): Amounts {
  return {
    ...contractedCells(execution, row),
    etat: source.amount(execution.execute.etat),
    local: source.amount(execution.execute.collectivite),
    total: executedTotal(source, execution, row),
  };
}

const given = (montant: Montant): MontantBilan => ({ montant, raison: null, cells: [] });

const expectedOf = ({ contractualise, execute }: Execution): Readonly<Record<AmountColumn, MontantBilan>> => ({
  contractEtat: given(contractualise.etat),
  contractLocal: given(contractualise.collectivite),
  contractTotal: given(contractualise.total),
  etat: execute.etat,
  local: execute.collectivite,
  total: execute.total,
});

/** Adds the cells of the same column in other rows; not calculable as soon as one of them is not. */
export function summedAmounts(execution: Execution, rows: readonly number[], isRange: boolean): Amounts {
  const expected = expectedOf(execution);
  const cell = (column: AmountColumn): PlannedCell => {
    const { montant, raison } = expected[column];
    const word = raison ?? NON_CALCULABLE;
    const value = montant === null ? word : toEuros(montant);
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return { value };
    const index = COLUMN[column];
    const refs = isRange
      ? [formatLocalRange({ top: first, bottom: last, left: index, right: index })]
      : rows.map((row) => at(row, column));
    if (refs.length > 250) return { value };
    const sum = sumOf(refs);
    const isContracted = CONTRACTED.some((each) => each === column);
    const formula = isContracted ? `=${sum}` : `=${whenGiven(refs, rows.length, sum, word)}`;
    return { value, formula };
  };
  return {
    contractEtat: cell("contractEtat"),
    contractLocal: cell("contractLocal"),
    contractTotal: cell("contractTotal"),
    etat: cell("etat"),
    local: cell("local"),
    total: cell("total"),
  };
}

interface RowText {
  readonly label: string;
  readonly remark: string;
  readonly isAlert: boolean;
}

export function addAmountRow(
  builder: SheetBuilder,
  { label, remark, isAlert }: RowText,
  amounts: Amounts,
  { taux, nonConsomme }: Execution,
  look: "action" | "subtotal" | "total",
): number {
  const row = builder.height;
  const [found, expected] = [at(row, "total"), at(row, "contractTotal")];
  const word = nonConsomme.raison ?? NON_CALCULABLE;
  const rest: PlannedCell = {
    value: nonConsomme.montant === null ? word : toEuros(nonConsomme.montant),
    formula: `=IF(ISNUMBER(${found}),ROUND(${expected}-${found},2),"${word}")`,
  };
  const cells = [
    textCell(label),
    ...CONTRACTED.map((column) => amounts[column]),
    ...EXECUTED.map((column) => amounts[column]),
    moneyRateCell(taux, found, expected),
    rest,
    textCell(remark === "" ? null : remark),
  ];
  const lines = Math.max(
    estimateLines(label, FINANCIER_WIDTHS[0]),
    estimateLines(remark, FINANCIER_WIDTHS[COLUMN.justification]),
  );
  builder.addRow(cells, lines);
  if (lines === 1) builder.setHeight(row, look === "action" ? 16 : 18);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  builder.style(row, COLUMN.action, COLUMN.action, STYLES.wrapped);
  for (const column of [...CONTRACTED, ...EXECUTED]) {
    styleFigure(builder, row, COLUMN[column], amounts[column], BILAN_STYLES.amount);
  }
  styleFigure(builder, row, COLUMN.rest, rest, BILAN_STYLES.amount);
  builder.style(row, COLUMN.rate, COLUMN.rate, BILAN_STYLES.rate);
  builder.style(row, COLUMN.justification, COLUMN.justification, STYLES.wrapped);
  if (look === "subtotal") builder.style(row, 0, builder.width - 1, BILAN_STYLES.subtotal);
  if (look === "total") builder.style(row, 0, builder.width - 1, STYLES.total);
  if (isAlert) builder.style(row, COLUMN.rate, COLUMN.rate, SEVERITY_STYLES.warning);
  return row;
}

function describeJustification({ text, by, on }: JustificationBilan): string {
  const signed = [by, on === null ? null : formatDate(on)].filter((part) => part !== null && part !== "").join(", ");
  return signed === "" ? text : `${text} (${signed})`;
}

export function remarkOfYear(ligne: LigneFinanciere, annee: number, seuil: string): Omit<RowText, "label"> {
  const texts = ligne.justifications.filter((each) => each.annee === annee).map(describeJustification);
  const isAlert = ligne.sousConsommee.includes(annee);
  if (texts.length > 0) return { remark: texts.join("\n"), isAlert };
  return { remark: isAlert ? `À justifier : sous le seuil d’alerte de ${seuil}` : "", isAlert };
}

export function remarkOfPeriod({ sousConsommee, aJustifier }: LigneFinanciere): Omit<RowText, "label"> {
  if (sousConsommee.length === 0) return { remark: "", isAlert: false };
  const justified = sousConsommee.filter((annee) => !aJustifier.includes(annee));
  const parts = [
    ...(justified.length > 0 ? [`justifiée (${formatListe(justified.map(String))})`] : []),
    ...(aJustifier.length > 0 ? [`à justifier (${formatListe(aJustifier.map(String))})`] : []),
  ];
  return { remark: `Sous-consommation ${formatListe(parts)}`, isAlert: false };
}
