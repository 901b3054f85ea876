// The note of an avenant, the contract on one page and the comparison of two versions, as they are written: every figure again, by a script that reads cells alone.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runBilan } from "../../src/cli/bilan/run-bilan";
import { runPreparerAvenant } from "../../src/cli/preparer-avenant/run-preparer";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import { runHere } from "../cli/run-here";

const DAY = "2026-11-29";
const EXAMPLE = fileURLToPath(new URL("../../exemples/classeur-bilan.xlsx", import.meta.url));
const script = (...args: string[]): string =>
  execFileSync("/usr/bin/python3", [fileURLToPath(new URL("compute-papers.py", import.meta.url)), ...args], {
    encoding: "utf8",
  });

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "papiers-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("every figure of the three papers is that of the cells that it comes from", async () => {
  writeFileSync(at("v1.csv"), "action;état;Métropole\n3;30 000;28 000,50\n4;19 999,99;15 000\nenveloppe;360 000;\n");
  script("alter", EXAMPLE, at("avant.xlsx"));
  await runHere(runPreparerAvenant, [EXAMPLE, "--variante", at("v1.csv"), "--sortie", at("note.xlsx")], DAY);
  await runHere(runBilan, [EXAMPLE, "--periode", "contrat", "--sortie", at("page.xlsx")], DAY);
  await runHere(runVerifier, [EXAMPLE, "--reference", at("avant.xlsx"), "--sortie", at("deux.xlsx")], DAY);
  const variant = JSON.stringify({ 3: ["30000", "28000.5"], 4: ["19999.99", "15000"] });
  const papers = ["note.xlsx", "page.xlsx", "deux.xlsx"].map(at);
  const { count, wrong } = JSON.parse(script("check", EXAMPLE, ...papers, variant, "360000")) as {
    count: number;
    wrong: string[];
  };
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(250);
});
