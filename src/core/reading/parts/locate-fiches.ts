// Finds the fiches actions of a sheet: a cell that names an action, and below it the labels of a fiche.
import type { Action } from "../../contract/convention";
import { numbered, readFicheTitle, type Rubrique, type RubriqueReader } from "./fiche-words";
import { LIMITS } from "../limits";
import type { LabelReader } from "../labels/label-reader";
import { plainText } from "../labels/plain-text";
import type { GridRow, SheetGrid } from "../sheet-grid";
import type { Place } from "./locate-fiche-tables";

/** A label of a fiche in its cell. */
export interface Mark extends Place {
  readonly rubrique: Exclude<Rubrique, "titre">;
  /** Its answer in the same cell; "" when there is none. */
  readonly reponse: string;
}

/** A cell that names an action; null in it for one that the contract does not know. */
interface Title extends Place {
  readonly action: Action | null;
}

interface Draft {
  readonly title: Title;
  readonly marks: Mark[];
}

export interface FicheBlock extends Draft {
  readonly grid: SheetGrid;
  /** First row that is no longer its own. */
  readonly end: number;
}

/** "Fiche action n° | 5", "Intitulé de l'action | Garantir…": the name of the action stands beside. */
function readTitleBeside(row: GridRow, label: number, answer: string, labels: LabelReader): Title | null {
  const [column] = answer === "" ? row.filled(label + 1) : [label];
  if (column === undefined) return null;
  const read = readFicheTitle(answer === "" ? numbered(plainText(row, column)) : answer, labels);
  return read && { row: row.row, column, action: read.action };
}

/** From left to right; what stands right after a label without an answer is its answer, whatever it looks like. */
function readSigns(row: GridRow, rubriques: RubriqueReader, labels: LabelReader): readonly (Title | Mark)[] {
  const signs: (Title | Mark)[] = [];
  let isAwaiting = false;
  let hasLabel = false;
  for (const { column, text } of row.texts) {
    const { rubrique, reponse } = rubriques(text) ?? { rubrique: null, reponse: "" };
    if (rubrique === "titre") {
      const title = readTitleBeside(row, column, reponse, labels);
      if (title) return [...signs, title];
    } else if (rubrique && !(isAwaiting && (rubrique === "axe" || rubrique === "nature"))) {
      signs.push({ row: row.row, column, rubrique, reponse });
      isAwaiting = reponse === "";
      hasLabel = true;
    } else if (hasLabel) isAwaiting = false;
    else {
      const title = readFicheTitle(text, labels);
      if (title) signs.push({ row: row.row, column, action: title.action });
    }
  }
  return signs;
}

const fieldsOf = ({ marks }: Draft): ReadonlySet<Rubrique> =>
  new Set(marks.map(({ rubrique }) => rubrique).filter((rubrique) => rubrique !== "autre"));

/** What names an action inside a fiche begins no other one: no field comes again after it. */
function gather(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const previous = kept.at(-1);
    const before = previous ? fieldsOf(previous) : new Set<Rubrique>();
    if (previous && before.size === 0) {
      const [first, second] = [previous.title.action, draft.title.action];
      const isSame = first === null || second === null || first === second;
      kept[kept.length - 1] = isSame ? { ...draft, title: { ...previous.title, action: first ?? second } } : draft;
    } else if (previous && before.size > 1 && [...fieldsOf(draft)].every((field) => !before.has(field))) {
      previous.marks.push(...draft.marks);
    } else kept.push(draft);
  }
  return kept;
}

/** A label without an answer, right above: what follows is its answer, whatever it looks like. */
function isAwaited(draft: Draft | undefined, row: GridRow, rubrique: Rubrique, grid: SheetGrid): boolean {
  const last = draft?.marks.at(-1);
  if (!last || last.reponse !== "" || last.rubrique !== rubrique || last.row >= row.row) return false;
  return grid.row(last.row)?.filled(last.column + 1).length === 0;
}

export function locateFiches(grid: SheetGrid, rubriques: RubriqueReader, labels: LabelReader): readonly FicheBlock[] {
  const drafts: Draft[] = [];
  const sheetTitle = readFicheTitle(grid.sheet, labels);
  const first = grid.rows.find((row) => !row.isBlank);
  const [column] = first?.filled() ?? [];
  if (sheetTitle && first && column !== undefined) {
    drafts.push({ title: { row: first.row, column, action: sheetTitle.action }, marks: [] });
  }
  for (const row of grid.rows) {
    for (const sign of readSigns(row, rubriques, labels)) {
      const current = drafts.at(-1);
      if ("action" in sign) {
        if (!isAwaited(current, row, "actionsLiees", grid)) drafts.push({ title: sign, marks: [] });
      } else if (current && !isAwaited(current, row, sign.rubrique, grid)) {
        const isTaken = sign.rubrique === "axe" && current.marks.some(({ rubrique }) => rubrique === "axe");
        if (!isTaken) current.marks.push(sign);
      }
    }
  }
  const fiches = gather(drafts);
  return fiches
    .map((draft, index) => ({ ...draft, grid, end: fiches[index + 1]?.title.row ?? Infinity }))
    .filter((draft) => fieldsOf(draft).size >= LIMITS.ficheFields);
}
