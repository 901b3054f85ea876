// An old copy of the budget table: asked about, chosen once, kept in the workbook, in Excel as on the file.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Verification } from "../../src/core/verification";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { answerQuestions } from "../../src/usecases/answer-questions";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { tableauBudgetaire, tableauIndicateurs } from "../core/reading/annexes";
import { sheetNamed, simulatedExcel, workbookOf, type Cells } from "./simulated-excel";

const excel = simulatedExcel();
const NAME = "classeur.xlsx";
const AS_OF = "2024-06-30";
const OLD = "Budget d'avant";

function agentWorkbook(): Uint8Array {
  const budget = tableauBudgetaire as Cells;
  const old = budget.map((row, index) => (index === 3 ? row.map((cell) => (cell === 65000 ? 64000 : cell)) : row));
  return workbookOf({ Budget: budget, Indicateurs: tableauIndicateurs as Cells, [OLD]: old }, NAME).save();
}

type Use = <T>(work: (port: WorkbookPort) => Promise<T>) => Promise<T>;

interface Opened {
  readonly use: Use;
  readonly model: WorkbookModel;
}

const ADAPTERS: readonly (readonly [string, (bytes: Uint8Array) => Opened])[] = [
  [
    "in Excel",
    (bytes) => {
      excel.host.open(openXlsx(bytes, NAME));
      return { use: (work) => runExcel((context) => work(excelWorkbook(context))), model: excel.host.model };
    },
  ],
  [
    "on the file",
    (bytes) => {
      const { port, model } = openFileWorkbook(bytes, NAME);
      return { use: (work) => work(port), model };
    },
  ],
];

async function verify(use: Use): Promise<Verification> {
  return (await use((port) => verifyWorkbook(port, contratIntegre, AS_OF))).verification;
}

const budgetSheet = ({ read }: Verification) => read.find(({ kind }) => kind === "budget")?.sheet;

const questionOf = ({ verdict }: Verification) => verdict.questions?.find(({ about }) => about === "table");

async function choose(use: Use, verification: Verification, sheet: string): Promise<void> {
  const question = questionOf(verification);
  const answer = question?.answers.find(({ of }) => of === sheet);
  if (!question || !answer) throw new Error("nothing to choose");
  const given = { key: question.key, answer, by: "C. Agent", on: AS_OF, speaksFor: "collectivite" } as const;
  await use((port) => answerQuestions(port, [given], []));
}

describe.each(ADAPTERS)("two budget tables %s", (_, open) => {
  it("are a question and no finding; the answer outlives saving, renaming and inserted sheets", async () => {
    const first = open(agentWorkbook());
    const asked = await verify(first.use);
    expect(budgetSheet(asked)).toBeUndefined();
    expect(asked.verdict.state).toBe("to-confirm");
    expect(asked.findings.filter(({ rule }) => rule === "tableau-attendu")).toEqual([]);
    await choose(first.use, asked, OLD);
    expect(await verify(first.use).then(budgetSheet)).toBe(OLD);

    sheetNamed(first.model, OLD).name = "Le bon";
    const later = open(first.model.save());
    const again = await verify(later.use);
    expect(budgetSheet(again)).toBe("Le bon");
    expect(again.findings.some(({ rule }) => rule === "tableau-attendu")).toBe(false);
    expect(again.choices?.[0]?.candidates.map(({ sheet, chosen }) => [sheet, chosen])).toEqual([
      ["Budget", false],
      ["Le bon", true],
    ]);
    expect(again.answers).toMatchObject([{ reponse: { by: "C. Agent" }, range: { sheet: "Le bon" } }]);
  });

  it("leave the highlights and the result sheets alone while the agent chooses", async () => {
    const { use, model } = open(agentWorkbook());
    const asked = await verify(use);
    const before = sheetNamed(model, "Écarts").usedRange(true);
    await choose(use, asked, "Budget");
    expect(sheetNamed(model, "Écarts").usedRange(true)).toEqual(before);
  });

  it("become a question again, and it is said, once the chosen one has gone", async () => {
    const { use, model } = open(agentWorkbook());
    const asked = await verify(use);
    await choose(use, asked, OLD);
    model.removeSheet(sheetNamed(model, OLD).id);
    const alone = await verify(use);
    expect(budgetSheet(alone)).toBe("Budget");
    expect(alone.read.find(({ kind }) => kind === "budget")?.notes?.join()).toMatch(/n’y est plus/);
  });
});
