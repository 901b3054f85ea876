// The procès-verbal as it prints: one page, which LibreOffice lays out, and none of the list below it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";

const folder = mkdtempSync(join(tmpdir(), "proces-verbal-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each(["classeur-exemple", "classeur-bilan"])("of %s is one page, signatures included", async (name) => {
  const bytes = new Uint8Array(readFileSync(`exemples/${name}.xlsx`));
  const { port, model, save } = openFileWorkbook(bytes, `${name}.xlsx`);
  await establishProcesVerbal(port, contratIntegre, "2026-11-24", null);
  for (const { id, name: tab } of [...model.sheets]) if (tab !== "Procès-verbal") model.removeSheet(id);
  writeFileSync(join(folder, `${name}.xlsx`), save());
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const output = ["--convert-to", "pdf", "--outdir", folder, join(folder, `${name}.xlsx`)];
  execFileSync("soffice", [profile, "--headless", ...output], { stdio: "ignore" });
  const pdf = join(folder, `${name}.pdf`);
  expect(execFileSync("pdfinfo", [pdf], { encoding: "utf8" })).toMatch(/^Pages:\s+1$/m);
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  expect(text).toMatch(/Procès-verbal de vérification[\s\S]*Ensemble[\s\S]*Signature/);
  expect(text).not.toMatch(/Identifiant|ne s’imprime pas/);
});
