// --feuille settles which of two tables counts, on the command line as a click does in the pane.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVerifier as run } from "../../src/cli/verifier/run-verifier";
import type { Verification } from "../../src/core/verification";
import type { SheetModel } from "xlsx-model/workbook-model";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { writeWorkbook } from "./workbook-files";

let folder: string;
let path: string;
let before: Buffer;

function copyCells(from: SheetModel, to: SheetModel, top: number): void {
  const used = from.usedRange(true);
  if (!used) throw new Error("an empty sheet");
  for (let row = used.top; row <= used.bottom; row += 1) {
    for (let column = used.left; column <= used.right; column += 1) {
      to.setContent(top + row, column, from.content(row, column));
    }
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "feuille-"));
  path = writeWorkbook(join(folder, "deux.xlsx"));
  const { model, save } = openFileWorkbook(readFileSync(path), "deux.xlsx");
  const [budget] = model.sheets;
  if (!budget) throw new Error("no sheet");
  copyCells(budget, model.addSheet("Ancien budget"), 2);
  const twice = model.addSheet("Deux fois");
  copyCells(budget, twice, 0);
  copyCells(budget, twice, 40);
  writeFileSync(path, save());
  before = readFileSync(path);
});
afterAll(() => {
  expect(readFileSync(path)).toEqual(before);
  rmSync(folder, { recursive: true });
});

async function verifier(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run([path, "--json", "--date", "2024-06-30", ...args], {
    ...{ out: (text) => void out.push(text), err: (text) => void err.push(text) },
    today: () => "2024-06-30",
    styled: false,
  });
  const [line] = out;
  return { status, err: err.join(""), verification: line === undefined ? null : (JSON.parse(line) as Verification) };
}

const ruled = (verification: Verification | null) => verification?.findings.map(({ rule }) => rule);
const budgetSheet = (verification: Verification | null) =>
  verification?.read.find(({ kind }) => kind === "budget")?.sheet;

describe("two budget tables on the command line", () => {
  it("are a question, and no finding", async () => {
    const { status, verification } = await verifier();
    expect(status).toBe(1);
    expect(ruled(verification)).not.toContain("tableau-attendu");
    expect(verification?.verdict.state).toBe("to-confirm");
    expect(verification?.verdict.questions).toMatchObject([{ about: "table" }]);
  });

  it("name the option in the report that is read, until it is given", async () => {
    const report = async (...args: string[]) => {
      const out: string[] = [];
      const io = { out: (text: string) => void out.push(text), err: () => undefined };
      await run([path, "--date", "2024-06-30", ...args], { ...io, today: () => "2024-06-30", styled: false });
      return out.join("");
    };
    expect(await report()).toContain('--feuille "Ancien budget"');
    expect(await report("--feuille", "Ancien budget")).not.toContain('--feuille "');
  });

  it("are settled by --feuille, in any case", async () => {
    const { verification, err } = await verifier("--feuille", "ANCIEN budget");
    expect([err, budgetSheet(verification)]).toEqual(["", "Ancien budget"]);
    expect(ruled(verification)).not.toContain("tableau-attendu");
  });

  it("are settled for the copy too", async () => {
    const copy = join(folder, "copie.xlsx");
    await verifier("--feuille", "Ancien budget", "--sortie", copy);
    const { reponses = [] } = await openFileWorkbook(readFileSync(copy), "copie.xlsx").port.read();
    expect(reponses.map(({ key, answer }) => [key.kind, answer.of])).toEqual([["table", "Ancien budget"]]);
  });

  it.each([
    ["Nulle part", /n’a pas cette feuille.*Ancien budget/],
    ["Deux fois", /plusieurs tableaux des mêmes années \(A1:M15 et A41:M55\)/],
  ])("are not settled by %s, which is said", async (sheet, sentence) => {
    const { status, err, verification } = await verifier("--feuille", sheet);
    expect([status, verification]).toEqual([2, null]);
    expect(err).toMatch(sentence);
    expect(err.trim()).not.toContain("\n");
  });
});
