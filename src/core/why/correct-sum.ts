// What a rule says of a wrong sum beside its figures: why it is wrong, and a fix where one is safe.
import type { Convention } from "../contract/convention";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Montant } from "../domain/values/montant";
import type { Unite } from "../domain/values/unite";
import { bandsOf, sumOf, type Band } from "../facts/bands";
import type { YearFact } from "../facts/fact";
import type { FactTable } from "../facts/fact-tables";
import { analyseFormule, isCoverageDefect } from "../facts/formulas/analyse-formule";
import { sumCentimes, weigh } from "../facts/formulas/formula-weights";
import { formulaFor, isTypedOverFormula, missesAutres } from "../facts/formulas/sum-formulas";
import type { Sum } from "../facts/sums";
import { hasContractRows } from "./contract-rows";
import { explainSum, type Wrong } from "./explain-sum";

type SafeFix =
  | { readonly cell: CellRef; readonly montant: Montant; readonly unit: Unite }
  | { readonly cell: CellRef; readonly formula: string };

/** An amount that is not the contract's may be the one that is wrong, unless the formula itself is at fault. */
function findFormula(band: Band, sum: Sum<YearFact>, { asContracted, expected }: Wrong): string | null {
  // A text among the amounts would keep the formula wrong.
  if (sumCentimes(sum) !== expected) return null;
  const pesee = weigh(band, sum.fact);
  const isFormula = sum.fact.cell.formula !== null;
  const { defauts } = analyseFormule(band, sum) ?? { defauts: [] };
  const isAtFault =
    missesAutres(sum) === true || defauts.some((defaut) => isCoverageDefect(defaut) || defaut.kind === "constante");
  const isSafe =
    isAtFault || isTypedOverFormula(band, sum) || (isFormula && pesee.kind === "typed" && asContracted?.());
  return isSafe ? formulaFor(sum) : null;
}

/** `fact` shows a sum of the parts of its table. */
export function correctSum(
  convention: Convention,
  table: FactTable,
  fact: YearFact,
  wrong: Wrong,
): { readonly explanation?: string; readonly fix?: readonly SafeFix[] } {
  const band = bandsOf(table).parts;
  const sum = sumOf(band, fact);
  if (!sum) return {};
  const { cell, unit } = fact;
  const explanation = explainSum(convention, band, sum, wrong);
  const formula = findFormula(band, sum, wrong);
  const fix: SafeFix | null =
    formula !== null
      ? { cell: cell.ref, formula }
      : cell.formula === null && wrong.asContracted?.() && hasContractRows(convention, sum)
        ? { cell: cell.ref, montant: wrong.expected, unit }
        : null;
  return { ...(explanation !== null && { explanation }), ...(fix && { fix: [fix] }) };
}
