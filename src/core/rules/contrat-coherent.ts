// The parameters in the contract sheet can be read and agree with each other; each mistake is told at its cell.
import { slug } from "../domain/words/typographie";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "contrat-coherent",
    article: "2.2, 3",
    severity: "error",
    title: "Les paramètres de la feuille « Contrat » sont lisibles et s’accordent entre eux",
    needs: ["feuilleContrat"],
    needsContract: false,
    messages: {
      parametre: { text: "{parametre} : {erreur}" },
    },
  },
  check({ feuilleContrat }, reporter) {
    for (const { cell, parametre, message: erreur, figures } of feuilleContrat.erreurs) {
      reporter.discrepancy({
        message: "parametre",
        subject: {},
        key: slug(parametre),
        cells: [cell],
        ...(figures && { figures: { unit: "montant", ...figures } }),
        data: { parametre, erreur },
      });
    }
  },
});
