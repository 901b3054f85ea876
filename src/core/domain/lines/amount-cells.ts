// Every amount that a workbook holds, with the identity and the place that findings give it.
import { indexEntries, type Entree } from "./amount-entries";
import { amountTables, situate, type TableMontants } from "./amount-tables";
import { nameAxe } from "./budget-lines";
import { cumulsOf, keyOfCumul, nameCumul, partyOfCumul } from "./cumuls";
import { rowsOfTable } from "./rows-of-table";
import type { Convention } from "../contrat/convention";
import type { Dossier, MontantCell, TableauBudgetaire, TableauImputation } from "../dossier";
import { paidCells } from "./execution-lines";
import { remember } from "../remember";
import { unitAt } from "./table-places";
import { cite, slug } from "../words/typographie";

const IMPUTATION = "Imputation des crédits";

export interface CelluleSituee {
  readonly cell: MontantCell;
  /** "Tableau budgétaire", "Tableau d’exécution", "Imputation des crédits". */
  readonly table: string;
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

type Tables = Pick<Dossier, "convention" | "budget" | "execution" | "imputation">;

/** A cell of a table: of an action, of a subtotal or of the TOTAL. */
class CelluleDeTableau implements CelluleSituee {
  constructor(
    private readonly convention: Convention,
    private readonly of: TableMontants,
    private readonly entree: Entree,
  ) {}

  get cell() {
    return this.entree.cell;
  }

  get table() {
    return this.of.nom;
  }

  unit() {
    return unitAt(this.of.tableau, this.entree.cell.ref);
  }

  situate() {
    const { place, ...identity } = situate(this.convention, this.of, this.entree);
    return { place, identity };
  }
}

/** Those cells that hold something: in an empty one there is nothing to judge. */
export const amountCells = remember((dossier: Tables): readonly CelluleSituee[] => {
  const cells: CelluleSituee[] = [];
  for (const cellule of placesOfAmounts(dossier)) if (isFilled(cellule)) cells.push(cellule);
  return cells;
});

const isFilled = ({ cell }: { readonly cell: MontantCell }): boolean => cell.lu.kind !== "missing";

/** Table by table: actions, subtotals and TOTAL, whatever the year, with other financing and totals over the years; then what the State has paid and what is imputed. */
function* placesOfAmounts(dossier: Tables): Generator<CelluleSituee> {
  const { convention, execution, imputation } = dossier;
  for (const table of amountTables(dossier)) {
    for (const entree of indexEntries(table.tableau).all) {
      if (isFilled(entree)) yield new CelluleDeTableau(convention, table, entree);
    }
    yield* besideCells(convention, table);
  }
  if (execution) {
    for (const { place, cell, ...identity } of paidCells(execution)) {
      yield {
        cell,
        table: "Tableau d’exécution",
        unit: () => unitAt(execution, cell.ref),
        situate: () => ({ place, identity }),
      };
    }
  }
  if (imputation) yield* imputedCells(imputation);
}

/** Other financing and the totals over the years, of every row. */
function* besideCells(convention: Convention, { tableau, nom, key }: TableMontants): Generator<CelluleSituee> {
  const situated = (cell: MontantCell, of: readonly (string | undefined)[], about: string, subject: object) => ({
    cell,
    table: nom,
    unit: () => unitAt(tableau, cell.ref),
    situate: () => ({
      place: key === null ? about : `${nom}, ${about}`,
      identity: { subject, key: [...of, key].filter((part) => part !== undefined && part !== null).join("-") },
    }),
  });
  for (const row of rowsOfTable(tableau)) {
    const { ligne, autres } = row;
    for (const [annee, cells] of autres ?? []) {
      for (const [index, cell] of cells.entries()) {
        const rank = index === 0 ? undefined : `${index + 1}`;
        yield situated(cell, [ligne.key, "autres", rank], `${ligne.nom} – ${annee} – autres financeurs`, {
          ...ligne.place,
          year: annee,
        });
      }
    }
    for (const cumul of cumulsOf(row)) {
      const { quoi, cell } = cumul;
      const about = `${ligne.nom} – total des années – ${nameCumul(convention, quoi)}`;
      yield situated(cell, [ligne.key, ...keyOfCumul(cumul)], about, { ...ligne.place, ...partyOfCumul(quoi) });
    }
  }
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
        table: IMPUTATION,
        unit: () => unit,
        situate: () => ({
          place: `${IMPUTATION}, ${nom} – ${annee}`,
          identity: { subject: { ...place, year: annee }, key },
        }),
      };
    }
  }
}
