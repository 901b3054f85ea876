// The parameters in the contract sheet can be read and agree with each other; each mistake is told at its cell.
import type { SommeFausse } from "../contract/definition/check-sommes";
import type { Convention } from "../contract/convention";
import { chiffreInconnu, type ChiffreTouche, type LigneAvenant } from "../contract/avenants/registre";
import { slug } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable } from "./rule";

/** Why one of the figures of the sum is not known: the line of an avenant that cannot be read. A sum without it is no mistake of its own. */
function termeInconnu(
  registre: readonly LigneAvenant[] | undefined,
  { actions }: Convention,
  { annee, axe, de }: SommeFausse,
): string | null {
  const ofAxe = axe === null ? {} : { axe };
  const terms: ChiffreTouche[] = [{ objet: "credits", annee, ...ofAxe }];
  if (de === "actions") {
    const added = actions.filter((action) => axe === null || action.axe === axe);
    terms.push(...added.map(({ numero }) => ({ objet: "montant", annee, action: numero, partie: "etat" }) as const));
  }
  return terms.map((term) => chiffreInconnu(registre, term)).find((reason) => reason !== null) ?? null;
}

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
  compare({ feuilleContrat, convention }, asked) {
    const { erreurs, registre } = feuilleContrat;
    if (erreurs.length === 0) asked.compare("les paramètres de la feuille", () => HOLDS);
    for (const { cell, parametre, message: erreur, somme } of erreurs) {
      const inconnu = somme ? termeInconnu(registre, convention, somme) : null;
      if (inconnu !== null) {
        asked.compare(parametre, () => notComparable(inconnu));
        continue;
      }
      asked.compare(parametre, () => () => ({
        message: "parametre",
        subject: {},
        key: slug(parametre),
        cells: [cell],
        ...(somme && { figures: { unit: "montant", found: somme.found, expected: somme.expected } }),
        data: { parametre, erreur },
      }));
    }
  },
});
