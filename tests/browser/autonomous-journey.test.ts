// A workbook without Excel and without Internet, from its opening to its report, from a server and from the disk.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { cardAction, declare, openTab } from "./site/declare";
import { useAutonomousPage } from "./site/autonomous-page";
import { exampleFile } from "./site/workbooks";

const openPage = useAutonomousPage();

const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
budget = book["Tableau budgétaire"]
print(json.dumps({
  "sheets": book.sheetnames,
  "typed": budget["G7"].value,
  "total": budget["K14"].value,
  "totalValue": values["Tableau budgétaire"]["K14"].value,
  "reasons": [cell.value for row in book["Écarts"].iter_rows() for cell in row if cell.value == "Accord entre les parties"],
}))
`;

it.each(["server", "disk"] as const)(
  "is verified, corrected, justified, completed, totalled, reported and saved, from the %s",
  async (source) => {
    const page = await openPage(source);
    await page.open(exampleFile());
    await page.verify();
    const before = await page.stateLine();

    await page.pane.locator("[data-finding]", { hasText: "Total de l’action faux" }).click();
    await cardAction(page.pane, "Corriger").click();
    await page.changes(() => page.pane.getByRole("button", { name: "Appliquer", exact: true }).click());
    expect(await page.stateLine()).not.toBe(before);
    await cardAction(page.pane, "Justifier").click();
    await declare(page.pane, "Mme Roy", "collectivite");
    await page.pane.getByLabel("Motif").fill("Accord entre les parties");
    await page.changes(() => page.button("Enregistrer").click());
    expect(await page.stateLine()).toMatch(/ \d+ justifié/);

    // By hand, in the grid: what hangs on the cell follows, and the pane says that its results are out of date.
    await page.sheet("Tableau budgétaire").click();
    await page.cell("G7").dblclick();
    await page.page.getByLabel("Contenu de G7").fill("65 000");
    await page.page.keyboard.press("Enter");
    await expect.poll(() => page.cell("E7").textContent()).toMatch(/^130.000$/);
    await page.pane
      .getByText(/périmés/)
      .first()
      .waitFor();

    await openTab(page.pane, "Annexes");
    await page.pane.getByRole("radio", { name: /^Imputation/ }).check();
    await page.button("Insérer").click();
    await page.sheet("Imputation des crédits").and(page.page.locator("[aria-selected=true]")).waitFor();

    await openTab(page.pane, "Totaux");
    await page.pane.getByRole("button", { name: "Actualiser les totaux" }).click();
    await page.pane.getByRole("button", { name: /^Remplacer/ }).click();
    await page.pane.getByRole("button", { name: "Relire le classeur" }).waitFor();

    await openTab(page.pane, "Rapports");
    await page.pane.getByRole("button", { name: "Écrire les feuilles du bilan" }).click();
    await page.sheet("Bilan financier").waitFor();
    const [report] = await Promise.all([
      page.page.waitForEvent("download"),
      page.pane.getByRole("button", { name: "Télécharger le document Word" }).click(),
    ]);
    const parts = unzipSync(new Uint8Array(readFileSync(await report.path())));
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("Matrice des indicateurs");

    await page.page.getByText(/modifications non enregistrées/).waitFor({ state: "attached" });
    const [saved] = await Promise.all([
      page.page.waitForEvent("download"),
      page.page.getByRole("button", { name: "Enregistrer une copie" }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("classeur-exemple-annote.xlsx");
    await page.page.getByText(/modifications non enregistrées/).waitFor({ state: "detached" });
    const copy = path.join(mkdtempSync(path.join(tmpdir(), "page-")), saved.suggestedFilename());
    await saved.saveAs(copy);
    const read = JSON.parse(execFileSync("/usr/bin/python3", ["-c", READ, copy], { encoding: "utf8" })) as Record<
      string,
      unknown
    >;
    expect(read).toMatchObject({ typed: 65_000, totalValue: 200_000 });
    expect(read["total"]).toMatch(/^=/);
    expect(read["reasons"]).toEqual(["Accord entre les parties"]);
    expect(read["sheets"]).toEqual(
      expect.arrayContaining([
        "Tableau budgétaire",
        "Indicateurs",
        "Écarts",
        "Imputation des crédits",
        "Bilan financier",
      ]),
    );
  },
  180_000,
);
