// What the contract is asked of: one object of each class of the simulated Excel, each by its shortest way over the rich workbook.
import { beforeAll, beforeEach, expect } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { apiClass, isOfLevel, lowerFirst } from "../../src/api/api-members";
import { bootOffice } from "../../src/boot-office-node";
import { createExcelHost } from "../../src/excel-host";
import type { ClassTable } from "../../src/object-table";
import { excelProfile } from "../../src/profile";
import { openRich, richWorkbook, ROOTS } from "./rich-workbook";

export type Loose = Record<string, unknown>;
/** As every object of the client is, whatever its class. */
export interface Loaded extends OfficeExtension.ClientObject {
  load(names?: string): unknown;
  toJSON(): Loose;
}

export const host = createExcelHost(createXlsx("classeur.xlsx"), { profile: excelProfile("microsoft-365") });
let bytes: Uint8Array;

/** To be said once in each file of tests. */
export function openRichWorkbook(): void {
  beforeAll(async () => {
    await bootOffice(host);
    bytes = await richWorkbook(host);
    expect(host.takeUnsupported()).toEqual([]);
  });

  beforeEach(reopenRichWorkbook);
}

export const reopenRichWorkbook = (): void => openRich(host, bytes);

export interface Member {
  readonly root: string;
  readonly path: readonly string[];
  readonly className: string;
  readonly table: ClassTable;
}

/** Each class by its shortest way. */
export const reached: Member[] = [];
{
  const queue: Member[] = Object.keys(ROOTS).map((root) => ({
    root,
    path: [],
    className: root,
    table: host.classes[root] ?? {},
  }));
  const seen = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.has(next.className)) continue;
    seen.add(next.className);
    reached.push(next);
    for (const name of Object.keys(next.table.nav ?? {})) {
      const property = apiClass(next.className)?.properties[lowerFirst(name)];
      const table = property && host.classes[property.type];
      // What a name belongs to, and what a rule is that is of another kind, may be nothing.
      if (!property || !table || !isOfLevel(property.since) || name.endsWith("OrNullObject")) continue;
      if (next.className === "ConditionalFormat" && name !== "Custom") continue;
      queue.push({ root: next.root, path: [...next.path, lowerFirst(name)], className: property.type, table });
    }
  }
}

export function at(context: Excel.RequestContext, { root, path }: Member): Loaded & Loose {
  const start = ROOTS[root]?.(context) as unknown as Loose;
  return path.reduce((object, name) => object[name] as Loose, start) as Loaded & Loose;
}

/** The code that the client throws, null when all went well. */
export async function codeOf(work: (context: Excel.RequestContext) => unknown): Promise<string | null> {
  try {
    await Excel.run(async (context) => {
      await work(context);
      await context.sync();
    });
    return null;
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
}

export const collections = reached.filter(({ table }) => table.items);

export const each = <T extends { readonly className: string }>(members: readonly T[]) =>
  members.map((member) => [member.className, member] as const);

/** A value that a parameter of these types can take. */
function accepted(type: string): unknown {
  if (type.includes("number")) return 1;
  if (type.includes("boolean")) return false;
  if (type.startsWith("'")) return type.split("|")[0]?.slice(1);
  return type.includes("string") ? "A1" : {};
}

/** Calls a method with one argument as given, the others as they may be, and without those that may be left out. */
export function callWith(object: Loose, { className }: Member, method: string, index: number, value: unknown): void {
  const parameters = apiClass(className)?.methods[method]?.parameters ?? [];
  const given = parameters.map(([type, isOptional], place) =>
    place === index ? value : isOptional ? undefined : accepted(type),
  );
  const result = (object[method] as (...args: unknown[]) => unknown).apply(object, given);
  if (result instanceof OfficeExtension.ClientObject) (result as Loaded).load("$none");
}
