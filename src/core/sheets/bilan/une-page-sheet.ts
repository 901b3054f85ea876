// The sheet « Contrat sur une page »: the whole contract per axe and action, each year contracted and executed, what was paid and what became of it, on one A4.
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Dossier } from "../../domain/dossier";
import type { Known } from "../../domain/known";
import type { Suite } from "../../domain/parts";
import { addMontants, toEuros, ZERO, type Montant } from "../../domain/values/montant";
import { formatMontant, NBSP } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import { sommeDesSuites, type Lieu } from "../../facts/ledger/suites";
import type { LigneMatrice } from "../../reports/bilan/bilan";
import type { Ecriture } from "../../facts/ledger/ecriture";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import type { ChartPlan } from "xlsx-model/plan";
import { chartName } from "../parts/marks";
import { figureWidth, widthLeft } from "../parts/paper";
import { isOnePage, onOnePage } from "../parts/section-breaks";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";
import type { BilanSource } from "./bilan-source";
import { addBilanBanner, BILAN_STYLES, styleFigure } from "./bilan-style";

const NAME = "Contrat sur une page";
/** As wide as the page allows: the fewer lines, the larger the letters. */
const LABEL_WIDTHS = { least: 24, most: 60 };
const AMOUNT_WIDTH = 9.4;
const CHART_ROWS = 13;
const SUITES: readonly Suite[] = ["reportee", "reduite", "rendue"];
const AMOUNT = { ...BILAN_STYLES.amount, numberFormat: FORMATS.roundEuros } as const;

/** Of an action, an axe or all: the same cells in each. */
interface Line {
  readonly label: string;
  readonly annees: readonly Pick<Ecriture, "contractualise" | "execute">[];
  readonly verse: Known<Montant>;
  readonly suites: readonly Montant[];
  readonly indicateurs: string;
}

/** What is not known yet, and what cannot be told, in the little room of a column. */
const shown = ({ value, reason }: Known<Montant>): PlannedCell =>
  value === null ? textCell(reason === "not-closed" ? "–" : "n. c.") : { value: toEuros(value) };

function atteintes(lignes: readonly LigneMatrice[]): string {
  const levels = lignes.flatMap(({ annees }) => annees.flatMap(({ niveau }) => niveau ?? []));
  if (levels.length === 0) return "–";
  return `${levels.filter((niveau) => niveau === "atteinte").length} sur ${levels.length}`;
}

/** Only of a report on all the years of the contract: with its actions where they can be read on one page, else its axes alone. */
export function composeUnePageSheet(source: BilanSource, dossier: Dossier): SheetPlan {
  const detailed = compose(source, dossier, true);
  return isOnePage(onOnePage(detailed)) ? detailed : compose(source, dossier, false);
}

function compose(source: BilanSource, dossier: Dossier, isDetailed: boolean): SheetPlan {
  const { bilan } = source;
  const { annees, financier, matrice, entete } = bilan;
  const count = annees.length;
  const columns = 1 + 2 * count + 1 + SUITES.length + 1;
  const totals = financier.annees.flatMap(({ contractualise, execute }) => [contractualise.total, execute.total.value]);
  const figures = [...totals, financier.cumul.verse.value].map((montant) => formatMontant(montant ?? ZERO));
  const amount = Math.max(...figures.map((figure) => figureWidth(figure.replace(/,\d+/u, ""))), AMOUNT_WIDTH);
  const amounts = Array<number>(columns - 1).fill(amount);
  const labelWidth = widthLeft(amounts, LABEL_WIDTHS);
  const builder = new SheetBuilder([labelWidth, ...amounts]);
  addBilanBanner(builder, bilan, "Le contrat sur une page,");
  builder.addBanner(
    typographie(
      "En euros, affichés sans centimes ; parts de l’État et de la collectivité ensemble, sauf ce que l’État a versé et ce qui a été décidé de ses sommes non utilisées. « – » : année non close ou rien d’attendu ; « n. c. » : non calculable, un montant manque. Indicateurs : cibles atteintes sur celles des années closes." +
        (isDetailed ? "" : " Les actions, trop nombreuses pour cette page, sont dans « Bilan financier »."),
    ),
    STYLES.note,
  );
  const group = builder.addRow([
    textCell(isDetailed ? "Axe, action" : "Axe"),
    textCell("Contractualisé"),
    ...Array<PlannedCell>(count - 1).fill({ value: null }),
    textCell("Exécuté"),
    ...Array<PlannedCell>(count - 1).fill({ value: null }),
    ...["Versé par l’État", "Reporté", "Déduit", "Rendu", "Indicateurs"].map(textCell),
  ]);
  builder.merge(group, 1, count);
  builder.merge(group, count + 1, 2 * count);
  const years = annees.map((annee) => textCell(String(annee)));
  const heading = builder.addRow([textCell(null), ...years, ...years, ...Array<PlannedCell>(5).fill({ value: null })]);
  for (const row of [group, heading]) {
    builder.style(row, 0, builder.width - 1, STYLES.heading);
    builder.setHeight(row, row === group ? 28 : 16);
  }

  /** `rows` are those that it adds; none for an action. */
  const addLine = ({ label, annees: parts, verse, suites, indicateurs }: Line, rows: readonly number[]): number => {
    const at = builder.height;
    const cells: PlannedCell[] = [
      ...parts.map(({ contractualise }) => ({ value: toEuros(contractualise.total) })),
      ...parts.map(({ execute }) => shown(execute.total)),
      shown(verse),
      ...suites.map((montant) => (montant === ZERO ? textCell("–") : { value: toEuros(montant) })),
    ].map((cell, index): PlannedCell => {
      // Decisions may be of an axe or of a year as a whole, and so may payments: these are no sums of what stands above.
      const isSum = rows.length > 0 && index < 2 * count && typeof cell.value === "number";
      if (!isSum) return cell;
      return { ...cell, formula: `=SUM(${rows.map((row) => formatLocalCell(row, index + 1)).join(",")})` };
    });
    builder.addRow([textCell(label), ...cells, textCell(indicateurs)], estimateLines(label, labelWidth));
    builder.style(at, 0, 0, STYLES.wrapped);
    for (const [index, cell] of cells.entries()) styleFigure(builder, at, index + 1, cell, AMOUNT);
    builder.style(at, columns - 1, columns - 1, { horizontal: "center" });
    return at;
  };
  const suitesOf = (lieu: Lieu): readonly Montant[] =>
    SUITES.map((suite) => sommeDesSuites(dossier, annees, suite, lieu));
  const plus = (all: readonly (readonly Montant[])[]): readonly Montant[] =>
    SUITES.map((_, index) => addMontants(ZERO, ...all.map((one) => one[index] ?? ZERO)));
  const ofAction = (numeros: ReadonlySet<unknown>) => matrice.filter(({ action }) => numeros.has(action?.numero));

  const axes: number[] = [];
  const decided: (readonly Montant[])[] = [suitesOf({})];
  for (const groupe of financier.groupes) {
    const first = builder.height + 1;
    const numeros = new Set(groupe.lignes.map(({ action }) => action.numero));
    const own = plus([suitesOf({ axe: groupe.axe.numero }), ...[...numeros].map((action) => suitesOf({ action }))]);
    decided.push(own);
    const row = addLine(
      {
        label: `Axe ${groupe.axe.numero} – ${groupe.axe.intitule}`,
        annees: groupe.annees,
        verse: groupe.cumul.verse,
        suites: own,
        indicateurs: atteintes(ofAction(numeros)),
      },
      isDetailed ? groupe.lignes.map((_, index) => first + index) : [],
    );
    builder.style(row, 0, builder.width - 1, BILAN_STYLES.subtotal);
    axes.push(row);
    for (const { action, annees: parts, cumul } of isDetailed ? groupe.lignes : []) {
      addLine(
        {
          label: `${action.numero}${NBSP}– ${action.intitule}`,
          annees: parts,
          verse: cumul.verse,
          suites: suitesOf({ action: action.numero }),
          indicateurs: atteintes(ofAction(new Set([action.numero]))),
        },
        [],
      );
    }
  }
  const total = addLine(
    {
      label: "TOTAL",
      annees: financier.annees,
      verse: financier.cumul.verse,
      suites: plus(decided),
      indicateurs: atteintes(matrice),
    },
    axes,
  );
  builder.style(total, 0, builder.width - 1, STYLES.total);
  builder.addRow([]);
  const place = { top: builder.height, left: 0, bottom: builder.height + CHART_ROWS - 1, right: columns - 2 };
  for (let line = 0; line <= CHART_ROWS; line += 1) builder.addRow([]);
  const band = (row: number, left: number) => ({ top: row, bottom: row, left, right: left + count - 1 });
  const chart: ChartPlan = {
    name: chartName("une_page"),
    title: "Contractualisé et exécuté, année par année (deux parts)",
    isStacked: false,
    categories: band(heading, 1),
    series: [
      { name: "Contractualisé", values: band(total, 1), color: "#BFD0E6", kind: "columns" },
      { name: "Exécuté", values: band(total, count + 1), color: "#1B365D", kind: "columns" },
    ],
    valueFormat: FORMATS.roundEuros,
    minimum: 0,
    place,
  };
  const layout = builder.layOut({
    name: NAME,
    base: STYLES.base,
    frozenRows: heading + 1,
    frozenColumns: 1,
    orientation: "landscape",
    titleRows: null,
    header: `${NAME} – ${entete.classeur}`,
    printedRows: builder.height,
  });
  return { ...layout, kind: "bilan-page", charts: [chart], page: { ...layout.page, paper: "A4" } };
}
