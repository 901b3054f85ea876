// The rows of a table that show amounts, whatever they are of: its actions, the sums of its axes, its TOTAL.
import type { LigneDeSommes, TableauBudgetaire } from "../dossier";
import { LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne } from "./budget-lines";

export interface LigneDeMontants extends Omit<LigneDeSommes, "label"> {
  readonly ligne: Ligne;
}

export function rowsOfTable({ lignesAction, lignesAxe, total }: TableauBudgetaire): readonly LigneDeMontants[] {
  const actions = nameActionRows(lignesAction).map((row) => ({ ...row.ligne, ligne: row }));
  const axes = nameAxeRows(lignesAxe).flatMap((row) =>
    row.ligne.sousTotal ? [{ ...row.ligne.sousTotal, ligne: row }] : [],
  );
  return [...actions, ...axes, ...(total ? [{ ...total, ligne: LIGNE_TOTAL }] : [])];
}
