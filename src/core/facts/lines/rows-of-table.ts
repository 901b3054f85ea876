// The rows of a table that show amounts, whatever they are of: its actions, the sums of its axes, its TOTAL.
import type { LigneDeSommes, MontantCell, TableauBudgetaire } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import { LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne } from "./budget-lines";

type Sommes = Omit<LigneDeSommes, "label">;

/** What the row does not have is undefined: thousands of rows of one shape. */
export interface LigneDeMontants {
  readonly rang: "action" | "axe" | "total";
  readonly ligne: Ligne;
  readonly montants: Sommes["montants"];
  readonly autres: Sommes["autres"];
  readonly verses: Sommes["verses"];
  readonly contractualises: Sommes["contractualises"];
  readonly totauxDesAnnees: Sommes["totauxDesAnnees"];
}

function rowOf(
  rang: LigneDeMontants["rang"],
  ligne: Ligne,
  { montants, autres, verses, contractualises, totauxDesAnnees }: Sommes,
): LigneDeMontants {
  return { rang, ligne, montants, autres, verses, contractualises, totauxDesAnnees };
}

/** Every cell of the row, whatever it holds. */
export function cellsOfRow({
  montants,
  autres,
  verses,
  contractualises,
  totauxDesAnnees = [],
}: Pick<LigneDeMontants, "montants"> & Partial<LigneDeMontants>): readonly MontantCell[] {
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
  const actions = nameActionRows(lignesAction).map((row) => rowOf("action", row, row.ligne));
  const axes = nameAxeRows(lignesAxe).flatMap((row) =>
    row.ligne.sousTotal ? [rowOf("axe", row, row.ligne.sousTotal)] : [],
  );
  return [...actions, ...axes, ...(total ? [rowOf("total", LIGNE_TOTAL, total)] : [])];
});

export interface RowUnder {
  readonly row: LigneDeMontants;
  /** In `lignesAction`. */
  readonly index: number;
}

/** The rows of actions under each heading; all of them under null. */
export const actionRowsUnder = remember(
  (tableau: TableauBudgetaire): ReadonlyMap<number | null, readonly RowUnder[]> => {
    const all = rowsOfTable(tableau).flatMap((row, index) => (row.rang === "action" ? { row, index } : []));
    const byHeading = new Map<number | null, RowUnder[]>();
    for (const under of all) {
      const heading = tableau.lignesAction[under.index]?.ligneAxe ?? null;
      if (heading === null) continue;
      const known = byHeading.get(heading);
      if (known) known.push(under);
      else byHeading.set(heading, [under]);
    }
    return byHeading.set(null, all);
  },
);
