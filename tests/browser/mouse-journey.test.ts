// The slip-ridden example until it conforms, by the mouse alone, in a dark pane of 350 pixels at 200 %: each click is counted.
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { paneViolations } from "./site/axe-violations";
import { cardAction, openSettings } from "./site/declare";
import { changes, DONE, stateLine, toDo } from "./site/finish-list";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

it("is finished by the mouse alone, in so many clicks", async () => {
  const preview = await openPreview({}, "/?theme=systeme");
  const { page, pane } = preview;
  await preview.changeTheme({ colorScheme: "dark" });
  await page.locator(".task-pane").evaluate((element) => (element.style.width = "175px"));
  let clicks = 0;
  const click = async (target: Locator) => {
    await target.click();
    clicks += 1;
  };
  const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: true });
  const declare = async (name: string, party: RegExp) => {
    await pane.getByLabel("Votre nom").fill(name);
    await click(pane.getByRole("radio", { name: party }));
    await click(button("Continuer"));
  };
  /** A card that was settled leads to the next one. */
  const openCard = async () => {
    if ((await pane.locator("[data-finding][aria-expanded=true]").count()) === 0)
      await click(pane.locator("[data-finding]").first());
  };

  await click(button("Vérifier"));
  await preview.hasVerified();
  await click(button(/^Appliquer les .* corrections sûres/));
  await changes(preview, () => click(button("Appliquer")));
  const afterSafe = clicks;
  let justified = 0;
  for (let left = await toDo(preview); left > 0; left = await toDo(preview)) {
    await openCard();
    await click(cardAction(pane, "Justifier"));
    justified += 1;
    if (justified === 1) await declare("Mme Roy", /^La collectivité/);
    await pane.getByLabel("Motif").fill("Revue au dialogue de gestion");
    await changes(preview, () => click(button("Enregistrer")));
  }
  // What the execution table explained is signed.
  await click(button(/^Attend/));
  for (let signed = 0; signed < 2; signed += 1) {
    await click(pane.locator("[data-finding]").filter({ hasText: "Sous-consommation" }).nth(signed));
    await click(cardAction(pane, "Compléter"));
    await click(button("Enregistrer"));
    await preview.hasVerified();
  }
  const byLocal = clicks;
  await click(openSettings(pane));
  await click(button("Changer"));
  await declare("M. Petit", /^L’État/);
  await click(openSettings(pane));
  const answers = justified + 2;
  for (let answered = 0; answered < answers; answered += 1) {
    await openCard();
    await changes(preview, () => click(cardAction(pane, "Accepter")));
  }
  expect(await stateLine(preview)).toBe(DONE);
  // To the preview of all that is safe, and its agreement; to all the reasons; to the last answer. It was 52.
  expect([afterSafe, byLocal, clicks]).toEqual([3, 28, 44]);
  expect(await paneViolations(preview)).toEqual([]);
}, 300_000);
