// The layers of docs/ARCHITECTURE.md are lint errors: each forbidden import is refused, each allowed one passes.
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

const eslint = new ESLint({ overrideConfig: { languageOptions: { parserOptions: { projectService: false } } } });

async function layerErrors(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? "").filter((rule) => /restricted/.test(rule));
}

const FORBIDDEN: readonly [where: string, code: string][] = [
  ["src/core/domain/probe.ts", `import { verify } from "../verify"; verify;`],
  ["src/core/verify.ts", `import { openXlsx } from "xlsx-model/open-xlsx"; openXlsx;`],
  ["src/core/verify.ts", `import { openFileWorkbook } from "../files/file-workbook"; openFileWorkbook;`],
  ["src/core/rules/probe.ts", `import { readDossier } from "../reading/read-dossier"; readDossier;`],
  ["src/core/rules/probe.ts", `import rule from "./total-general"; rule;`],
  ["src/core/rules/montant-contractualise/probe.ts", `import rule from "../total-general"; rule;`],
  ["src/core/reading/probe.ts", `import { runRules } from "../rules/run-rules"; runRules;`],
  ["src/core/why/probe.ts", `import { runRules } from "../rules/run-rules"; runRules;`],
  ["src/core/sheets/probe.ts", `import { readDossier } from "../reading/read-dossier"; readDossier;`],
  ["src/usecases/probe.ts", `import { runExcel } from "../excel/run-excel"; runExcel;`],
  ["src/files/probe.ts", `import { runExcel } from "../excel/run-excel"; runExcel;`],
  ["src/taskpane/probe.ts", `import { openXlsx } from "xlsx-model/open-xlsx"; openXlsx;`],
  ["src/taskpane/probe.ts", `import { runExcel } from "../excel/run-excel"; runExcel;`],
  ["src/commands/probe.ts", `import { createExcelHost } from "simulated-excel/excel-host"; createExcelHost;`],
  ["src/usecases/probe.ts", `Office.onReady();`],
  ["src/core/why/totals/probe.ts", `import { verify } from "../../verify"; verify;`],
  ["src/core/reports/bilan/probe.ts", `import { STYLES } from "../../sheets/parts/sheet-style"; STYLES;`],
  ["src/page/probe.ts", `import { runExcel } from "../excel/run-excel"; runExcel;`],
  ["src/grid/probe.ts", `import { App } from "../taskpane/app"; App;`],
  ["src/pane-workbook/probe.ts", `import { openFileWorkbook } from "../files/file-workbook"; openFileWorkbook;`],
  ["src/word/probe.ts", `import { openFileWorkbook } from "../files/file-workbook"; openFileWorkbook;`],
  ["src/report/probe.ts", `import { openFileWorkbook } from "../files/file-workbook"; openFileWorkbook;`],
  ["packages/xlsx-model/src/probe.ts", `import { verify } from "../../../src/core/verify"; verify;`],
  [
    "packages/xlsx-model/src/probe.ts",
    `import { createExcelHost } from "simulated-excel/excel-host"; createExcelHost;`,
  ],
  ["packages/simulated-excel/src/probe.ts", `import { verify } from "../../../src/core/verify"; verify;`],
  ["src/documents/probe.ts", `import { openXlsx } from "xlsx-model/open-xlsx"; openXlsx;`],
];

const ALLOWED: readonly [where: string, code: string][] = [
  ["src/page/probe.ts", `import { openFileWorkbook } from "../files/file-workbook"; openFileWorkbook;`],
  ["src/core/rules/probe.ts", `import { defineRule } from "./rule"; defineRule;`],
  ["src/core/rules/montant-contractualise/probe.ts", `import { defineRule } from "../rule"; defineRule;`],
  ["src/core/rules/montant-contractualise/probe.ts", `import { meta } from "./meta"; meta;`],
  ["src/core/rules/probe.ts", `import { formatMontant } from "../domain/words/format"; formatMontant;`],
  ["src/add-in/main.tsx", `import { runExcel } from "../excel/run-excel"; runExcel;`],
  ["src/usecases/probe.ts", `import { verify } from "../core/verify"; verify;`],
  ["src/core/verify.ts", `import { parseCellRef } from "xlsx-model/cell-ref"; parseCellRef;`],
  ["packages/simulated-excel/src/probe.ts", `import { openXlsx } from "xlsx-model/open-xlsx"; openXlsx;`],
];

// The first lint loads the whole configuration and takes seconds: not on the account of the first case.
beforeAll(() => layerErrors("src/core/verify.ts", ""));

describe("layers", () => {
  it.each(FORBIDDEN)("%s may not hold %s", async (where, code) => {
    expect(await layerErrors(where, code)).not.toEqual([]);
  });

  it.each(ALLOWED)("%s may hold %s", async (where, code) => {
    expect(await layerErrors(where, code)).toEqual([]);
  });
});
