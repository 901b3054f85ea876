// The « Synthèse par axe » sheet: what each party gives per axe and year, beside what the contract asks.
import { isClosed } from "../../contract/in-force/annees-closes";
import { describeContract } from "../../contract/in-force/contrat-servi";
import type { Dossier } from "../../domain/dossier";
import { direMesures } from "../../domain/mesure";
import { NBSP, formatDate } from "../../domain/words/format";
import { hasAmount, ledgerOf } from "../../facts/ledger/ledger";
import { jugeDesLieux, type Lieu } from "../../reports/place-state";
import type { Verification } from "../../verification";
import type { PlannedCell, RawWorkbook, SheetPlan } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { describeReserve } from "../describe-verification";
import { createLiveAmounts, type LiveAmounts } from "../parts/live-amounts";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";
import { budgetTable, executionTable } from "../../facts/fact-tables";
import { groupByAxe, stateAmount, stateEnvelope } from "../../facts/lines/axe-groups";
import { placeCharts } from "../parts/place-charts";
import { repeatedRows, sectionBreaks } from "../parts/section-breaks";
import { executionChart, partsChart, type YearRows } from "./synthese-charts";
import { composeExecutionRow, composeExecutionTotal, describeYear } from "./synthese-execution";
import { COLUMN, composeAxeRow, composeTotalRow, SYNTHESE_WIDTHS, type Source } from "./synthese-rows";

const HEADING_HEIGHT = 30;
const SECTION_HEIGHT = 20;

/** The columns that cut the sheet in three. */
const THIRDS = [0, 4, 8] as const;
const LIVE = "Les montants sont des formules qui suivent vos cellules. ";
const LIVE_CHARTS = "Les graphiques suivent les cellules des tableaux ci-dessus. ";
const IN_ECARTS = `${NBSP}; le détail est dans la feuille «${NBSP}Écarts${NBSP}»`;
const LOOKED_AT = ` La feuille «${NBSP}Écarts${NBSP}» dit ce qui a été regardé.`;
/** What is true of the sheet in its workbook only, and of no copy of it elsewhere. */
export const IN_WORKBOOK_ONLY: readonly string[] = [LIVE, LIVE_CHARTS, IN_ECARTS, LOOKED_AT];

const AMOUNT = { numberFormat: FORMATS.euros, horizontal: "right" } as const;
const COLUMN_STYLES: readonly CellStyle[] = [
  { ...STYLES.centered, numberFormat: FORMATS.year },
  STYLES.strong,
  STYLES.wrapped,
  AMOUNT,
  AMOUNT,
  AMOUNT,
  { numberFormat: FORMATS.part, horizontal: "right" },
  AMOUNT,
  { numberFormat: FORMATS.liveGap, horizontal: "right" },
  { ...STYLES.centered, ...STYLES.strong, wrap: true },
  { ...STYLES.wrapped, font: { size: 10, color: "#4B5563" } },
];

/** What is left may be more or less than nothing without being a gap. */
const EXECUTION_STYLES = COLUMN_STYLES.map((style, column) => (column === COLUMN.ecart ? AMOUNT : style));

function addRow(
  builder: SheetBuilder,
  cells: readonly PlannedCell[],
  styles: readonly CellStyle[],
  isTotal: boolean,
): void {
  const lines = cells.reduce((most, { value }, column) => {
    return typeof value === "string" ? Math.max(most, estimateLines(value, SYNTHESE_WIDTHS[column] ?? 10)) : most;
  }, 1);
  const row = builder.addRow(cells, lines);
  if (lines === 1) builder.setHeight(row, isTotal ? 19 : 17);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  for (const [column, style] of styles.entries()) builder.style(row, column, column, style);
  if (isTotal) builder.style(row, 0, builder.width - 1, STYLES.total);
}

function explainAbsence({ absences, contratInconnu }: Dossier): string {
  if (contratInconnu !== undefined) return `Pas de synthèse. ${contratInconnu}`;
  const absence = absences.find(({ kind }) => kind === "budget");
  const why =
    absence?.reason === "plusieurs"
      ? "plusieurs feuilles peuvent être le tableau budgétaire, et rien ne dit laquelle"
      : "aucun tableau budgétaire n’a été reconnu dans le classeur";
  return `Pas de synthèse${NBSP}: ${why}.${LOOKED_AT}`;
}

export function composeSyntheseSheet(verification: Verification, dossier: Dossier, raw: RawWorkbook): SheetPlan {
  const { convention, budget } = dossier;
  const { designation } = convention.collectivite;
  const builder = new SheetBuilder(SYNTHESE_WIDTHS);
  builder.addBanner(`Synthèse par axe – ${convention.intitule}`, STYLES.title, 27);
  builder.addBanner(
    `Classeur${NBSP}: ${verification.workbook}. ${describeContract(verification)}.`,
    STYLES.subtitle,
    16,
  );
  const mesures = direMesures(dossier.mesures);
  if (mesures !== null) builder.addBanner(mesures, STYLES.subtitle);
  const reserve = describeReserve(verification);
  if (reserve !== null) builder.addBanner(reserve, STYLES.counts);
  const sheet = { kind: "synthese", name: "Synthèse par axe", base: STYLES.base } as const;
  const source = { asOf: verification.asOf };
  if (!budget || dossier.contratInconnu !== undefined) {
    builder.addBanner(explainAbsence(dossier), STYLES.caution);
    return builder.build({ ...sheet, ...source, headingRow: null, frozenRows: 0 });
  }
  builder.addBanner(
    `${LIVE}La conformité est celle que la vérification du ${formatDate(verification.asOf)} donne à l’axe ` +
      `et à chacune de ses actions${IN_ECARTS}.`,
    STYLES.note,
  );
  const headingRow = addHeadings(builder, [
    ...["Année", "Axe", "Intitulé", "État", designation, "Total", `Part ${designation}`],
    ...["État au contrat", "Écart État", "Conformité", "Remarques"],
  ]);
  const live = createLiveAmounts(dossier, raw);
  const parts = addParts(builder, {
    convention,
    budget,
    live,
    constat: jugeDesLieux(verification, dossier, "budget"),
  });
  // Below the row that parts it from the table above.
  const second = builder.height + 1;
  const executed = addExecution(builder, verification, dossier, live);
  const planned = [
    ...parts.map((rows) => partsChart(rows, designation)),
    ...(executed ? [executionChart(executed)] : []),
  ];
  const { charts, breaks } = placeCharts(
    builder,
    planned,
    `${LIVE_CHARTS}Le trait marque la part État au contrat.`,
    THIRDS,
  );
  const whole = builder.build({ ...sheet, ...source, headingRow: null, frozenRows: headingRow + 1 });
  const plan = { ...whole, page: { ...whole.page, titleRows: repeatedRows(whole, headingRow, second - 1) } };
  const pages = sectionBreaks(plan, [...(executed ? [second] : []), ...breaks]);
  return { ...plan, charts, page: { ...plan.page, breaks: pages } };
}

function addHeadings(builder: SheetBuilder, headings: readonly string[]): number {
  const row = builder.addRow(headings.map(textCell));
  builder.style(row, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(row, HEADING_HEIGHT);
  return row;
}

/** Answers the rows of the years that the table has. */
function addParts(builder: SheetBuilder, source: Source): YearRows[] {
  const { convention, budget } = source;
  return convention.annees.flatMap(({ annee }) => {
    const groups = groupByAxe(convention, budgetTable(budget), annee);
    const top = builder.height;
    const axes = groups.map((groupe, index) =>
      composeAxeRow(source, groupe, annee, stateAmount(convention, groupe.axe, annee), top + index),
    );
    for (const { cells } of axes) addRow(builder, cells, COLUMN_STYLES, false);
    const total = composeTotalRow(source, annee, axes, stateEnvelope(convention, annee), builder.height);
    addRow(builder, total.cells, COLUMN_STYLES, true);
    const isShown = axes.some(({ etat, collectivite }) => etat !== null || collectivite !== null);
    const isComplete = axes.every((row) =>
      [row.etat, row.collectivite].every((amount) => (amount?.value ?? null) !== null),
    );
    return isShown ? { annee, nom: String(annee), top, bottom: top + axes.length - 1, isComplete } : [];
  });
}

/** Null where nothing has been executed yet. */
function addExecution(
  builder: SheetBuilder,
  verification: Verification,
  dossier: Dossier,
  live: LiveAmounts,
): [YearRows, ...YearRows[]] | null {
  const { convention, execution, asOf } = dossier;
  const ledger = ledgerOf(dossier);
  const shown = new Set(execution?.annees.map(({ annee }) => annee));
  const years = convention.annees.filter(({ annee }) => shown.has(annee) && ledger.annees.includes(annee));
  const rows = execution ? executionTable(execution).actions : [];
  const isGiven = years.some(({ annee }) => rows.some((row) => hasAmount(row, annee)));
  if (!isGiven) return null;
  const executionAt = jugeDesLieux(verification, dossier, "execution");
  const budgetAt = jugeDesLieux(verification, dossier, "budget");
  const constat = (lieu: Lieu) => ({ execution: executionAt(lieu), budget: budgetAt(lieu) });
  const source = {
    convention,
    ledger,
    live,
    asOf,
    constat,
    ...(dossier.decisions && { decisions: dossier.decisions }),
  };
  const { designation } = convention.collectivite;
  builder.addRow([]);
  builder.addBanner("Exécution par axe", STYLES.section, SECTION_HEIGHT);
  builder.addBanner(
    "Actions du contrat, au regard de ses montants ; les autres financements et les lignes hors contrat n’y sont pas comptés. Une somme dont un montant manque est « non calculable ».",
    STYLES.note,
  );
  addHeadings(builder, [
    ...["Année", "Axe", "Intitulé", "État exécuté", `${designation} exécuté`, "Total exécuté", "Taux d’exécution"],
    ...["Total au contrat", "Reste à exécuter", "Conformité", "Remarques"],
  ]);
  const [first, ...others] = years.map((year): YearRows => {
    const top = builder.height;
    const axes = convention.axes.map((axe, index) => composeExecutionRow(source, axe, year, top + index));
    for (const { cells } of axes) addRow(builder, cells, EXECUTION_STYLES, false);
    addRow(builder, composeExecutionTotal(source, year, axes, builder.height).cells, EXECUTION_STYLES, true);
    const nom = isClosed(convention, year, asOf)
      ? String(year.annee)
      : `${year.annee} (${describeYear(convention, year, asOf)})`;
    const isComplete = axes.every(({ ecriture }) => ecriture.execute.total.value !== null);
    return { annee: year.annee, nom, top, bottom: top + axes.length - 1, isComplete };
  });
  return first ? [first, ...others] : null;
}
