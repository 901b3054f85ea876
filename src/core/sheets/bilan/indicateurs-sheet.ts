// The sheet « Matrice des indicateurs »: T0, target, achieved and rate of each year, and where the last one stands.
import { groupBy } from "../../domain/group-by";
import type { LigneMatrice, MesureAnnuelle } from "../../reports/bilan/bilan";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Valeur } from "../../contract/convention";
import { formatPart, NBSP } from "../../domain/words/format";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import { widthLeft } from "../parts/paper";
import { SEVERITY_STYLES, STYLES } from "../parts/sheet-style";
import type { BilanSource } from "./bilan-source";
import { figureRateCell } from "../parts/rate-cells";
import { addBilanBanner, BILAN_STYLES, styleFigure } from "./bilan-style";

const LABEL = 1;
const LEFT_WIDTHS = [7, 0, 9.5] as const;
const YEAR_WIDTHS = [9.5, 9.5, 8.5] as const;
const TREND_WIDTHS = [11, 11] as const;
const T0 = 2;
const TREND = '"▲ +"General;"▼ −"General;"= 0"';

const TREND_STYLE = { numberFormat: TREND, horizontal: "right" } as const;
const EMPTY: PlannedCell = { value: null };

function targetCell(cible: Valeur | null, mots: string | null): PlannedCell {
  if (cible === null) return textCell("–");
  if (cible === "nd" && mots !== null) return textCell(mots);
  return cible === "nd" ? textCell("à préciser") : { value: cible };
}

interface Places {
  /** Zero-based first column of each year: target, achieved, rate. */
  readonly ofYear: (index: number) => number;
  readonly trend: number;
}

/** The last year of the period with an achieved value: what the trend is about. */
function lastGiven({ annees }: LigneMatrice): number | null {
  return annees.reduce<number | null>(
    (last, { realise }, index) => (typeof realise.value === "number" ? index : last),
    null,
  );
}

const difference = (later: string, earlier: string): string =>
  `=IF(COUNT(${later},${earlier})=2,ROUND(${later}-${earlier},6),"–")`;

function trendCells(ligne: LigneMatrice, row: number, places: Places): readonly [PlannedCell, PlannedCell] {
  const last = lastGiven(ligne);
  const mesure = last === null ? undefined : ligne.annees[last];
  if (last === null || !mesure) return [textCell("–"), textCell("–")];
  const achieved = formatLocalCell(row, places.ofYear(last) + 1);
  const before = last > 0 ? formatLocalCell(row, places.ofYear(last - 1) + 1) : null;
  return [
    { value: mesure.depuisT0 ?? "–", formula: difference(achieved, formatLocalCell(row, T0)) },
    // The year before the period stands on no row of this sheet.
    before === null
      ? { value: mesure.depuisPrecedente ?? "–" }
      : { value: mesure.depuisPrecedente ?? "–", formula: difference(achieved, before) },
  ];
}

function addLigne(builder: SheetBuilder, { value }: BilanSource, ligne: LigneMatrice, places: Places): void {
  const row = builder.height;
  const years = ligne.annees.flatMap((mesure: MesureAnnuelle, index): PlannedCell[] => {
    const column = places.ofYear(index);
    const [target, achieved] = [formatLocalCell(row, column), formatLocalCell(row, column + 1)];
    // One that should fall is rated by its target over what was achieved.
    const rate = ligne.sens === "baisse" ? ([target, achieved] as const) : ([achieved, target] as const);
    // A cell that shows a share holds another figure than the one said here: what it will hold is not followed.
    const follows = ligne.isPart && mesure.realise.value === null ? { ...mesure.realise, cells: [] } : mesure.realise;
    return [targetCell(mesure.cible, mesure.cibleEnMots), value(follows), figureRateCell(mesure.taux, ...rate)];
  });
  const trend = trendCells(ligne, row, places);
  const numero = ligne.action ? { value: ligne.action.numero } : textCell("–");
  // In words, not by a colour or a sign.
  const mentions = ligne.mentions.filter((mention) => ligne.action !== null || mention !== "indicateur national");
  const label = mentions.length > 0 ? `${ligne.intitule} (${mentions.join(", ")})` : ligne.intitule;
  const cells = [numero, textCell(label), targetCell(ligne.t0, ligne.t0EnMots), ...years, ...trend];
  const lines = Math.max(
    ...cells.map(({ value }, column) =>
      typeof value === "string" ? estimateLines(value, builder.widthOf(column, column)) : 1,
    ),
  );
  builder.addRow(cells, lines);
  if (lines === 1) builder.setHeight(row, 16);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  builder.style(row, 0, 0, STYLES.centered);
  builder.style(row, 1, 1, STYLES.wrapped);
  styleFigure(builder, row, T0, cells[T0] ?? EMPTY, BILAN_STYLES.figure);
  for (const [index, { niveau }] of ligne.annees.entries()) {
    const column = places.ofYear(index);
    for (const at of [column, column + 1]) styleFigure(builder, row, at, cells[at] ?? EMPTY, BILAN_STYLES.figure);
    builder.style(row, column + 2, column + 2, BILAN_STYLES.rate);
    if (niveau === "sous-le-seuil") builder.style(row, column + 2, column + 2, SEVERITY_STYLES.warning);
  }
  for (const at of [places.trend, places.trend + 1]) builder.style(row, at, at, TREND_STYLE);
}

function addSection(builder: SheetBuilder, text: string): void {
  builder.addHead(text, { ...STYLES.centredBody, ...BILAN_STYLES.axe }, 17);
}

/** Two rows: the years, and under each its three columns. */
function addHeading(builder: SheetBuilder, annees: readonly number[], places: Places): readonly [number, number] {
  const left = ["Action", "Indicateur", "T0"];
  const trends = ["Évolution depuis T0", "Évolution sur un an"];
  const top = builder.addRow(
    [...left, ...annees.flatMap((annee) => [`${annee}`, "", ""]), ...trends].map((text) => textCell(text || null)),
  );
  const bottom = builder.addRow(
    [...left.map(() => ""), ...annees.flatMap(() => ["Cible", "Réalisé", "Taux"]), "", ""].map((text) =>
      textCell(text || null),
    ),
  );
  for (const row of [top, bottom]) builder.style(row, 0, builder.width - 1, STYLES.heading);
  for (const column of [0, 1, T0, places.trend, places.trend + 1]) {
    builder.mergeArea({ top, bottom, left: column, right: column });
  }
  for (const index of annees.keys()) builder.merge(top, places.ofYear(index), places.ofYear(index) + 2);
  builder.setHeight(bottom, 17);
  return [top, bottom];
}

export function composeIndicateursSheet(source: BilanSource, seuilPart: number): SheetPlan {
  const { bilan } = source;
  const { matrice, annees, entete, financier } = bilan;
  const places: Places = {
    ofYear: (index) => LEFT_WIDTHS.length + index * YEAR_WIDTHS.length,
    trend: LEFT_WIDTHS.length + annees.length * YEAR_WIDTHS.length,
  };
  const widths = [...LEFT_WIDTHS, ...annees.flatMap(() => YEAR_WIDTHS), ...TREND_WIDTHS];
  const label = widthLeft(widths, { least: 26, most: 60 });
  const builder = new SheetBuilder(widths.map((width, column) => (column === LABEL ? label : width)));
  addBilanBanner(builder, bilan, "Matrice des indicateurs");
  builder.addBanner(
    `Cibles du contrat en vigueur ; « à préciser » : le contrat les laisse à fixer. Taux : réalisé rapporté à la cible (cible rapportée au réalisé pour un indicateur qui doit baisser), sur fond coloré sous ` +
      `le seuil d’alerte de ${formatPart(seuilPart)}, qui est un réglage. Évolution : celle du dernier réalisé de la période. ` +
      (bilan.noteIndicateursNationaux ?? "Les indicateurs nationaux sont signalés."),
    STYLES.note,
  );
  const titleRows = addHeading(builder, annees, places);
  const byAction = groupBy(matrice, ({ action }) => action?.numero ?? null);
  for (const { axe, lignes } of financier.groupes) {
    addSection(builder, `Axe ${axe.numero}${NBSP}– ${axe.intitule}`);
    for (const { action } of lignes) {
      for (const ligne of byAction.get(action.numero) ?? []) addLigne(builder, source, ligne, places);
    }
  }
  const national = byAction.get(null) ?? [];
  if (national.length > 0) addSection(builder, "Indicateurs nationaux");
  for (const ligne of national) addLigne(builder, source, ligne, places);
  return builder.build({
    kind: "bilan-indicateurs",
    name: "Matrice des indicateurs",
    base: STYLES.base,
    asOf: entete.asOf,
    headingRow: titleRows,
    frozenRows: titleRows[1] + 1,
    frozenColumns: 2,
    pageStarts: [...annees.map((_, index) => places.ofYear(index)), places.trend],
  });
}
