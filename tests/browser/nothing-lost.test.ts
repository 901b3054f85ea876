// Work in the autonomous page that is not saved: where a copy goes, what a download proves, and what a closed tab leaves.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violations } from "./site/axe-violations";
import { AutonomousPage, useAutonomousPage } from "./site/autonomous-page";
import { compliantFile, exampleFile } from "./site/workbooks";

const openPage = useAutonomousPage();

const mark = ({ page }: AutonomousPage, title: string) => page.getByTitle(title);
const CHANGES = "modifications non enregistrées";
const TO_CONFIRM = "copie téléchargée, à confirmer";

async function type(page: AutonomousPage, text: string): Promise<void> {
  await page.cell("A24").click();
  await page.page.keyboard.type(text);
  await page.page.keyboard.press("Enter");
  await mark(page, CHANGES).waitFor();
}

const save = ({ page }: AutonomousPage) => page.getByRole("button", { name: "Enregistrer une copie" }).click();

/** A true file that the browser writes, in the place of the one that the agent would choose; or what his choice comes to. */
const choose = (page: Page, choice: "file" | "abandoned" | "full") =>
  page.evaluate((choice) => {
    const pick = async (): Promise<FileSystemFileHandle> => {
      if (choice === "abandoned") throw new DOMException("", "AbortError");
      const folder = await navigator.storage.getDirectory();
      const file = await folder.getFileHandle("choisi.xlsx", { create: true });
      if (choice === "full") {
        const refuse = () => Promise.reject(new DOMException("", "QuotaExceededError"));
        Object.defineProperty(file, "createWritable", { value: refuse });
      }
      return file;
    };
    Object.assign(window, { showSaveFilePicker: pick });
  }, choice);

it("is saved once the browser has written it where the agent says, and not before", async () => {
  const page = await openPage();
  await page.open(compliantFile());
  await type(page, "note");
  await choose(page.page, "abandoned");
  await save(page);
  await choose(page.page, "full");
  await save(page);
  await page.page.getByRole("alert").filter({ hasText: "n’a pas pu être enregistrée" }).waitFor();
  expect(await mark(page, CHANGES).count()).toBe(1);
  await choose(page.page, "file");
  await save(page);
  await page.page.getByRole("alert").filter({ hasText: "Copie enregistrée" }).waitFor();
  await mark(page, CHANGES).waitFor({ state: "detached" });
  const size = await page.page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle("choisi.xlsx")).getFile()).size;
  });
  expect(size).toBeGreaterThan(5_000);
});

it("stays marked after a download until the agent says that it is there", async () => {
  const page = await openPage();
  await page.open(compliantFile());
  await type(page, "note");
  await Promise.all([page.page.waitForEvent("download"), save(page)]);
  await mark(page, TO_CONFIRM).waitFor();
  expect(await violations(page.page.mainFrame())).toEqual([]);
  await type(page, "encore");
  await Promise.all([page.page.waitForEvent("download"), save(page)]);
  await page.page.getByRole("button", { name: "Oui, je l’ai" }).click();
  await mark(page, TO_CONFIRM).waitFor({ state: "detached" });
});

it.each(["server", "disk"] as const)("is found again after its tab is gone, from the %s", async (source) => {
  const page = await openPage(source);
  await page.open(compliantFile());
  await type(page, "note");
  const copies = () =>
    page.page.evaluate(async () => {
      const request = indexedDB.open("contrat-local-des-solidarites");
      await new Promise((resolve) => (request.onsuccess = resolve));
      const all = request.result.transaction("copies").objectStore("copies").count();
      await new Promise((resolve) => (all.onsuccess = resolve));
      request.result.close();
      return all.result;
    });
  await expect.poll(copies).toBe(1);

  // Another tab meanwhile: the work is open, and is not offered there; the same file is said to be open here.
  const other = new AutonomousPage(await page.page.context().newPage(), page.address);
  await other.page.goto(page.address);
  await other.page.getByRole("heading", { level: 1 }).waitFor();
  await other.open(compliantFile());
  await other.page.getByRole("alert").filter({ hasText: "dans un autre onglet" }).waitFor();
  await other.page.close();

  // Without the question that the browser asks: as in a crash.
  page.page.on("dialog", (dialog) => void dialog.accept());
  await page.page.reload();
  await page.page.getByRole("heading", { name: "Travail non enregistré" }).waitFor();
  if (source === "server") expect(await violations(page.page.mainFrame())).toEqual([]);
  await page.page.getByRole("button", { name: "Reprendre classeur-conforme.xlsx" }).click();
  await expect.poll(() => page.cell("A24").textContent()).toBe("note");
  await mark(page, CHANGES).waitFor();

  await Promise.all([page.page.waitForEvent("download"), save(page)]);
  await page.page.getByRole("button", { name: "Oui, je l’ai" }).click();
  await expect.poll(copies).toBe(0);
});

it("keeps the copy that was found where the browser has no room for another, and says so", async () => {
  const page = await openPage();
  page.page.on("dialog", (dialog) => void dialog.accept());
  const { stored, resume } = {
    stored: () => page.page.getByRole("heading", { name: "Travail non enregistré" }).waitFor(),
    resume: () => page.page.getByRole("button", { name: "Reprendre classeur-conforme.xlsx" }).click(),
  };
  await page.open(compliantFile());
  await type(page, "note");
  await page.page.waitForTimeout(2500);
  await page.page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("", "QuotaExceededError");
    };
  });
  await page.page.reload();
  await stored();
  await resume();
  await expect.poll(() => page.cell("A24").textContent()).toBe("note");
  await type(page, "encore");
  await page.page.getByRole("alert").filter({ hasText: "aucune copie de secours" }).waitFor();
  await page.page.reload();
  await stored();
  await resume();
  await expect.poll(() => page.cell("A24").textContent()).toBe("note");
});

it("says that a file is open already, and tells two of one name apart", async () => {
  const page = await openPage();
  const file = compliantFile();
  await page.open(file);
  await type(page, "note");
  const listed = page.page.getByRole("navigation", { name: "Classeurs ouverts" }).getByRole("listitem");
  await page.open(file);
  await page.page.getByRole("alert").filter({ hasText: "déjà ouvert" }).waitFor();
  expect(await listed.count()).toBe(1);
  expect(await page.cell("A24").textContent()).toBe("note");
  await page.open({ ...exampleFile(), name: file.name });
  await page.page.getByRole("alert").filter({ hasText: "ne sont pas les mêmes" }).waitFor();
  expect(await listed.count()).toBe(2);
});
