// Which annexes a workbook has already, and in which of its sheets.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { Dossier, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import type { ChoiceKind } from "../workbook-port";
import type { AnnexeKind, AnnexeRequest } from "../sheets/annexes/annexe-request";
import type { NumeroAction } from "../domain/values/numero-action";

const distinct = (sheets: readonly string[]): readonly string[] => [...new Set(sheets)];

function sheetsOf(
  table: TableauBudgetaire | TableauIndicateurs | null,
  kind: ChoiceKind,
  { choix = [] }: Dossier,
): readonly string[] {
  // Where several are possible none may have been chosen yet: they are there all the same.
  const candidates = choix.filter((one) => one.kind === kind).flatMap(({ candidats }) => candidats);
  const ranges: readonly { readonly range: RangeRef }[] = [...(table?.plages ?? (table ? [table] : [])), ...candidates];
  return distinct(ranges.map(({ range }) => range.sheet));
}

/** `contrats` are the sheets that are contracts. */
export function presentAnnexes(
  dossier: Dossier,
  contrats: readonly string[],
): Readonly<Record<AnnexeKind, readonly string[]>> {
  const { budget, indicators, execution, fiches, imputation, versements, decisions, echeancier } = dossier;
  const executed = sheetsOf(execution, "execution", dossier);
  return {
    // A table of execution repeats what was contracted: it is not the budget for all that.
    budget: sheetsOf(budget, "budget", dossier).filter((sheet) => !executed.includes(sheet)),
    indicateurs: sheetsOf(indicators, "indicators", dossier),
    execution: executed,
    fiches: distinct((fiches ?? []).map(({ range }) => range.sheet)),
    imputation: imputation ? [imputation.range.sheet] : [],
    versements: distinct([...(versements ?? []), ...(decisions ?? [])].map(({ range }) => range.sheet)),
    // The deadlines of the sheet « Contrat » are not a schedule of their own.
    echeancier: echeancier && !contrats.includes(echeancier.range.sheet) ? [echeancier.range.sheet] : [],
    contrat: contrats,
  };
}

/**
 * Whether what is asked for is there already. Fiches are asked for one by one or as those that are missing, and the sheet
 * « Contrat » is refused with words of its own.
 */
export function isRepeated(
  request: AnnexeRequest,
  present: Readonly<Record<AnnexeKind, readonly string[]>>,
  fiches: readonly NumeroAction[],
): boolean {
  if (request.kind === "contrat") return false;
  if (request.kind === "fiches") return request.action !== null && fiches.includes(request.action);
  return present[request.kind].length > 0;
}
