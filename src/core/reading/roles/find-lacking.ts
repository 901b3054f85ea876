// The tables whose title does not say what they are about, on all sheets; those of some action are not read before somebody says of which.
import type { Convention } from "../../contract/convention";
import type { PlageNonLue } from "../../domain/dossier";
import type { FoundTables } from "../find-tables";
import type { Part, SheetParts, Tableau } from "../gather-tables";
import type { SheetRead } from "../read-sheets";
import type { FoundLacking } from "./ask-lacking";

const AMOUNTS = ["budget", "execution"] as const;
const SOME_ACTION = "montants lus, action non dite";

const without = <Table extends Tableau>(own: SheetParts<Table>): SheetParts<Table> => {
  const parts = own.parts.filter(({ isOfSomeAction }) => !isOfSomeAction);
  return parts.length === own.parts.length ? own : { ...own, parts, why: parts.length > 0 ? "" : SOME_ACTION };
};

interface Lacking {
  readonly found: readonly FoundTables[];
  readonly lacking: readonly FoundLacking[];
  readonly unread: readonly PlageNonLue[];
}

/** Where each action of the contract stands in a table that names it, a table of no action holds nothing of the contract's. */
export function findLacking(sheets: readonly SheetRead[], { actions }: Convention): Lacking {
  const partsOf = ({ found }: SheetRead): readonly Part<Tableau>[] => AMOUNTS.flatMap((kind) => found[kind].parts);
  const named = new Set(
    sheets.flatMap(partsOf).flatMap(({ table }) => table.lignesAction.flatMap(({ action }) => action ?? [])),
  );
  const isWhole = actions.every((action) => named.has(action));
  const found = sheets.map((sheet) =>
    isWhole
      ? sheet.found
      : { ...sheet.found, budget: without(sheet.found.budget), execution: without(sheet.found.execution) },
  );
  const lacking = sheets.flatMap((sheet): readonly FoundLacking[] =>
    sheet.found.lacking.map((table): FoundLacking => {
      const { grid } = sheet;
      if (table.lack !== "action") return { grid, table, read: null };
      const kind = AMOUNTS.find((one) => sheet.found[one].parts.some((part) => isOf(part, table.row)));
      const read = kind && sheet.found[kind].parts.find((part) => isOf(part, table.row))?.table;
      return isWhole || !kind || !read ? { grid, table, read: null } : { grid, table, read, kind };
    }),
  );
  const unread = lacking.flatMap(({ read, kind, table: { said } }) =>
    read && said === null ? [{ range: read.range, pourquoi: SOME_ACTION, ...(kind && { sujet: kind }) }] : [],
  );
  return { found, lacking, unread };
}

const isOf = ({ table }: Part<Tableau>, row: number): boolean => table.range.top === row;
