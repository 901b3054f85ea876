// The steps by which the states of the pane are come to.
import type { Locator } from "playwright-core";
import { cardAction, openTab as goToTab } from "../../tests/browser/site/declare";
import type { PreviewPage } from "../../tests/browser/site/preview-page";

export interface State {
  /** Of its file. */
  readonly name: string;
  readonly reach: (preview: PreviewPage) => Promise<unknown>;
}

export const button = ({ pane }: PreviewPage, name: string | RegExp): Locator =>
  pane.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });

export const openTab = ({ pane }: PreviewPage, name: string): Promise<void> => goToTab(pane, name);

/** In the open card. */
export const action = ({ pane }: PreviewPage, label: string): Locator => cardAction(pane, label).first();

export async function heading({ pane }: PreviewPage, name: string | RegExp): Promise<void> {
  await pane.getByRole("heading", { name }).first().waitFor();
}

/** What is asked for in a card is written and verified. */
export async function settle(preview: PreviewPage, answer: string): Promise<void> {
  await button(preview, answer).click();
  await button(preview, answer).waitFor({ state: "detached" });
  await preview.hasVerified();
}
