// The table of the « Écarts » sheet: one row per finding, and one per justification to review.
import { ECARTS_COLUMNS, ecartsColumn, type EcartsColumn } from "../../domain/ecarts-columns";
import { etatDuMotif } from "../../domain/justification";
import { serialFromIso, type Inscription, type JustificationSaisie } from "../../domain/justification-saisie";
import type { MotifSuivi } from "../../domain/justification-suivie";
import type { Finding } from "../../verification";
import { plainFigures } from "../../verification-json";
import type { PlannedCell } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { linkCell } from "../parts/link-cell";
import { estimateLines, textCell, typedCell, type SheetBuilder } from "../parts/sheet-builder";
import { FORMATS, SEVERITY_STYLES, SEVERITY_WORDS, STYLES } from "../parts/sheet-style";

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
  message: STYLES.besideFigures,
  justification: STYLES.input,
  par: STYLES.input,
  partie: STYLES.input,
  le: { ...STYLES.input, ...STYLES.centered, numberFormat: FORMATS.date },
  decision: { ...STYLES.inputOther, ...STYLES.centered },
  decideePar: STYLES.inputOther,
  decideePartie: STYLES.inputOther,
  decideeLe: { ...STYLES.inputOther, ...STYLES.centered, numberFormat: FORMATS.date },
  // For the next run to read, not for anybody's eyes: cut at the edge of their narrow columns, on one line.
  identifiant: { ...STYLES.discreet, wrap: false },
  repere: { ...STYLES.discreet, wrap: false },
};

const EUROS = { figure: { numberFormat: FORMATS.euros }, gap: { numberFormat: FORMATS.eurosGap } };
const NOMBRES = { figure: { numberFormat: FORMATS.nombre }, gap: { numberFormat: FORMATS.nombreGap } };
const PARTS = { figure: { numberFormat: FORMATS.part }, gap: { numberFormat: FORMATS.partGap } };

function formatsOf(figures: Finding["figures"]) {
  if (figures?.unit === "montant" || figures?.unit === "euros") return EUROS;
  return figures?.unit === "pourcentage" ? PARTS : NOMBRES;
}

const PLAIN_CELL: CellStyle = { font: { underline: false, color: "#4B5563" } };

/** By what stands in it; the others are empty. */
type Row = Partial<Record<EcartsColumn, PlannedCell>>;

function dateCell(on: string | null): PlannedCell {
  return on === null ? EMPTY : { value: serialFromIso(on) ?? on };
}

function inputCells(typed: Inscription, repere: string): Row {
  return {
    justification: typedCell(typed.text || null),
    par: typedCell(typed.by),
    partie: typedCell(typed.party),
    le: dateCell(typed.on),
    decision: typedCell(typed.decision),
    decideePar: typedCell(typed.decidedBy),
    decideePartie: typedCell(typed.decidedParty),
    decideeLe: dateCell(typed.decidedOn),
    repere: typedCell(repere || null),
  };
}

const wordCells = new Map<string, PlannedCell>();

/** A cell with a rule's title, an article or a severity. Many rows repeat it, so that it is made once. */
function wordCell(word: string): PlannedCell {
  let cell = wordCells.get(word);
  if (!cell) wordCells.set(word, (cell = textCell(word)));
  return cell;
}

function subjectCell({ subject }: Finding): PlannedCell {
  if (subject.action !== undefined) return { value: subject.action };
  return subject.axe === undefined ? EMPTY : textCell(`Axe ${subject.axe}`);
}

const STYLES_OF_ROW = ECARTS_COLUMNS.map(({ key }) => COLUMN_STYLES[key]);

/** Rows are as high as their longest wrapped text. */
function addTableRow(builder: SheetBuilder, row: Row): number {
  let lines = 1;
  const cells = ECARTS_COLUMNS.map(({ key, width }) => {
    const cell = row[key] ?? EMPTY;
    const isCut = COLUMN_STYLES[key].wrap === false;
    if (typeof cell.value === "string" && !isCut) lines = Math.max(lines, estimateLines(cell.value, width));
    return cell;
  });
  const index = builder.addRow(cells, lines);
  builder.styleRow(index, STYLES.body, STYLES_OF_ROW);
  return index;
}

function styleColumn(builder: SheetBuilder, row: number, key: EcartsColumn, style: CellStyle): void {
  const column = ecartsColumn(key);
  builder.style(row, column, column, style);
}

/** "Erreur", "Avertissement, justifié, en attente", "Erreur, justification acceptée". */
function describeSeverity({ severity, justification }: Finding): string {
  const word = SEVERITY_WORDS[severity];
  if (justification?.isVoid) return `${word}, sans justification possible`;
  if (justification?.decision === "refused") return `${word}, justification refusée`;
  const etat = etatDuMotif(justification);
  if (etat === "a-faire") return word;
  if (etat === "accepte") return `${word}, justification acceptée`;
  return `${word}, ${severity === "warning" ? "justifié" : "justifiée"}, en attente`;
}

const addLine = (text: string, line: string | null): string => (line === null ? text : `${text}\n${line}`);

interface FindingContext {
  readonly title: string;
  /** What follows from it, or what it follows from, in French. */
  readonly attachment: string | null;
  readonly motif: MotifSuivi | undefined;
}

export function addFinding(
  builder: SheetBuilder,
  finding: Finding,
  { title, attachment, motif }: FindingContext,
): void {
  const { severity, subject, message, explanation } = finding;
  const { found, expected, gap } = plainFigures(finding.figures);
  const index = addTableRow(builder, {
    regle: wordCell(title),
    article: wordCell(finding.article),
    gravite: wordCell(describeSeverity(finding)),
    action: subjectCell(finding),
    annee: { value: subject.year ?? null },
    cellule: linkCell(finding.cells),
    trouve: { value: found },
    attendu: { value: expected },
    ecart: { value: gap },
    message: textCell(addLine(addLine(addLine(message, explanation), attachment), motif?.remarque ?? null)),
    identifiant: typedCell(finding.id),
    ...(motif && inputCells(motif.inscription, motif.repere)),
  });
  styleColumn(builder, index, "gravite", SEVERITY_STYLES[severity]);
  if (finding.cells.length === 0) styleColumn(builder, index, "cellule", PLAIN_CELL);
  const formats = formatsOf(finding.figures);
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
    message: textCell(saisie.message),
    ...inputCells(saisie, saisie.repere),
    identifiant: typedCell(saisie.id),
  });
  styleColumn(builder, index, "cellule", PLAIN_CELL);
  const { figure } = saisie.numberFormat.includes("€") ? EUROS : NOMBRES;
  styleColumn(builder, index, "trouve", figure);
  styleColumn(builder, index, "attendu", figure);
}
