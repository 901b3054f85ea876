// The autonomous page around the journey: several workbooks, work in the grid, the engine's limits, its looks.
import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import { violations } from "./site/axe-violations";
import { useAutonomousPage, type AutonomousPage } from "./site/autonomous-page";
import { compliantFile, exampleFile, largeFile, protectedFile, textFile, type WorkbookFile } from "./site/workbooks";
import { inFont, WIDE_FONT } from "./site/fonts";

const openPage = useAutonomousPage();

const listed = ({ page }: AutonomousPage) => page.getByRole("navigation", { name: "Classeurs ouverts" });

/** Room to work in. */
function freeFile(): WorkbookFile {
  const workbook = createXlsx("libre.xlsx");
  const [sheet] = workbook.sheets;
  sheet?.setContent(0, 0, { value: 1, formula: null });
  return { name: workbook.name, mimeType: "application/octet-stream", buffer: Buffer.from(workbook.save()) };
}

/** Characters, from too narrow for the number below to wide enough, pixel by pixel where it begins to fit. */
const WIDTHS = [5, 9, ...Array.from({ length: 10 }, (_, pixel) => 13 + pixel / 7)];

/** One number in columns of those widths, and words below it. */
function narrowFile(): WorkbookFile {
  const workbook = createXlsx("etroit.xlsx");
  const [sheet] = workbook.sheets;
  WIDTHS.forEach((width, column) => {
    sheet?.setColumnWidth(column, width);
    sheet?.setContent(0, column, { value: 1_234_567.89, formula: null });
    sheet?.setStyle({ top: 0, left: column, bottom: 0, right: column }, { numberFormat: "#,##0.00" });
    sheet?.setContent(1, column, { value: "Montant de la part État", formula: null });
  });
  return { name: workbook.name, mimeType: "application/octet-stream", buffer: Buffer.from(workbook.save()) };
}

const hasMarks = (cell: Locator): Promise<boolean> =>
  cell.evaluate((element) => /^"#+"$/.test(getComputedStyle(element, "::after").content));

/** The width of the number, as it is drawn, beside that of its column; and whether the eye sees it. */
async function lookOf(page: AutonomousPage, column: number) {
  const cell = page.cell(`${String.fromCharCode(65 + column)}1`);
  const seen = await cell.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { webkitTextFillColor, paddingLeft, paddingRight } = getComputedStyle(element);
    const asked = range.getBoundingClientRect().width + parseFloat(paddingLeft) + parseFloat(paddingRight);
    const isTooWide = Math.round(asked) > element.clientWidth + 1;
    return { isTooWide, isHidden: /^rgba\(.*, 0\)$/.test(webkitTextFillColor), text: element.textContent ?? "" };
  });
  return { ...seen, marks: await hasMarks(cell) };
}

describe("several workbooks", () => {
  it("open at once, each with its own results; a bad one says why and stops no other", async () => {
    const page = await openPage();
    await page.open(compliantFile(), textFile(), exampleFile());
    await page.page.getByRole("alert").filter({ hasText: "notes.xlsx" }).waitFor();
    await page.page.getByRole("alert").getByRole("button", { name: "Fermer" }).click();
    expect(await listed(page).getByRole("listitem").count()).toBe(2);
    await page.verify();
    const first = await page.stateLine();
    await listed(page).getByRole("button", { name: "classeur-exemple.xlsx", exact: true }).click();
    await page.verify();
    expect(await page.stateLine()).toMatch(/^\d+ à traiter/);
    await listed(page)
      .getByRole("button", { name: /^classeur-conforme\.xlsx/ })
      .click();
    await expect.poll(() => page.stateLine()).toBe(first);
  });

  it("make one tableau de bord, which takes the place of the one before", async () => {
    const page = await openPage("disk");
    await page.open(compliantFile(), exampleFile());
    for (let times = 0; times < 2; times += 1) {
      // So that the one before is not taken for the next.
      await listed(page).getByRole("button", { name: "classeur-exemple.xlsx", exact: true }).click();
      await page.page.getByRole("button", { name: "Tableau de bord", exact: true }).click();
      const own = listed(page).getByRole("button", { name: "tableau-de-bord.xlsx", exact: true });
      await own.and(page.page.locator("[aria-current=true]")).waitFor();
      // Two workbooks of one contract, told apart, neither counted, and not the tableau itself.
      for (const [address, text] of [
        ["A3", "Aucun contrat compté."],
        ["A9", "Dijon métropole (classeur-exemple.xlsx)"],
        ["A10", "Dijon métropole (classeur-conforme.xlsx)"],
      ] as const)
        await expect.poll(() => page.cell(address).textContent()).toBe(text);
      expect(await listed(page).getByRole("listitem").count()).toBe(3);
      // The pane knows it for what it is, and proposes to make no contract's workbook of it.
      await page.pane.getByRole("heading", { name: "Ce classeur est un tableau de bord" }).waitFor();
      expect(await page.pane.getByRole("button", { name: "Aller aux annexes" }).count()).toBe(0);
    }
  });

  it("are closed one by one, and one with changes only when the agent says so", async () => {
    const page = await openPage();
    await page.open(compliantFile());
    await page.cell("A24").click();
    await page.page.keyboard.type("note");
    await page.page.keyboard.press("Enter");
    await page.page.getByText(/modifications non enregistrées/).waitFor({ state: "attached" });
    const answers = ["dismiss", "accept"] as const;
    let asked = 0;
    page.page.on("dialog", (dialog) => void dialog[answers[asked++] ?? "dismiss"]());
    const close = page.page.getByRole("button", { name: "Fermer classeur-conforme.xlsx" });
    await close.click();
    expect(await page.cell("A24").textContent()).toBe("note");
    await close.click();
    await page.page.getByRole("heading", { name: "Contrat local des solidarités" }).waitFor();
    expect(asked).toBe(2);
  });

  it("begin with the example, or with nothing", async () => {
    const page = await openPage("disk");
    await page.page.getByRole("button", { name: "Essayer avec le classeur d’exemple" }).click();
    await page.sheet("Tableau budgétaire").waitFor();
    await page.page.getByRole("button", { name: "Fermer classeur-exemple.xlsx" }).click();
    await page.page.getByRole("button", { name: "Commencer un classeur neuf" }).click();
    await page.sheet("Feuil1").waitFor();
  });

  it("leave the keyboard somewhere when they are opened and closed by it alone", async () => {
    const page = await openPage();
    const { keyboard } = page.page;
    const focused = () =>
      page.page.evaluate(() =>
        document.activeElement === document.body ? "" : (document.activeElement?.outerHTML ?? ""),
      );
    for (const way of ["Essayer avec le classeur d’exemple", "Commencer un classeur neuf"]) {
      await page.page.getByRole("button", { name: way }).focus();
      await keyboard.press("Enter");
      await page.cell("A1").waitFor();
      await expect.poll(focused).not.toBe("");
      await page.page.getByRole("button", { name: /^Fermer classeur/ }).focus();
      await keyboard.press("Enter");
      await page.page.getByRole("heading", { name: "Contrat local des solidarités" }).waitFor();
      await expect.poll(focused).toContain("input");
    }
  });
});

describe("the grid", () => {
  it("selects, copies, pastes, empties and takes back by the keyboard", async () => {
    const page = await openPage("server", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.open(freeFile());
    const { keyboard } = page.page;
    await page.cell("A30").click();
    for (const text of ["2", "40", "=SOMME(A30:A31)"]) {
      await keyboard.type(text);
      await keyboard.press("Enter");
    }
    await expect.poll(() => page.cell("A32").textContent()).toBe("42");
    for (const key of ["ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp"]) await keyboard.press(key);
    await page.page.getByText(/Nombre.: 3.*Somme.: 84/).waitFor();
    await keyboard.press("Control+C");
    await page.cell("B30").click();
    await keyboard.press("Control+V");
    // A formula moves with what it reads.
    await keyboard.press("ArrowDown");
    await keyboard.type("100");
    await keyboard.press("Enter");
    await expect.poll(() => page.cell("B32").textContent()).toBe("102");
    await page.cell("A30").click();
    await page.cell("B32").click({ modifiers: ["Shift"] });
    await keyboard.press("Delete");
    await expect.poll(() => page.cell("B32").textContent()).toBe("");
    await keyboard.press("Control+Z");
    await expect.poll(() => page.cell("B32").textContent()).toBe("102");
    expect(await page.cell("A31").textContent()).toBe("40");
    await keyboard.press("Control+Y");
    await expect.poll(() => page.cell("A31").textContent()).toBe("");
    for (let presses = 0; presses < 4; presses++) await keyboard.press("Control+Z");
    await expect.poll(() => page.cell("B31").textContent()).toBe("");
    expect(await page.cell("A31").textContent()).toBe("40");
  });

  it("takes every letter of a word that is typed after a verification, whichever keys lead through the pane's list", async () => {
    const page = await openPage();
    await page.open(exampleFile());
    await page.verify();
    await page.cell("B40").click();
    await page.page.keyboard.type("justice");
    await page.page.keyboard.press("Enter");
    await expect.poll(() => page.cell("B40").textContent()).toBe("justice");
  });

  it("takes what other programs copy, and refuses it whole on a protected sheet", async () => {
    const page = await openPage("server", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.open(protectedFile(), freeFile());
    await page.page.evaluate(() => navigator.clipboard.writeText("Payé\t1 250,50\r\n50 %\t31/12/2026\r\n"));
    await page.cell("A30").click();
    await page.page.keyboard.press("Control+V");
    await page.page.getByRole("alert").filter({ hasText: "protégée" }).waitFor();
    expect(await page.cell("A30").textContent()).toBe("");
    await listed(page).getByRole("button", { name: "libre.xlsx", exact: true }).click();
    await page.cell("A30").click();
    await page.page.keyboard.press("Control+V");
    await expect.poll(() => page.cell("B31").textContent()).toBe("31/12/2026");
    expect(await page.cell("B30").textContent()).toBe("1250,5");
    expect(await page.cell("A31").textContent()).toBe("50%");
  });

  it("shows #### for a number that its column cannot hold, never a part of it; the number itself stays", async () => {
    for (const options of [{}, { forcedColors: "active" }] as const) {
      const page = await openPage("server", options);
      await page.open(narrowFile());
      await page.cell("A1").waitFor();
      const looks = await Promise.all(WIDTHS.map((_, column) => lookOf(page, column)));
      // As wide as it is drawn: a pixel more than its column is too wide, a pixel less is not.
      expect(looks.map(({ marks }) => marks)).toEqual(looks.map(({ isTooWide }) => isTooWide));
      expect(new Set(looks.map(({ isTooWide }) => isTooWide))).toEqual(new Set([true, false]));
      for (const { marks, isHidden, text } of looks) {
        expect(isHidden).toBe(marks);
        expect(text.replace(/\s/g, "")).toBe("1234567,89");
      }
      // Words run over their neighbour, or are cut like words: they never become ####.
      expect(await hasMarks(page.cell("A2"))).toBe(false);
      await page.cell("A1").click();
      expect(await page.page.getByLabel("Barre de formule").inputValue()).toBe("1234567,89");
      await page.page.keyboard.type("5");
      await page.page.keyboard.press("Enter");
      await expect.poll(() => page.cell("A1").textContent()).toMatch(/^5,00$/);
      expect(await hasMarks(page.cell("A1"))).toBe(false);
    }
  });

  it("walks and edits a sheet of 8 000 rows without drawing it whole", async () => {
    const page = await openPage("disk");
    await page.open(largeFile());
    await page.cell("A1").click();
    const { keyboard } = page.page;
    await keyboard.press("Control+ArrowDown");
    await page.page.getByLabel("Cellule active").getByText("A8000").waitFor();
    await page.cell("A8000").waitFor();
    await keyboard.type("Dernière");
    await keyboard.press("Enter");
    await expect.poll(() => page.cell("A8000").textContent()).toBe("Dernière");
    expect(await page.grid.getByRole("gridcell").count()).toBeLessThan(2_000);
    await keyboard.press("Control+Home");
    await page.page.getByLabel("Cellule active").getByText("A1", { exact: true }).waitFor();
  });
});

describe("the formula engine", () => {
  it("is not waited for beyond its time, answers the next formula, and never stops the page", async () => {
    const page = await openPage("disk");
    await page.open(freeFile());
    const { keyboard } = page.page;
    await page.cell("B1").click();
    await keyboard.type('=NBCAR(REPT("x";2000000000))');
    await keyboard.press("Enter");
    // The page goes on while the engine is at work.
    await page.cell("D1").click();
    await page.page.getByLabel("Cellule active").getByText("D1").waitFor({ timeout: 2_000 });
    await keyboard.type("=A1+41");
    await keyboard.press("Enter");
    await expect.poll(() => page.cell("D1").textContent(), { timeout: 40_000 }).toBe("42");
    expect(await page.cell("B1").textContent()).not.toMatch(/^\d/);
  });
});

describe("what the agent keeps", () => {
  it("holds every cell of his, byte for byte as our reader sees it, after a verification", async () => {
    const page = await openPage();
    const file = exampleFile();
    await page.open(file);
    await page.verify();
    const [saved] = await Promise.all([
      page.page.waitForEvent("download"),
      page.page.getByRole("button", { name: "Enregistrer une copie" }).click(),
    ]);
    const after = openXlsx(new Uint8Array(readFileSync(await saved.path())), "apres.xlsx");
    for (const sheet of openXlsx(new Uint8Array(file.buffer), file.name).sheets) {
      const same = after.sheets.find(({ name }) => name === sheet.name);
      const used = sheet.usedRange(false);
      for (let row = 0; used && row <= used.bottom; row++)
        for (let column = 0; column <= used.right; column++) {
          expect(same?.content(row, column)).toEqual(sheet.content(row, column));
          expect(same?.style(row, column)).toEqual(sheet.style(row, column));
        }
    }
  });
});

describe.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
] as const)("in %s", (_, options) => {
  it("has nothing that axe finds, and reflows at 320 pixels", async () => {
    const page = await openPage("server", options);
    expect(await violations(page.page.mainFrame())).toEqual([]);
    await page.open({ ...exampleFile(), name: "contrat-local-des-solidarites-2024-2027-version-de-travail.xlsx" });
    await page.verify();
    expect(await violations(page.page.mainFrame())).toEqual([]);
    await page.page.setViewportSize({ width: 320, height: 640 });
    const mark = await listed(page).getByTitle("modifications non enregistrées").boundingBox();
    const close = await listed(page)
      .getByRole("button", { name: /^Fermer/ })
      .boundingBox();
    expect(mark?.width).toBeGreaterThan(5);
    expect((mark?.x ?? 320) + (mark?.width ?? 0)).toBeLessThanOrEqual(close?.x ?? 0);
    expect(await page.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await inFont(page.page.locator("html"), WIDE_FONT);
    expect(await page.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
