// Page set-up: paper, margins, fitting, what is repeated and what prints.
import { LAST_COLUMN, LAST_ROW } from "xlsx-model/cell-ref";
import type { PageMargins } from "xlsx-model/plan";
import type { PageSetup } from "xlsx-model/sheet-values";
import { columnCount, rowCount } from "../address";
import type { ExcelState } from "../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  isHostObject,
  numberArgument,
  wholeArgument,
  type ClassTable,
  type ClassTables,
} from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { headerFooterClasses } from "./header-footer-classes";
import { rangesObject, toRange, type RangesObject } from "./objects";
import { rangeObject, type RangeObject, type SheetObject } from "./range-object";
import { pageBreakClasses } from "./page-break-classes";
import { PAPERS } from "./papers";

/** That a sheet is fitted to, and that pages are numbered to. */
const MAX_PAGES = 32_767;
const POINTS_PER_INCH = 72;
const POINTS_PER: Readonly<Record<string, number>> = {
  Points: 1,
  Inches: POINTS_PER_INCH,
  Centimeters: POINTS_PER_INCH / 2.54,
};

/** "The value MUST be greater than or equal to 0 and less than 49" inches ([MS-XLS], LeftMargin and its like). */
const MARGIN_INCHES = 49;

/** The words of the file, by those of the client. */
const COMMENTS = { NoComments: null, EndSheet: "atEnd", InPlace: "asDisplayed" } as const;
const ERRORS = { AsDisplayed: null, Blank: "blank", Dash: "dash", NotAvailable: "NA" } as const;
const ORDERS = { DownThenOver: null, OverThenDown: "overThenDown" } as const;

type Members = Required<Pick<ClassTable<SheetObject>, "get" | "set">>;
type Element = "pageSetup" | "printOptions";

export function pageLayoutClasses(state: ExcelState): ClassTables {
  const change = ({ sheet }: SheetObject, part: Partial<PageSetup>) => {
    const target = state.writable(sheet);
    target.pageSetup = { ...target.pageSetup, ...part };
  };
  const setMargins = (object: SheetObject, points: Readonly<Record<string, unknown>>, pointsPerUnit: number) => {
    const margins: Record<string, number> = { ...object.sheet.pageSetup.margins };
    for (const [side, given] of Object.entries(points)) {
      if (!(side in margins)) throw hostErrors.invalidArgument();
      if (given === undefined || given === null) continue;
      const inches = (numberArgument(given) * pointsPerUnit) / POINTS_PER_INCH;
      if (inches < 0 || inches >= MARGIN_INCHES) throw hostErrors.invalidArgument();
      margins[side] = inches;
    }
    change(object, { margins: margins as unknown as PageMargins });
  };
  const margin = (name: string, side: keyof PageMargins): Members => ({
    get: { [name]: ({ sheet }) => Number((sheet.pageSetup.margins[side] * POINTS_PER_INCH).toFixed(9)) },
    set: { [name]: (object, points) => setMargins(object, { [side]: points }, 1) },
  });
  const flag = (name: string, element: Element, attribute: string): Members => ({
    get: { [name]: ({ sheet }) => /^(?:1|true)$/.test(sheet.printing.get(element, attribute) ?? "") },
    set: {
      [name]: ({ sheet }, isOn) =>
        state.writable(sheet).printing.set(element, { [attribute]: booleanArgument(isOn) ? "1" : null }),
    },
  });
  const choice = (name: string, attribute: string, words: Readonly<Record<string, string | null>>): Members => ({
    get: {
      [name]({ sheet }) {
        const said = sheet.printing.get("pageSetup", attribute);
        return Object.keys(words).find((word) => words[word] === said) ?? Object.keys(words)[0];
      },
    },
    set: {
      [name]: ({ sheet }, value) =>
        state.writable(sheet).printing.set("pageSetup", {
          [attribute]: words[choiceArgument(value, Object.keys(words))] ?? null,
        }),
    },
  });
  const parts: readonly Members[] = [
    margin("BottomMargin", "bottom"),
    margin("FooterMargin", "footer"),
    margin("HeaderMargin", "header"),
    margin("LeftMargin", "left"),
    margin("RightMargin", "right"),
    margin("TopMargin", "top"),
    flag("BlackAndWhite", "pageSetup", "blackAndWhite"),
    flag("CenterHorizontally", "printOptions", "horizontalCentered"),
    flag("CenterVertically", "printOptions", "verticalCentered"),
    flag("DraftMode", "pageSetup", "draft"),
    flag("PrintGridlines", "printOptions", "gridLines"),
    flag("PrintHeadings", "printOptions", "headings"),
    choice("PrintComments", "cellComments", COMMENTS),
    choice("PrintErrors", "errors", ERRORS),
    choice("PrintOrder", "pageOrder", ORDERS),
  ];
  const titles = ({ sheet }: SheetObject, lines: "titleRows" | "titleColumns"): RangeObject | null => {
    const said = sheet.pageSetup[lines];
    if (!said) return null;
    const [first, last] = said;
    return rangeObject(
      sheet,
      lines === "titleRows"
        ? { top: first, left: 0, bottom: last, right: LAST_COLUMN }
        : { top: 0, left: first, bottom: LAST_ROW, right: last },
    );
  };
  const printed = ({ sheet }: SheetObject): RangesObject | null => {
    const ranges = sheet.pageSetup.printArea;
    return ranges && rangesObject("RangeAreas", sheet, ranges);
  };
  return {
    ...headerFooterClasses(state),
    ...pageBreakClasses(state),
    PageLayout: hostClass<SheetObject>({
      get: {
        ...(Object.assign({}, ...parts.map(({ get }) => get)) as Members["get"]),
        FirstPageNumber({ sheet: { printing } }) {
          const isAsked = /^(?:1|true)$/.test(printing.get("pageSetup", "useFirstPageNumber") ?? "");
          return isAsked ? Number(printing.get("pageSetup", "firstPageNumber") ?? 1) : "";
        },
        Orientation: ({ sheet }) => (sheet.pageSetup.orientation === "landscape" ? "Landscape" : "Portrait"),
        PaperSize({ sheet }) {
          const { paper } = sheet.pageSetup;
          const name = PAPERS[paper - 1];
          if (name === undefined) throw new NotSimulated(`the paper ${paper}`);
          return name;
        },
        Zoom({ sheet: { pageSetup } }) {
          const { fitTo, scale } = pageSetup;
          const pages = (count: number | undefined) => count || null;
          return {
            horizontalFitToPages: pages(fitTo?.width),
            scale: fitTo ? null : scale,
            verticalFitToPages: pages(fitTo?.height),
          };
        },
      },
      set: {
        ...(Object.assign({}, ...parts.map(({ set }) => set)) as Members["set"]),
        FirstPageNumber({ sheet }, value) {
          const number = value === "" ? null : String(wholeArgument(value, 0, MAX_PAGES));
          const use = number === null ? null : "1";
          state.writable(sheet).printing.set("pageSetup", { firstPageNumber: number, useFirstPageNumber: use });
        },
        Orientation: (object, value) =>
          change(object, {
            orientation: choiceArgument(value, ["Landscape", "Portrait"]) === "Landscape" ? "landscape" : "portrait",
          }),
        PaperSize: (object, value) => change(object, { paper: PAPERS.indexOf(choiceArgument(value, PAPERS)) + 1 }),
        Zoom(object, value) {
          const asked = zoom(value as Readonly<Record<string, unknown>>);
          if (asked.fitTo !== null && state.hasBug("fit-to-pages-ignored")) return;
          change(object, asked);
        },
      },
      nav: { HeadersFooters: ({ sheet }) => ({ className: "HeaderFooterGroup", sheet }) satisfies SheetObject },
      call: {
        GetPrintArea: (object) => required(printed(object)),
        GetPrintAreaOrNullObject: printed,
        GetPrintTitleColumns: (object) => required(titles(object, "titleColumns")),
        GetPrintTitleColumnsOrNullObject: (object) => titles(object, "titleColumns"),
        GetPrintTitleRows: (object) => required(titles(object, "titleRows")),
        GetPrintTitleRowsOrNullObject: (object) => titles(object, "titleRows"),
        SetPrintArea(object, area) {
          const ranges = isRangesObject(area) ? area.ranges : [toRange(state, object.sheet, area).range];
          change(object, { printArea: ranges });
        },
        SetPrintMargins(object, unit, options) {
          setMargins(object, options as Readonly<Record<string, unknown>>, POINTS_PER[String(unit)] ?? 1);
        },
        // "The range must span the entire column to be valid", and the entire row.
        SetPrintTitleColumns(object, columns) {
          const { range } = toRange(state, object.sheet, columns);
          if (rowCount(range) <= LAST_ROW) throw hostErrors.invalidArgument();
          change(object, { titleColumns: [range.left, range.right] });
        },
        SetPrintTitleRows(object, rows) {
          const { range } = toRange(state, object.sheet, rows);
          if (columnCount(range) <= LAST_COLUMN) throw hostErrors.invalidArgument();
          change(object, { titleRows: [range.top, range.bottom] });
        },
      },
    }),
  };
}

/** By pages or by a scale: a part that is not said counts as null, which each is where the other one is used. */
function zoom({ horizontalFitToPages, verticalFitToPages, scale }: Readonly<Record<string, unknown>>) {
  const across = horizontalFitToPages ?? null;
  const down = verticalFitToPages ?? null;
  if (scale !== undefined && scale !== null) {
    // No page says which of the two counts.
    if (across !== null || down !== null) throw new NotSimulated("a scale and a number of pages at once");
    return { scale: wholeArgument(scale, 10, 400), fitTo: null };
  }
  if (across === null && down === null) throw hostErrors.invalidArgument();
  const pages = (count: unknown) => (count === null ? 0 : wholeArgument(count, 0, MAX_PAGES));
  return { fitTo: { width: pages(across), height: pages(down) } };
}

function required<T>(found: T | null): T {
  if (found === null) throw hostErrors.itemNotFound();
  return found;
}

function isRangesObject(value: unknown): value is RangesObject {
  return isHostObject(value) && value.className === "RangeAreas";
}
