// Every amount cell of a workbook, with the identity and the place that findings give it.
import { indexEntries } from "./amount-entries";
import { amountTables, situate } from "./amount-tables";
import { nameAxe } from "./budget-lines";
import type { Dossier, MontantCell, TableauBudgetaire, TableauImputation } from "../dossier";
import { paidCells } from "./execution-lines";
import { unitAt } from "./table-places";
import { cite, slug } from "../words/typographie";

export interface CelluleSituee {
  readonly cell: MontantCell;
  /** In which its figure is typed. */
  unit(): TableauBudgetaire["unit"];
  /** "Action 1 – 2025 – part Métropole"; asked for the few cells of which something is said. */
  situate(): {
    readonly place: string;
    readonly identity: {
      readonly subject: Partial<ReturnType<typeof situate>["subject"]>;
      readonly key?: string;
    };
  };
}

/** Table by table: actions, subtotals and TOTAL, whatever the year, then what the State has paid and what is imputed. */
export function* amountCells(
  dossier: Pick<Dossier, "convention" | "budget" | "execution" | "imputation">,
): Generator<CelluleSituee> {
  const { convention, execution, imputation } = dossier;
  for (const table of amountTables(dossier)) {
    for (const entree of indexEntries(table.tableau).all) {
      yield {
        cell: entree.cell,
        unit: () => unitAt(table.tableau, entree.cell.ref),
        situate() {
          const { place, ...identity } = situate(convention, table, entree);
          return { place, identity };
        },
      };
    }
  }
  if (execution) {
    for (const { place, cell, ...identity } of paidCells(execution)) {
      yield { cell, unit: () => unitAt(execution, cell.ref), situate: () => ({ place, identity }) };
    }
  }
  if (imputation) yield* imputedCells(imputation);
}

/** The amounts imputed on each axe, and their total. */
function* imputedCells({ lignes, total, unit }: TableauImputation): Generator<CelluleSituee> {
  const rows = lignes.map(({ axe, label, montants }) => ({
    montants,
    nom: axe ? nameAxe(axe) : cite(label.text),
    place: axe ? { axe: axe.numero } : {},
    key: axe ? "imputation" : `imputation-${slug(label.text)}`,
  }));
  const sums = total ? [{ montants: total.montants, nom: "total", place: {}, key: "imputation-total" }] : [];
  for (const { montants, nom, place, key } of [...rows, ...sums]) {
    for (const [annee, cell] of montants) {
      yield {
        cell,
        unit: () => unit,
        situate: () => ({
          place: `Imputation des crédits, ${nom} – ${annee}`,
          identity: { subject: { ...place, year: annee }, key },
        }),
      };
    }
  }
}
