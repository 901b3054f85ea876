// A column read as another financing may be that of a party that has none: its own funds, where its amounts are all that party's.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { isSameSheet } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { budgetTable } from "../../facts/fact-tables";
import type { HeadedColumn } from "./headed-columns";

/** So many amounts that agree make evidence; fewer are chance. */
const FEWEST = 2;

export function mayBeMissingPart({ budget }: Dossier, { section, column }: HeadedColumn): boolean {
  if (!budget) return false;
  const { sheet } = section.grid;
  return budget.annees.some(({ annee, colonnes }) => {
    const missing = (["etat", "collectivite"] as const).filter((part) => colonnes[part] === null);
    if (missing.length === 0) return false;
    const shown = budgetTable(budget).actions.flatMap(({ action, facts }) =>
      facts.flatMap(({ year, column: role, known, cell: { ref } }) =>
        action &&
        year === annee &&
        role === "autres" &&
        known.value &&
        ref.column === column &&
        isSameSheet(ref.sheet, sheet)
          ? [{ action, montant: known.value }]
          : [],
      ),
    );
    return missing.some(
      (part) =>
        shown.length >= FEWEST && shown.every(({ action, montant }) => contractAmount(action, annee, part) === montant),
    );
  });
}
