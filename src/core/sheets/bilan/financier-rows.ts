// The rows of the sheet « Bilan financier »: amounts that follow the agent's cells, and sums of the rows above.
import { sayReason, type Known } from "../../domain/known";
import { RIEN_DE_SAISI } from "../../domain/values/known-montant";
import type { BilanFinancier, LigneFinanciere } from "../../reports/bilan/bilan";
import type { Ecriture } from "../../facts/ledger/ecriture";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { describeTauxBas } from "../../reports/bilan/sous-consommation";
import { describeMotif } from "../../domain/describe-motif";
import { formatListe, formatMontant } from "../../domain/words/format";
import { toEuros, ZERO, type Montant } from "../../domain/values/montant";
import { sumOf } from "xlsx-model/formula-text/sum-formula";
import type { PlannedCell } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { estimateLines, textCell, type SheetBuilder } from "../parts/sheet-builder";
import { figureWidth, widthLeft } from "../parts/paper";
import { SEVERITY_STYLES, STYLES } from "../parts/sheet-style";
import { whenGiven, whenSaid, shownAmount } from "../parts/live-amounts";
import type { BilanSource } from "./bilan-source";
import { moneyRateCell } from "../parts/rate-cells";
import { BILAN_STYLES, styleFigure } from "./bilan-style";

/** The columns of a report: those of other financing and of what the State has paid only where the workbook has them. */
export class Columns {
  readonly keys: readonly ColumnKey[];

  readonly widths: readonly number[];

  constructor({ montre, cumul, annees }: BilanFinancier) {
    this.keys = [
      ...BASE,
      ...(montre.autres ? (["autres", "cout"] as const) : []),
      ...(montre.verse ? (["verse", "nonUtilise"] as const) : []),
      "justification",
    ];
    const totals = [cumul, ...annees].flatMap((each) => Object.values(expectedOf(each)));
    const amount = Math.max(AMOUNT_WIDTH, ...totals.map(({ value }) => figureWidth(formatMontant(value ?? ZERO))));
    const figures = this.keys.slice(1, -1).map((key) => (key === "rate" ? RATE_WIDTH : amount));
    const words = widthLeft(figures, { least: 18, most: 32, columns: 2 });
    this.widths = [words, ...figures, words];
  }

  /** Zero-based; none for a column that this report does not have. */
  of(key: ColumnKey): number {
    return this.keys.indexOf(key);
  }

  at(row: number, key: ColumnKey): string {
    return formatLocalCell(row, this.of(key));
  }

  get amounts(): readonly AmountKey[] {
    return AMOUNTS.filter((key) => this.keys.includes(key));
  }
}

const BASE = [
  "action",
  "contractEtat",
  "contractLocal",
  "contractTotal",
  "etat",
  "collectivite",
  "total",
  "rate",
  "rest",
] as const;
const CONTRACTED = ["contractEtat", "contractLocal", "contractTotal"] as const;
const AMOUNTS = [...CONTRACTED, "etat", "collectivite", "total", "autres", "cout", "verse", "nonUtilise"] as const;
type AmountKey = (typeof AMOUNTS)[number];
export type ColumnKey = (typeof BASE)[number] | AmountKey | "justification";

const AMOUNT_WIDTH = 12.2;
const RATE_WIDTH = 8;

/** The amounts of a section's row; what follows from the others is written for every row alike. */
type Amounts = Readonly<Record<AmountKey, PlannedCell>>;

const given = (montant: Montant): Known<Montant> => ({ value: montant, reason: null, cells: [] });

const expectedOf = ({
  contractualise,
  execute,
  verse,
  nonUtilise,
}: Ecriture): Readonly<Record<AmountKey, Known<Montant>>> => ({
  contractEtat: given(contractualise.etat),
  contractLocal: given(contractualise.collectivite),
  contractTotal: given(contractualise.total),
  etat: execute.etat,
  collectivite: execute.collectivite,
  total: execute.total,
  autres: execute.autres,
  cout: execute.cout,
  verse,
  nonUtilise,
});

/** From two cells of the row, both of them figures, or the word of what they would give. */
function fromBoth(left: string, right: string, then: string, result: Known<Montant>): PlannedCell {
  return { value: shownAmount(result), formula: `=${whenGiven([left, right], 2, then, sayReason(result.reason))}` };
}

const addBoth = (left: string, right: string, total: Known<Montant>): PlannedCell =>
  fromBoth(left, right, `ROUND(${left}+${right},2)`, total);

/** What others give stands beside the total, or nothing does. */
function costOf(total: string, autres: string, cout: Known<Montant>): PlannedCell {
  const then = `ROUND(${total}+N(${autres}),2)`;
  const given = whenGiven([total], 1, whenSaid([autres], 1, then, sayReason(cout.reason)), sayReason(cout.reason));
  return { value: shownAmount(cout), formula: `=${given}` };
}

/** The Total adds the two parts of its row; where one of them is not known it is the agent's own Total, if there is one. */
function executedTotal(source: BilanSource, columns: Columns, { execute }: Ecriture, row: number): PlannedCell {
  const { etat, collectivite, total } = execute;
  const isOwn = total.value !== null && (etat.value === null || collectivite.value === null);
  return isOwn ? source.amount(total) : addBoth(columns.at(row, "etat"), columns.at(row, "collectivite"), total);
}

export function actionAmounts(source: BilanSource, columns: Columns, ecriture: Ecriture, row: number): Amounts {
  const { contractualise, execute, verse, nonUtilise } = ecriture;
  const [paid, used] = [columns.at(row, "verse"), columns.at(row, "etat")];
  return {
    contractEtat: { value: toEuros(contractualise.etat) },
    contractLocal: { value: toEuros(contractualise.collectivite) },
    contractTotal: {
      value: toEuros(contractualise.total),
      formula: `=${columns.at(row, "contractEtat")}+${columns.at(row, "contractLocal")}`,
    },
    etat: source.amount(execute.etat),
    collectivite: source.amount(execute.collectivite),
    total: executedTotal(source, columns, ecriture, row),
    autres: source.sum([execute.autres], execute.autres),
    cout: costOf(columns.at(row, "total"), columns.at(row, "autres"), execute.cout),
    verse: source.amount(verse),
    // Of a year that is not over nothing is left unused yet.
    nonUtilise:
      nonUtilise.reason === "not-closed"
        ? source.amount(nonUtilise)
        : fromBoth(paid, used, `MAX(0,ROUND(${paid}-${used},2))`, nonUtilise),
  };
}

/** Adds the cells of the same column in other rows; not calculable as soon as one of them is not. */
export function summedAmounts(
  columns: Columns,
  ecriture: Ecriture,
  rows: readonly number[],
  isRange: boolean,
): Amounts {
  const expected = expectedOf(ecriture);
  const cell = (key: AmountKey): PlannedCell => {
    const value = shownAmount(expected[key]);
    // Known as a whole: it is no sum of what stands above it.
    if (ecriture.verseAuNiveau && (key === "verse" || key === "nonUtilise")) return { value };
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return { value };
    const index = columns.of(key);
    const refs = isRange
      ? [formatLocalRange({ top: first, bottom: last, left: index, right: index })]
      : rows.map((row) => columns.at(row, key));
    if (refs.length > 250) return { value };
    const sum = sumOf(refs);
    if (CONTRACTED.some((each) => each === key)) return { value, formula: `=${sum}` };
    const word = sayReason(expected[key].reason);
    if (key !== "autres") return { value, formula: `=${whenGiven(refs, rows.length, sum, word)}` };
    const added = `IF(COUNT(${refs.join(",")})=0,"${RIEN_DE_SAISI}",${sum})`;
    return { value, formula: `=${whenSaid(refs, rows.length, added, word)}` };
  };
  return Object.fromEntries(AMOUNTS.map((key) => [key, cell(key)])) as Record<AmountKey, PlannedCell>;
}

interface RowText {
  readonly label: string;
  readonly remark: string;
  /** The cell of what is below the alert threshold. */
  readonly alert: "rate" | "etat" | null;
}

export function addAmountRow(
  builder: SheetBuilder,
  columns: Columns,
  { label, remark, alert }: RowText,
  amounts: Amounts,
  { taux, nonConsomme }: Ecriture,
  look: "action" | "subtotal" | "total",
): number {
  const row = builder.height;
  const at = (key: ColumnKey): string => columns.at(row, key);
  const [found, expected] = [at("total"), at("contractTotal")];
  const derived: Partial<Record<ColumnKey, PlannedCell>> = {
    action: textCell(label),
    rate: moneyRateCell(taux, found, expected),
    rest: {
      value: shownAmount(nonConsomme),
      formula: `=IF(ISNUMBER(${found}),ROUND(${expected}-${found},2),"${sayReason(nonConsomme.reason)}")`,
    },
    justification: textCell(remark === "" ? null : remark),
  };
  const cellOf = (key: ColumnKey): PlannedCell => derived[key] ?? amounts[key as AmountKey];
  const { widths } = columns;
  const lines = Math.max(
    estimateLines(label, widths[columns.of("action")] ?? 1),
    estimateLines(remark, widths[columns.of("justification")] ?? 1),
  );
  builder.addRow(columns.keys.map(cellOf), lines);
  if (lines === 1) builder.setHeight(row, look === "action" ? 16 : 18);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  const style = (key: ColumnKey, look: CellStyle): void => {
    builder.style(row, columns.of(key), columns.of(key), look);
  };
  style("action", STYLES.wrapped);
  const figures = columns.keys.filter((key) => key === "rest" || key in amounts);
  for (const key of figures) styleFigure(builder, row, columns.of(key), cellOf(key), BILAN_STYLES.amount);
  style("rate", BILAN_STYLES.rate);
  style("justification", STYLES.besideFigures);
  if (look === "subtotal") builder.style(row, 0, builder.width - 1, BILAN_STYLES.subtotal);
  if (look === "total") builder.style(row, 0, builder.width - 1, STYLES.total);
  if (alert) style(alert, SEVERITY_STYLES.warning);
  return row;
}

export function remarkOfYear(
  ligne: LigneFinanciere,
  annee: number,
  seuil: string,
  localParty: string,
): Omit<RowText, "label"> {
  const texts = ligne.justifications
    .filter((each) => each.annee === annee)
    .map((motif) => describeMotif(motif, localParty));
  const isOfPart = ligne.partEtatSousConsommee.includes(annee);
  const alert = isOfPart ? "etat" : ligne.sousConsommee.includes(annee) ? "rate" : null;
  const what = isOfPart ? `${describeTauxBas(ligne, annee)}, ` : "";
  const asked = ligne.aJustifier.includes(annee) ? [`À justifier : ${what}sous le seuil d’alerte de ${seuil}`] : [];
  const decided = ligne.suites.filter((each) => each.annee === annee).map(({ texte }) => texte);
  return { remark: [...texts, ...asked, ...decided].join("\n"), alert };
}

export function remarkOfPeriod({ sousConsommee, aJustifier }: LigneFinanciere): Omit<RowText, "label"> {
  if (sousConsommee.length === 0) return { remark: "", alert: null };
  const justified = sousConsommee.filter((annee) => !aJustifier.includes(annee));
  const parts = [
    ...(justified.length > 0 ? [`justifiée (${formatListe(justified.map(String))})`] : []),
    ...(aJustifier.length > 0 ? [`à justifier (${formatListe(aJustifier.map(String))})`] : []),
  ];
  return { remark: `Sous-consommation ${formatListe(parts)}`, alert: null };
}
