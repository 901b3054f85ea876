// A total over the years is the sum of its years, in every row: of the actions, of the axes and of the table.
import { amountTables } from "../facts/lines/amount-tables";
import { anneesAbsentes, cumulsOf, keyOfCumul, nameCumul, nameTotal, partyOfCumul } from "../facts/lines/cumuls";
import { recapTables } from "../facts/lines/recap-sums";
import { rowsOfTable } from "../facts/lines/rows-of-table";
import { setTo } from "../facts/corrected-fact";
import { unitAt } from "../facts/lines/table-places";
import { formatListe } from "../domain/words/format";
import { addMontants, montantFromCentimes, type Montant } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "total-de-la-periode",
    article: "2.2",
    severity: "error",
    title: "Un total sur plusieurs années est la somme de ses années",
    compares: "total",
    needs: ["budget"],
    messages: {
      faux: { text: "{place} : {found} au lieu de {expected}, somme des années (écart {gap})." },
      "non-renseigne": { text: "{place} : {found} au lieu de {expected}, somme des années." },
    },
  },
  compare(dossier, asked) {
    const { convention } = dossier;
    let isAsked = false;
    for (const table of [...amountTables(dossier), ...recapTables(dossier)]) {
      for (const row of rowsOfTable(table.tableau)) {
        const { ligne } = row;
        for (const cumul of cumulsOf(row)) {
          const { quoi, cell, annees } = cumul;
          isAsked = true;
          const own = `${ligne.nom} – ${nameTotal(cumul)} – ${nameCumul(convention, quoi)}`;
          const place = table.key === null ? own : `${table.nom}, ${own}`;
          asked.compare(place, (lecture) => {
            const shown = lecture.montant(cell);
            const lus = annees.map((each) => lecture.montant(each));
            if (shown.kind === "unreadable" || lus.some(({ kind }) => kind === "unreadable")) {
              return notComparable(`${place} : un des montants est illisible.`);
            }
            const absentes = anneesAbsentes(cumul, convention, table.tableau);
            if (absentes.length > 0) {
              return notComparable(`${place} : aucun tableau ne montre ${formatListe(absentes.map(String))}.`);
            }
            if (annees.length === 0) return notComparable(`${place} : aucune année à additionner.`);
            const amounts = lus.flatMap((lu): Montant[] => (lu.kind === "montant" ? [lu.montant] : []));
            const expected = addMontants(montantFromCentimes(0), ...amounts);
            const found = shown.kind === "montant" ? shown.montant : null;
            if (found === expected || (found === null && expected === 0)) return HOLDS;
            const keys = [ligne.key, ...keyOfCumul(cumul), table.key].filter(
              (part) => part !== undefined && part !== null,
            );
            const unit = unitAt(table.tableau, cell.ref);
            return () => ({
              message: found === null ? "non-renseigne" : "faux",
              subject: { ...ligne.place, ...partyOfCumul(quoi) },
              key: keys.join("-"),
              cells: [cell.ref],
              figures: { unit: "montant", found, expected },
              data: { place },
              corrected: setTo(cell, expected),
              ...(cell.formula === null && { fix: [{ cell: cell.ref, montant: expected, unit }] }),
            });
          });
        }
      }
    }
    if (!isAsked) asked.notDue("Aucun total sur plusieurs années n’a été reconnu.");
  },
});
