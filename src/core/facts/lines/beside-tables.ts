// What a table shows beside its parts (other financing, payments, what is said to be contracted), as tables of amounts of their own.
import type { Convention } from "../../contract/convention";
import type { Colonne, LigneDeSommes, MontantCell, MontantsParAnnee, TableauBudgetaire } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import type { TableMontants } from "./amount-tables";
import { namePart } from "./budget-lines";
import { rowsOfTable, type LigneDeMontants } from "./rows-of-table";

type ParAnnee = ReadonlyMap<number, readonly MontantCell[]>;
type BesideParts = Partial<Pick<LigneDeMontants, "autres" | "verses" | "contractualises">>;

const NOTHING: MontantsParAnnee = new Map();
const NO_OTHERS: ParAnnee = new Map();

/** The one cell of each year, where the row has as many in it. */
const nth = (cells: ParAnnee | undefined, rank: number): MontantsParAnnee =>
  new Map(
    [...(cells ?? [])].flatMap(([annee, ofYear]) => {
      const total = ofYear[rank];
      return total ? [[annee, { etat: null, collectivite: null, total }] as const] : [];
    }),
  );

/** The same rows, with only what `take` finds beside their parts. */
function viewOf(tableau: TableauBudgetaire, take: (row: BesideParts) => MontantsParAnnee): TableauBudgetaire {
  const actions = rowsOfTable(tableau).filter(({ rang }) => rang === "action");
  const toSums = (sums: LigneDeSommes): LigneDeSommes => ({ label: sums.label, montants: take(sums) });
  return {
    ...tableau,
    annees: tableau.annees.map((annee) => ({ ...annee, colonnes: { etat: null, collectivite: null, total: null } })),
    lignesAction: tableau.lignesAction.map((ligne, index) => ({
      ...ligne,
      autres: NO_OTHERS,
      montants: actions[index] ? take(actions[index]) : NOTHING,
    })),
    lignesAxe: tableau.lignesAxe.map((ligne) => ({ ...ligne, sousTotal: ligne.sousTotal && toSums(ligne.sousTotal) })),
    total: tableau.total && toSums(tableau.total),
  };
}

function rankOf(tableau: TableauBudgetaire, which: "autres" | "verses"): number {
  let most = 0;
  rowsOfTable(tableau).forEach((row) => row[which]?.forEach((cells) => (most = Math.max(most, cells.length))));
  return most;
}

interface View {
  readonly key: string;
  readonly tableau: TableauBudgetaire;
  nommer(convention: Convention, colonne: Colonne): string;
}

const COLUMNS = [
  ["autres", "autres", "autres financeurs"],
  ["verses", "verse", "versé par l’État"],
] as const;

function nameContracted(convention: Convention, colonne: Colonne): string {
  return colonne === "total" ? "contractualisé" : `contractualisé, ${namePart(convention, colonne)}`;
}

const viewsOf = remember((tableau: TableauBudgetaire): readonly View[] => {
  const views = COLUMNS.flatMap(([which, word, nom]) =>
    Array.from({ length: rankOf(tableau, which) }, (_, rank): View => ({
      key: rank === 0 ? word : `${word}-${rank + 1}`,
      tableau: viewOf(tableau, (row) => nth(row[which], rank)),
      nommer: () => nom,
    })),
  );
  if (!rowsOfTable(tableau).some(({ contractualises }) => contractualises)) return views;
  const contracted = viewOf(tableau, (row) => row.contractualises ?? NOTHING);
  return [...views, { key: "contractualise", tableau: contracted, nommer: nameContracted }];
});

/** A table for each column of a year that stands beside the parts: its sums and formulas are looked at as those of the parts are. */
export function besideTables(table: TableMontants, convention: Convention): readonly TableMontants[] {
  return viewsOf(table.tableau).map(({ key, tableau, nommer }) => ({
    ...table,
    tableau,
    aCote: { key, nommer: (colonne) => nommer(convention, colonne) },
  }));
}
