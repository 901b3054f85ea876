// The page on the simulated Excel holds what it promises: its program runs as it stands.
// Source: docs/HOST.md, "Ten minutes"
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";

const root = fileURLToPath(new URL("../../../", import.meta.url));

it("starts, loads a workbook, runs a script and shows the result", () => {
  const page = readFileSync(join(root, "docs/HOST.md"), "utf8");
  const program = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  try {
    writeFileSync(
      join(folder, "programme.mts"),
      program.replace(/"(xlsx-model|simulated-excel)\//g, `"${root}packages/$1/src/`),
    );
    writeFileSync(join(folder, "classeur.xlsx"), createXlsx("classeur.xlsx").save());
    const tsx = join(root, "node_modules/.bin/tsx");
    const shown = execFileSync(tsx, ["programme.mts"], { cwd: folder, encoding: "utf8", timeout: 60_000 });
    expect(shown).toContain("{ value: 5, formula: '=SUM(A1:A2)' }");
    expect(shown).toMatch(/requests: \d+[\s\S]*\[\]\s*$/);
    const written = openXlsx(readFileSync(join(folder, "resultat.xlsx")), "resultat.xlsx");
    expect(written.activeSheet.content(2, 0)).toEqual({ value: 5, formula: "=SUM(A1:A2)" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
