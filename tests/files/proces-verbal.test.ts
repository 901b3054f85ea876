// The procès-verbal as it prints: one page, which LibreOffice lays out, and none of the list below it.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { printedPages } from "./printed/printed-pages";

it.each(["classeur-exemple", "classeur-bilan"])("of %s is one page, signatures included", async (name) => {
  const bytes = new Uint8Array(readFileSync(`exemples/${name}.xlsx`));
  const { port, model, save } = openFileWorkbook(bytes, `${name}.xlsx`);
  await establishProcesVerbal(port, contratIntegre, "2026-11-24", null);
  for (const { id, name: tab } of [...model.sheets]) if (tab !== "Procès-verbal") model.removeSheet(id);
  const pages = await printedPages(save());
  expect(pages).toHaveLength(1);
  const text = pages[0]?.lines.join("\n");
  expect(text).toMatch(/Procès-verbal de vérification[\s\S]*Ensemble[\s\S]*Signature/);
  expect(text).not.toMatch(/Identifiant|ne s’imprime pas/);
});
