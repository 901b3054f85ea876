// Whether the keyboard ever loses its place in the pane: what the browser then falls back to is the whole page, from its beginning.
import type { Frame } from "playwright-core";
import type { PreviewPage } from "./preview-page";

interface Watched {
  /** What had the keyboard before, each time. */
  lost: string[];
}

/** In the pane; what is replaced within a quarter of a second is not lost. */
export async function watchFocus(preview: PreviewPage): Promise<{ lost: () => Promise<readonly string[]> }> {
  const frame = paneFrame(preview);
  await frame.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.lost = [];
    let [before, looks] = ["", 0];
    setInterval(() => {
      const has = document.activeElement;
      if (has !== document.body && has !== null) {
        [before, looks] = [has.getAttribute("aria-label") ?? has.textContent ?? "", 0];
      } else if (document.hasFocus() && before !== "" && ++looks === 5) watched.lost.push(before);
    }, 50);
  });
  return {
    async lost() {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return frame.evaluate(() => (window as unknown as Watched).lost);
    },
  };
}

function paneFrame({ page }: PreviewPage): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes("taskpane.html"));
  if (!frame) throw new Error("no pane");
  return frame;
}

/** The name of what has the keyboard, in the pane. */
export function focusedInPane(preview: PreviewPage): Promise<string> {
  return paneFrame(preview).evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return "";
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return (element?.getAttribute("aria-label") ?? labels[0]?.textContent ?? element?.textContent ?? "").trim();
  });
}

/** By Tab alone, from where the keyboard is. */
export async function tabTo(preview: PreviewPage, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (wanted.test(await focusedInPane(preview))) return;
    await preview.page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${String(wanted)}`);
}
