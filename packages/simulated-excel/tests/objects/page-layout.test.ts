// Page layout: margins, paper, scale, what is repeated and printed, headers and footers, page breaks; and the file that comes of it.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.pagelayout
// Source: https://learn.microsoft.com/javascript/api/excel/excel.pagelayoutzoomoptions
// Source: https://learn.microsoft.com/javascript/api/excel/excel.headerfooter
// Source: https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection
// Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, characters in a header or footer: 255
import { describe, expect, it } from "vitest";
import { partText } from "../../../../tests/files/fixtures";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();
const SHEET = "xl/worksheets/sheet1.xml";

const layout = (names: string) =>
  run(async ({ pageLayout, context }) => {
    pageLayout.load(names);
    await context.sync();
    const read: Partial<Excel.Interfaces.PageLayoutData> = pageLayout.toJSON();
    delete read.headersFooters;
    return read;
  });
const codeOf = (work: Parameters<typeof run>[0]) =>
  run(work).then(
    () => null,
    (error: unknown) => (error as OfficeExtension.Error).code,
  );
async function saved(): Promise<void> {
  expect(await faultsOf(host.model)).toEqual([]);
  host.open(reopened(host.model));
}

describe("margins", () => {
  it("of a new sheet are Excel's normal ones, in points", async () => {
    expect(await layout("leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin")).toEqual({
      leftMargin: 50.4,
      rightMargin: 50.4,
      topMargin: 54,
      bottomMargin: 54,
      headerMargin: 21.6,
      footerMargin: 21.6,
    });
  });

  it.each([
    ["Points", 36, 36, "0.5"],
    ["Inches", 1, 72, "1"],
    ["Centimeters", 2.54, 72, "1"],
  ] as const)("in %s leave those that are not given as they were", async (unit, given, points, inches) => {
    await run(({ pageLayout }) => pageLayout.setPrintMargins(unit, { left: given }));
    await saved();
    expect(await layout("leftMargin,rightMargin")).toEqual({ leftMargin: points, rightMargin: 50.4 });
    expect(partText(host.model.save(), SHEET)).toContain(`<pageMargins left="${inches}" right="0.7"`);
  });

  // "The value MUST be greater than or equal to 0 and less than 49": [MS-XLS], LeftMargin.
  it("are from 0 to less than 49 inches, each refused with all of its call", async () => {
    for (const points of [0, 49 * 72 - 1]) {
      await run(({ pageLayout }) => void (pageLayout.topMargin = points));
      expect(await layout("topMargin")).toEqual({ topMargin: points });
    }
    for (const points of [-1, 49 * 72])
      expect(await codeOf(({ pageLayout }) => void (pageLayout.topMargin = points))).toBe("InvalidArgument");
    expect(await codeOf(({ pageLayout }) => pageLayout.setPrintMargins("Points", { left: 10, right: -1 }))).toBe(
      "InvalidArgument",
    );
    expect(await layout("leftMargin")).toEqual({ leftMargin: 50.4 });
  });
});

describe("paper and scale", () => {
  it.each([
    ["A4", "9"],
    ["A3", "8"],
    ["Letter", "1"],
    ["FanfoldLegalGerman", "41"],
  ] as const)("%s is Excel's paper %s", async (paperSize, number) => {
    await run(({ pageLayout }) => {
      pageLayout.paperSize = "A5";
      pageLayout.paperSize = paperSize;
    });
    await saved();
    expect(await layout("paperSize")).toEqual({ paperSize });
    expect(partText(host.model.save(), SHEET)).toContain(`paperSize="${number}"`);
  });

  // "Print page scale value can be between 10 and 400."
  it("is scaled from 10 to 400 per cent, or fitted to pages", async () => {
    expect(await layout("zoom")).toEqual({
      zoom: { horizontalFitToPages: null, scale: 100, verticalFitToPages: null },
    });
    for (const scale of [10, 400]) {
      await run(({ pageLayout }) => void (pageLayout.zoom = { scale }));
      await saved();
      expect(await layout("zoom")).toMatchObject({ zoom: { scale } });
    }
    for (const scale of [9, 401])
      expect(await codeOf(({ pageLayout }) => void (pageLayout.zoom = { scale }))).toBe("InvalidArgument");
    await run(({ pageLayout }) => void (pageLayout.zoom = { horizontalFitToPages: 1 }));
    await saved();
    const fitted = { zoom: { horizontalFitToPages: 1, scale: null, verticalFitToPages: null } };
    expect(await layout("zoom")).toEqual(fitted);
  });

  it("takes options one by one, and keeps each in the file", async () => {
    const asked = {
      blackAndWhite: true,
      centerHorizontally: true,
      centerVertically: true,
      draftMode: true,
      firstPageNumber: 3,
      printComments: "EndSheet",
      printErrors: "NotAvailable",
      printGridlines: true,
      printHeadings: true,
      printOrder: "OverThenDown",
      orientation: "Landscape",
    } as const;
    const before = await layout(Object.keys(asked).join());
    await run(({ pageLayout }) => pageLayout.set(asked));
    await saved();
    expect(await layout(Object.keys(asked).join())).toEqual(asked);
    await run(({ pageLayout }) => pageLayout.set(before as Excel.Interfaces.PageLayoutUpdateData));
    expect(await layout(Object.keys(asked).join())).toEqual(before);
  });
});

describe("what is repeated and printed", () => {
  const addresses = () =>
    run(async ({ pageLayout, context }) => {
      const found = [
        pageLayout.getPrintTitleRowsOrNullObject(),
        pageLayout.getPrintTitleColumnsOrNullObject(),
        pageLayout.getPrintAreaOrNullObject(),
      ];
      for (const each of found) each.load("address");
      await context.sync();
      return found.map((each) => (each.isNullObject ? null : each.address));
    });

  it("is nothing on a new sheet", async () => {
    expect(await addresses()).toEqual([null, null, null]);
    for (const get of ["getPrintArea", "getPrintTitleRows", "getPrintTitleColumns"] as const)
      expect(await codeOf(({ pageLayout }) => void pageLayout[get]().load("address")), get).toBe("ItemNotFound");
  });

  it("is rows, columns and areas, which the file keeps apart", async () => {
    await run((sheet) => {
      sheet.pageLayout.setPrintTitleRows("$1:$2");
      sheet.pageLayout.setPrintTitleColumns(sheet.getRange("A:B"));
      sheet.pageLayout.setPrintArea(sheet.getRanges("A1:D9"));
    });
    expect(await addresses()).toEqual(["Feuil1!1:2", "Feuil1!A:B", "Feuil1!A1:D9"]);
    // As an agent adds to what prints.
    const [sheet] = host.model.sheets;
    const other = { top: 0, left: 5, bottom: 8, right: 6 };
    if (sheet) sheet.pageSetup = { ...sheet.pageSetup, printArea: [...(sheet.pageSetup.printArea ?? []), other] };
    await saved();
    expect(await addresses()).toEqual(["Feuil1!1:2", "Feuil1!A:B", "Feuil1!A1:D9,Feuil1!F1:G9"]);
    await run(({ pageLayout }) => pageLayout.setPrintTitleRows("3:3"));
    expect(await addresses()).toEqual(["Feuil1!3:3", "Feuil1!A:B", "Feuil1!A1:D9,Feuil1!F1:G9"]);
  });

  // "The range must span the entire column to be valid", and the entire row.
  it("refuses titles that are no whole rows and columns", async () => {
    expect(await codeOf(({ pageLayout }) => pageLayout.setPrintTitleRows("A1:D2"))).toBe("InvalidArgument");
    expect(await codeOf(({ pageLayout }) => pageLayout.setPrintTitleColumns("A1:B9"))).toBe("InvalidArgument");
    expect(await addresses()).toEqual([null, null, null]);
  });
});

describe("headers and footers", () => {
  it("stand in three sections, those of all pages, of even ones and of the first", async () => {
    await run(({ pageLayout: { headersFooters } }) => {
      headersFooters.state = "FirstOddAndEven";
      headersFooters.defaultForAllPages.leftHeader = "Contrat";
      headersFooters.oddPages.centerHeader = "&P / &N";
      headersFooters.evenPages.rightFooter = "Métropole";
      headersFooters.firstPage.centerFooter = "Annexe";
      headersFooters.useSheetScale = false;
    });
    await saved();
    const read = await run(async ({ pageLayout: { headersFooters }, context }) => {
      headersFooters.load();
      const { defaultForAllPages, oddPages, evenPages, firstPage } = headersFooters;
      for (const each of [defaultForAllPages, oddPages, evenPages, firstPage]) each.load();
      await context.sync();
      const { state, useSheetMargins, useSheetScale } = headersFooters;
      return [
        [state, useSheetMargins, useSheetScale],
        [defaultForAllPages.leftHeader, oddPages.leftHeader, oddPages.centerHeader],
        [evenPages.rightFooter, firstPage.centerFooter, firstPage.centerHeader],
      ];
    });
    expect(read).toEqual([
      ["FirstOddAndEven", true, false],
      ["Contrat", "Contrat", "&P / &N"],
      ["Métropole", "Annexe", ""],
    ]);
  });

  it("are 255 characters at most, all sections and their codes together", async () => {
    const set = (length: number) =>
      codeOf(({ pageLayout }) => {
        const all = pageLayout.headersFooters.defaultForAllPages;
        all.leftHeader = "abc";
        all.centerHeader = "x".repeat(length);
      });
    // "&Labc&C" and the text.
    expect(await set(248)).toBeNull();
    expect(await set(249)).toBe("InvalidArgument");
  });
});

describe("page breaks before columns", () => {
  it("are added, found, deleted, and kept apart from those before rows", async () => {
    await run((sheet) => {
      sheet.verticalPageBreaks.add("D5");
      sheet.horizontalPageBreaks.add("D5");
    });
    await saved();
    const cells = () =>
      run(async (sheet) => {
        const lists = [sheet.verticalPageBreaks, sheet.horizontalPageBreaks];
        for (const list of lists) list.load("items/$none");
        await sheet.context.sync();
        const found = lists.map(({ items }) => items.map((each) => each.getCellAfterBreak().load("address")));
        await sheet.context.sync();
        return found.map((each) => each.map(({ address }) => address));
      });
    expect(await cells()).toEqual([["Feuil1!D1"], ["Feuil1!A5"]]);
    await run((sheet) => sheet.verticalPageBreaks.getItem(0).delete());
    expect(await cells()).toEqual([[], ["Feuil1!A5"]]);
    expect(await codeOf((sheet) => void sheet.verticalPageBreaks.add("A5"))).toBe("InvalidArgument");
  });
});
