// The rows of a table that show amounts, whatever they are of: its actions, the sums of its axes, its TOTAL.
import type { LigneDeSommes, MontantCell, TableauBudgetaire } from "../dossier";
import { remember } from "../remember";
import { LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne } from "./budget-lines";

export interface LigneDeMontants extends Omit<LigneDeSommes, "label"> {
  readonly rang: "action" | "axe" | "total";
  readonly ligne: Ligne;
}

/** Every cell of the row, whatever it holds. */
export function cellsOfRow({
  montants,
  autres,
  verses,
  contractualises,
  totauxDesAnnees = [],
}: Omit<LigneDeMontants, "rang" | "ligne">): readonly MontantCell[] {
  const parts = [
    ...montants.values(),
    ...(contractualises?.values() ?? []),
    ...totauxDesAnnees.flatMap((total) => [total.parts, total.contractualises]),
  ];
  const lists = [
    ...(autres?.values() ?? []),
    ...(verses?.values() ?? []),
    ...totauxDesAnnees.flatMap((total) => [total.autres, total.verses]),
  ];
  return [...parts.flatMap(({ etat, collectivite, total }) => [etat, collectivite, total]), ...lists.flat()].flatMap(
    (cell) => cell ?? [],
  );
}

/** Those of the actions first, in the order of the table. */
export const rowsOfTable = remember((tableau: TableauBudgetaire): readonly LigneDeMontants[] => {
  const { lignesAction, lignesAxe, total } = tableau;
  const actions = nameActionRows(lignesAction).map((row): LigneDeMontants => ({
    ...row.ligne,
    rang: "action",
    ligne: row,
  }));
  const axes = nameAxeRows(lignesAxe).flatMap((row): LigneDeMontants[] =>
    row.ligne.sousTotal ? [{ ...row.ligne.sousTotal, rang: "axe", ligne: row }] : [],
  );
  return [...actions, ...axes, ...(total ? [{ ...total, rang: "total" as const, ligne: LIGNE_TOTAL }] : [])];
});
