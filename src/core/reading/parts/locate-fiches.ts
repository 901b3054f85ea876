// Finds the fiches actions of a sheet: a cell that names an action, and below it the labels of a fiche.
import type { Action } from "../../domain/contrat/convention";
import { numbered, readFicheTitle, type Rubrique, type RubriqueReader } from "./fiche-words";
import { LIMITS } from "../limits";
import type { LabelReader } from "../labels/label-reader";
import { plainText } from "../labels/plain-text";
import type { GridRow, SheetGrid } from "../sheet-grid";

/** A label of a fiche in its cell. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly rubrique: Exclude<Rubrique, "titre">;
  /** Its answer in the same cell; "" when there is none. */
  readonly reponse: string;
}

export interface FicheBlock {
  readonly grid: SheetGrid;
  readonly titre: { readonly row: number; readonly column: number };
  readonly action: Action | null;
  readonly marks: readonly Mark[];
  /** First row that is no longer its own. */
  readonly end: number;
}

interface Draft {
  titre: { row: number; column: number };
  action: Action | null;
  marks: Mark[];
}

interface Title {
  readonly row: number;
  readonly column: number;
  readonly action: Action | null;
}

type Sign = { readonly title: Title } | { readonly mark: Mark };

const hasAnswerBeside = (row: GridRow, column: number): boolean => {
  for (let at = column + 1; at <= row.right; at += 1) if (row.value(at) !== null) return true;
  return false;
};

/** "Fiche action n° | 5", "Intitulé de l'action | Garantir…": the name of the action stands beside. */
function readTitleBeside(row: GridRow, column: number, answer: string, labels: LabelReader): Title | null {
  if (answer !== "") {
    const read = readFicheTitle(answer, labels);
    return read && { row: row.row, column, action: read.action };
  }
  for (let at = column + 1; at <= row.right; at += 1) {
    const text = plainText(row, at);
    if (text === "") continue;
    const read = readFicheTitle(numbered(text), labels);
    return read && { row: row.row, column: at, action: read.action };
  }
  return null;
}

/** From left to right; what stands right after a label without an answer is its answer, whatever it looks like. */
function readSigns(row: GridRow, rubriques: RubriqueReader, labels: LabelReader): Sign[] {
  const signs: Sign[] = [];
  let isAwaiting = false;
  let hasLabel = false;
  for (const column of row.texts) {
    const text = row.text(column);
    if (text === null) continue;
    const read = rubriques(text);
    if (read?.rubrique === "titre") {
      const title = readTitleBeside(row, column, read.reponse, labels);
      if (title) return [...signs, { title }];
    } else if (read && !(isAwaiting && (read.rubrique === "axe" || read.rubrique === "nature"))) {
      const { rubrique, reponse } = read;
      signs.push({ mark: { row: row.row, column, rubrique, reponse } });
      isAwaiting = reponse === "";
      hasLabel = true;
    } else if (hasLabel) isAwaiting = false;
    else {
      const title = readFicheTitle(text, labels);
      if (title) signs.push({ title: { row: row.row, column, action: title.action } });
    }
  }
  return signs;
}

const fieldsOf = ({ marks }: Draft): ReadonlySet<Rubrique> =>
  new Set(marks.map(({ rubrique }) => rubrique).filter((rubrique) => rubrique !== "autre"));

/** What names an action inside a fiche begins no other one: no field comes again after it. */
function gather(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const previous = kept.at(-1);
    const before = previous ? fieldsOf(previous) : new Set<Rubrique>();
    const own = fieldsOf(draft);
    if (previous && before.size === 0) {
      const isSame = previous.action === null || draft.action === null || previous.action === draft.action;
      kept[kept.length - 1] = isSame
        ? { ...draft, titre: previous.titre, action: previous.action ?? draft.action }
        : draft;
    } else if (previous && before.size > 1 && [...own].every((field) => !before.has(field))) {
      previous.marks.push(...draft.marks);
    } else kept.push(draft);
  }
  return kept;
}

/** A label without an answer, right above: what follows is its answer, whatever it looks like. */
function isAwaited(draft: Draft | undefined, row: GridRow, rubrique: Rubrique, grid: SheetGrid): boolean {
  const last = draft?.marks.at(-1);
  if (!last || last.reponse !== "" || last.rubrique !== rubrique || last.row >= row.row) return false;
  const above = grid.row(last.row);
  return above !== null && !hasAnswerBeside(above, last.column);
}

export function locateFiches(grid: SheetGrid, rubriques: RubriqueReader, labels: LabelReader): FicheBlock[] {
  const drafts: Draft[] = [];
  const sheetTitle = readFicheTitle(grid.sheet, labels);
  const first = grid.rows.find((row) => !row.isBlank);
  if (sheetTitle && first) {
    let column = first.left;
    while (first.value(column) === null) column += 1;
    drafts.push({ titre: { row: first.row, column }, action: sheetTitle.action, marks: [] });
  }
  for (const row of grid.rows) {
    if (row.isBlank) continue;
    for (const sign of readSigns(row, rubriques, labels)) {
      const current = drafts.at(-1);
      if ("title" in sign) {
        if (isAwaited(current, row, "actionsLiees", grid)) continue;
        const { action, ...titre } = sign.title;
        drafts.push({ titre, action, marks: [] });
      } else if (current) {
        const { mark } = sign;
        const isTaken = mark.rubrique === "axe" && current.marks.some(({ rubrique }) => rubrique === "axe");
        if (!isTaken && !isAwaited(current, row, mark.rubrique, grid)) current.marks.push(mark);
      }
    }
  }
  const fiches = gather(drafts);
  return fiches
    .map((draft, index) => ({ ...draft, grid, end: fiches[index + 1]?.titre.row ?? Infinity }))
    .filter((draft) => fieldsOf(draft).size >= LIMITS.ficheFields);
}
