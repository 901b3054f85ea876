// Which sheet each planned one is written to: ours, a new one, or an empty one that an interrupted run may have left.
import type { AnnexePlan, RawSheet, RawWorkbook, SheetPlan } from "../../workbook-port";
import { renameSheetsInFormula } from "xlsx-model/formula-text/rename-sheets";
import { contentsOf } from "./changed-since";
import { holdsExactly } from "./planned-contents";
import { refusals } from "./refusals";
import { freeSheetName } from "./result-sheet-name";

/** `sheet` is the one to write over; null for one to be added under that name. */
export interface SheetTarget<T> {
  readonly plan: T;
  readonly name: string;
  readonly sheet: RawSheet | null;
  /** The sheet holds the whole annexe already, as an earlier run wrote it and nobody touched it: it is shown again. */
  readonly isWhole?: true;
}

export interface ResultTargets {
  readonly targets: readonly SheetTarget<SheetPlan>[];
  /** Sentences for the sheets that cannot be written. */
  readonly refused: readonly string[];
}

/** `isEmpty` tells of a visible sheet of the agent's whether anything stands on it. */
export function resultTargets(
  plans: readonly SheetPlan[],
  read: RawWorkbook,
  isEmpty: (sheet: RawSheet) => boolean,
): ResultTargets {
  const taken = read.sheets.map(({ name }) => name);
  const targets: SheetTarget<SheetPlan>[] = [];
  const refused: string[] = [];
  for (const plan of plans) {
    const sheet =
      read.sheets.find(({ resultSheet }) => resultSheet === plan.kind) ?? emptySheet(plan.name, read, isEmpty);
    if (sheet?.isProtected) refused.push(refusals.protectedResultSheet(sheet.name));
    else if (!sheet && read.isStructureProtected) refused.push(refusals.protectedStructure(plan.name));
    else {
      const name = sheet?.name ?? freeSheetName(plan.name, taken);
      taken.push(name);
      targets.push({ plan, name, sheet });
    }
  }
  return { targets, refused };
}

/** `taken` are the tab names that the result sheets of the same plan get. */
export function annexeTargets(
  annexes: readonly AnnexePlan[],
  read: RawWorkbook,
  taken: readonly string[],
  isEmpty: (sheet: RawSheet) => boolean,
): readonly SheetTarget<AnnexePlan>[] {
  const removed = new Set(unfinishedAnnexes(read).map(({ id }) => id));
  const kept = read.sheets.filter(({ id }) => !removed.has(id));
  const known = [...kept.map(({ name }) => name), ...taken];
  const used = new Set<string>();
  const targets = annexes.map((plan): SheetTarget<AnnexePlan> => {
    const whole = kept.find((each) => bears(each, plan.name) && holdsExactly(contentsOf(each.blocks), plan.cells));
    if (whole && !used.has(whole.id)) {
      used.add(whole.id);
      return { plan, name: whole.name, sheet: whole, isWhole: true };
    }
    const empty = emptySheet(plan.name, { ...read, sheets: kept }, isEmpty);
    const sheet = empty && !used.has(empty.id) ? empty : null;
    if (sheet) used.add(sheet.id);
    const name = sheet?.name ?? freeSheetName(plan.name, known);
    known.push(name);
    return { plan, name, sheet };
  });
  // Where several sheets bear one name, the first is meant.
  const first = new Map([...targets].reverse().map(({ plan, name }) => [plan.name, name] as const));
  const renamed = new Map([...first].filter(([planned, name]) => planned !== name));
  return renamed.size === 0
    ? targets
    : targets.map(({ plan, ...target }) => ({
        ...target,
        plan: { ...plan, cells: followSheets(plan.cells, renamed) },
      }));
}

/** What an annexe takes from another one follows it to the tab that it got. */
const followSheets = (cells: AnnexePlan["cells"], renamed: ReadonlyMap<string, string>): AnnexePlan["cells"] =>
  cells.map((row) =>
    row.map((cell) =>
      cell.formula === undefined ? cell : { ...cell, formula: renameSheetsInFormula(cell.formula, renamed) },
    ),
  );

/** Sheets that an interrupted run began: they go before anything else is written. */
export function unfinishedAnnexes({ sheets, unfinished = [], isStructureProtected }: RawWorkbook): readonly RawSheet[] {
  if (isStructureProtected) return [];
  const begun = unfinished.flatMap(({ kind, range }) =>
    kind === "annexe" && range ? [range.sheet.toLowerCase()] : [],
  );
  return sheets.filter(({ name }) => begun.includes(name.toLowerCase()));
}

/** Excel compares tab names without case. */
const bears = (sheet: RawSheet, name: string): boolean => sheet.name.toLowerCase() === name.toLowerCase();

function emptySheet(
  name: string,
  { sheets }: Pick<RawWorkbook, "sheets">,
  isEmpty: (sheet: RawSheet) => boolean,
): RawSheet | null {
  const found = sheets.find((sheet) => bears(sheet, name));
  if (!found || found.resultSheet !== null || found.isProtected || found.visibility !== "visible") return null;
  return isEmpty(found) ? found : null;
}
