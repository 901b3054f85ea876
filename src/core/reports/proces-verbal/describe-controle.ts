// French sentences on a checked procès-verbal, the same in the pane and on the command line.
import { accord } from "../../domain/words/accord";
import { typographie } from "../../domain/words/typographie";
import type { Changement, Controle } from "./controler";

function outcome({ identique, alterations, changements, differences }: Controle): string {
  if (identique) return "Identique : les chiffres, le contrat en vigueur et les constats sont ceux du procès-verbal.";
  if (alterations.length > 0) return "Différent : le procès-verbal n’est plus tel qu’il a été établi.";
  if (changements.length === 0 && differences.length > 0) {
    return "Différent : les chiffres sont ceux du procès-verbal, mais non le reste.";
  }
  return `Différent : ${accord(changements.length, "chiffre a changé", "chiffres ont changé")}.`;
}

/** The outcome in one sentence; what it speaks of is listed below it. */
export function describeControle(controle: Controle): string {
  return typographie(outcome(controle));
}

/** "Action 1 – 2025 – part État : 65 000,00 € au procès-verbal, 66 000,00 € à présent." */
export function describeChangement({ libelle, avant, apres }: Changement): string {
  if (avant === null) return typographie(`${libelle} : absent du procès-verbal, ${apres ?? ""} à présent.`);
  if (apres === null) return typographie(`${libelle} : ${avant} au procès-verbal, n’est plus dans le classeur.`);
  return typographie(`${libelle} : ${avant} au procès-verbal, ${apres} à présent.`);
}
