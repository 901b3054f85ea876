// What a machine can check of accessibility: every state of the pane, its colours in the dark theme, its width where the text is
// large and spaced; and every tab in a narrow pane.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { STATES } from "../../scripts/captures/states";
import { COLOURS, pageViolations, paneViolations } from "./site/axe-violations";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { inFont, WIDE_FONT } from "./site/fonts";

const openPreview = usePreview();

async function showFindings(preview: PreviewPage): Promise<void> {
  await preview.verify();
  await preview.finding("Cofinancement sous le minimum").waitFor();
}

async function setWidth({ page }: PreviewPage, width: number): Promise<void> {
  await page.locator(".task-pane").evaluate((pane, pixels) => (pane.style.width = `${pixels}px`), width);
}

const isCut = ({ pane }: PreviewPage): Promise<boolean> =>
  pane.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);

/** In a pane of 350 pixels at 200 %, spaced as some agents need it. */
async function isCutWhereSpaced(preview: PreviewPage): Promise<boolean> {
  await setWidth(preview, 175);
  const takeAway = await inFont(preview.pane.locator("html"), WIDE_FONT);
  const cut = await isCut(preview);
  await takeAway();
  await setWidth(preview, 350);
  return cut;
}

describe("every state of the pane that has its pictures", () => {
  it("is counted in the statement of accessibility", () => {
    expect(readFileSync("docs/ACCESSIBILITE.md", "utf8").replace(/\s/g, " ")).toContain(`(${STATES.length} : `);
  });

  it("passes axe, and so does the page around it; its colours in the dark theme too; nothing stands beyond the edge", async () => {
    const preview = await openPreview({ reducedMotion: "reduce" }, "/?theme=systeme");
    const found: string[] = [];
    const told = (where: string, list: readonly string[]) => {
      found.push(...list.map((violation) => `${where}: ${violation}`));
    };
    for (const { name, reach } of STATES) {
      await reach(preview);
      await preview.changeTheme({ colorScheme: "light" });
      told(name, await paneViolations(preview));
      await preview.changeTheme({ colorScheme: "dark" });
      told(`${name}, dark`, await paneViolations(preview, COLOURS));
      if (await isCutWhereSpaced(preview)) told(name, ["something stands beyond the edge"]);
    }
    told("page", await pageViolations(preview));
    expect(found).toEqual([]);
  }, 500_000);
});

/** Every tab, with something in it. */
async function eachTab(preview: PreviewPage, look: (tab: string) => Promise<void>): Promise<void> {
  const { pane } = preview;
  for (const name of await pane.getByRole("tab").allTextContents()) {
    await pane.getByRole("tab", { name, exact: true }).click();
    await pane.getByText("Chargement…").waitFor({ state: "detached" });
    await pane.getByRole("tabpanel", { name }).getByRole("button").first().waitFor();
    await look(name);
  }
}

/** Figures of a card that are broken in two, or that do not end below each other. */
const uneven = ({ pane }: PreviewPage): Promise<string[]> =>
  pane.locator("main").evaluate((main) =>
    [...main.querySelectorAll("dl")].flatMap((list) => {
      const shown = [...list.querySelectorAll("dd")].map((figure) => {
        const range = document.createRange();
        range.selectNodeContents(figure);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        return { text: figure.textContent ?? "", lines: lines.size, right: figure.getBoundingClientRect().right };
      });
      const edge = Math.max(...shown.map(({ right }) => right));
      return shown.flatMap(({ text, lines, right }) => (lines > 1 || edge - right > 1 ? [text] : []));
    }),
  );

describe.each([
  ["of 320 pixels", 320, ""],
  ["of 350 pixels at 200 %", 175, ""],
  ["of 320 pixels in a wide font", 320, WIDE_FONT],
  ["of 350 pixels at 200 % in a wide font", 175, WIDE_FONT],
])("in a pane %s", (_, width, font) => {
  it("nothing stands beyond the edge of any tab, of the findings, and of the totals to be replaced", async () => {
    const preview = await openPreview();
    const { pane } = preview;
    await setWidth(preview, width);
    await inFont(pane.locator("html"), font);
    const cut: string[] = [];
    const look = async (what: string): Promise<void> => {
      if (await isCut(preview)) cut.push(what);
    };
    await eachTab(preview, look);
    await pane.getByRole("tab", { name: "Vérifier" }).click();
    await showFindings(preview);
    await look("findings");
    expect(await uneven(preview)).toEqual([]);
    await pane.getByRole("tab", { name: "Totaux" }).click();
    await pane.getByRole("button", { name: "Actualiser les totaux" }).click();
    await pane.getByRole("button", { name: /^Remplacer/ }).waitFor();
    await look("totals to be replaced");
    expect(cut).toEqual([]);
  });
});
