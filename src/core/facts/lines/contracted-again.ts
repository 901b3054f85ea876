// The subtotals and the total of what an execution table says again was contracted, with what each of them adds.
import type { Action, Convention } from "../../contract/convention";
import type { Colonne, MontantCell, TableauExecution } from "../../domain/dossier";
import { COLONNES, LIGNE_TOTAL, nameAxeRows, type Ligne } from "./budget-lines";

export interface SommeRepetee {
  readonly annee: number;
  readonly colonne: Colonne;
  readonly ligne: Ligne;
  readonly cell: MontantCell;
  /** Of the rows that stand under it: a row is judged by itself, and not again in its sum. */
  readonly rows: readonly MontantCell[];
  /** The actions of the contract whose amounts it adds. */
  readonly actions: readonly Action[];
}

export function* contractedSums(convention: Convention, execution: TableauExecution): Generator<SommeRepetee> {
  const { lignesAction, lignesAxe, total } = execution;
  const sumRows = [
    ...nameAxeRows(lignesAxe).map((row, index) => ({ row, sums: row.ligne.sousTotal, axe: row.ligne.axe, index })),
    { row: LIGNE_TOTAL, sums: total, axe: null, index: null },
  ];
  for (const { row, sums, axe, index } of sumRows) {
    // Of a heading that is no axe of the contract there is nothing to say.
    if (!sums || (index !== null && axe === null)) continue;
    const actions = convention.actions.filter((action) => axe === null || action.axe === axe.numero);
    const under = lignesAction.filter(({ ligneAxe }) => index === null || ligneAxe === index);
    for (const [annee, cells] of sums.contractualises ?? []) {
      for (const colonne of COLONNES) {
        const cell = cells[colonne];
        const rows = under.flatMap(({ contractualises }) => contractualises?.get(annee)?.[colonne] ?? []);
        if (cell) yield { annee, colonne, ligne: row, cell, rows, actions };
      }
    }
  }
}
