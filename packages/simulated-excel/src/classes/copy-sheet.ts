// Worksheet.copy: under which name and at which place the copy stands.
import type { SheetModel } from "xlsx-model/workbook-model";
import type { ExcelState } from "../excel-state";
import { choiceArgument, isHostObject, type HostObject } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import type { SheetObject } from "./range-object";

const MAX_NAME = 31;
const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

export function copySheet(state: ExcelState, source: SheetModel, position: unknown, relativeTo: unknown): SheetModel {
  const model = state.writableStructure();
  const where = choiceArgument(position ?? "None", POSITIONS);
  const beside = isWorksheet(relativeTo) ? relativeTo.sheet : null;
  if (!beside && (where === "Before" || where === "After")) throw hostErrors.invalidArgument();
  const copy = copied(state, source);
  const at = beside ? model.sheets.indexOf(beside) : 0;
  // "None, which inserts the worksheet at the beginning."
  const place = { None: 0, Beginning: 0, Before: at, After: at + 1, End: model.sheets.length - 1 }[where];
  model.moveSheet(copy.id, place);
  copy.visibility = source.visibility;
  state.sheetAdded(copy);
  return copy;
}

function copied({ model }: ExcelState, source: SheetModel): SheetModel {
  const free = copyName(
    model.sheets.map(({ name }) => name),
    source.name,
  );
  try {
    return model.copySheet(source.id, free);
  } catch (error) {
    if (error instanceof RangeError) throw new NotSimulated(error.message);
    throw error;
  }
}

/** "Budget (2)"; a longer name loses its end. */
function copyName(names: readonly string[], name: string): string {
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`;
    const free = stem.slice(0, MAX_NAME - end.length) + end;
    if (!names.some((other) => other.toLowerCase() === free.toLowerCase())) return free;
  }
}

const isWorksheet = (value: unknown): value is SheetObject & HostObject =>
  isHostObject(value) && value.className === "Worksheet";
