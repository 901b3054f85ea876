// What a table was last sorted by, as its part keeps it: Excel shows it in the buttons of the headings.
import { formatLocalRange, parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import { XmlNode } from "../xml/xml-node";

export interface TableSort {
  /** Columns from the left of the table, the first one first. */
  readonly fields: readonly { readonly key: number; readonly ascending: boolean }[];
  readonly matchCase: boolean;
}

/** Null for none, and for one by colours or icons, which is kept as it is. */
export function readSort(table: XmlNode, { left }: GridRange): TableSort | null {
  const state = table.find("sortState");
  if (!state) return null;
  const conditions = state.all("sortCondition");
  if (conditions.some((each) => (each.get("sortBy") ?? "value") !== "value")) return null;
  return {
    fields: conditions.map((each) => ({
      key: (parseLocalRange(each.get("ref") ?? "")?.left ?? left) - left,
      ascending: each.get("descending") !== "1",
    })),
    matchCase: state.get("caseSensitive") === "1",
  };
}

export function sortNode(named: (local: string) => string, body: GridRange, { fields, matchCase }: TableSort): XmlNode {
  const conditions = fields.map(({ key, ascending }) => {
    const column = { ...body, left: body.left + key, right: body.left + key };
    const node = new XmlNode(named("sortCondition"), { ref: formatLocalRange(column) });
    return ascending ? node : node.set("descending", "1");
  });
  const state = new XmlNode(named("sortState"), { ref: formatLocalRange(body) }).append(...conditions);
  return matchCase ? state.set("caseSensitive", "1") : state;
}
