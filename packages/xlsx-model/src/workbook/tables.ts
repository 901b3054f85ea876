// The tables of a sheet, for the formulas that name their columns.
import { parseLocalRange } from "../cell-ref";
import type { NamedTable } from "../formula-text/table-references";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships } from "../package/relationships";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { decodeHexEscapes } from "../xml/escape";
import { child, childrenNamed, parseXml } from "../xml/parse-xml";

export function readTables(pack: OpcPackage, sheet: XlsxSheet): NamedTable[] {
  const tables: NamedTable[] = [];
  for (const { kind, target } of readRelationships(pack, sheet.path)) {
    if (kind !== "table" || !pack.has(target)) continue;
    const root = pack.parse(target, parseXml);
    const range = parseLocalRange(root.attributes["ref"] ?? "");
    if (!range) continue;
    tables.push({
      name: root.attributes["displayName"] ?? root.attributes["name"] ?? "",
      range: { sheet: sheet.name, ...range },
      headerRows: Number(root.attributes["headerRowCount"] ?? 1),
      totalsRows: Number(root.attributes["totalsRowCount"] ?? 0),
      columns: childrenNamed(child(root, "tableColumns"), "tableColumn").map(({ attributes }) =>
        decodeHexEscapes(attributes["name"] ?? ""),
      ),
    });
  }
  return tables;
}
