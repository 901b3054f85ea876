// What a rule says of a wrong sum beside its figures: why it is wrong, and a fix where one is safe.
import { analyseFormule, isCoverageDefect } from "../facts/formulas/analyse-formule";
import type { CellRef } from "../domain/cell-ref";
import type { Convention } from "../contract/convention";
import type { MontantCell, TableauBudgetaire } from "../domain/dossier";
import { hasContractRows } from "./contract-rows";
import { explainSum, type Wrong } from "./explain-sum";
import { sumCentimes } from "../facts/formulas/formula-weights";
import type { Montant } from "../domain/values/montant";
import { unitAt } from "../facts/lines/table-places";
import { sumsOf, type SommeAffichee, type TableSums } from "../facts/lines/table-sums";

type SafeFix =
  | { readonly cell: CellRef; readonly montant: Montant; readonly unit: TableauBudgetaire["unit"] }
  | { readonly cell: CellRef; readonly formula: string };

/** An amount that is not the contract's may be the one that is wrong, unless the formula itself is at fault. */
function findFormula(sums: TableSums, somme: SommeAffichee, { asContracted, expected }: Wrong): string | null {
  // A text among the amounts would keep the formula wrong.
  if (sumCentimes(somme.addends, somme.autres) !== expected) return null;
  const pesee = sums.weigh(somme.entree);
  const isFormula = somme.entree.cell.formula !== null;
  const { defauts } = analyseFormule(sums, somme) ?? { defauts: [] };
  const isAtFault =
    sums.missesAutres(somme) === true ||
    defauts.some((defaut) => isCoverageDefect(defaut) || defaut.kind === "constante");
  const isSafe =
    isAtFault || sums.isTypedOverFormula(somme) || (isFormula && pesee.kind === "typed" && asContracted?.());
  return isSafe ? sums.formulaFor(somme) : null;
}

export function correctSum(
  convention: Convention,
  tableau: TableauBudgetaire,
  cell: MontantCell,
  wrong: Wrong,
): { readonly explanation?: string; readonly fix?: readonly SafeFix[] } {
  const sums = sumsOf(tableau);
  const somme = sums.sumAt(cell);
  if (!somme) return {};
  const explanation = explainSum(convention, sums, somme, wrong);
  const formula = findFormula(sums, somme, wrong);
  const fix: SafeFix | null =
    formula !== null
      ? { cell: cell.ref, formula }
      : cell.formula === null && wrong.asContracted?.() && hasContractRows(convention, sums, somme)
        ? { cell: cell.ref, montant: wrong.expected, unit: unitAt(tableau, cell.ref) }
        : null;
  return { ...(explanation !== null && { explanation }), ...(fix && { fix: [fix] }) };
}
