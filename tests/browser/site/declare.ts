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

/** The button to what is seldom changed: its name ends with what stands there. */
export const openSettings = (pane: Place): Locator =>
  pane.getByRole("button", { name: /nom, date, surlignage, aide$/ });

/** A tab of the pane; totals, annexes and reports are parts of « Documents », and the help is in the settings. */
export async function openTab(pane: Place, name: string): Promise<void> {
  if (name === "Aide") {
    await openSettings(pane).click();
    return pane.getByRole("button", { name, exact: true }).click();
  }
  if (!["Écarts", "Contrat"].includes(name)) await pane.getByRole("tab", { name: "Documents", exact: true }).click();
  return pane.getByRole("tab", { name, exact: true }).click();
}

/** An action of the open card: its name goes on with the discrepancy that it is about. */
export const cardAction = (pane: Place, label: string): Locator =>
  pane.getByRole("button", { name: new RegExp(`^${label}(?: : |$)`) });

/** Another person takes the seat. */
export async function changeWho(pane: Place, name: string, party: Party): Promise<void> {
  const settings = openSettings(pane);
  await settings.click();
  await pane.getByRole("button", { name: /^(?:Changer|Vous êtes…)$/ }).click();
  await declare(pane, name, party);
  await settings.click();
}
