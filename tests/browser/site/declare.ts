// « Vous êtes… »: who works in the pane, said once, and changed beside the date.
import type { Locator } from "playwright-core";

/** Of the pane, or of the page that holds it. */
type Place = Pick<Locator, "getByLabel" | "getByRole">;
type Party = "collectivite" | "etat";

const RADIO = { collectivite: /^La collectivité/, etat: /^L’État/ } as const;

export async function declare(pane: Place, name: string, party: Party): Promise<void> {
  await pane.getByLabel("Votre nom").fill(name);
  await pane.getByRole("radio", { name: RADIO[party] }).check();
  await pane.getByRole("button", { name: "Continuer" }).click();
}

/** One of the three lists: "À traiter", "Attend …", "Réglés". */
export const showView = (pane: Place, name: RegExp): Promise<void> =>
  pane.getByRole("group", { name: "Quels écarts" }).getByRole("button", { name }).click();

/** Another person takes the seat. */
export async function changeWho(pane: Place, name: string, party: Party): Promise<void> {
  const settings = pane.getByRole("button", { name: /^au \d\d\/\d\d\/20\d\d/ });
  await settings.click();
  await pane.getByRole("button", { name: /^(?:Changer|Vous êtes…)$/ }).click();
  await declare(pane, name, party);
  await settings.click();
}
