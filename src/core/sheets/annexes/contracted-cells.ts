// Where the budget table of the workbook, or the one that goes in with the annexe, holds what each party contracted.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../contract/convention";
import type { Dossier } from "../../domain/dossier";
import { budgetTable } from "../../facts/fact-tables";
import type { AnnexePlan } from "../../workbook-port";
import { actionLabel, partyName } from "./annexe-sheet";
import { TABLEAU_BUDGETAIRE } from "./tableau-budgetaire";
import type { NumeroAction } from "../../domain/values/numero-action";

export interface ContractedCell {
  readonly ref: CellRef;
  readonly euros: number;
}

/** Null where no single cell holds it, as a number of euros. */
export type ContractedCells = (
  action: NumeroAction,
  annee: number,
  partie: "etat" | "collectivite",
) => ContractedCell | null;

function ofDossier({ budget }: Dossier): ContractedCells {
  return (numero, annee, partie) => {
    const rows = budget ? budgetTable(budget).actions : [];
    const [row, another] = rows.filter(({ ligne: { ligne } }) => ligne.action?.numero === numero);
    const [fact] = row?.at(annee, partie) ?? [];
    if (!fact || another || fact.unit !== "€") return null;
    const { known: lu, ref } = fact.cell;
    if (lu.reason !== null || lu.source !== "number" || lu.unit !== null) return null;
    return { ref, euros: lu.euros ?? lu.value / 100 };
  };
}

/** The cells of the annexe « Tableau budgétaire »: its TOTAL cells bear the names of its columns. */
function ofPlan({ name, cells, names }: AnnexePlan, { actions, collectivite }: Convention): ContractedCells {
  const columns = new Map(names.map((each) => [each.name, each.range.left]));
  const words = { etat: "Etat", collectivite: partyName(collectivite.designation) };
  const rows = new Map(cells.map(([label], row) => [label?.value, row]));
  return (numero, annee, partie) => {
    const action = actions.find((each) => each.numero === numero);
    const row = action && rows.get(actionLabel(action));
    const column = columns.get(`${words[partie]}_${annee}`);
    if (row === undefined || column === undefined) return null;
    const euros = cells[row]?.[column]?.value;
    return typeof euros === "number" ? { ref: { sheet: name, row, column }, euros } : null;
  };
}

/** `before` are the annexes that go in first. */
export function contractedCells(dossier: Dossier, before: readonly AnnexePlan[]): ContractedCells {
  const plan = before.find(({ name }) => name === TABLEAU_BUDGETAIRE);
  return plan ? ofPlan(plan, dossier.convention) : ofDossier(dossier);
}
