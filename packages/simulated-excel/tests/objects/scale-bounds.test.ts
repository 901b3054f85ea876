// Colour scales, data bars and icon sets: what their bounds need, each refused alone; 15 digits of what is written through the client.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting
// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionalcolorscalecriteria
// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionaliconcriterion
// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarrule
// Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, number precision: 15 digits
import { expect, it } from "vitest";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();

type Rule = (formats: Excel.ConditionalFormatCollection) => void;
const codeOf = (set: Rule) =>
  run((sheet) => set(sheet.getRange("A1:A5").conditionalFormats)).then(
    () => null,
    (error: unknown) => (error as OfficeExtension.Error).code,
  );
const low = { type: "LowestValue", color: "#FF0000" } as const;
const high = { type: "HighestValue", color: "#00FF00" } as const;
const icon = (formula: string) => ({ type: "Percent", formula, operator: "GreaterThanOrEqual" }) as const;
const scale =
  (criteria: object): Rule =>
  (formats) =>
    (formats.add("ColorScale").colorScale.criteria = criteria as Excel.ConditionalColorScaleCriteria);
const icons =
  (style: "ThreeArrows" | "FourArrows" | "FiveArrows", count: number): Rule =>
  (formats) => {
    const { iconSet } = formats.add("IconSet");
    iconSet.style = style;
    iconSet.criteria = Array.from({ length: count }, (_, at) =>
      icon(`=${at * 20}`),
    ) as Excel.ConditionalIconCriterion[];
  };
const bar =
  (rule: object): Rule =>
  (formats) =>
    (formats.add("DataBar").dataBar.lowerBoundRule = rule as Excel.ConditionalDataBarRule);

it.each<[string, Rule, boolean]>([
  ["a scale of two colours", scale({ minimum: low, maximum: high }), true],
  [
    "a scale of three",
    scale({ minimum: low, midpoint: { type: "Percent", formula: "50", color: "#FFFF00" }, maximum: high }),
    true,
  ],
  ["a scale without its lowest colour", scale({ maximum: high }), false],
  ["a scale without its highest colour", scale({ minimum: low }), false],
  [
    "a bound by number without the number",
    scale({ minimum: { type: "Number", color: "#FF0000" }, maximum: high }),
    false,
  ],
  [
    "a bound of a kind that is none",
    scale({ minimum: { type: "Plus petit", color: "#FF0000" }, maximum: high }),
    false,
  ],
  [
    "an operator that is none",
    (formats) => (formats.add("CellValue").cellValue.rule = { formula1: "=1", operator: "Supérieur" as never }),
    false,
  ],
  [
    "a text rule without a known operator",
    (formats) => (formats.add("ContainsText").textComparison.rule = { operator: "Contient" as never, text: "a" }),
    false,
  ],
  [
    "a period that is none",
    (formats) => (formats.add("PresetCriteria").preset.rule = { criterion: "Hier" as never }),
    false,
  ],
  ["a period", (formats) => (formats.add("PresetCriteria").preset.rule = { criterion: "Yesterday" }), true],
  ["a colour that is none", scale({ minimum: { type: "LowestValue", color: "rougeâtre" }, maximum: high }), false],
  ["three icons of three", icons("ThreeArrows", 3), true],
  ["two icons of three", icons("ThreeArrows", 2), false],
  ["four icons of three", icons("ThreeArrows", 4), false],
  ["four icons of four", icons("FourArrows", 4), true],
  ["five icons of five", icons("FiveArrows", 5), true],
  ["four icons of five", icons("FiveArrows", 4), false],
  ["a bar from a number", bar({ type: "Number", formula: "=3" }), true],
  ["a bar from a number that is not said", bar({ type: "Number" }), false],
])("takes or refuses, and writes nothing that Excel would repair: %s", async (_, set, isTaken) => {
  expect(await codeOf(set)).toBe(isTaken ? null : "InvalidArgument");
  expect(await faultsOf(host.model)).toEqual([]);
});

it("keeps 15 digits of numbers and of texts that are figures, also in the file", async () => {
  await run((sheet) => {
    sheet.getRange("A1:D1").values = [[0.1 + 0.2, "1234567890123456", 123_456_789_012_345, 1 / 3]];
  });
  host.open(reopened(host.model));
  const read = await run((sheet) => sheet.getRange("A1:D1").load("values"));
  expect(read.values).toEqual([[0.3, 1_234_567_890_123_450, 123_456_789_012_345, 0.333333333333333]]);
});
