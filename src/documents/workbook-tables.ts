// The annexes of a signed contract that are a workbook: each sheet is a table of the document, with the figures as it shows them.
import type { SignedDocument } from "../core/drafting/signed-document";
import { isoDate } from "xlsx-model/values/date-serial";
import { roundTo } from "xlsx-model/values/fifteen-digits";
import { montreAutrement } from "../core/domain/values/format-trompeur";
import { isDateFormat } from "../core/domain/values/parse-nombre";
import { formatDate } from "../core/domain/words/format";
import { cite } from "../core/domain/words/typographie";
import type { RawBlock, RawSheet, RawWorkbook } from "../core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { DocumentBuilder } from "./document-builder";
import { checkLimit } from "./limits";

export function workbookTables({ name, sheets }: RawWorkbook): SignedDocument {
  const builder = new DocumentBuilder(name);
  for (const sheet of sheets) {
    if (sheet.resultSheet !== null) continue;
    const lieu = `feuille ${cite(sheet.name)}`;
    if (sheet.visibility !== "visible") builder.leave(`La ${lieu} est masquée : elle n’a pas été lue.`);
    else giveSheet(sheet, lieu, builder);
  }
  return builder.finish();
}

/** Rows as they stand: a place within the table is the address of a cell. */
function giveSheet({ blocks }: RawSheet, lieu: string, builder: DocumentBuilder): void {
  const last = blocks.at(-1);
  if (!last) return;
  const width = Math.max(...blocks.map(({ column, values }) => column + (values[0]?.length ?? 0)));
  const height = last.row + last.values.length;
  checkLimit("columns", width);
  checkLimit("cells", width * height);
  const rows = Array.from({ length: height }, () => new Array<string>(width).fill(""));
  for (const block of blocks) giveBlock(block, rows);
  builder.table(rows, lieu);
}

function giveBlock({ row, column, values, numberFormats }: RawBlock, rows: readonly string[][]): void {
  values.forEach((line, down) => {
    line.forEach((value, across) => {
      const target = rows[row + down];
      if (target) target[column + across] = shown(value, numberFormats[down]?.[across] ?? "General");
    });
  });
}

/** In the words of a document, no digit lost. */
function shown(value: CellValue, numberFormat: string): string {
  if (typeof value !== "number") return typeof value === "boolean" ? (value ? "oui" : "non") : (value ?? "");
  const date = isDateFormat(numberFormat) ? isoDate(value) : null;
  if (date !== null) return formatDate(date);
  if (/%/.test(numberFormat.replace(/"[^"]*"/g, ""))) return `${plain(roundTo(value * 100, 12))} %`;
  return montreAutrement(value, numberFormat, "€") ?? plain(value);
}

const plain = (value: number): string => String(value).replace(".", ",");
