// What axe says of the pane drawn without a browser.
import axe from "axe-core";
import { expect } from "vitest";

/** Colours need a real page: the browser tests check them. Tabster's focus dummies are hidden from readers on purpose. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(
    { include: [container], exclude: [["[data-tabster-dummy]"]] },
    { rules: { "color-contrast": { enabled: false } } },
  );
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
