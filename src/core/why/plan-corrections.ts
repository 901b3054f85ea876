// Turns the fixes of discrepancies into changes of cells; what cannot be done safely is left alone, with the reason.
import { formatCellRef, isSameCell, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../domain/dossier";
import { findFact } from "../facts/find-fact";
import { montreAutrement } from "../domain/values/format-trompeur";
import type { Montant } from "../domain/values/montant";
import { isUnfitFormat, RawCells } from "./totals/raw-cells";
import type { Finding, Fix, FixChoice } from "../verification";
import { fixValue } from "../verification-json";
import type { RawWorkbook } from "../workbook-port";
import type { CellContent, Correction, CorrectionPlan, LeftAlone } from "./correction";
import { effectsOf } from "./effects";

const GONE = "il n’est plus dans le classeur";
const NO_FIX = "sa correction demande un choix";
const RIVAL = "un autre écart demanderait une autre valeur dans la même cellule";
const COVERED = "sa cellule est fusionnée avec une autre";

function contentOf(fix: Fix): CellContent {
  return "formula" in fix ? { value: null, formula: fix.formula } : { value: fixValue(fix), formula: null };
}

const isSameContent = (a: CellContent, b: CellContent): boolean => a.formula === b.formula && a.value === b.value;

/** A number or a formula in a cell of text would stay a text, and a number in some formats show another one. */
function formatFor(fix: Fix, { value, formula }: CellContent, numberFormat: string): string | null {
  if (formula === null && typeof value === "string") return null;
  if (!isUnfitFormat(numberFormat) && !showsAnother(fix, value, numberFormat)) return null;
  return "value" in fix ? "General" : "#,##0.00";
}

function showsAnother(fix: Fix, value: CellContent["value"], numberFormat: string): boolean {
  if (typeof value !== "number" || ("value" in fix && fix.isPart)) return false;
  return montreAutrement(value, numberFormat, "montant" in fix ? fix.unit : "€") !== null;
}

const byPlace = (a: CellRef, b: CellRef): number => a.row - b.row || a.column - b.column;

/** What the cell says before; and after, where the fix says it or a discrepancy of that very cell expects it. */
function montantsOf(fix: Fix, findings: readonly Finding[], dossier: Dossier): Correction["montants"] {
  const fact = findFact(dossier, fix.cell)?.fact;
  if (!fact) return null;
  return {
    before: fact.known.value,
    after: "montant" in fix ? fix.montant : expectedAt(fix.cell, findings),
  };
}

function expectedAt(cell: CellRef, findings: readonly Finding[]): Montant | null {
  for (const { cells, figures } of findings) {
    const [only, another] = cells;
    if (!only || another || !isSameCell(only, cell)) continue;
    if (figures?.unit === "montant" && figures.expected !== null) return figures.expected;
  }
  return null;
}

/** One plan for each way that a person can choose, where the only discrepancy has no safe fix. */
export function planChoices(
  findings: readonly Finding[],
  ids: readonly string[],
  raw: RawWorkbook,
  dossier: Dossier,
): readonly CorrectionPlan[] {
  const only = ids.length === 1 ? findings.find(({ id }) => id === ids[0]) : undefined;
  const choices = only && !only.fix ? (only.choices ?? []) : [];
  if (choices.length === 0) return [planCorrections(findings, ids, raw, dossier)];
  return choices.map((choice) => planCorrections(findings, ids, raw, dossier, choice));
}

/** `ids` are those of the discrepancies to correct. Two that want the same in one cell are corrected together. */
function planCorrections(
  findings: readonly Finding[],
  ids: readonly string[],
  raw: RawWorkbook,
  dossier: Dossier,
  chosen: FixChoice | null = null,
): CorrectionPlan {
  const cells = new RawCells(raw);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const left: LeftAlone[] = [];
  const wanted = new Map<string, { fix: Fix; after: CellContent; findings: string[] }>();
  for (const id of ids) {
    const finding = byId.get(id);
    const fixes = chosen ? [chosen.fix] : finding?.fix;
    const why = !finding ? GONE : !fixes ? NO_FIX : refusal(fixes, wanted, cells);
    if (why !== null) {
      left.push({ finding: id, why });
      continue;
    }
    for (const fix of fixes ?? []) {
      const key = formatCellRef(fix.cell);
      const known = wanted.get(key);
      if (known) known.findings.push(id);
      else wanted.set(key, { fix, after: contentOf(fix), findings: [chosen?.settles ?? id] });
    }
  }
  const sheets = raw.sheets.map(({ name }) => name);
  const corrections = [...wanted.values()]
    .map(({ fix, after, findings: settled }): Correction => {
      const { cell } = fix;
      const numberFormat = cells.numberFormat(cell);
      return {
        findings: settled,
        cell,
        before: { value: cells.value(cell), formula: cells.formula(cell) },
        after,
        montants: montantsOf(fix, findings, dossier),
        numberFormatBefore: numberFormat,
        numberFormatAfter: formatFor(fix, after, numberFormat),
      };
    })
    .sort((a, b) => sheets.indexOf(a.cell.sheet) - sheets.indexOf(b.cell.sheet) || byPlace(a.cell, b.cell));
  return { findings: ids, chosen, corrections, effects: effectsOf(dossier, corrections), left };
}

function refusal(
  fixes: readonly Fix[],
  wanted: ReadonlyMap<string, { readonly after: CellContent }>,
  cells: RawCells,
): string | null {
  for (const fix of fixes) {
    if (cells.isCovered(fix.cell)) return COVERED;
    const known = wanted.get(formatCellRef(fix.cell));
    if (known && !isSameContent(known.after, contentOf(fix))) return RIVAL;
  }
  return null;
}
