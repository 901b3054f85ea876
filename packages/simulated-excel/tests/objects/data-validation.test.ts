// What cells accept: each property read and set alone, at the limits of Excel, and the same once the file is opened again.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation
// Source: https://learn.microsoft.com/javascript/api/excel/excel.datavalidation
// Source: https://learn.microsoft.com/javascript/api/excel/excel.datavalidationrule
// Source: https://learn.microsoft.com/javascript/api/excel/excel.datavalidationerroralert
// Source: https://learn.microsoft.com/office/vba/api/excel.validation.errortitle
import { describe, expect, it } from "vitest";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();

type Rule = Excel.DataValidationRule;
const between = { formula1: 1, formula2: 10, operator: "Between" } as const;

/** "When retrieving the value, it will always be returned as a string formula". */
const RULES: [Excel.DataValidationType | `${Excel.DataValidationType}`, Rule, Rule][] = [
  ["WholeNumber", { wholeNumber: between }, { wholeNumber: { ...between, formula1: "=1", formula2: "=10" } }],
  [
    "Decimal",
    { decimal: { formula1: "0.5", operator: "GreaterThanOrEqualTo" } },
    { decimal: { formula1: "=0.5", operator: "GreaterThanOrEqualTo" } },
  ],
  [
    "List",
    { list: { inCellDropDown: false, source: 'Oui,"Non"' } },
    { list: { inCellDropDown: false, source: 'Oui,"Non"' } },
  ],
  [
    "List",
    { list: { inCellDropDown: true, source: "=$D$1:$D$3" } },
    { list: { inCellDropDown: true, source: "=$D$1:$D$3" } },
  ],
  [
    "Date",
    { date: { formula1: "2024-01-01", formula2: "2027-12-31", operator: "NotBetween" } },
    { date: { formula1: "=45292", formula2: "=46752", operator: "NotBetween" } },
  ],
  ["Time", { time: { formula1: "12:00", operator: "LessThan" } }, { time: { formula1: "=0.5", operator: "LessThan" } }],
  [
    "TextLength",
    { textLength: { formula1: "=LEN($D$1)", operator: "EqualTo" } },
    { textLength: { formula1: "=LEN($D$1)", operator: "EqualTo" } },
  ],
  ["Custom", { custom: { formula: "=COUNTIF($B$2:$B$9,B2)=1" } }, { custom: { formula: "=COUNTIF($B$2:$B$9,B2)=1" } }],
];

describe("a data validation", () => {
  it.each(RULES)("keeps its rule: %s", async (type, rule, told) => {
    const read = await run((sheet) => {
      const { dataValidation } = sheet.getRange("B2:B9");
      dataValidation.rule = rule;
      return sheet.getRange("B2:B9").dataValidation.load();
    });
    expect(read.toJSON()).toEqual({
      type,
      rule: told,
      ignoreBlanks: true,
      valid: expect.anything() as boolean,
      errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
      prompt: { message: "", showPrompt: true, title: "" },
    });
    expect(await faultsOf(host.model)).toEqual([]);
    host.open(reopened(host.model));
    const again = await run((sheet) => sheet.getRange("B9").dataValidation.load("rule,type"));
    expect([again.type, again.rule]).toEqual([type, told]);
  });

  it("says what it says in any order, one property at a time", async () => {
    const read = await run((sheet) => {
      const { dataValidation } = sheet.getRange("A1:A4");
      dataValidation.prompt = { showPrompt: false, title: "Année", message: "De 2024 à 2027" };
      dataValidation.errorAlert = { showAlert: false, style: "Warning", title: "t", message: "m" };
      dataValidation.ignoreBlanks = false;
      dataValidation.rule = { wholeNumber: between };
      dataValidation.errorAlert = { showAlert: true, style: "Information", title: "Autre", message: "" };
      return sheet.getRange("A1:A4").dataValidation.load("prompt,errorAlert,ignoreBlanks,type");
    });
    expect(read.toJSON()).toEqual({
      type: "WholeNumber",
      ignoreBlanks: false,
      prompt: { showPrompt: false, title: "Année", message: "De 2024 à 2027" },
      errorAlert: { showAlert: true, style: "Information", title: "Autre", message: "" },
    });
  });

  it("leaves the cells beside it what they had, and tells a mixture as one", async () => {
    const types = await run((sheet) => {
      sheet.getRange("A1:C6").dataValidation.rule = { wholeNumber: between };
      sheet.getRange("B3:B4").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      sheet.getRange("C1:C6").dataValidation.clear();
      return ["A1:B2", "A1:B6", "A3:C3", "C1:D9", "B3:B4", "B5"].map((address) =>
        sheet.getRange(address).dataValidation.load("type,rule"),
      );
    });
    expect(types.map(({ type }) => type)).toEqual([
      "WholeNumber",
      "Inconsistent",
      "MixedCriteria",
      "None",
      "List",
      "WholeNumber",
    ]);
    expect(types.map(({ rule }) => rule && Object.keys(rule)[0])).toEqual([
      "wholeNumber",
      null,
      null,
      undefined,
      "list",
      "wholeNumber",
    ]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  // "Returns true if all cell values are valid, or false if all cell values are invalid. Returns null if there are both."
  it.each<[unknown[], boolean | null, string | null]>([
    [[1, 10, ""], true, null],
    [[0, 11, 1.5], false, "Feuil1!A1,Feuil1!A2,Feuil1!A3"],
    [[1, "dix", 5], null, "Feuil1!A2"],
  ])("tells which cells obey: %j", async (values, isValid, wrong) => {
    const [validation, cells] = await run((sheet) => {
      const range = sheet.getRange("A1:A3");
      range.values = values.map((value) => [value]);
      range.dataValidation.rule = { wholeNumber: between };
      return [
        range.dataValidation.load("valid"),
        range.dataValidation.getInvalidCellsOrNullObject().load("address"),
      ] as const;
    });
    expect(validation.valid).toBe(isValid);
    expect(cells.isNullObject ? null : cells.address).toBe(wrong);
  });

  const longest = (title: number, message: number) => ({ title: "t".repeat(title), message: "m".repeat(message) });
  it.each<[string, boolean, (validation: Excel.DataValidation) => unknown]>([
    ["an alert of 32 and 225 characters", true, (v) => (v.errorAlert = { ...ALERT, ...longest(32, 225) })],
    ["a title of 33", false, (v) => (v.errorAlert = { ...ALERT, ...longest(33, 1) })],
    ["an alert of 226", false, (v) => (v.errorAlert = { ...ALERT, ...longest(1, 226) })],
    ["a prompt of 255", true, (v) => (v.prompt = { showPrompt: true, ...longest(32, 255) })],
    ["a prompt of 256", false, (v) => (v.prompt = { showPrompt: true, ...longest(32, 256) })],
    ["a list of 255", true, (v) => (v.rule = { list: { inCellDropDown: true, source: "x".repeat(255) } })],
    ["a list of 256", false, (v) => (v.rule = { list: { inCellDropDown: true, source: "x".repeat(256) } })],
    ["no rule", false, (v) => (v.rule = {})],
    ["two rules", false, (v) => (v.rule = { decimal: between, wholeNumber: between })],
    ["one bound of two", false, (v) => (v.rule = { decimal: { formula1: 1, operator: "Between" } })],
    ["a French formula", false, (v) => (v.rule = { custom: { formula: "=SI(A1>0;VRAI;FAUX)" } })],
    ["a date that is none", false, (v) => (v.rule = { date: { formula1: "31/12/2024", operator: "LessThan" } })],
  ])("is taken or refused as Excel does: %s", async (_, isTaken, set) => {
    const given = run((sheet) => set(sheet.getRange("A1").dataValidation));
    if (isTaken) await given;
    else await expect(given).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

const ALERT = { showAlert: true, style: "Stop" } as const;
