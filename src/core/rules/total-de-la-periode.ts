// A total over the years is the sum of its years, in every row: of the actions, of the axes and of the table.
import { amountTables } from "../facts/lines/amount-tables";
import { anneesAbsentes, cumulsOf, keyOfCumul, nameCumul, nameTotal, partyOfCumul } from "../facts/lines/cumuls";
import { recapTables } from "../facts/lines/recap-sums";
import { rowsOfTable } from "../facts/lines/rows-of-table";
import { setTo } from "../facts/corrected-fact";
import { unitAt } from "../facts/lines/table-places";
import { formatListe } from "../domain/words/format";
import { addMontants, type Montant, montantFromCentimes, montantFromEuros } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "total-de-la-periode",
    article: "2.2",
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
      contrat:
        "L’article 2.2 fixe les montants année par année ; le contrat n’engage pas d’autre total que leur somme.",
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
