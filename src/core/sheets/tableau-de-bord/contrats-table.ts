// One row a contract, then their sums: the table that the sheets of the tableau de bord share.
import { formatLocalRange } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { sayReason } from "../../domain/known";
import { typographie } from "../../domain/words/typographie";
import { isLu, type Constat } from "../../reports/tableau-de-bord/constat";
import { contratsComptes, type Tableau } from "../../reports/tableau-de-bord/tableau";
import type { PlannedCell } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { estimateLines, textCell, type SheetBuilder } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";
import type { Colonne, Valeur } from "./columns";

export interface TableRows {
  readonly headingRow: number;
  readonly top: number;
  readonly bottom: number;
}

const STYLE_OF: Readonly<Record<Colonne["kind"], CellStyle>> = {
  texte: STYLES.wrapped,
  mention: { ...STYLES.wrapped, horizontal: "center" },
  nombre: { horizontal: "center", numberFormat: FORMATS.nombre },
  euros: { horizontal: "right", numberFormat: FORMATS.euros },
  part: { horizontal: "right", numberFormat: FORMATS.part },
};
const ALERT: CellStyle = { font: { bold: true, color: "#8C1D18" } };
const UNREADABLE: CellStyle = { font: { italic: true, color: "#8C1D18" }, wrap: true };
const LINKED: CellStyle = STYLES.link;

const DOUBLONS = "Plusieurs classeurs pour un même contrat, non comptés : ne gardez que celui qui fait foi.";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A link to the annotated copy, which lies beside the tableau. */
function named(text: string, link: string | undefined): PlannedCell {
  const shown = textCell(typographie(text));
  if (link === undefined || typeof shown.value !== "string") return shown;
  // Excel takes 255 characters in a text of a formula.
  if (link.length > 250 || shown.value.length > 250) return shown;
  return { value: shown.value, formula: `=HYPERLINK(${quoted(link)},${quoted(shown.value)})` };
}

const MOST_NAMED = 250;

const cellOf = (valeur: Valeur): PlannedCell =>
  typeof valeur === "string" ? textCell(typographie(valeur)) : { value: valeur };

function addContrat(
  builder: SheetBuilder,
  colonnes: readonly Colonne[],
  constat: Constat,
  tableau: Tableau,
  link: string | undefined,
): void {
  if (!isLu(constat)) {
    const [first] = colonnes;
    const width = builder.widthOf(1, builder.width - 1);
    const text = typographie(constat.raison);
    const lines = Math.max(estimateLines(text, width), estimateLines(constat.classeur, first?.width ?? 1));
    const row = builder.addRow([textCell(constat.classeur), textCell(text)], lines);
    builder.merge(row, 1, builder.width - 1);
    builder.style(row, 0, builder.width - 1, STYLES.centredBody);
    builder.style(row, 0, 0, STYLES.wrapped);
    builder.style(row, 1, builder.width - 1, UNREADABLE);
    return;
  }
  const valeurs = colonnes.map(({ valeur }) => valeur(constat, tableau));
  const cells = valeurs.map((valeur, index) => (index === 0 ? named(String(valeur), link) : cellOf(valeur)));
  const lines = Math.max(
    ...valeurs.map((valeur, index) =>
      typeof valeur === "string" ? estimateLines(valeur, colonnes[index]?.width ?? 1) : 1,
    ),
  );
  const row = builder.addRow(cells, lines);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  for (const [column, { kind, isAlert }] of colonnes.entries()) {
    builder.style(row, column, column, STYLE_OF[kind]);
    if (isAlert === true && valeurs[column] !== 0) builder.style(row, column, column, ALERT);
  }
  if (cells[0]?.formula !== undefined) builder.style(row, 0, 0, LINKED);
}

function addSums(
  builder: SheetBuilder,
  colonnes: readonly Colonne[],
  tableau: Tableau,
  { top, bottom }: TableRows,
): void {
  const contrats = contratsComptes(tableau.constats);
  if (contrats.length === 0) return;
  const counted = new Set<Constat>(contrats);
  const isShown = (constat: Constat): boolean => !isLu(constat) || counted.has(constat);
  const cells = colonnes.map(({ isSummed, valeur, kind }, column): PlannedCell => {
    if (column === 0) return textCell("TOTAL");
    if (isSummed === undefined) return { value: null };
    const added = contrats.filter((constat) => isSummed === true || isSummed(constat, contrats));
    if (added.length === 0) return textCell(sayReason("not-computable"));
    const valeurs = added.map((constat) => valeur(constat, tableau));
    const numbers = valeurs.filter((one) => typeof one === "number");
    // Known of no contract, it is not nothing.
    if (numbers.length === 0 && valeurs[0] !== undefined) return cellOf(valeurs[0]);
    const sum = numbers.reduce((all, one) => all + (kind === "euros" ? Math.round(one * 100) : one), 0);
    const value = kind === "euros" ? sum / 100 : sum;
    const range = formatLocalRange({ top, bottom, left: column, right: column });
    if (added.length === contrats.length) return { value, formula: `=SUM(${range})` };
    const cells = added.map((constat) =>
      formatLocalCell(top + tableau.constats.filter(isShown).indexOf(constat), column),
    );
    // A formula names at most so many cells.
    return cells.length > MOST_NAMED ? { value } : { value, formula: `=SUM(${cells.join(",")})` };
  });
  const row = builder.addRow(cells);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  for (const [column, { kind }] of colonnes.entries()) builder.style(row, column, column, STYLE_OF[kind]);
  builder.style(row, 0, builder.width - 1, STYLES.total);
}

/** `links` are by workbook. */
export function addContratsTable(
  builder: SheetBuilder,
  colonnes: readonly Colonne[],
  tableau: Tableau,
  links: ReadonlyMap<string, string>,
): TableRows {
  const headingRow = builder.addRow(colonnes.map(({ titre }) => textCell(titre)));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 44);
  const top = builder.height;
  const counted = new Set<Constat>(contratsComptes(tableau.constats));
  const add = (constats: readonly Constat[]): void => {
    for (const constat of constats) addContrat(builder, colonnes, constat, tableau, links.get(constat.classeur));
  };
  add(tableau.constats.filter((constat) => !isLu(constat) || counted.has(constat)));
  const rows = { headingRow, top, bottom: builder.height - 1 };
  addSums(builder, colonnes, tableau, rows);
  if (tableau.doublons.length === 0) return rows;
  builder.addBanner(DOUBLONS, STYLES.section);
  add(tableau.constats.filter((constat) => isLu(constat) && !counted.has(constat)));
  return rows;
}
