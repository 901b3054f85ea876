// What the State has paid for an action in a year is what the contract gives: in full once it is signed, or by its avenant.
import { contractAmount, isFirm } from "../domain/contrat/contract-amounts";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { ledgerOf } from "../domain/ledger/ledger";
import { cellsOf, placesDue, subjectOf, whyUnknown } from "../domain/ledger/places";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "versement-du-contrat",
    article: "3",
    severity: "warning",
    title: "Le versement de l’État est celui du contrat en vigueur",
    compares: "montant",
    needs: ["execution"],
    messages: {
      different: {
        text: "{place} – versé par l’État : {found} pour {expected} au contrat (écart {gap}).{source}",
      },
      provisionnel: {
        text: "{place} – versé par l’État : {found} pour {expected}, montant encore provisionnel (écart {gap}). Un avenant est attendu pour cette année.",
      },
    },
  },
  compare(dossier, asked) {
    const { convention, execution, avenants } = dossier;
    const ledger = ledgerOf(dossier);
    const annees = convention.annees.map(({ annee }) => annee).filter((annee) => ledger.hasVerses([annee]));
    if (annees.length === 0)
      return asked.notDue("Aucune colonne des versements de l’État n’a été reconnue dans le tableau d’exécution.");
    for (const place of placesDue(convention, annees)) {
      const { action, annee, nom } = place;
      const expected = contractAmount(action, annee, "etat");
      asked.compare(`${nom} – versé par l’État`, (lecture) => {
        const { verse } = ledger.depense(action, annee, lecture);
        const found = verse.montant;
        if (found === null) return notComparable(whyUnknown(place, ["versement de l’État", verse]));
        if (found === expected) return HOLDS;
        const report = {
          subject: subjectOf(place, "etat"),
          key: "verse",
          cells: cellsOf(execution, verse),
          figures: { unit: "montant", found, expected },
        } as const;
        if (!isFirm(convention, annee)) return () => ({ ...report, message: "provisionnel", data: { place: nom } });
        const chiffre = { kind: "montant", annee, action: action.numero, colonne: "etat" } as const;
        return () => ({
          ...report,
          message: "different",
          data: { place: nom, source: sourceDuChiffre(avenants, chiffre) },
        });
      });
    }
  },
});
