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
    const all = amountCells(dossier);
    for (const situees of all) {
      const { table } = situees;
      asked.compareEach(
        situees.cellules,
        (cellule) => situees.situate(cellule).place,
        (cellule, lecture) => {
          const { cell } = cellule;
          const lu = lecture.montant(cell);
          if (lu.kind === "unreadable")
            return notComparable(`${situees.situate(cellule).place} : le montant est illisible.`);
          if (lu.kind === "missing" || lu.montant >= 0) return HOLDS;
          const { montant } = lu;
          return () => {
            const { place, identity } = situees.situate(cellule);
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
    if (all.length === 0) asked.nothing("Les tableaux ne portent aucun montant.");
  },
});
