// A sheet whose actions stand in columns, read as if they stood in rows; what is found in it is told at the cells where it really stands.
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import type { Reponse, Question, QuestionKey, ReponseTenue } from "../domain/question";
import { isSameSheet } from "xlsx-model/cell-ref";
import { capitalise, cite, typographie } from "../domain/words/typographie";
import type { LabelReader } from "./labels/label-reader";
import { createSheetGrid, filledRange, type SheetGrid } from "./sheet-grid";
import type { RawBlock, RawSheet } from "../workbook-port";
import type { CellValue } from "xlsx-model/plan";

const turn = <T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) =>
    rows.map((row) => row[column] as T),
  );

const turnBlock = ({ row, column, values, formulas, numberFormats }: RawBlock): RawBlock => ({
  row: column,
  column: row,
  values: turn<CellValue>(values),
  formulas: turn(formulas),
  numberFormats: turn(numberFormats),
});

/** Rows as columns where a person said so; its formulas stay those of the cells where they stand. */
export const asRead = (sheet: RawSheet, grid: SheetGrid, reponses: readonly Reponse[]): SheetGrid =>
  isTransposed(reponses, sheet.name)
    ? {
        ...createSheetGrid({ ...sheet, blocks: sheet.blocks.map(turnBlock), hiddenRows: sheet.hiddenColumns }),
        isTurned: true,
      }
    : grid;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Every place of what was found, turned back; what holds none stays the very same object. */
function turnBack<T>(found: T, sheet: string): T {
  const known = new Map<object, unknown>();
  const isPlace = (value: Record<string, unknown>): boolean =>
    typeof value["sheet"] === "string" && isSameSheet(value["sheet"], sheet);
  const back = (value: unknown): unknown => {
    if (!isRecord(value)) return value;
    const done = known.get(value);
    if (done !== undefined) return done;
    known.set(value, value);
    const made = change(value);
    known.set(value, made);
    return made;
  };
  const change = (value: Record<string, unknown>): unknown => {
    if (isPlace(value)) {
      const { row, column } = value as unknown as CellRef;
      if (typeof row === "number" && typeof column === "number") return { ...value, row: column, column: row };
      const { top, left, bottom, right } = value as unknown as RangeRef;
      if (typeof top === "number") return { ...value, top: left, left: top, bottom: right, right: bottom };
    }
    if (Array.isArray(value)) {
      const items = value.map(back);
      return items.every((item, at) => item === value[at]) ? value : items;
    }
    if (value instanceof Map) {
      const entries = [...value].map(([key, item]) => [back(key), back(item)] as const);
      return entries.every(([key, item]) => value.get(key) === item) ? value : new Map(entries);
    }
    // Cells that say their place themselves.
    const own = "ref" in value ? { ...plain(value) } : value;
    const entries = Object.entries(own).map(([key, item]) => [key, back(item)] as const);
    return own === value && entries.every(([key, item]) => value[key] === item) ? value : Object.fromEntries(entries);
  };
  return back(found) as T;
}

/** As it stands in the workbook: what was found in turned sheets, at the cells of the agent. */
export const turnedBack = <T>(found: T, grids: readonly SheetGrid[]): T =>
  grids.filter(({ isTurned }) => isTurned).reduce((told, { sheet }) => turnBack(told, sheet), found);

/** A cell as it is told: its place, its text, its formula and what it says. */
function plain(cell: Record<string, unknown>): Record<string, unknown> {
  const { ref, text, isRowHidden } = cell;
  return { ...cell, ref, text, ...(isRowHidden === true && { isRowHidden }) };
}

const SENS = "sens";
const EN_COLONNES = "actions en colonnes";
const EN_LIGNES = "actions en lignes";

/** So many actions or indicators side by side make a row of headings. */
const FEWEST = 3;

const THINGS = {
  actions: {
    ask: "les actions sont-elles en colonnes ?",
    yes: "Oui, une colonne par action",
    named: "actions",
    agreed: "nommées",
  },
  indicators: {
    ask: "les indicateurs sont-ils en colonnes ?",
    yes: "Oui, une colonne par indicateur",
    named: "indicateurs",
    agreed: "nommés",
  },
} as const;

interface SideBySide {
  readonly row: number;
  readonly count: number;
  readonly what: keyof typeof THINGS;
}

/** The row in which the actions, or the indicators, stand side by side; null where several of them stand on others. */
function sideBySide({ rows }: SheetGrid, { read, index }: LabelReader): SideBySide | null {
  const named = rows.map((row) => {
    const actions = row.texts.flatMap(({ text }) => read(text).action ?? []);
    const indicators = row.texts.flatMap(({ text }) => index.findIndicateur(read(text).label, null) ?? []);
    return { row: row.row, own: { actions: new Set<object>(actions), indicators: new Set<object>(indicators) } };
  });
  const all = named.flatMap(({ row, own }) =>
    (["indicators", "actions"] as const).map((what) => ({ row, what, found: own[what], count: own[what].size })),
  );
  const [best] = all.filter(({ count }) => count >= FEWEST).sort((one, other) => other.count - one.count);
  if (!best) return null;
  const others = new Set(all.flatMap(({ what, found }) => (what === best.what ? [...found] : [])));
  const isDown = all.filter(({ what, count }) => what === best.what && count > 0).length >= FEWEST;
  return others.size >= best.count + FEWEST || isDown ? null : best;
}

const keyOf = (sheet: string): QuestionKey => ({ kind: "table", path: [SENS, sheet], sheet });

const isOf = ({ key }: Reponse): boolean => key.kind === "table" && key.path[0] === SENS;

const said = (reponses: readonly Reponse[], sheet: string): Reponse | undefined =>
  reponses.filter((one) => isOf(one) && isSameSheet(one.key.sheet ?? "", sheet)).at(-1);

const isTransposed = (reponses: readonly Reponse[], sheet: string): boolean =>
  said(reponses, sheet)?.answer.role === EN_COLONNES;

/** Of sheets whose tables, if any was found, name less of the contract downwards than stands side by side. */
export function askDirections(
  grids: readonly SheetGrid[],
  labels: LabelReader,
  reponses: readonly Reponse[],
): readonly Question[] {
  return grids.flatMap((grid): readonly Question[] => {
    const amounts = grid.rows.reduce((sum, { numbers }) => sum + numbers, 0);
    // Fiches side by side hold words alone: nothing of them waits for the answer.
    if (amounts === 0 || said(reponses, grid.sheet)) return [];
    const found = sideBySide(grid, labels);
    if (!found) return [];
    const { ask, yes, named, agreed } = THINGS[found.what];
    const answers = [
      { role: EN_COLONNES, label: yes },
      { role: EN_LIGNES, label: "Non" },
    ];
    const place = `Feuille ${cite(grid.sheet)}`;
    return [
      {
        about: "table",
        key: keyOf(grid.sheet),
        text: typographie(`${place} : ${ask}`),
        range: filledRange(grid),
        supposed: answers[0] ?? null,
        evidence: [
          typographie(`${found.count} ${named} du contrat sont ${agreed} côte à côte sur la ligne ${found.row + 1}`),
        ],
        answers,
        amounts,
        place: typographie(place),
        asked: typographie(capitalise(ask)),
      },
    ];
  });
}

export const heldDirections = (reponses: readonly Reponse[], grids: readonly SheetGrid[]): readonly ReponseTenue[] =>
  reponses.filter(isOf).map((reponse) => {
    const grid = grids.find(({ sheet }) => isSameSheet(sheet, reponse.key.sheet ?? ""));
    const label = reponse.answer.role === EN_COLONNES ? "Une colonne par action" : "Une ligne par action";
    return { reponse, label, range: grid ? filledRange(grid) : null, setAside: null };
  });
