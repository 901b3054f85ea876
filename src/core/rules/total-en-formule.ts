// The totals of the actions, of the axes and of the table are formulas, which follow the amounts.
import { accord } from "../domain/words/accord";
import { amountTables } from "../domain/lines/amount-tables";
import { sumsOf, type SommeAffichee } from "../domain/lines/table-sums";
import { besideTables } from "../domain/lines/beside-tables";
import { compareByRows } from "../domain/cell-ref";
import { defineRule, HOLDS, notComparable } from "./rule";

function inSheetOrder({ entree: { cell: left } }: SommeAffichee, { entree: { cell: right } }: SommeAffichee): number {
  return compareByRows(left.ref, right.ref);
}

export default defineRule({
  meta: {
    id: "total-en-formule",
    article: "–",
    severity: "info",
    title: "Les totaux sont des formules",
    compares: "tableau",
    needs: ["budget"],
    needsContract: false,
    messages: {
      saisis: {
        text: "{tableau} : {totaux}. Une formule suit les montants quand ils changent.",
      },
    },
  },
  compare(dossier, asked) {
    for (const table of amountTables(dossier)) {
      const { nom, key } = table;
      asked.compare(nom, () => {
        const shown = [table, ...besideTables(table, dossier.convention)].flatMap(({ tableau }) => {
          const sums = sumsOf(tableau);
          return sums.sums
            .filter(({ entree }) => entree.cell.lu.kind === "montant")
            .map((somme) => ({ ...somme, isTyped: sums.weigh(somme.entree).kind === "typed", sums }));
        });
        if (shown.length === 0) return notComparable(`${nom} : aucun total.`);
        const typed = shown.filter(({ isTyped }) => isTyped).sort(inSheetOrder);
        const [first, ...others] = typed;
        if (!first) return HOLDS;
        return () => ({
          message: "saisis",
          subject: {},
          ...(key !== null && { key }),
          cells: [first.entree.cell.ref, ...others.map(({ entree }) => entree.cell.ref)],
          figures: { unit: "nombre", found: typed.length, expected: 0 },
          data: { tableau: nom, totaux: accord(typed.length, "total saisi en chiffres", "totaux saisis en chiffres") },
          fix: typed.flatMap((somme) => {
            const formula = somme.sums.formulaFor(somme);
            return formula === null ? [] : [{ cell: somme.entree.cell.ref, formula }];
          }),
        });
      });
    }
  },
});
