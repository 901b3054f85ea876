// Whether a gap is that of the signed contract itself: its tables and its articles do not give the same sum, and a workbook that follows the tables is not to blame.
import type { EnVigueur } from "../avenants/fermete";
import type { Avenant } from "../convention";
import { sumActions } from "../definition/check-sommes";
import { regleParAction } from "./montants-regles";
import type { Montant } from "../../domain/values/montant";

/** What an avenant writes is held against the workbook as it stands. */
const touches = ({ creditsEtat, montants, actionsNouvelles, actionsTerminees, modifications }: Avenant): boolean =>
  [creditsEtat, montants, actionsNouvelles, actionsTerminees, modifications ?? []].some(({ length }) => length > 0);

/** `found` is what the workbook gives to all actions, or to those of an axe. */
export function estEcartDuContrat(
  { convention, avenants }: EnVigueur,
  { annee, axe }: { readonly annee: number; readonly axe: number | null },
  found: Montant,
): boolean {
  return regleParAction(convention) && !avenants.some(touches) && sumActions(convention)(annee, axe) === found;
}
