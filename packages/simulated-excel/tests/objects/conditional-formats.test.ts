// Conditional formats of every kind are kept, read and changed part by part, and never in the way of a file.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting
// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat
// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection
import { describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import { partText, withParts } from "../../../../tests/files/fixtures";
import { faultsOf, reopened, simulated } from "./simulated";

const SHEET = "xl/worksheets/sheet1.xml";

const { host, run } = simulated();

function addAll(sheet: Excel.Worksheet): Excel.ConditionalFormat[] {
  const { conditionalFormats } = sheet.getRange("B2:B9");
  const value = conditionalFormats.add("CellValue");
  value.cellValue.rule = { formula1: "=10", formula2: "=20", operator: "Between" };
  value.cellValue.format.font.color = "red";
  const text = conditionalFormats.add("ContainsText");
  text.textComparison.rule = { operator: "BeginsWith", text: 'dit "oui"' };
  text.textComparison.format.fill.color = "lime";
  const top = conditionalFormats.add("TopBottom");
  top.topBottom.rule = { rank: 3, type: "BottomPercent" };
  top.topBottom.format.font.bold = true;
  const preset = conditionalFormats.add("PresetCriteria");
  preset.preset.rule = { criterion: "DuplicateValues" };
  preset.preset.format.borders.getItem("EdgeTop").style = "Continuous";
  const scale = conditionalFormats.add("ColorScale");
  scale.colorScale.criteria = {
    minimum: { type: "LowestValue", color: "#111111" },
    midpoint: { type: "Percentile", formula: "50", color: "yellow" },
    maximum: { type: "HighestValue", color: "#00FF00" },
  };
  const bar = conditionalFormats.add("DataBar");
  bar.dataBar.positiveFormat.fillColor = "blue";
  bar.dataBar.lowerBoundRule = { type: "Number", formula: "0" };
  const icons = conditionalFormats.add("IconSet");
  icons.iconSet.style = "FourRating";
  const custom = conditionalFormats.add("Custom");
  custom.custom.rule.formula = "=$B2>1";
  custom.custom.format.font.italic = true;
  return [value, text, top, preset, scale, bar, icons, custom];
}

describe("conditional formats", () => {
  it("keep what was said of each kind, also in the saved file", async () => {
    await run(addAll);
    expect(await faultsOf(host.model)).toEqual([]);
    host.open(reopened(host.model));
    const read = await run(async (sheet, context) => {
      const formats = sheet.getRange("B2").conditionalFormats.load("type");
      await context.sync();
      const of = (type: string) => {
        const found = formats.items.find((format) => format.type === type);
        if (!found) throw new Error(`no ${type}`);
        return found;
      };
      return {
        value: of("CellValue").cellValue.load("rule"),
        color: of("CellValue").cellValue.format.font.load("color,bold"),
        text: of("ContainsText").textComparison.load("rule"),
        top: of("TopBottom").topBottom.load("rule"),
        preset: of("PresetCriteria").preset.load("rule"),
        scale: of("ColorScale").colorScale.load("criteria,threeColorScale"),
        bar: of("DataBar").dataBar.load("lowerBoundRule,upperBoundRule"),
        icons: of("IconSet").iconSet.load("style,criteria"),
        custom: of("Custom").custom.rule.load("formula"),
      };
    });
    expect(read.value.rule).toEqual({ formula1: "=10", formula2: "=20", operator: "Between" });
    expect(read.color.toJSON()).toMatchObject({ color: "#FF0000", bold: null });
    expect(read.text.rule).toEqual({ operator: "BeginsWith", text: 'dit "oui"' });
    expect(read.top.rule).toEqual({ rank: 3, type: "BottomPercent" });
    expect(read.preset.rule).toEqual({ criterion: "DuplicateValues" });
    expect(read.scale.threeColorScale).toBe(true);
    expect(read.scale.criteria.midpoint).toEqual({ type: "Percentile", formula: "=50", color: "#FFFF00" });
    expect(read.bar.lowerBoundRule).toEqual({ type: "Number", formula: "=0" });
    expect(read.icons.style).toBe("FourRating");
    expect(read.icons.criteria).toHaveLength(4);
    expect(read.custom.formula).toBe("=$B2>1");
  });

  it("are found by the key that the collection hands out, changed in place and deleted one by one", async () => {
    await run(addAll);
    const left = await run(async (sheet, context) => {
      const formats = sheet.getRange("B2:B9").conditionalFormats.load("id,type");
      await context.sync();
      const [first, ...others] = formats.items.map(({ id }) => id);
      for (const id of others.slice(1)) sheet.getRange("B2:B9").conditionalFormats.getItem(id).delete();
      const kept = sheet.getRange("B2:B9").conditionalFormats.getItem(first ?? "");
      kept.stopIfTrue = true;
      kept.priority = 99;
      return sheet.getRange("A1:Z99").conditionalFormats.load("id,priority,stopIfTrue");
    });
    expect(left.items).toHaveLength(2);
    expect(left.items.map(({ priority, stopIfTrue }) => [priority, stopIfTrue])).toEqual([
      [0, null],
      [1, true],
    ]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("are listed in their order and on their cells while others come and go and cells move, before anything is written", async () => {
    await run(addAll);
    host.open(reopened(host.model));
    const listed = await run(async (sheet, context) => {
      const formats = () => sheet.getRange().conditionalFormats.load("id,type");
      const before = formats();
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      const [first, second, third] = before.items;
      first?.delete();
      third?.delete();
      if (second) second.stopIfTrue = true;
      sheet.getRange("B5").conditionalFormats.add("TopBottom");
      sheet.getRange("B6").conditionalFormats.add("ContainsText");
      const changed = formats();
      const atB6 = sheet.getRange("B6").conditionalFormats.load("type");
      sheet.getRange("1:1").insert("Down");
      await context.sync();
      const moved = changed.items.map((format) => format.getRange().load("address"));
      await context.sync();
      return { changed, atB6, moved };
    });
    expect(listed.changed.items.map(({ type }) => type).join(" ")).toBe(
      "ContainsText TopBottom IconSet ColorScale PresetCriteria TopBottom ContainsText CellValue",
    );
    expect(listed.atB6.items[0]?.type).toBe("ContainsText");
    expect(listed.moved.slice(0, 3).map(({ address }) => address)).toEqual(["Feuil1!B7", "Feuil1!B6", "Feuil1!B4:B11"]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("are not found by their key in the collection of other cells", async () => {
    await run((sheet) => void sheet.getRange("B2:B9").conditionalFormats.add("TopBottom"));
    const found = await run(async (sheet, context) => {
      const format = sheet.getRange("B2:B9").conditionalFormats.getItemAt(0).load("id");
      await context.sync();
      const at = (address: string) =>
        sheet.getRange(address).conditionalFormats.getItemOrNullObject(format.id).load("id");
      const places = [at("B9:C12"), at("B10"), at("A2:A9")];
      await context.sync();
      return places.map(({ isNullObject }) => !isNullObject);
    });
    expect(found).toEqual([true, false, false]);
  });

  it("move with their cells, also once they were read", async () => {
    await run((sheet) => void sheet.getRange("B2:B9").conditionalFormats.add("TopBottom"));
    const place = () =>
      run((sheet) => sheet.getRange().conditionalFormats.getItemAt(0).getRange().load("address")).then(
        ({ address }) => address,
      );
    host.open(reopened(host.model));
    expect(await place()).toBe("Feuil1!B2:B9");
    await run((sheet) => void sheet.getRange("1:1").insert("Down"));
    expect(await place()).toBe("Feuil1!B3:B10");
  });

  it("keep the text of the file when they are only read", async () => {
    const own =
      '<conditionalFormatting sqref="B2"><cfRule  priority="1" type="expression"><formula >1</formula ></cfRule></conditionalFormatting>';
    const file = createXlsx("classeur.xlsx").save();
    const text = partText(file, SHEET).replace("<pageMargins", `${own}$&`);
    expect(text).toContain(own);
    host.open(openXlsx(withParts(file, { [SHEET]: text }), "classeur.xlsx"));
    await run(async (sheet, context) => {
      const format = sheet.getRange("B2").conditionalFormats.getItemAt(0);
      format.custom.format.fill.load("color");
      format.load("priority");
      await context.sync();
    });
    expect(host.model.activeSheet.conditionalFormats).toHaveLength(1);
    expect(partText(host.model.save(), SHEET)).toBe(text);
  });

  // Excel.ConditionalTopBottomRule, "rank": "the rank between 1 and 1000 for numeric ranks".
  it.each([
    [0, false],
    [1, true],
    [1000, true],
    [1001, false],
  ])("take a rank of %i: %s", async (rank, isTaken) => {
    const work = run((sheet) => {
      const { topBottom } = sheet.getRange("A1:A9").conditionalFormats.add("TopBottom");
      topBottom.rule = { rank, type: "TopItems" };
      return topBottom.load("rule");
    });
    if (isTaken) expect((await work).rule.rank).toBe(rank);
    else await expect(work).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
