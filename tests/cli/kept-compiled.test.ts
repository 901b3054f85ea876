// What V8 compiled of the command line is kept by its first run, and taken by those after it, however large what they read.
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { runCls } from "./run-cls";
import { writeWorkbook } from "./workbook-files";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compile-"));
  expect(runCls("--version").status).toBe(0);
  copyFileSync(fileURLToPath(new URL("../../dist/cli/cls.mjs", import.meta.url)), join(folder, "cls.mjs"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("is kept once, by a run that reads a large file too", () => {
  const workbook = writeWorkbook(join(folder, "classeur.xlsx"));
  const definition = join(folder, "contrat.json");
  writeFileSync(definition, JSON.stringify(dijonMetropole20242027) + " ".repeat(2 ** 20));
  const args = ["verifier", workbook, "--contrat", definition, "--date", "2024-06-30"];
  const kept = (): string[] => {
    const { status } = spawnSync(process.execPath, [join(folder, "cls.mjs"), ...args]);
    expect(status).toBe(0);
    return readdirSync(join(folder, ".cls")).map((name) => `${name} ${statSync(join(folder, ".cls", name)).ino}`);
  };
  const first = kept();
  expect(first).toHaveLength(1);
  expect(kept()).toEqual(first);
});
