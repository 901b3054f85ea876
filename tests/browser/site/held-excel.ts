// An Excel that does not answer until it is told to: what the pane shows meanwhile stays, to be looked at.
import type { PreviewWindow } from "../../../src/preview/preview-window";
import type { PreviewPage } from "./preview-page";

interface Held {
  release?: () => void;
}

/** After so many requests of the add-in. */
export function holdExcel({ page }: PreviewPage, after = 0): Promise<void> {
  return page.evaluate((requests) => {
    const held = new Promise<void>((resolve) => ((window as Held).release = resolve));
    (window as PreviewWindow).session.host.faults.interject(requests, () => held);
  }, after);
}

export function releaseExcel({ page }: PreviewPage): Promise<void> {
  return page.evaluate(() => (window as Held).release?.());
}
