// The avenant whose form is open in the tab « Contrat », and the way to it from anywhere in the pane.
import type { AvenantSaisi } from "../../core/avenants/avenant-saisi";
import type { Session } from "../session-store";
import { tabStores } from "../tab-store";

/** What the form begins with; null while it is closed. */
export type AvenantCommence = Partial<Pick<AvenantSaisi, "lignes">>;

export const avenantStore = tabStores<AvenantCommence | null>(null);

/** The form of the avenant that fixes a year: its line asks for the credits of that year. */
export function openAvenant(session: Session, annee: number | undefined): void {
  const champs = annee === undefined ? {} : { annee: String(annee) };
  avenantStore(session).set({ lignes: [{ objet: "credits", champs }] });
  session.chooseTab("contrat");
}
