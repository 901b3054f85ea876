// The local party brings at least its minimum share of each action, each year.
import { describe, hasColumns, locate, nameActionRows, yearsToCheck } from "../domain/lines/budget-lines";
import { contractAmount, isAsContracted, isOwed, leastLocalPart } from "../domain/contrat/contract-amounts";
import { montantFromCentimes } from "../domain/values/montant";
import { formatPart } from "../domain/words/format";
import { unitAt } from "../domain/lines/table-places";
import { defineRule } from "./rule";

const NOTHING = montantFromCentimes(0);

export default defineRule({
  meta: {
    id: "cofinancement-minimum",
    article: "2.2",
    severity: "error",
    title: "La collectivité apporte au moins la part minimale de chaque action",
    needs: ["budget"],
    messages: {
      insuffisant: { text: "{place} : {found} pour un minimum de {expected} (il manque {distance})." },
    },
  },
  check({ convention, budget }, reporter) {
    const { seuil } = convention.cofinancement;
    if (seuil >= 1) {
      reporter.notCheckable(`Le seuil du contrat (${formatPart(seuil)}) n’admet aucune part État.`);
      return;
    }
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    const years = yearsToCheck({ convention, budget }, notCheckable).filter((year) =>
      hasColumns(convention, year, ["etat", "collectivite"], notCheckable),
    );
    for (const row of nameActionRows(budget.lignesAction)) {
      for (const { annee } of years) {
        const { etat, collectivite } = row.ligne.montants.get(annee) ?? {};
        if (!etat || !collectivite) continue;
        const place = () => describe(convention, row, annee, "collectivite");
        if (etat.lu.kind === "unreadable" || collectivite.lu.kind === "unreadable") {
          notCheckable(`${place()} : un des montants est illisible.`);
          continue;
        }
        if (isOwed(row.ligne, annee, "etat", etat) || isOwed(row.ligne, annee, "collectivite", collectivite)) {
          notCheckable(`${place()} : une des parts n’est pas renseignée.`);
          continue;
        }
        const found = collectivite.lu.kind === "montant" ? collectivite.lu.montant : NOTHING;
        const expected = leastLocalPart(seuil, etat.lu.kind === "montant" ? etat.lu.montant : NOTHING);
        if (found >= expected) continue;
        const contracted = row.ligne.action ? contractAmount(row.ligne.action, annee, "collectivite") : null;
        // Safe only where the State's part is the contract's, and the contract's own part reaches the minimum.
        const isSafe = contracted !== null && contracted >= expected && isAsContracted(row.ligne, annee, "etat");
        reporter.discrepancy({
          message: "insuffisant",
          ...locate(row, annee, "collectivite"),
          cells: [collectivite.ref],
          figures: { unit: "montant", found, expected },
          data: { place: place() },
          ...(isSafe &&
            collectivite.formula === null && {
              fix: [{ cell: collectivite.ref, montant: contracted, unit: unitAt(budget, collectivite.ref) }],
            }),
        });
      }
    }
  },
});
