// Reads the workbook through Office.js, in two requests: first which sheets there are, then all that stands in them.
import { parseCellRef } from "../core/domain/cell-ref";
import type { RawSheet, RawWorkbook, ResultSheetKind } from "../core/workbook-port";
import { choiceOfMark, isHighlightFormula, readChoices, resultSheetOfMark } from "../core/writing/sheets/marks";
import { knownCharts, loadCharts, type KnownChart } from "./charts";
import { readCells } from "./read-cells";

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

export interface Reading {
  readonly raw: RawWorkbook;
  /** Hidden names of ours that the workbook has, wherever they point. */
  readonly marks: ReadonlySet<string>;
  /** Charts of our result sheets, by the sheet's id. */
  readonly charts: ReadonlyMap<string, readonly KnownChart[]>;
}

/** "marks" leaves the cells unread: enough to take our highlights away. */
export async function readWorkbook(context: Excel.RequestContext, what: "all" | "marks"): Promise<Reading> {
  const { workbook } = context;
  const { worksheets, names, protection } = workbook;
  workbook.load({ name: true });
  protection.load({ protected: true });
  worksheets.load({ id: true, name: true, visibility: true, protection: { protected: true } });
  names.load({ name: true, formula: true });
  await context.sync();

  const sheets = worksheets.items.map(({ id, name, visibility, protection: { protected: isProtected } }) => ({
    id,
    name,
    visibility: VISIBILITY[visibility],
    isProtected,
  }));
  const resultSheets = findResultSheets(names.items);
  const isRead = ({ name, visibility }: (typeof sheets)[number]) => visibility === "visible" || resultSheets.has(name);
  const toRead = what === "all" ? sheets.filter(isRead) : [];
  const formats = new Map<string, Excel.ConditionalFormatCollection>();
  const charts = new Map<string, Excel.ChartCollection>();
  const cells = await readCells(
    context,
    toRead.map(({ id }) => id),
    () => {
      for (const { id, name } of sheets) {
        formats.set(id, loadFormats(worksheets.getItem(id)));
        if (resultSheets.has(name)) charts.set(id, loadCharts(worksheets.getItem(id)));
      }
    },
  );
  const raw: RawWorkbook = {
    name: workbook.name,
    isStructureProtected: protection.protected,
    choices: readChoices(names.items.map(({ name, formula }) => ({ name, formula: String(formula) }))),
    sheets: sheets.map((sheet): RawSheet => ({
      ...sheet,
      resultSheet: resultSheets.get(sheet.name) ?? null,
      highlightIds: ourFormats(formats.get(sheet.id)),
      ...(cells.get(sheet.id) ?? { blocks: [], hiddenRows: [], hiddenColumns: [] }),
    })),
  };
  const ours = names.items
    .map(({ name }) => name.toLowerCase())
    .filter((name) => resultSheetOfMark(name) !== null || choiceOfMark(name) !== null);
  return {
    raw,
    marks: new Set(ours),
    charts: new Map([...charts].map(([id, found]) => [id, knownCharts(found)])),
  };
}

function findResultSheets(names: readonly Excel.NamedItem[]): ReadonlyMap<string, ResultSheetKind> {
  const found = new Map<string, ResultSheetKind>();
  for (const { name, formula } of names) {
    const kind = resultSheetOfMark(name);
    const cell = kind && parseCellRef(String(formula).replace(/^=/, ""));
    if (kind && cell) found.set(cell.sheet, kind);
  }
  return found;
}

function loadFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().untrack().conditionalFormats;
  formats.load({ id: true, customOrNullObject: { rule: { formula: true } } });
  return formats;
}

function ourFormats(formats: Excel.ConditionalFormatCollection | undefined): string[] {
  return (formats?.items ?? [])
    .filter(({ customOrNullObject: custom }) => !custom.isNullObject && isHighlightFormula(custom.rule.formula))
    .map(({ id }) => id);
}
