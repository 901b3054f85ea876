// A total over the years is the sum of its years, in every row: of the actions, of the axes and of the table.
import type { Convention } from "../contract/convention";
import { formatListe } from "../domain/words/format";
import { addMontants, montantFromCentimes, type Montant } from "../domain/values/montant";
import { setTo } from "../facts/corrected-fact";
import type { PeriodFact } from "../facts/fact";
import { tablesOf, type FactTable } from "../facts/fact-tables";
import { locateFact, nameColumn } from "../facts/place-fact";
import { periodSums } from "../facts/sums";
import { defineRule, HOLDS, notComparable } from "./rule";

/** Of the years that its heading says, those that no table shows. */
function missingYears({ span }: PeriodFact, convention: Convention, { tableau }: FactTable): readonly number[] {
  if (!isSaid(span)) return [];
  return convention.annees
    .map(({ annee }) => annee)
    .filter((annee) => annee >= span[0] && annee <= span[1])
    .filter((annee) => !tableau.annees.some((shown) => shown.annee === annee));
}

const isSaid = (span: PeriodFact["span"]): span is NonNullable<PeriodFact["span"]> => span !== null && span[0] > 0;

/** "Action 1 – total 2024-2025 – part État", "Action 1 – total des années – part État". */
function placeOf(convention: Convention, { key, nom }: FactTable, { row, span, column }: PeriodFact): string {
  const total = isSaid(span) ? `total ${span.join("-")}` : "total des années";
  const own = `${row.ligne.nom} – ${total} – ${nameColumn(convention, column)}`;
  return key === null ? own : `${nom}, ${own}`;
}

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
    const { amounts, recaps } = tablesOf(dossier);
    for (const table of [...amounts, ...recaps]) {
      for (const { fact, addends } of periodSums(table)) {
        isAsked = true;
        const { cell, unit } = fact;
        const place = placeOf(convention, table, fact);
        asked.compare(place, (lecture) => {
          const shown = lecture.montant(cell);
          const lus = addends.map((addend) => lecture.montant(addend.cell));
          if (shown.kind === "unreadable" || lus.some(({ kind }) => kind === "unreadable")) {
            return notComparable(`${place} : un des montants est illisible.`);
          }
          const absentes = missingYears(fact, convention, table);
          if (absentes.length > 0) {
            return notComparable(`${place} : aucun tableau ne montre ${formatListe(absentes.map(String))}.`);
          }
          if (addends.length === 0) return notComparable(`${place} : aucune année à additionner.`);
          const montants = lus.flatMap((lu): Montant[] => (lu.kind === "montant" ? [lu.montant] : []));
          const expected = addMontants(montantFromCentimes(0), ...montants);
          const found = shown.kind === "montant" ? shown.montant : null;
          if (found === expected || (found === null && expected === 0)) return HOLDS;
          return () => ({
            message: found === null ? "non-renseigne" : "faux",
            ...locateFact(table, fact),
            cells: [cell.ref],
            figures: { unit: "montant", found, expected },
            data: { place },
            corrected: setTo(cell, expected),
            ...(cell.formula === null && { fix: [{ cell: cell.ref, montant: expected, unit }] }),
          });
        });
      }
    }
    if (!isAsked) asked.notDue("Aucun total sur plusieurs années n’a été reconnu.");
  },
});
