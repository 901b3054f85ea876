// The totals of the actions, of the axes and of the table are formulas, which follow the amounts.
import { accord } from "../domain/words/accord";
import type { Convention } from "../domain/contrat/convention";
import { amountTables, type TableMontants } from "../domain/lines/amount-tables";
import { sumsOf, type SommeAffichee, type TableSums } from "../domain/lines/table-sums";
import { besideTables } from "../domain/lines/beside-tables";
import { compareByRows, type CellRef } from "../domain/cell-ref";
import { defineRule, HOLDS, notComparable, type FixCell } from "./rule";

interface TotalSaisi {
  readonly somme: SommeAffichee;
  readonly sums: TableSums;
}

const cellOf = ({ somme }: TotalSaisi): CellRef => somme.entree.cell.ref;

/** In the order of the sheet; null where the table shows no total at all. */
function totauxSaisis(table: TableMontants, convention: Convention): readonly TotalSaisi[] | null {
  let isShown = false;
  const saisis: TotalSaisi[] = [];
  for (const { tableau } of [table, ...besideTables(table, convention)]) {
    const sums = sumsOf(tableau);
    sums.sums.forEach((somme) => {
      if (somme.entree.cell.lu.kind !== "montant") return;
      isShown = true;
      if (sums.weigh(somme.entree).kind === "typed") saisis.push({ somme, sums });
    });
  }
  return isShown ? saisis.sort((left, right) => compareByRows(cellOf(left), cellOf(right))) : null;
}

/** Those that a plain sum can replace. */
function formulasFor(saisis: readonly TotalSaisi[]): readonly FixCell[] {
  const fix: FixCell[] = [];
  saisis.forEach((saisi) => {
    const formula = saisi.sums.formulaFor(saisi.somme);
    if (formula !== null) fix.push({ cell: cellOf(saisi), formula });
  });
  return fix;
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
      // No figure that could be corrected decides it: it is looked at once, however often it is asked.
      const saisis = totauxSaisis(table, dossier.convention);
      asked.compare(nom, () => {
        if (!saisis) return notComparable(`${nom} : aucun total.`);
        const [first, ...others] = saisis;
        if (!first) return HOLDS;
        return () => ({
          message: "saisis",
          subject: {},
          ...(key !== null && { key }),
          cells: [cellOf(first), ...others.map(cellOf)],
          figures: { unit: "nombre", found: saisis.length, expected: 0 },
          data: { tableau: nom, totaux: accord(saisis.length, "total saisi en chiffres", "totaux saisis en chiffres") },
          fix: formulasFor(saisis),
        });
      });
    }
  },
});
