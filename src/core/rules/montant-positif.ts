// No amount of the tables is negative.
import { amountCells } from "../domain/lines/amount-cells";
import { montantFromCentimes } from "../domain/values/montant";
import { slug } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

export default defineRule({
  meta: {
    id: "montant-positif",
    article: "–",
    severity: "warning",
    title: "Aucun montant n’est négatif",
    compares: "montant",
    needs: ["budget"],
    needsContract: false,
    messages: {
      negatifs: { text: "{table} : {found} montants sont négatifs." },
      negatif: { text: "{place} : {found}, alors qu’un montant est d’au moins {expected} (écart {gap})." },
    },
  },
  compare(dossier, asked) {
    let isAsked = false;
    for (const cellule of amountCells(dossier)) {
      const { cell, table } = cellule;
      isAsked = true;
      asked.compare(
        () => cellule.situate().place,
        (lecture) => {
          const lu = lecture.montant(cell);
          if (lu.kind === "unreadable") return notComparable(`${cellule.situate().place} : le montant est illisible.`);
          if (lu.kind === "missing" || lu.montant >= 0) return HOLDS;
          const { montant } = lu;
          return () => {
            const { place, identity } = cellule.situate();
            return {
              message: "negatif",
              ...identity,
              cells: [cell.ref],
              figures: { unit: "montant", found: montant, expected: montantFromCentimes(0) },
              data: { place },
              slip: slipOf(`negatifs-${slug(table)}`, "negatifs", { table }),
            };
          };
        },
      );
    }
    if (!isAsked) asked.nothing("Les tableaux ne portent aucun montant.");
  },
});
