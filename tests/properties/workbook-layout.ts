// A whole workbook: how each table is laid out, on which sheets, among which others.
import fc from "fast-check";
import { amountLayouts, PLAIN_AMOUNTS, settle, type AmountLayout } from "./amount-layout";
import { Canvas, type Workbook } from "./canvas";
import type { Content } from "./content";
import { indicatorLayouts, PLAIN_INDICATORS, type IndicatorLayout } from "./indicator-layout";
import { pageLayouts, PLAIN_PAGES, writePages, type PageLayout } from "./pages";
import { writeAmounts } from "./write-amounts";
import { writeIndicators } from "./write-indicators";
import { recapLayouts, writeRecap, type RecapLayout } from "./write-recap";

export interface WorkbookLayout {
  readonly budget: AmountLayout;
  readonly execution: AmountLayout;
  readonly indicators: IndicatorLayout;
  readonly pages: PageLayout;
  /** Totals per axe beside the budget, on a sheet of their own. */
  readonly recap: RecapLayout | null;
  /** Where the indicators stand: on their own sheet, or under the budget or beside it. */
  readonly indicatorsAre: "apart" | "under" | "beside";
  readonly order: "as begun" | "reversed";
  /** Sheets of the agent that hold none of the tables. */
  readonly others: readonly string[];
}

export const PLAIN_WORKBOOK: WorkbookLayout = {
  budget: PLAIN_AMOUNTS,
  execution: { ...PLAIN_AMOUNTS, sheet: "Exécution" },
  indicators: PLAIN_INDICATORS,
  pages: PLAIN_PAGES,
  recap: null,
  indicatorsAre: "apart",
  order: "as begun",
  others: [],
};

export const workbookLayouts: fc.Arbitrary<WorkbookLayout> = fc.record({
  budget: amountLayouts,
  execution: amountLayouts.map((layout) => ({ ...layout, sheet: layout.sheet === "Budget" ? "Exécution" : "Feuil7" })),
  indicators: indicatorLayouts,
  pages: pageLayouts,
  recap: fc.option(recapLayouts),
  // Beside a budget they are read where its headings name the years, as the named layouts do: no title says a year.
  indicatorsAre: fc.constantFrom("apart" as const, "under" as const),
  order: fc.constantFrom("as begun" as const, "reversed" as const),
  others: fc.subarray(["Page de garde", "Contacts"]),
});

/** Writes the content in this layout. */
export function writeWorkbook(content: Content, layout: WorkbookLayout): Workbook {
  const { convention, budget, execution, indicators, pages } = content;
  const canvas = new Canvas();
  const own = settle(layout.budget);
  if (budget) writeAmounts({ convention, table: budget, layout: own, canvas });
  const isOneSheet = budget !== null && own.form !== "sheets" && layout.indicators.form !== "sheets";
  const indicatorsAre = isOneSheet ? layout.indicatorsAre : "apart";
  if (indicators) {
    const sheet = indicatorsAre === "apart" ? layout.indicators.sheet : own.sheet;
    if (indicatorsAre === "under") canvas.pen(sheet).skip(3);
    if (indicatorsAre === "beside") canvas.beside(sheet, layout.indicators.top);
    writeIndicators({ convention, table: indicators, layout: { ...layout.indicators, sheet }, canvas });
  }
  if (execution) writeAmounts({ convention, table: execution, layout: settle(layout.execution), canvas });
  writePages(pages, layout.pages, canvas);
  if (budget && layout.recap) writeRecap({ convention, table: budget, amounts: own, layout: layout.recap, canvas });
  for (const name of layout.others) {
    const pen = canvas.pen(name, 1, 1);
    pen.write(["Contrat local des solidarités"]);
    pen.write(["Chargée de mission", "Mme Martin", 380505050]);
  }
  return canvas.finish((names) => (layout.order === "reversed" ? [...names].reverse() : names));
}
