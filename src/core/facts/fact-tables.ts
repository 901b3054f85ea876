// The tables of a workbook as facts: what each shows, under the words and the identity that findings add for it.
import type { Dossier, TableauBudgetaire } from "../domain/dossier";
import { remember } from "../domain/remember";
import { cite, typographie } from "../domain/words/typographie";
import type { ActionRow, AmountFact, Row } from "./fact";
import { scanTable } from "./scan-table";

export interface FactTable {
  /** First word of the keys of its facts: "budget", "execution", "recapitulatif-2". */
  readonly id: string;
  readonly kind: "budget" | "execution" | "recapitulatif";
  /** "Tableau budgétaire", "Tableau d’exécution". */
  readonly nom: string;
  /** Tells its findings from those of the budget table. */
  readonly key: string | null;
  readonly tableau: TableauBudgetaire;
  readonly rows: readonly Row[];
  /** In the order of `lignesAction`. */
  readonly actions: readonly ActionRow[];
  readonly facts: readonly AmountFact[];
}

/** Totals per axe, and often of all, away from the actions that they add. */
export interface RecapTable extends FactTable {
  readonly kind: "recapitulatif";
  readonly key: string;
  /** The table whose actions it adds. */
  readonly source: FactTable;
}

export interface FactTables {
  readonly budget: FactTable | null;
  readonly execution: FactTable | null;
  /** Budget, then execution. */
  readonly amounts: readonly FactTable[];
  readonly recaps: readonly RecapTable[];
}

/** A table is walked once, however many ask: its facts are always the same objects. */
export const budgetTable = remember((tableau: TableauBudgetaire): FactTable => ({
  ...{ id: "budget", kind: "budget", nom: "Tableau budgétaire", key: null, tableau },
  ...scanTable({ id: "budget", tableau, nature: "contracted" }),
}));

export const executionTable = remember((tableau: TableauBudgetaire): FactTable => ({
  ...{ id: "execution", kind: "execution", nom: "Tableau d’exécution", key: "execution", tableau },
  ...scanTable({ id: "execution", tableau, nature: "executed" }),
}));

type Tables = Pick<Dossier, "budget" | "execution" | "recapitulatifs">;

export const tablesOf = remember(({ budget, execution, recapitulatifs = [] }: Tables): FactTables => {
  const ofBudget = budget && budgetTable(budget);
  const ofExecution = execution && executionTable(execution);
  const recaps = recapitulatifs.flatMap(({ de, tableau }, index): RecapTable[] => {
    const source = de === "budget" ? ofBudget : ofExecution;
    if (!source) return [];
    const nom = typographie(`Récapitulatif de la feuille ${cite(tableau.range.sheet)}`);
    const key = index === 0 ? "recapitulatif" : `recapitulatif-${index + 1}`;
    const nature = de === "budget" ? "contracted" : "executed";
    return [{ id: key, kind: "recapitulatif", nom, key, tableau, source, ...scanTable({ id: key, tableau, nature }) }];
  });
  return {
    budget: ofBudget,
    execution: ofExecution,
    amounts: [ofBudget, ofExecution].filter((table) => table !== null),
    recaps,
  };
});
