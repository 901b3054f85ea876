// What a machine can check of accessibility beside the states of the pane, which `scripts/screenshots.ts --check` looks at one by one.
import { expect, it } from "vitest";
import type { PreviewPage } from "./site/preview-page";
import { inNarrowPanes } from "./site/state-accessibility";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

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

it("breaks no figure of a card, and has them end below each other, however narrow the pane", async () => {
  const preview = await openPreview();
  await preview.verify();
  await preview.finding("Total de l’action faux").click();
  const found: string[] = [];
  await inNarrowPanes(preview, async (where) => {
    found.push(...(await uneven(preview)).map((text) => `${text} ${where}`));
  });
  expect(found).toEqual([]);
});
