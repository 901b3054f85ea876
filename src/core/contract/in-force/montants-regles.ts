// Which amounts of actions a contract settles itself: some settle those of each axe or of the whole, and leave it to the parties to share them out.
import type { Action, Convention } from "../convention";

/** Whether it settles what each action gets. */
export const regleParAction = ({ montantsPour = "action" }: Pick<Convention, "montantsPour">): boolean =>
  montantsPour === "action";

/** Whether the amounts of that year are the contract's, and not how the workbook shares out those of an axe or of the whole. */
export function estRegle(
  convention: Pick<Convention, "montantsPour">,
  { reparti }: Pick<Action, "reparti">,
  { annee, etat, collectivite }: Action["montants"][number],
): boolean {
  if (reparti?.has(annee)) return false;
  return regleParAction(convention) || etat > 0 || collectivite > 0;
}
