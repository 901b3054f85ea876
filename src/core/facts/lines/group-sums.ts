// The totals that a table shows of some of its actions only, as of a sous-axe, with the rows that each should add.
import type { Convention } from "../../contract/convention";
import type { TableauBudgetaire, TotalDeGroupe } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import type { TableMontants } from "./amount-tables";
import type { SommeDACote } from "./beside-sums";
import { COLONNES, describe, locate, namePart } from "./budget-lines";
import { nameGroups } from "./name-groups";
import { showsColumn } from "./sums";

/** As many tables as the groups need to stand apart: an action is under one heading of a table. */
const viewsOf = remember((tableau: TableauBudgetaire): readonly TableauBudgetaire[] => {
  const views: TotalDeGroupe[][] = [];
  for (const groupe of tableau.totauxDeGroupe ?? []) {
    const view = views.find((others) => others.every(({ de, a }) => groupe.de >= a || groupe.a <= de));
    if (view) view.push(groupe);
    else views.push([groupe]);
  }
  return views.map((groupes) => ({
    ...tableau,
    lignesAxe: groupes.map(({ ligne }) => ({ label: ligne.label, axe: null, sousTotal: ligne })),
    lignesAction: tableau.lignesAction.map((ligne, index) => {
      const heading = groupes.findIndex(({ de, a }) => index >= de && index < a);
      return { ...ligne, ligneAxe: heading < 0 ? null : heading };
    }),
    total: null,
    totauxDeGroupe: [],
  }));
});

/** The same rows under the totals of groups in the place of those of the axes: their formulas are looked at as those are. */
export function groupTables(convention: Convention, table: TableMontants): readonly TableMontants[] {
  return viewsOf(table.tableau).map((tableau, index) => ({
    ...table,
    tableau,
    aCote: {
      key: index === 0 ? "groupe" : `groupe-${index + 1}`,
      nommer: (colonne) => namePart(convention, colonne),
    },
  }));
}

/** A row of sums may sum some columns only. */
export function* groupSums(convention: Convention, { tableau, nom, key }: TableMontants): Generator<SommeDACote> {
  for (const { ligne, groupe } of nameGroups(tableau)) {
    const rows = tableau.lignesAction.slice(groupe.de, groupe.a);
    const { montants } = groupe.ligne;
    for (const colonne of COLONNES.filter((each) => showsColumn(montants, each))) {
      for (const [annee, cells] of montants) {
        const cell = cells[colonne];
        if (!cell) continue;
        const own = describe(convention, ligne, annee, colonne);
        const located = locate(ligne, annee, colonne);
        yield {
          place: key === null ? own : `${nom}, ${own}`,
          subject: located.subject,
          key: [located.key, key].filter((part) => part !== undefined && part !== null).join("-"),
          cell,
          rows: rows.flatMap((row, index) => {
            const under = row.montants.get(annee)?.[colonne];
            return under ? [{ index: groupe.de + index, cell: under }] : [];
          }),
        };
      }
    }
  }
}
