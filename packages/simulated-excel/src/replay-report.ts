// Replays what a real Excel was seen to do otherwise: the members that a report names take what that Excel took, and refuse what it refused.
import { member, memberName, type ClassTable } from "./object-table";
import type { ExcelHost } from "./host-interface";
import type { ExcelVersion } from "./profile";
import { HostError } from "./wire";

/** What of a report is replayed; the page of the trial writes more. */
export interface ReplayedReport {
  readonly excel: { readonly platform: string; readonly excelApi: string };
  readonly differences: readonly {
    /** "RangeFill.color". */
    readonly member: string;
    readonly planned: unknown;
    readonly read: unknown;
    /** How often, of how many times that this was planned. */
    readonly times: number;
    readonly of: number;
  }[];
  readonly refusals: readonly { readonly member: string; readonly code: string }[];
}

/** The version to start, before its report is replayed. */
export function versionOf({ excel: { platform, excelApi } }: ReplayedReport): ExcelVersion {
  if (/mac|ios/i.test(platform)) return "mac";
  if (/online/i.test(platform)) return "web";
  return excelApi === "1.14" ? "excel-2021" : "microsoft-365";
}

type Tables = Record<string, Pick<ClassTable, "set" | "call">>;

/**
 * From here on a property that is given a value which that Excel never kept holds what was read there in its place, and a member that
 * refused refuses. Answers the differences that cannot be replayed: those of methods, and those that came only at times.
 */
export function replayReport(host: Pick<ExcelHost, "classes">, report: ReplayedReport): readonly string[] {
  const tables = host.classes as Tables;
  const left: string[] = [];
  for (const { member: name, planned, read, times, of } of report.differences) {
    const isReplayed = times === of && replaceSetter(tables, name, (value) => replaced(value, planned, read));
    if (!isReplayed) left.push(name);
  }
  for (const { member: name, code } of report.refusals) if (!refuse(tables, name, code)) left.push(name);
  return left;
}

const split = (name: string): readonly [string, string] => [name.replace(/\..*/, ""), name.replace(/^[^.]*\./, "")];

function replaceSetter(tables: Tables, name: string, change: (value: unknown) => unknown): boolean {
  const [className, property] = split(name);
  const table = tables[className];
  const known = memberName(table?.set, property);
  const set = member(table?.set, property);
  if (!table || known === null || !set) return false;
  Object.assign(table, {
    set: { ...table.set, [known]: (object: never, value: unknown) => set(object, change(value)) },
  });
  return true;
}

function refuse(tables: Tables, name: string, code: string): boolean {
  const [className, wanted] = split(name.replace(/\(.*/, ""));
  const table = tables[className];
  const refusal = () => {
    throw new HostError(code, code);
  };
  for (const kind of ["set", "call"] as const) {
    const known = memberName(table?.[kind], wanted);
    if (!table || known === null) continue;
    Object.assign(table, { [kind]: { ...table[kind], [known]: refusal } });
    return true;
  }
  return false;
}

/** Also cell by cell, where a list of lists is given. */
function replaced(value: unknown, planned: unknown, read: unknown): unknown {
  if (isSame(value, planned)) return read;
  return Array.isArray(value) ? value.map((each) => replaced(each, planned, read)) : value;
}

const isSame = (one: unknown, other: unknown): boolean =>
  typeof one === "string" && typeof other === "string"
    ? one.toUpperCase() === other.toUpperCase()
    : JSON.stringify(one) === JSON.stringify(other);
