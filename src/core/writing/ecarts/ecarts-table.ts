// The table of the « Écarts » sheet: one row per finding, and one per justification to review.
import { ECARTS_COLUMNS, ecartsColumn, type EcartsColumn } from "../../domain/ecarts-columns";
import { serialFromIso, type JustificationSaisie } from "../../domain/justification-saisie";
import type { Finding } from "../../verification";
import type { CellStyle, PlannedCell } from "../../workbook-port";
import type { Inscription } from "./place-justifications";
import { linkCell } from "../sheets/link-cell";
import { estimateLines, textCell, type SheetBuilder } from "../sheets/sheet-builder";
import { FORMATS, SEVERITY_STYLES, SEVERITY_WORDS, STYLES } from "../sheets/sheet-style";

const EMPTY: PlannedCell = { value: null };

const COLUMN_STYLES: Readonly<Record<EcartsColumn, CellStyle>> = {
  regle: STYLES.wrapped,
  article: { ...STYLES.centered, wrap: true, numberFormat: FORMATS.text },
  gravite: STYLES.wrapped,
  action: STYLES.centered,
  annee: { ...STYLES.centered, numberFormat: FORMATS.year },
  cellule: STYLES.link,
  trouve: { horizontal: "right" },
  attendu: { horizontal: "right" },
  ecart: { horizontal: "right" },
  message: STYLES.wrapped,
  justification: STYLES.input,
  par: STYLES.input,
  le: { ...STYLES.input, ...STYLES.centered, numberFormat: FORMATS.date },
  identifiant: STYLES.discreet,
};

const EUROS = { figure: { numberFormat: FORMATS.euros }, gap: { numberFormat: FORMATS.eurosGap } };
const NOMBRES = { figure: { numberFormat: FORMATS.nombre }, gap: { numberFormat: FORMATS.nombreGap } };
const PLAIN_CELL: CellStyle = { font: { underline: false, color: "#4B5563" } };

type Row = Readonly<Record<EcartsColumn, PlannedCell>>;

function dateCell(on: string | null): PlannedCell {
  return on === null ? EMPTY : { value: serialFromIso(on) ?? on };
}

function inputCells(typed: Inscription | undefined): Pick<Row, "justification" | "par" | "le"> {
  if (!typed) return { justification: EMPTY, par: EMPTY, le: EMPTY };
  return { justification: textCell(typed.text || null), par: textCell(typed.by), le: dateCell(typed.on) };
}

function subjectCell({ subject }: Finding): PlannedCell {
  if (subject.action !== undefined) return { value: subject.action };
  return subject.axe === undefined ? EMPTY : textCell(`Axe ${subject.axe}`);
}

/** Rows are as high as their longest wrapped text. */
function countLines(row: Row): number {
  return ECARTS_COLUMNS.reduce((lines, { key, width }) => {
    const { value } = row[key];
    if (typeof value !== "string") return lines;
    // The identifier is set in a smaller size.
    const estimate = key === "identifiant" ? estimateLines(value, width * 1.3) * 0.7 : estimateLines(value, width);
    return Math.max(lines, estimate);
  }, 1);
}

function addTableRow(builder: SheetBuilder, row: Row): number {
  const index = builder.addRow(
    ECARTS_COLUMNS.map(({ key }) => row[key]),
    countLines(row),
  );
  builder.style(index, 0, builder.width - 1, STYLES.body);
  for (const [column, { key }] of ECARTS_COLUMNS.entries()) builder.style(index, column, column, COLUMN_STYLES[key]);
  return index;
}

function styleColumn(builder: SheetBuilder, row: number, key: EcartsColumn, style: CellStyle): void {
  builder.style(row, ecartsColumn(key), ecartsColumn(key), style);
}

interface FindingContext {
  readonly title: string;
  /** What follows from it, or what it follows from, in French. */
  readonly attachment: string | null;
  readonly inscription: Inscription | undefined;
}

export function addFinding(
  builder: SheetBuilder,
  finding: Finding,
  { title, attachment, inscription }: FindingContext,
): void {
  const { severity, subject, message, explanation, found, expected, gap } = finding;
  const justified = finding.justification ? ", justifié" : "";
  const word = `${SEVERITY_WORDS[severity]}${justified}${justified && severity !== "warning" ? "e" : ""}`;
  const index = addTableRow(builder, {
    regle: textCell(title),
    article: textCell(finding.article),
    gravite: textCell(word),
    action: subjectCell(finding),
    annee: { value: subject.year ?? null },
    cellule: linkCell(finding.cells),
    trouve: { value: found },
    attendu: { value: expected },
    ecart: { value: gap },
    message: textCell([message, explanation, attachment].filter((line) => line !== null).join("\n")),
    ...inputCells(inscription),
    identifiant: textCell(finding.id),
  });
  styleColumn(builder, index, "gravite", SEVERITY_STYLES[severity]);
  if (finding.cells.length === 0) styleColumn(builder, index, "cellule", PLAIN_CELL);
  const formats = finding.unit ? EUROS : NOMBRES;
  styleColumn(builder, index, "trouve", formats.figure);
  styleColumn(builder, index, "attendu", formats.figure);
  styleColumn(builder, index, "ecart", formats.gap);
}

export function addToReview(builder: SheetBuilder, saisie: JustificationSaisie): void {
  const plain = (value: JustificationSaisie["action"]): PlannedCell =>
    typeof value === "number" ? { value } : textCell(value === null ? null : String(value));
  const index = addTableRow(builder, {
    regle: textCell(saisie.rule),
    article: textCell(saisie.article),
    gravite: textCell(saisie.severity),
    action: plain(saisie.action),
    annee: plain(saisie.year),
    cellule: textCell("–"),
    trouve: { value: saisie.found },
    attendu: { value: saisie.expected },
    ecart: EMPTY,
    message: textCell(saisie.message),
    ...inputCells(saisie),
    identifiant: textCell(saisie.id),
  });
  styleColumn(builder, index, "cellule", PLAIN_CELL);
  const { figure } = saisie.numberFormat.includes("€") ? EUROS : NOMBRES;
  styleColumn(builder, index, "trouve", figure);
  styleColumn(builder, index, "attendu", figure);
}
