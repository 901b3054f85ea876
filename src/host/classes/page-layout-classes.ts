// Page set-up: orientation, paper, fitting, repeated rows, header and footer.
import type { PageSetup, SheetModel } from "../../files/workbook-model";
import type { ExcelState } from "../excel-state";
import { choiceArgument, hostClass, textArgument, wholeArgument, type ClassTables } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { rangeObject, toRange, type SheetObject } from "./objects";

const HEADER_MAX = 255;
/** That a sheet is fitted to. */
const MAX_PAGES = 32_767;

/** Before a row; "horizontal" as its line. */
interface BreakObject extends SheetObject {
  readonly row: number;
}

const pageBreak = (sheet: SheetModel, row: number): BreakObject => ({ className: "PageBreak", sheet, row });
const breaks = ({ sheet }: SheetObject) => sheet.rowBreaks.map((row) => pageBreak(sheet, row));

function present({ sheet, row }: BreakObject): number {
  if (!sheet.rowBreaks.includes(row)) throw hostErrors.itemNotFound();
  return row;
}

export function pageLayoutClasses(state: ExcelState): ClassTables {
  const change = ({ sheet }: SheetObject, part: Partial<PageSetup>) => {
    const target = state.writable(sheet);
    target.pageSetup = { ...target.pageSetup, ...part };
  };
  const headerText = (value: unknown) => {
    const text = textArgument(value);
    if (text.length > HEADER_MAX) throw hostErrors.invalidArgument();
    return text;
  };
  return {
    PageLayout: hostClass<SheetObject>({
      set: {
        Orientation: (object, value) =>
          change(object, {
            orientation: choiceArgument(value, ["Landscape", "Portrait"]) === "Landscape" ? "landscape" : "portrait",
          }),
        PaperSize(object, value) {
          choiceArgument(value, ["A4"]);
          change(object, { paper: "a4" });
        },
        Zoom(object, value) {
          if (state.hasBug("fit-to-pages-ignored")) return;
          const { horizontalFitToPages, verticalFitToPages, scale } = value as Record<string, unknown>;
          if (scale !== undefined) throw new NotSimulated("a page scaled by a percentage");
          if (horizontalFitToPages === undefined && verticalFitToPages === undefined)
            throw hostErrors.invalidArgument();
          const pages = (count: unknown) => (count === undefined ? 0 : wholeArgument(count, 0, MAX_PAGES));
          change(object, { fitTo: { width: pages(horizontalFitToPages), height: pages(verticalFitToPages) } });
        },
      },
      nav: { HeadersFooters: ({ sheet }) => ({ className: "HeaderFooterGroup", sheet }) satisfies SheetObject },
      call: {
        SetPrintArea(object, area) {
          const { range } = toRange(state, object.sheet, area);
          change(object, { printArea: range });
        },
        SetPrintTitleRows(object, rows) {
          const { range } = toRange(state, object.sheet, rows);
          change(object, { titleRows: [range.top, range.bottom] });
        },
      },
    }),
    PageBreakCollection: hostClass<SheetObject>({
      items: breaks,
      index: (collection, index) => breaks(collection)[wholeArgument(index, 0)] ?? null,
      call: {
        // "Adds a page break before the top-left cell of the range specified."
        Add({ sheet }, at) {
          const { range } = toRange(state, sheet, at);
          // Nothing comes before the first row, on whose page the break would be.
          if (range.top === 0) throw hostErrors.invalidArgument();
          const target = state.writable(sheet);
          target.rowBreaks = [...new Set([...target.rowBreaks, range.top])].sort((left, right) => left - right);
          return pageBreak(sheet, range.top);
        },
        RemovePageBreaks: ({ sheet }) => void (state.writable(sheet).rowBreaks = []),
      },
    }),
    PageBreak: hostClass<BreakObject>({
      key: ({ sheet, row }) => ({ _Id: sheet.rowBreaks.indexOf(row) }),
      call: {
        Delete(object) {
          const row = present(object);
          state.writable(object.sheet).rowBreaks = object.sheet.rowBreaks.filter((other) => other !== row);
        },
        GetCellAfterBreak(object) {
          const row = present(object);
          return rangeObject(object.sheet, { top: row, left: 0, bottom: row, right: 0 });
        },
      },
    }),
    HeaderFooterGroup: hostClass<SheetObject>({
      nav: { DefaultForAllPages: ({ sheet }) => ({ className: "HeaderFooter", sheet }) satisfies SheetObject },
    }),
    HeaderFooter: hostClass<SheetObject>({
      set: {
        CenterFooter: (object, value) => change(object, { footer: headerText(value) }),
        CenterHeader: (object, value) => change(object, { header: headerText(value) }),
      },
    }),
  };
}
