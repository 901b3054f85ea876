// A total over the years is the sum of its years, in every row: of the actions, of the axes and of the table.
import type { Convention } from "../contract/convention";
import { formatListe } from "../domain/words/format";
import { addMontants, montantFromEuros, ZERO, type Montant } from "../domain/values/montant";
import { setTo } from "../facts/corrected-fact";
import type { PeriodFact } from "../facts/fact";
import { tablesOf, type FactTable } from "../facts/fact-tables";
import { locateFact, nameColumn } from "../facts/place-fact";
import { periodSums } from "../facts/sums";
import { defineRule, HOLDS, notComparable } from "./rule";

/** The years that the total's heading names and that no table shows. */
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
    articles: ["financement"],
    severity: "error",
    title: "Un total sur plusieurs années est la somme de ses années",
    problem: "Total de la période faux",
    compares: "total",
    needs: ["budget"],
    messages: {
      faux: { text: "{place} : {found} au lieu de {expected}, somme des années (écart {gap})." },
      "non-renseigne": { text: "{place} : {found} au lieu de {expected}, somme des années." },
    },
    page: {
      contrat: "Le contrat fixe les montants année par année ; le contrat n’engage pas d’autre total que leur somme.",
      verifie:
        "Quand un tableau montre un total sur les années (« Total 2024-2027 », pour une part ou pour l’ensemble), chaque cellule de cette colonne est comparée à la somme des années de sa ligne : actions, sous-totaux des axes et ligne TOTAL, dans le tableau budgétaire comme dans le tableau d’exécution. Là, le cumul de ce qui est contractualisé, versé par l’État ou apporté par d’autres financeurs est comparé aussi, dans le même tableau ou dans un tableau à part (« Cumul 2024-2025 »). Quand plusieurs tableaux réunis ont chacun leur cumul, chacun est comparé, comme chacun de ceux d’un même tableau : « Cumul 2024-2025 » ou « Total 2024-2025 » aux années qu’il dit, « Cumul » aux années jusqu’à la dernière de son tableau, un autre total aux années de son tableau. Ce qu’un tableau redit d’une même année et d’une même action est nommé parmi ce qui n’a pas été lu. Un cumul d’années qu’aucun tableau ne montre n’est pas comparé, et la règle le dit.",
      conforme:
        "Action 1, part État : 65 000 € par an de 2024 à 2027, et 260 000 € dans la colonne « Total 2024-2027 ».",
      ecart: [
        {
          message: "faux",
          figures: { unit: "montant", found: montantFromEuros(259999.99), expected: montantFromEuros(260000) },
          data: { place: "Action 1 – total des années – part État" },
        },
      ],
      corriger:
        "Remplacez le total par une formule qui additionne les années, ou corrigez l’année qui manque. Quand le total est saisi en chiffres, la correction proposée écrit le montant attendu.",
      limites:
        "La somme porte sur les années que le tableau montre : une année absente est signalée par `annees-du-contrat`.",
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
          if (shown.reason === "unreadable" || lus.some(({ reason }) => reason === "unreadable")) {
            return notComparable(`${place} : un des montants est illisible.`);
          }
          const absentes = missingYears(fact, convention, table);
          if (absentes.length > 0) {
            return notComparable(`${place} : aucun tableau ne montre ${formatListe(absentes.map(String))}.`);
          }
          if (addends.length === 0) return notComparable(`${place} : aucune année à additionner.`);
          const montants = lus.flatMap((lu): Montant[] => (lu.reason === null ? [lu.value] : []));
          const expected = addMontants(ZERO, ...montants);
          const found = shown.value ?? null;
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
