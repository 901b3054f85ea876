// The row of an operator under its action, of whose amounts it is all.
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import type { TableauBudgetaire } from "../../../src/core/domain/dossier";
import { known } from "../../../src/core/domain/known";
import type { LigneSousAction } from "../../../src/core/domain/tables";
import { addMontants, montantFromEuros, ZERO } from "../../../src/core/domain/values/montant";

const [first, ...others] = contratIntegre.actions;
const withOperator: Convention = {
  ...contratIntegre,
  actions: first ? [{ ...first, operateurs: ["CCAS"] }, ...others] : [],
};

/** The amounts of the first action a hundred rows below, so many centimes more for the State in the first year. */
const operatorRow =
  (more: number) =>
  ({ lignesAction: [ligne] }: TableauBudgetaire): readonly LigneSousAction[] => {
    if (!ligne?.action) return [];
    const amounts = ligne.amounts.map(({ cell, ...shown }) => {
      const { ref, known: read } = cell;
      const isFirst = shown.year === 2024 && shown.column === "etat";
      const value = addMontants(read.reason === null ? read.value : ZERO, montantFromEuros(isFirst ? more / 100 : 0));
      return { ...shown, cell: { ...cell, ref: { ...ref, row: ref.row + 100 }, known: known(value) } };
    });
    return [{ label: ligne.label, action: ligne.action, sousAction: { numero: "CCAS", intitule: "CCAS" }, amounts }];
  };

export const operatorAlike = {
  name: "the row of the operator",
  convention: withOperator,
  budget: { sousActions: operatorRow(0) },
};

export const operatorAbove = {
  name: "an operator's row one cent above its action, which it is all of",
  convention: withOperator,
  budget: { sousActions: operatorRow(1) },
  findings: [
    {
      message: "sous-actions-differentes",
      id: "montant-contractualise/1/2024/etat/sous-actions",
      severity: "error",
      cells: ["Budget!C104"],
      found: 65_000.01,
      expected: 65_000,
      gap: 0.01,
    },
  ],
} as const;
