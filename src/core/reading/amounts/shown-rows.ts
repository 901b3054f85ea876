// The rows of a table that is being put together, with the cells of each: facts are made of the tables once they are.
import type { Colonne, LigneDeSommes, MontantCell, MontantsParAnnee, TableauBudgetaire } from "../../domain/dossier";

type Sommes = Omit<LigneDeSommes, "label">;

export interface ShownRow extends Sommes {
  readonly rang: "action" | "axe" | "total";
}

/** Those of the actions first, in the order of the table. */
export function shownRows({ lignesAction, lignesAxe, total }: TableauBudgetaire): readonly ShownRow[] {
  return [
    ...lignesAction.map((ligne): ShownRow => ({ ...ligne, rang: "action" })),
    ...lignesAxe.flatMap(({ sousTotal }): ShownRow[] => (sousTotal ? [{ ...sousTotal, rang: "axe" }] : [])),
    ...(total ? [{ ...total, rang: "total" } as const] : []),
  ];
}

/** Every cell of the row, whatever it holds. */
export function cellsOfRow({
  montants,
  autres,
  verses,
  contractualises,
  totauxDesAnnees = [],
}: Sommes): readonly MontantCell[] {
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

/** A row of sums may sum some columns only; an empty cell is a hole where another year of the column is filled. */
export function showsColumn(montants: MontantsParAnnee, colonne: Colonne): boolean {
  return [...montants.values()].some((cells) => cells[colonne] && cells[colonne].lu.kind !== "missing");
}

/** A table of totals over the years, apart from the tables of the years. */
export const isCumulOnly = ({ annees, periodes }: TableauBudgetaire): boolean =>
  annees.length === 0 && periodes !== undefined;
