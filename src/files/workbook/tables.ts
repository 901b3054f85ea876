// The tables of a sheet, for the formulas that name their columns.
import type { GridRange } from "../../core/workbook-port";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships } from "../package/relationships";
import { parseRange } from "../sheet/ranges";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { decodeHexEscapes } from "../xml/escape";
import { child, childrenNamed, parseXml } from "../xml/parse-xml";

export interface Table {
  readonly name: string;
  readonly sheet: XlsxSheet;
  readonly range: GridRange;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

export function readTables(pack: OpcPackage, sheet: XlsxSheet): Table[] {
  const tables: Table[] = [];
  for (const { kind, target } of readRelationships(pack, sheet.path)) {
    if (kind !== "table" || !pack.has(target)) continue;
    const root = pack.parse(target, parseXml);
    const range = parseRange(root.attributes["ref"] ?? "");
    if (!range) continue;
    tables.push({
      name: root.attributes["displayName"] ?? root.attributes["name"] ?? "",
      sheet,
      range,
      headerRows: Number(root.attributes["headerRowCount"] ?? 1),
      totalsRows: Number(root.attributes["totalsRowCount"] ?? 0),
      columns: childrenNamed(child(root, "tableColumns"), "tableColumn").map(({ attributes }) =>
        decodeHexEscapes(attributes["name"] ?? ""),
      ),
    });
  }
  return tables;
}
