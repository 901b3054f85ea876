// The main job as the agent does it: Vérifier, read, click, look at the sheets, Effacer.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openSettings } from "./site/declare";
import { AGENT_SHEETS, dumpSheets, only } from "./site/dump-sheets";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

/** What the eye sees of a cell: its fill, and what else tells it apart. */
function looks(cell: Locator): Promise<{ fill: string; rest: string }> {
  return cell.evaluate((element) => {
    const { backgroundColor, fontWeight, fontStyle, textDecorationLine, boxShadow } = getComputedStyle(element);
    return { fill: backgroundColor, rest: [fontWeight, fontStyle, textDecorationLine, boxShadow].join(" / ") };
  });
}

describe("Vérifier in the pane", () => {
  it("lists the discrepancies, and a click on one selects its cell on its sheet", async () => {
    const preview = await openPreview();
    await preview.tab("Lisez-moi").click();
    await preview.verify();
    await preview.finding("Cofinancement sous le minimum").click();
    await preview.tab("Tableau budgétaire").and(preview.page.locator("[aria-selected=true]")).waitFor();
    expect(await preview.cell("G7").getAttribute("aria-selected")).toBe("true");
    expect(await preview.page.getByLabel("Cellule active").textContent()).toBe("G7");
  });

  it("finds its search again when it is opened again, says what they hide, and shows all when asked", async () => {
    const preview = await openPreview();
    const { pane } = preview;
    await preview.verify();
    await pane.getByRole("searchbox").fill("cofinancement");
    const hidden = /^\d+ écarts? masqués? par la recherche$/;
    const said = await pane.getByText(hidden).textContent();
    const shown = await pane.locator("[data-finding]").count();
    await preview.goto();
    await preview.verify();
    expect(await pane.getByText(hidden).textContent()).toBe(said);
    expect(await pane.locator("[data-finding]").count()).toBe(shown);
    expect(await pane.getByRole("searchbox").inputValue()).toBe("cofinancement");
    await pane.getByRole("button", { name: "Tout afficher" }).click();
    expect(await pane.locator("[data-finding]").count()).toBeGreaterThan(shown);
    expect(await pane.getByText(hidden).count()).toBe(0);
    expect(await pane.locator(":focus").getAttribute("type")).toBe("search");
  });

  it("highlights a cell by more than its colour, and leaves its neighbours alone", async () => {
    const preview = await openPreview();
    await preview.tab("Tableau budgétaire").click();
    const [before, neighbour] = [await looks(preview.cell("G7")), await looks(preview.cell("G8"))];
    await preview.verify();
    const after = await looks(preview.cell("G7"));
    expect(after.fill).not.toBe(before.fill);
    expect(after.rest).not.toBe(before.rest);
    expect(await looks(preview.cell("G8"))).toEqual(neighbour);
  });

  it("adds the two result sheets, whose links lead to the cells", async () => {
    const preview = await openPreview();
    await preview.verify();
    await preview.tab("Synthèse par axe").click();
    await preview.grid.getByText("Axe 1", { exact: false }).first().waitFor();
    await preview.grid.getByRole("img", { name: /^Graphique : 2024/ }).waitFor();
    await preview.tab("Écarts").click();
    await preview.grid
      .getByText(/64.999,99/)
      .first()
      .waitFor();
    await preview.grid
      .getByRole("gridcell", { name: /Tableau budgétaire.*!?G7$/ })
      .first()
      .click();
    expect(await preview.page.getByLabel("Cellule active").textContent()).toBe("G7");
    expect(await preview.tab("Tableau budgétaire").getAttribute("aria-selected")).toBe("true");
  });

  it("changes nothing of the agent's but the look, and Effacer gives that back", async () => {
    const preview = await openPreview();
    const before = await dumpSheets(preview);
    await preview.verify();
    const verified = await dumpSheets(preview);
    expect(only(verified, AGENT_SHEETS)).not.toEqual(before);
    await openSettings(preview.pane).click();
    await preview.pane.getByRole("button", { name: "Effacer le surlignage" }).click();
    await preview.pane.getByText(/a été effacé/).waitFor();
    expect(only(await dumpSheets(preview), AGENT_SHEETS)).toEqual(before);
  });

  it("replaces the first run by the second", async () => {
    const preview = await openPreview();
    await preview.verify();
    const first = await dumpSheets(preview);
    await preview.verify();
    expect(await dumpSheets(preview)).toEqual(first);
  });
});
