// A sheet's page against its plan: orientation, paper, margins, scale, breaks, what is repeated and what prints.
import type { SheetLayout } from "../../core/workbook-port";
import { splitAddress } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { within, type Comparison } from "./comparison";

const POINTS_PER_INCH = 72;
const TOLERANCE = 0.5;

export async function comparePage(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  { page, columnWidths }: SheetLayout,
): Promise<void> {
  const { pageLayout } = sheet;
  pageLayout.load({
    orientation: true,
    paperSize: true,
    zoom: true,
    leftMargin: true,
    rightMargin: true,
    topMargin: true,
    bottomMargin: true,
    headerMargin: true,
    footerMargin: true,
  });
  const texts = pageLayout.headersFooters.defaultForAllPages;
  texts.load({ centerHeader: true, centerFooter: true });
  const area = pageLayout.getPrintAreaOrNullObject();
  area.load({ address: true });
  const rows = pageLayout.getPrintTitleRowsOrNullObject();
  rows.load({ rowIndex: true, rowCount: true });
  const columns = pageLayout.getPrintTitleColumnsOrNullObject();
  columns.load({ columnIndex: true, columnCount: true });
  await sheet.context.sync();

  seen.see(
    "PageLayout.orientation",
    name,
    page.orientation === "landscape" ? "Landscape" : "Portrait",
    pageLayout.orientation,
  );
  seen.see("PageLayout.paperSize", name, page.paper === "A4" ? "A4" : "A3", pageLayout.paperSize);
  for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const)
    seen.see(
      `PageLayout.${side}Margin`,
      name,
      page.margins[side] * POINTS_PER_INCH,
      pageLayout[`${side}Margin`],
      within(TOLERANCE),
    );
  const { scale, horizontalFitToPages, verticalFitToPages } = pageLayout.zoom;
  const { across, printedRows, titleRows } = page;
  seen.see(
    "PageLayout.zoom",
    name,
    across
      ? { scale: across.scale, across: null, down: null }
      : { scale: null, across: 1, down: printedRows === undefined ? null : 1 },
    // With a number of pages Excel may still tell of a scale, which it does not use.
    {
      scale: horizontalFitToPages ? null : (scale ?? null),
      across: horizontalFitToPages || null,
      down: verticalFitToPages || null,
    },
  );
  seen.see("HeaderFooter.centerHeader", name, page.header, texts.centerHeader);
  seen.see("HeaderFooter.centerFooter", name, page.footer, texts.centerFooter);
  if (printedRows !== undefined) {
    const planned = `A1:${formatLocalCell(printedRows - 1, columnWidths.length - 1)}`;
    const read = area.isNullObject ? null : splitAddress(area.address).local.replaceAll("$", "");
    seen.see("PageLayout.setPrintArea", name, planned, read);
  }
  if (titleRows) {
    const read = rows.isNullObject ? null : [rows.rowIndex, rows.rowIndex + rows.rowCount - 1];
    seen.see("PageLayout.setPrintTitleRows", name, [...titleRows], read);
  }
  if (across && across.titleColumns > 0) {
    const read = columns.isNullObject ? null : [columns.columnIndex, columns.columnIndex + columns.columnCount - 1];
    seen.see("PageLayout.setPrintTitleColumns", name, [0, across.titleColumns - 1], read);
  }
  await compareBreaks(seen, sheet, name, page);
}

async function compareBreaks(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  { breaks = [], across }: SheetLayout["page"],
): Promise<void> {
  const [rows, columns] = [sheet.horizontalPageBreaks, sheet.verticalPageBreaks];
  const counts = [rows.getCount(), columns.getCount()];
  await sheet.context.sync();
  const [before, beside] = [rows, columns].map((all, at) =>
    Array.from({ length: counts[at]?.value ?? 0 }, (_, index) => {
      const cell = all.getItem(index).getCellAfterBreak();
      cell.load({ rowIndex: true, columnIndex: true });
      return cell;
    }),
  );
  await sheet.context.sync();
  const see = (where: string, planned: readonly number[], read: readonly number[]) => {
    for (const each of new Set([...planned, ...read])) {
      const isPlanned = planned.includes(each);
      const member = isPlanned ? "PageBreakCollection.add" : "PageBreakCollection.removePageBreaks";
      seen.see(member, `${name}, ${where} ${each + 1}`, isPlanned, read.includes(each));
    }
  };
  see("avant la ligne", breaks, before?.map(({ rowIndex }) => rowIndex) ?? []);
  see("avant la colonne", across?.breaks ?? [], beside?.map(({ columnIndex }) => columnIndex) ?? []);
}
