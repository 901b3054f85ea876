// The parameters in the contract sheet can be read and agree with each other; each mistake is told at its cell.
import { slug } from "../domain/words/typographie";
import { defineRule, HOLDS } from "./rule";

export default defineRule({
  meta: {
    id: "contrat-coherent",
    article: "2.2, 3",
    severity: "error",
    title: "Les paramètres de la feuille « Contrat » sont lisibles et s’accordent entre eux",
    compares: "parametre",
    needs: ["feuilleContrat"],
    needsContract: false,
    messages: {
      parametre: { text: "{parametre} : {erreur}" },
    },
  },
  compare({ feuilleContrat }, asked) {
    const { erreurs } = feuilleContrat;
    if (erreurs.length === 0) asked.compare("les paramètres de la feuille", () => HOLDS);
    for (const { cell, parametre, message: erreur, figures } of erreurs) {
      asked.compare(parametre, () => () => ({
        message: "parametre",
        subject: {},
        key: slug(parametre),
        cells: [cell],
        ...(figures && { figures: { unit: "montant", ...figures } }),
        data: { parametre, erreur },
      }));
    }
  },
});
