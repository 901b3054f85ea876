// What looks like the contract's and no table took: figures beside its labels, or under its words, each place with its reason.
import type { RangeRef } from "../domain/cell-ref";
import type { PlageNonLue } from "../domain/dossier";
import { isDateFormat } from "../domain/values/parse-nombre";
import { formatListe } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import { headingAt, isYear } from "./headings/heading-cells";
import { announcesNoAmount, guessSubject, type HeadingReader } from "./headings/headings";
import type { LabelReader } from "./labels/label-reader";
import { holdsOneText } from "./headings/table-header";
import { LIMITS } from "./limits";
import { withoutRanges, type GridRow, type SheetGrid } from "./sheet-grid";

/** Rows of one sheet with no blank row between them. */
interface Block {
  readonly rows: GridRow[];
}

interface Look {
  amounts: number;
  actions: number;
  axes: number;
  totals: number;
  parties: Set<string>;
  years: number;
  isIndicators: boolean;
  /** Headings that speak of the contract's amounts in words that nobody knows. */
  unknown: Set<string>;
  area: Omit<RangeRef, "sheet"> | null;
}

function split({ rows }: SheetGrid): readonly Block[] {
  const blocks: Block[] = [];
  let last: GridRow | null = null;
  for (const row of rows) {
    if (row.isBlank) continue;
    if (last?.row === row.row - 1) blocks.at(-1)?.rows.push(row);
    else blocks.push({ rows: [row] });
    last = row;
  }
  return blocks;
}

function widen(area: Look["area"], row: number, column: number): NonNullable<Look["area"]> {
  if (!area) return { top: row, bottom: row, left: column, right: column };
  return { ...area, bottom: row, left: Math.min(area.left, column), right: Math.max(area.right, column) };
}

function look({ rows }: Block, headings: HeadingReader, labels: LabelReader): Look {
  const seen: Look = {
    amounts: 0,
    actions: 0,
    axes: 0,
    totals: 0,
    parties: new Set(),
    years: 0,
    isIndicators: false,
    unknown: new Set(),
    area: null,
  };
  for (const row of rows) {
    for (let column = row.left; column <= row.right; column += 1) {
      const value = row.value(column);
      if (value === null) continue;
      seen.area = widen(seen.area, row.row, column);
      if (typeof value === "number") {
        if (isYear(value)) seen.years += 1;
        else if (!isDateFormat(row.numberFormat(column))) seen.amounts += 1;
      }
      if (typeof value !== "string") continue;
      const { action, axe, total } = labels.read(value);
      const heading = headingAt(row, column, headings);
      if (action) seen.actions += 1;
      else if (axe) seen.axes += 1;
      else if (total) seen.totals += 1;
      if (heading.part === "etat" || heading.part === "collectivite") seen.parties.add(heading.part);
      if (heading.annee !== null) seen.years += 1;
      if (heading.role === "indicateur") seen.isIndicators = true;
      const isHeading = !action && !axe && !total && value.length <= LIMITS.headingLength && !holdsOneText(row);
      if (heading.isUnknown && isHeading && guessSubject(value) && !announcesNoAmount(value)) seen.unknown.add(value);
    }
  }
  return seen;
}

const CITED = 3;

/** "intitulés de colonnes non compris : « État S1 2024 », « Métropole S1 2024 » et d’autres". */
function citeUnknown(unknown: readonly string[]): string {
  const said = unknown.slice(0, CITED).map((text) => cite(text.replace(/\s+/gu, " ").trim()));
  const list = unknown.length > CITED ? `${said.join(", ")} et d’autres` : formatListe(said);
  return typographie(
    unknown.length > 1 ? `intitulés de colonnes non compris : ${list}` : `intitulé de colonne non compris : ${list}`,
  );
}

/** French clause; null for a block that does not look like the contract's. */
function explain({ amounts, actions, axes, totals, parties, years, isIndicators, unknown }: Look): string | null {
  if (amounts < LIMITS.unreadAmounts) return null;
  if (actions === 0 && axes === 0) {
    return parties.size === 2 && years > 0 ? "montants lus, aucune ligne d’action reconnue" : null;
  }
  if (isIndicators) return "chiffres d’indicateurs, années non trouvées";
  if (parties.size < 2 && unknown.size > 0) return `montants lus, ${citeUnknown([...unknown])}`;
  if (parties.size < 2) return "montants lus, colonnes État / Métropole non trouvées";
  if (years === 0) return "montants lus, année non trouvée";
  if (actions === 0 && (axes > 1 || totals > 0)) return "récapitulatif de totaux par axe, non comparé";
  return "montants lus, disposition non reconnue";
}

/** `taken` are the ranges that tables were read from, candidates for a choice among them. */
export function findUnread(
  grids: readonly SheetGrid[],
  taken: readonly RangeRef[],
  headings: HeadingReader,
  labels: LabelReader,
): readonly PlageNonLue[] {
  return grids.flatMap((grid) =>
    split(withoutRanges(grid, taken)).flatMap((block): PlageNonLue[] => {
      const seen = look(block, headings, labels);
      const pourquoi = explain(seen);
      return pourquoi && seen.area ? [{ range: { sheet: grid.sheet, ...seen.area }, pourquoi }] : [];
    }),
  );
}
