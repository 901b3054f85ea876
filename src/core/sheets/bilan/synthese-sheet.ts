// The sheet « Bilan par axe »: amounts and indicators of each axe over the period, charts of both, and what they say.
import { sayReason, type Known } from "../../domain/known";
import type { Montant } from "../../domain/values/montant";
import type { GroupeFinancier, SyntheseAxe } from "../../reports/bilan/bilan";
import type { Ecriture } from "../../facts/ledger/ecriture";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { formatListe, NBSP } from "../../domain/words/format";
import { toEuros } from "../../domain/values/montant";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import { STYLES } from "../parts/sheet-style";
import { whenGiven } from "../parts/live-amounts";
import type { BilanSource } from "./bilan-source";
import { COLUMN, composeCharts } from "./synthese-charts";
import { sectionBreaks } from "../parts/section-breaks";
import { moneyRateCell } from "../parts/rate-cells";
import { addBilanBanner, BILAN_STYLES, styleFigure } from "./bilan-style";

const WIDTHS = [9, 41, 17, 17, 17, 17, 10, 17, 11, 12, 11, 11] as const;
const AMOUNTS = ["contract", "etat", "collectivite", "total", "rest"] as const;
const COUNTS = ["attendus", "renseignes", "atteints", "sousLeSeuil"] as const;

const CHART_ROWS = 19;
const SENTENCE: CellStyle = { ...STYLES.centredBody, ...STYLES.wrapped };

const at = (row: number, column: keyof typeof COLUMN): string => formatLocalCell(row, COLUMN[column]);

type Row = Readonly<Record<keyof typeof COLUMN, PlannedCell>>;

function amountOf(amount: Known<Montant>): string | number {
  return amount.value === null ? sayReason(amount.reason) : toEuros(amount.value);
}

/** What follows from the other cells of the row. */
function deriveCells(row: number, { taux, nonConsomme, execute }: Ecriture): Pick<Row, "total" | "rate" | "rest"> {
  const [etat, collectivite, total, contract] = [
    at(row, "etat"),
    at(row, "collectivite"),
    at(row, "total"),
    at(row, "contract"),
  ];
  const sum = whenGiven(
    [`${etat}:${collectivite}`],
    2,
    `ROUND(${etat}+${collectivite},2)`,
    sayReason(execute.total.reason),
  );
  const partsKnown = execute.etat.value !== null && execute.collectivite.value !== null;
  // Where the agent gives Totals only, their sum is no formula over the parts.
  const totalCell: PlannedCell =
    partsKnown || execute.total.value === null
      ? { value: amountOf(execute.total), formula: `=${sum}` }
      : { value: amountOf(execute.total) };
  return {
    total: totalCell,
    rate: moneyRateCell(taux, total, contract),
    rest: {
      value: amountOf(nonConsomme),
      formula: `=IF(ISNUMBER(${total}),ROUND(${contract}-${total},2),"${sayReason(nonConsomme.reason)}")`,
    },
  };
}

function axeRow(source: BilanSource, groupe: GroupeFinancier, synthese: SyntheseAxe, row: number): Row {
  const { cumul, axe, lignes } = groupe;
  const counted = new Set(source.bilan.anneesCumulees);
  const amounts = (part: "etat" | "collectivite"): readonly Known<Montant>[] =>
    lignes.flatMap(({ annees }) =>
      annees.filter(({ annee }) => counted.has(annee)).map(({ execute }) => execute[part]),
    );
  const { attendus, renseignes, atteints, sousLeSeuil } = synthese.indicateurs;
  return {
    axe: textCell(`Axe ${axe.numero}`),
    intitule: textCell(axe.intitule),
    contract: { value: toEuros(cumul.contractualise.total) },
    etat: source.sum(amounts("etat"), cumul.execute.etat),
    collectivite: source.sum(amounts("collectivite"), cumul.execute.collectivite),
    ...deriveCells(row, cumul),
    attendus: { value: attendus },
    renseignes: { value: renseignes },
    atteints: { value: atteints },
    sousLeSeuil: { value: sousLeSeuil },
  };
}

function totalRow(cumul: Ecriture, rows: readonly Row[], top: number, row: number): Row {
  const range = (column: keyof typeof COLUMN): string =>
    formatLocalRange({ top, bottom: row - 1, left: COLUMN[column], right: COLUMN[column] });
  const money = (column: keyof typeof COLUMN, amount: Known<Montant>): PlannedCell => ({
    value: amountOf(amount),
    formula: `=${whenGiven([range(column)], rows.length, `SUM(${range(column)})`, sayReason(amount.reason))}`,
  });
  const count = (column: (typeof COUNTS)[number]): PlannedCell => ({
    value: rows.reduce((sum, each) => sum + Number(each[column].value), 0),
    formula: `=SUM(${range(column)})`,
  });
  return {
    axe: textCell("TOTAL"),
    intitule: { value: null },
    contract: { value: toEuros(cumul.contractualise.total), formula: `=SUM(${range("contract")})` },
    etat: money("etat", cumul.execute.etat),
    collectivite: money("collectivite", cumul.execute.collectivite),
    ...deriveCells(row, cumul),
    total: money("total", cumul.execute.total),
    attendus: count("attendus"),
    renseignes: count("renseignes"),
    atteints: count("atteints"),
    sousLeSeuil: count("sousLeSeuil"),
  };
}

function addRow(builder: SheetBuilder, cells: Row, isTotal: boolean): void {
  const lines = estimateLines(String(cells.intitule.value ?? ""), WIDTHS[COLUMN.intitule]);
  const keys = Object.keys(COLUMN) as (keyof typeof COLUMN)[];
  const row = builder.addRow(
    keys.map((key) => cells[key]),
    lines,
  );
  if (lines === 1) builder.setHeight(row, 18);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  builder.style(row, COLUMN.intitule, COLUMN.intitule, STYLES.wrapped);
  for (const key of AMOUNTS) styleFigure(builder, row, COLUMN[key], cells[key], BILAN_STYLES.amount);
  builder.style(row, COLUMN.rate, COLUMN.rate, BILAN_STYLES.rate);
  for (const key of COUNTS) builder.style(row, COLUMN[key], COLUMN[key], BILAN_STYLES.count);
  if (isTotal) builder.style(row, 0, builder.width - 1, STYLES.total);
}

export function composeSyntheseBilanSheet(source: BilanSource): SheetPlan {
  const { bilan } = source;
  const { entete, financier, synthese, phrases } = bilan;
  const { designation } = entete.collectivite;
  const builder = new SheetBuilder(WIDTHS);
  addBilanBanner(builder, bilan, "Bilan par axe");
  const counted = formatListe(bilan.anneesCumulees.map(String));
  builder.addBanner(
    counted === ""
      ? "Aucune année de la période n’est encore exécutée."
      : `Montants et valeurs d’indicateurs de ${counted}. Les montants exécutés sont des formules qui suivent vos cellules ; les comptes d’indicateurs et le texte sont ceux du jour du bilan.`,
    STYLES.note,
  );
  const headings = [
    "Axe",
    "Intitulé",
    "Contractualisé",
    "Exécuté État",
    `Exécuté ${designation}`,
    "Exécuté Total",
    "Taux",
    "Non consommé",
    "Indicateurs attendus",
    "Renseignés",
    "Cibles atteintes",
    "Sous le seuil",
  ];
  const headingRow = builder.addRow(headings.map(textCell));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 32);
  const byAxe = new Map(synthese.map((each) => [each.axe.numero, each]));
  const top = builder.height;
  const rows: Row[] = [];
  for (const groupe of financier.groupes) {
    const axe = byAxe.get(groupe.axe.numero);
    if (!axe) continue;
    const row = axeRow(source, groupe, axe, builder.height);
    rows.push(row);
    addRow(builder, row, false);
  }
  addRow(builder, totalRow(financier.cumul, rows, top, builder.height), true);
  const bottom = builder.height - 2;
  const sections = [builder.height];
  builder.addRow([]);
  const chartTop = builder.height;
  for (let line = 0; line < CHART_ROWS; line += 1) builder.addRow([]);
  const place = { top: chartTop, bottom: builder.height - 2 };
  const addText = (title: string, sentences: readonly string[]): void => {
    sections.push(builder.addBanner(title, STYLES.section));
    for (const sentence of sentences) builder.addBanner(sentence, SENTENCE);
  };
  addText("Ensemble du contrat", phrases);
  for (const { axe, phrases: ofAxe } of synthese) addText(`Axe ${axe.numero}${NBSP}– ${axe.intitule}`, ofAxe);
  const isComplete = financier.groupes.every(
    ({ cumul: { execute } }) => execute.etat.value !== null && execute.collectivite.value !== null,
  );
  const plan = builder.build({
    kind: "bilan-synthese",
    name: "Bilan par axe",
    base: STYLES.base,
    asOf: entete.asOf,
    headingRow: null,
    frozenRows: 0,
  });
  return {
    ...plan,
    charts: composeCharts({ top, bottom, place }, designation, isComplete),
    page: { ...plan.page, breaks: sectionBreaks(plan, sections) },
  };
}
