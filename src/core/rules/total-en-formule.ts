// The totals of the actions, of the axes and of the table are formulas, which follow the amounts.
import { accord } from "../domain/words/accord";
import type { Convention } from "../contract/convention";
import { amountTables, type TableMontants } from "../facts/lines/amount-tables";
import type { Entree } from "../facts/lines/amount-entries";
import { sumsOf, type TableSums } from "../facts/lines/table-sums";
import { besideTables } from "../facts/lines/beside-tables";
import { compareByRows, type CellRef } from "../domain/cell-ref";
import { defineRule, HOLDS, notComparable } from "./rule";
import type { Fix } from "../verification";

/** Of one table: the typed totals of the contract's parts, or those of what stands beside them. */
interface TotauxSaisis {
  readonly sums: TableSums;
  readonly entrees: readonly Entree[];
}

/** Null when the table shows no total at all. */
function totauxSaisis(table: TableMontants, convention: Convention): readonly TotauxSaisis[] | null {
  const all = [table, ...besideTables(table, convention)].map(({ tableau }) => {
    const sums = sumsOf(tableau);
    const filled = sums.shown.filter(({ cell }) => cell.lu.kind === "montant");
    return { sums, isShown: filled.length > 0, entrees: filled.filter((one) => sums.weigh(one).kind === "typed") };
  });
  return all.some(({ isShown }) => isShown) ? all : null;
}

/** In the order of the sheet. */
const cellsOf = (saisis: readonly TotauxSaisis[]): readonly CellRef[] =>
  saisis.flatMap(({ entrees }) => entrees.map(({ cell }) => cell.ref)).sort(compareByRows);

/** Those that a plain sum can replace, in the order of the sheet. */
function formulasFor(saisis: readonly TotauxSaisis[]): readonly Fix[] {
  const fix: Fix[] = [];
  for (const { sums, entrees } of saisis) {
    entrees.forEach((entree) => {
      const somme = sums.sommeOf(entree);
      const formula = somme && sums.formulaFor(somme);
      if (formula !== null) fix.push({ cell: entree.cell.ref, formula });
    });
  }
  return fix.sort((left, right) => compareByRows(left.cell, right.cell));
}

export default defineRule({
  meta: {
    id: "total-en-formule",
    article: "–",
    severity: "info",
    title: "Les totaux sont des formules",
    problem: "Totaux saisis en chiffres",
    compares: "tableau",
    needs: ["budget"],
    needsContract: false,
    messages: {
      saisis: {
        text: "{tableau} : {totaux}. Une formule suit les montants quand ils changent.",
      },
    },
    page: {
      contrat:
        "Le contrat ne dit rien de la façon d’obtenir un total. Un total saisi en chiffres reste juste tant que rien ne change, puis devient faux sans que rien ne le signale.",
      verifie:
        "Les totaux des actions, les sous-totaux des axes et la ligne TOTAL sont des formules qui désignent des cellules. Une formule sans cellule (`=65000+65000`) est un nombre saisi. Il en va de même des totaux des versements, des autres financeurs et de ce que le tableau d’exécution redit être contractualisé. Il y a un seul écart par tableau, qui porte toutes les cellules saisies.",
      conforme: "Le total de l’action 1 est `=C4+D4`, celui du tableau `=SOMME(B4:B5;B7:B8)`.",
      ecart: [
        {
          message: "saisis",
          figures: { unit: "nombre", found: 2, expected: 0 },
          data: { tableau: "Tableau budgétaire", totaux: "2 totaux saisis en chiffres" },
        },
      ],
      corriger:
        "La correction proposée donne la formule de chaque cellule : les deux parts pour une action, les actions de l’axe pour un sous-total, toutes les actions pour le TOTAL. Si un total est faux, l’écart de ce total le dit par ailleurs.",
      limites: "Un total vide ou illisible n’est pas compté ici. Un tableau sans aucun total n’est pas vérifiable.",
    },
  },
  compare(dossier, asked) {
    for (const table of amountTables(dossier)) {
      const { nom, key } = table;
      // No figure that could be corrected decides it: it is looked at once, however often it is asked.
      const saisis = totauxSaisis(table, dossier.convention);
      const cells = cellsOf(saisis ?? []);
      asked.compare(nom, () => {
        if (!saisis) return notComparable(`${nom} : aucun total.`);
        const [first] = cells;
        if (!first) return HOLDS;
        const count = cells.length;
        return () => ({
          message: "saisis",
          subject: {},
          ...(key !== null && { key }),
          cells: [first, ...cells.slice(1)],
          figures: { unit: "nombre", found: count, expected: 0 },
          data: { tableau: nom, totaux: accord(count, "total saisi en chiffres", "totaux saisis en chiffres") },
          fix: formulasFor(saisis),
        });
      });
    }
  },
});
