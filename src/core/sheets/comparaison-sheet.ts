// The sheet « Comparaison »: each figure, statement and reason that differs between two versions of a workbook, and what that does to the verdict.
import type { PlannedCell, SheetPlan } from "../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { parseCellRef } from "xlsx-model/cell-ref";
import { formatDate } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import type { Comparaison, Difference, Effet, Genre } from "../reports/comparaison/comparer";
import { namePart } from "../facts/lines/budget-lines";
import { direDifferences, direEffet, direVerdict, remarquesDe } from "../reports/comparaison/describe-comparaison";
import { linkCell } from "./parts/link-cell";
import { estimateLines, SheetBuilder, textCell } from "./parts/sheet-builder";
import { FORMATS, STYLES } from "./parts/sheet-style";

const WIDTHS = [33, 7, 6.5, 10.5, 20, 14, 14, 12.5, 35] as const;
const HEADINGS = [
  "Ce qui diffère",
  "Action",
  "Année",
  "Partie",
  "Cellule",
  "Référence",
  "À présent",
  "Écart",
  "Ce que cela change au verdict",
] as const;
const LAST = WIDTHS.length - 1;
const [PARTY, CELL, BEFORE, NOW, GAP, EFFECT] = [3, 4, 5, 6, 7, 8] as const;

const SECTIONS: Readonly<Record<Genre, string>> = {
  contrat: "Contrat",
  chiffre: "Chiffres",
  fiche: "Fiches actions",
  motif: "Motifs et décisions",
  reponse: "Réponses sur les intitulés",
};

const figures = (value: string, gap: string): readonly [value: CellStyle, gap: CellStyle] => [
  { horizontal: "right", numberFormat: value, wrap: true },
  { horizontal: "right", numberFormat: gap },
];
const MONEY = figures(FORMATS.euros, FORMATS.eurosGap);
const UNITS = figures(FORMATS.nombre, FORMATS.nombreGap);
const PLAIN: CellStyle = { font: { underline: false } };

const isMoney = ({ avant, apres }: Difference): boolean => [avant, apres].some((side) => side?.valeur.endsWith("€"));

/** A number stays one: an agent may sum, sort and filter. */
function valueCell(side: Difference["avant"]): PlannedCell {
  if (side === null) return textCell("–");
  return side.nombre === null ? textCell(side.valeur) : { value: side.nombre };
}

function whereCell({ avant, apres }: Difference): PlannedCell {
  const ref = apres && apres.cellule !== "" ? parseCellRef(apres.cellule) : null;
  if (ref) return linkCell([ref]);
  return textCell(avant && avant.cellule !== "" ? typographie(`${avant.cellule}, dans la référence`) : "–");
}

const effetsText = (effets: readonly Effet[]): string =>
  effets.length === 0 ? "–" : [...new Set(effets.map(direEffet))].join("\n");

function linesOf(cells: readonly PlannedCell[]): number {
  return cells.reduce(
    (most, { value }, column) =>
      typeof value === "string" ? Math.max(most, estimateLines(value, WIDTHS[column] ?? 10)) : most,
    1,
  );
}

/** "État", "Métropole", "Total": the part without its word. */
function partyOf({ sujet }: Difference, { apres, avant }: Comparaison): string | null {
  const convention = (apres.verifie ?? avant.verifie)?.dossier.convention;
  if (sujet?.party === undefined || !convention) return null;
  const name = namePart(convention, sujet.party).replace(/^part /, "");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function addDifference(builder: SheetBuilder, difference: Difference, comparaison: Comparaison): void {
  const { libelle, sujet, avant, apres, ecart, effets } = difference;
  const cells = [
    textCell(libelle),
    { value: sujet?.action ?? null },
    { value: sujet?.year ?? null },
    textCell(partyOf(difference, comparaison)),
    whereCell(difference),
    valueCell(avant),
    valueCell(apres),
    { value: ecart },
    textCell(effetsText(effets)),
  ];
  const row = builder.addRow(cells, linesOf(cells));
  builder.style(row, 0, LAST, STYLES.line);
  builder.style(row, 1, PARTY, STYLES.centered);
  builder.style(row, CELL, CELL, STYLES.link);
  if (cells[CELL]?.formula === undefined) builder.style(row, CELL, CELL, PLAIN);
  const [value, gap] = isMoney(difference) ? MONEY : UNITS;
  builder.style(row, BEFORE, NOW, value);
  builder.style(row, GAP, GAP, gap);
  builder.style(row, EFFECT, EFFECT, STYLES.besideFigures);
}

function addSection(builder: SheetBuilder, title: string, count: number): void {
  builder.addHead(`${title} (${count})`, STYLES.section, 22);
}

function addOther(builder: SheetBuilder, effet: Effet): void {
  const text = direEffet(effet);
  const [first] = effet.cause.finding?.cells ?? [];
  // The cells of what is settled are those of the reference.
  const where = first && effet.kind !== "regle" ? linkCell([first]) : textCell("–");
  const row = builder.addRow(
    [textCell(text), ...Array<PlannedCell>(PARTY).fill({ value: null }), where],
    estimateLines(text, builder.widthOf(0, PARTY)),
  );
  builder.merge(row, 0, PARTY);
  builder.style(row, 0, LAST, STYLES.line);
  builder.style(row, CELL, CELL, where.formula === undefined ? PLAIN : STYLES.link);
}

export function composeComparaisonSheet(comparaison: Comparaison): SheetPlan {
  const { avant, apres, differences, autres, identique } = comparaison;
  const builder = new SheetBuilder(WIDTHS);
  builder.addBanner("Deux versions comparées", STYLES.title, 27);
  builder.addBanner(
    `Référence : ${cite(avant.nom)}${avant.verifie ? "" : `, procès-verbal du ${formatDate(avant.asOf)}`}. À présent : ${cite(apres.nom)}, au ${formatDate(apres.asOf)}.`,
    STYLES.subtitle,
  );
  builder.addBanner(direDifferences(comparaison), identique ? STYLES.good : STYLES.caution);
  builder.addBanner(direVerdict(comparaison), STYLES.counts);
  for (const remarque of remarquesDe(comparaison)) builder.addBanner(remarque, STYLES.note);
  const headingRow = builder.addRow(HEADINGS.map(textCell));
  builder.style(headingRow, 0, LAST, STYLES.heading);
  builder.setHeight(headingRow, 20);
  for (const [genre, title] of Object.entries(SECTIONS)) {
    const own = differences.filter((one) => one.genre === genre);
    if (own.length === 0) continue;
    addSection(builder, title, own.length);
    for (const difference of own) addDifference(builder, difference, comparaison);
  }
  if (autres.length > 0) {
    addSection(builder, "Autres écarts qui changent, sans chiffre qui diffère à leur cellule", autres.length);
    for (const effet of autres) addOther(builder, effet);
  }
  return builder.build({
    kind: "comparaison",
    name: "Comparaison",
    base: STYLES.base,
    asOf: apres.asOf,
    headingRow,
    frozenRows: headingRow + 1,
  });
}
