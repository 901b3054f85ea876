// Properties of cells, rows and columns read and set many at once: the same ones that ranges, their formats and borders have alone.
import type { GridRange } from "xlsx-model/plan";
import { checkSetValue } from "../api/check-values";
import { columnCount, rowCount } from "../address";
import { isHostObject, member, type ClassTable, type ClassTables, type HostObject } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { rangeObject, type RangeObject } from "./range-object";

type Calls = NonNullable<ClassTable<RangeObject>["call"]>;
type Properties = Readonly<Record<string, unknown>>;

const BORDERS: Readonly<Record<string, string>> = {
  bottom: "EdgeBottom",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
  horizontal: "InsideHorizontal",
  left: "EdgeLeft",
  right: "EdgeRight",
  top: "EdgeTop",
  vertical: "InsideVertical",
};
const OF_FORMAT = ["fill", "font", "protection"];
const OF_ALL = ["address", "addressLocal", "format", "hidden", "hyperlink", "style"];
/** What each kind of properties has beside them. */
const KINDS = {
  cell: { own: OF_ALL, sizes: [] },
  column: { own: [...OF_ALL, "columnHidden", "columnIndex"], sizes: ["columnWidth"] },
  row: { own: [...OF_ALL, "rowHidden", "rowIndex"], sizes: ["rowHeight"] },
} as const;
type Kind = keyof typeof KINDS;

export function rangeProperties(tables: () => ClassTables): Calls {
  const tableOf = ({ className }: HostObject) => tables()[className] ?? {};
  const part = (object: HostObject, name: string): HostObject => {
    const found = member(tableOf(object).nav, name)?.(object);
    if (!found) throw new NotSimulated(`${object.className}.${name}`);
    return found;
  };
  const border = (format: HostObject, side: string): HostObject => {
    const borders = part(format, "borders");
    const found = tableOf(borders).index?.(borders, BORDERS[side]);
    if (!found) throw hostErrors.invalidArgument();
    return found;
  };
  const get = (object: HostObject, name: string): unknown => {
    const read = member(tableOf(object).get, name);
    if (!read) throw new NotSimulated(`${object.className}.${name}`);
    return read(object);
  };
  const set = (object: HostObject, name: string, value: unknown) => {
    if (value === undefined || value === null) return;
    const write = member(tableOf(object).set, name);
    if (!write) throw new NotSimulated(`${object.className}.${name} =`);
    checkSetValue(object.className, name, value);
    write(object, value);
  };
  const readAll = (object: HostObject, wanted: unknown): Properties =>
    Object.fromEntries(asked(wanted).map(([name]) => [name, get(object, name)]));
  const writeAll = (object: HostObject, values: unknown) => {
    for (const [name, value] of Object.entries(record(values))) set(object, name, value);
  };

  const readFormat = (format: HostObject, wanted: unknown, sizes: readonly string[]): Properties =>
    Object.fromEntries(
      asked(wanted).map(([name, inner]) => {
        if (name === "borders")
          return [
            name,
            Object.fromEntries(Object.keys(BORDERS).map((side) => [side, readAll(border(format, side), inner)])),
          ];
        if (OF_FORMAT.includes(name)) return [name, readAll(part(format, name), inner)];
        return [name, get(format, sizeless(name, sizes))];
      }),
    );
  const writeFormat = (format: HostObject, values: unknown, sizes: readonly string[]) => {
    for (const [name, value] of Object.entries(record(values))) {
      if (value === undefined || value === null) continue;
      if (name === "borders")
        for (const [side, line] of Object.entries(record(value))) writeAll(border(format, side), line);
      else if (OF_FORMAT.includes(name)) writeAll(part(format, name), value);
      else set(format, sizeless(name, sizes), value);
    }
  };
  /** What is wanted of each of them is looked through once. */
  const reader = (wanted: unknown, kind: Kind): ((object: RangeObject) => Properties) => {
    const names = asked(wanted);
    for (const [name] of names) known(kind, name);
    const { sizes } = KINDS[kind];
    return (object) =>
      Object.fromEntries(
        names.map(([name, inner]) => [
          name,
          name === "format" ? readFormat(part(object, name), inner, sizes) : get(object, name),
        ]),
      );
  };
  const write = (object: RangeObject, values: Properties, kind: Kind) => {
    for (const [name, value] of Object.entries(values)) {
      known(kind, name);
      if (name === "format") writeFormat(part(object, name), value ?? {}, KINDS[kind].sizes);
      else set(object, name, value);
    }
  };
  const each = (ranges: readonly RangeObject[], values: unknown, kind: Kind) => {
    const given = list(values);
    if (given.length !== ranges.length) throw hostErrors.invalidArgument();
    const all = given.map(record);
    ranges.forEach((range, at) => write(range, all[at] ?? {}, kind));
  };

  return {
    GetCellProperties(object, wanted) {
      const read = reader(wanted, "cell");
      return rows(object).map((row) => columns(row).map(read));
    },
    GetColumnProperties: (object, wanted) => columns(object).map(reader(wanted, "column")),
    GetRowProperties: (object, wanted) => rows(object).map(reader(wanted, "row")),
    SetCellProperties(object, values) {
      const given = list(values).map(list);
      if (given.length !== rowCount(object.range) || given.some((row) => row.length !== columnCount(object.range)))
        throw hostErrors.invalidArgument();
      for (const row of given) row.forEach(record);
      rows(object).forEach((row, at) => each(columns(row), given[at], "cell"));
    },
    SetColumnProperties: (object, values) => each(columns(object), values, "column"),
    SetRowProperties: (object, values) => each(rows(object), values, "row"),
  };
}

function lines(
  object: RangeObject,
  first: number,
  last: number,
  at: (place: number) => Partial<GridRange>,
): RangeObject[] {
  return Array.from({ length: last - first + 1 }, (_, index) =>
    rangeObject(object.sheet, { ...object.range, ...at(first + index) }),
  );
}
const rows = (object: RangeObject) =>
  lines(object, object.range.top, object.range.bottom, (row) => ({ top: row, bottom: row }));
const columns = (object: RangeObject) =>
  lines(object, object.range.left, object.range.right, (column) => ({ left: column, right: column }));

/** `{ format: { fill: { color: true } }, address: true }`; what is false is not asked for. */
function asked(wanted: unknown): [string, unknown][] {
  return Object.entries(record(wanted)).filter(([, inner]) => inner !== false && inner !== undefined);
}

function known(kind: Kind, name: string): void {
  if (name === "textRuns") throw new NotSimulated("runs of text");
  if (!KINDS[kind].own.includes(name)) throw hostErrors.invalidArgument();
}

/** Widths are those of columns, heights those of rows. */
function sizeless(name: string, sizes: readonly string[]): string {
  if (/^(?:columnWidth|rowHeight)$/.test(name) && !sizes.includes(name)) throw hostErrors.invalidArgument();
  return name;
}

function list(values: unknown): readonly unknown[] {
  if (!Array.isArray(values)) throw hostErrors.invalidArgument();
  return values;
}

function record(values: unknown): Properties {
  if (typeof values !== "object" || values === null || Array.isArray(values) || isHostObject(values))
    throw hostErrors.invalidArgument();
  return values as Properties;
}
