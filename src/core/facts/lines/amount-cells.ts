// Every amount that a workbook holds, with the identity and the place that findings give it.
import { indexEntries, type Entree } from "./amount-entries";
import { amountTables, situate, type TableMontants } from "./amount-tables";
import { nameAxe } from "./budget-lines";
import { cumulsOf, keyOfCumul, nameCumul, partyOfCumul } from "./cumuls";
import { groupSums } from "./group-sums";
import { recapTables } from "./recap-sums";
import { rowsOfTable } from "./rows-of-table";
import type { Convention } from "../../contract/convention";
import type { Dossier, MontantCell, TableauBudgetaire, TableauImputation } from "../../domain/dossier";
import { paidCells } from "./execution-lines";
import { remember } from "../../domain/remember";
import { unitAt } from "./table-places";
import { cite, slug } from "../../domain/words/typographie";

const IMPUTATION = "Imputation des crédits";

export interface Situee {
  readonly cell: MontantCell;
}

/** Cells of one table that hold something, with what is said of each: in an empty one there is nothing to judge. */
export interface CellulesSituees<Cellule extends Situee = Situee> {
  /** "Tableau budgétaire", "Tableau d’exécution", "Imputation des crédits". */
  readonly table: string;
  readonly cellules: readonly Cellule[];
  /** In which its figure is typed. */
  unit(cellule: Cellule): TableauBudgetaire["unit"];
  /** "Action 1 – 2025 – part Métropole"; asked for the few cells of which something is said. */
  situate(cellule: Cellule): {
    readonly place: string;
    readonly identity: {
      readonly subject: Partial<ReturnType<typeof situate>["subject"]>;
      readonly key?: string;
    };
  };
}

type Situation = ReturnType<CellulesSituees["situate"]>;
type Tables = Pick<Dossier, "convention" | "budget" | "execution" | "imputation" | "recapitulatifs">;

/** A cell that says itself where it stands. */
interface CelluleAPart extends Situee {
  situate(): Situation;
}

const isFilled = ({ cell: { lu } }: Situee): boolean => lu.kind !== "missing";

/** Table by table: actions, subtotals and TOTAL, whatever the year, with other financing and totals over the years; then what the State has paid and what is imputed. */
export const amountCells = remember((dossier: Tables): readonly CellulesSituees[] => {
  const { convention, execution, imputation } = dossier;
  const all: CellulesSituees[] = [];
  for (const table of [...amountTables(dossier), ...recapTables(dossier)]) {
    const unit = ({ cell }: Situee) => unitAt(table.tableau, cell.ref);
    const ofTable: CellulesSituees<Entree> = {
      table: table.nom,
      cellules: indexEntries(table.tableau).all.filter(isFilled),
      unit,
      situate: (entree) => {
        const { place, ...identity } = situate(convention, table, entree);
        return { place, identity };
      },
    };
    all.push(ofTable, aPart(table.nom, besideCells(convention, table), unit));
  }
  if (execution) {
    const paid = Array.from(paidCells(execution), ({ place, cell, ...identity }) => ({
      cell,
      situate: () => ({ place, identity }),
    }));
    all.push(aPart("Tableau d’exécution", paid, ({ cell }) => unitAt(execution, cell.ref)));
  }
  if (imputation) all.push(aPart(IMPUTATION, imputedCells(imputation), () => imputation.unit));
  return all.filter(({ cellules }) => cellules.length > 0);
});

function aPart(
  table: string,
  cellules: Iterable<CelluleAPart>,
  unit: (cellule: Situee) => TableauBudgetaire["unit"],
): CellulesSituees<CelluleAPart> {
  return { table, cellules: [...cellules].filter(isFilled), unit, situate: (cellule) => cellule.situate() };
}

/** Other financing and the totals over the years, of every row; and the totals of some actions only. */
function* besideCells(convention: Convention, table: TableMontants): Generator<CelluleAPart> {
  const { tableau, nom, key } = table;
  for (const { cell, place, ...identity } of groupSums(convention, table)) {
    yield { cell, situate: () => ({ place, identity }) };
  }
  const situated = (
    cell: MontantCell,
    of: readonly (string | undefined)[],
    about: string,
    subject: Situation["identity"]["subject"],
  ) => ({
    cell,
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
function* imputedCells({ lignes, total }: TableauImputation): Generator<CelluleAPart> {
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
        situate: () => ({
          place: `${IMPUTATION}, ${nom} – ${annee}`,
          identity: { subject: { ...place, year: annee }, key },
        }),
      };
    }
  }
}
