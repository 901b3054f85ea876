// What the State contributes to an action does not exceed what the action cost.
import { locate } from "../domain/lines/budget-lines";
import { isClosed } from "../domain/contrat/contract-amounts";
import { describeExecuted, executionYears, readExecutions, situatePaid } from "../domain/lines/execution-lines";
import { formatMontant } from "../domain/words/format";
import { subtractMontants } from "../domain/values/montant";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "contribution-plafonnee-au-cout",
    article: "5",
    severity: "error",
    title: "La contribution de l’État ne dépasse pas le coût de l’action",
    needs: ["execution"],
    messages: {
      execute: {
        text: "{place} : {found} pour un coût de l’action de {expected} (écart {gap}). L’État pourrait demander le reversement de {reversement}.",
      },
      verse: {
        text: "{place} : {found} versés pour un coût de l’action de {expected} (écart {gap}). L’État pourrait demander le reversement de {reversement}.",
      },
    },
  },
  check(dossier, reporter) {
    const { convention, execution, asOf } = dossier;
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    for (const { row, annee, lus } of readExecutions(dossier, ["etat", "cout"], notCheckable)) {
      const { etat, cout } = lus;
      if (etat.montant <= cout.montant) continue;
      reporter.discrepancy({
        message: "execute",
        ...locate(row, annee, "etat"),
        cells: etat.cells,
        figures: { unit: "montant", found: etat.montant, expected: cout.montant },
        data: {
          place: describeExecuted(convention, row, annee, "etat"),
          reversement: formatMontant(subtractMontants(etat.montant, cout.montant)),
        },
      });
    }

    // The State pays before the action is carried out: its cost is known once the year is over.
    const paidYears = new Set(execution.verses.flatMap((verses) => [...verses.keys()]));
    const years = new Set(
      convention.annees.filter((year) => paidYears.has(year.annee) && isClosed(year, asOf)).map(({ annee }) => annee),
    );
    if (executionYears({ ...dossier, years }).length === 0) return;
    for (const { row, annee, lus, verse } of readExecutions({ ...dossier, years }, ["cout"], notCheckable)) {
      if (!verse || verse.lu.kind === "missing") continue;
      const { place, ...identity } = situatePaid(row, annee);
      if (verse.lu.kind === "unreadable") {
        notCheckable(`${place} : le montant est illisible.`);
        continue;
      }
      const found = verse.lu.montant;
      const expected = lus.cout.montant;
      if (found <= expected) continue;
      const part = row.ligne.montants.get(annee)?.etat;
      reporter.discrepancy({
        message: "verse",
        ...identity,
        cells: [verse.ref, ...(part ? [part.ref] : [])],
        figures: { unit: "montant", found, expected },
        data: { place, reversement: formatMontant(subtractMontants(found, expected)) },
      });
    }
  },
});
