// The parameters in the contract sheet can be read and agree with each other; each mistake is told at its cell.
import type { SommeFausse } from "../contract/definition/check-sommes";
import type { Convention } from "../contract/convention";
import { chiffreInconnu, type ChiffreTouche, type LigneAvenant } from "../contract/avenants/registre";
import { axeDe } from "../contract/in-force/en-vigueur";
import { slug } from "../domain/words/typographie";
import { cellOfContrat } from "../facts/cell-of-contrat";
import { defineRule, HOLDS, notComparable } from "./rule";

/**
 * Why one of the figures of the sum is not known: the line of an avenant cannot be read. A sum that lacks it is no
 * mistake of its own.
 */
function termeInconnu(
  registre: readonly LigneAvenant[] | undefined,
  { actions }: Convention,
  { annee, axe, de }: SommeFausse,
): string | null {
  const ofAxe = axe === null ? {} : { axe };
  const terms: ChiffreTouche[] = [{ objet: "credits", annee, ...ofAxe }];
  if (de === "actions") {
    const added = actions.filter((action) => axe === null || axeDe(action, annee) === axe);
    terms.push(...added.map(({ numero }) => ({ objet: "montant", annee, action: numero, partie: "etat" }) as const));
  }
  return terms.map((term) => chiffreInconnu(registre, term)).find((reason) => reason !== null) ?? null;
}

/** Whether the sum is right with what was signed in the place of the cell that it is held against. */
function isHeldAsSigned(signed: Convention | undefined, { annee, axe, found }: SommeFausse): boolean {
  const credits = signed?.creditsEtat.find((each) => each.annee === annee);
  const as = axe === null ? credits : credits?.repartition?.find((part) => part.axe === axe);
  return as?.montant === found;
}

function titleOf({ de, axe, annee }: SommeFausse): string {
  if (de === "axes") return `Les axes ne font plus les crédits de l’État ${annee}`;
  return axe === null
    ? `Les parts ${annee} ne font plus les crédits de l’État`
    : `Les parts ${annee} de l’axe ${axe} ne font plus ses crédits`;
}

export default defineRule({
  meta: {
    id: "contrat-coherent",
    articles: ["financement", "versement"],
    severity: "error",
    title: "Les paramètres de la feuille « Contrat » sont lisibles et s’accordent entre eux",
    problem: "Paramètre du contrat à corriger",
    compares: "parametre",
    needs: ["feuilleContrat"],
    needsContract: false,
    messages: {
      parametre: { text: "{parametre} : {erreur}" },
      somme: { text: "{parametre} : {erreur}", problem: "{titre}" },
    },
    page: {
      contrat:
        "Le contrat donne le montant de l’État pour chaque année, que les actions se partagent ; il le répartit entre les axes et donne le code activité de chacun.",
      verifie:
        "Chaque cellule de la feuille « Contrat » qui porte un paramètre est lisible : une date est une date, un montant un montant, un code activité a douze chiffres. Les numéros d’axes, d’actions et d’indicateurs existent et ne servent qu’une fois, les intitulés sont distincts, un titre, une colonne, un paramètre ou une fiche ne figure qu’une fois, un axe n’a qu’une ligne d’imputation par année, aucune colonne ne donne les montants d’une année hors du contrat, les années tiennent dans la période du contrat sans se chevaucher. Pour le contrat en vigueur à la date de vérification, les axes ont pour somme les crédits de l’État de l’année, et les parts État des actions ont pour somme chaque axe, ou l’année quand elle n’est pas répartie. La cellule montrée est celle du paramètre, celle de l’avenant quand c’est lui qui le fixe.",
      conforme: "En 2024 : 85 000 €, 45 000 €, 147 500 € et 55 000 € par axe, pour 332 500 € de crédits de l’État.",
      ecart: [
        {
          message: "parametre",
          data: {
            parametre: "Crédits de l’État 2025",
            erreur: "« abc » n’est pas lisible. Écrivez un montant.",
          },
        },
      ],
      corriger:
        "Corrigez la cellule dans la feuille « Contrat ». Si un avenant change les crédits d’une année, enregistrez aussi les montants des actions qu’il change.",
      limites:
        "Sans feuille « Contrat » dans le classeur, la règle n’est pas vérifiable : le contrat intégré est vérifié à part. Quand le contrat signé est connu, par son sceau ou parce que le produit le connaît, une erreur dans la feuille ne cache rien : les autres règles s’appuient sur ce qui a été signé. Quand rien ne dit ce qui a été signé, une erreur qui empêche de connaître le contrat rend non vérifiables toutes les règles qui s’appuient sur lui, avec cette raison. Une erreur dans l’imputation, les échéances ou une fiche n’écarte que ces paramètres. Les lignes d’avenants sont vérifiées par `avenant-lisible`.",
    },
  },
  compare({ feuilleContrat, convention, contratSigne }, asked) {
    const { erreurs, registre } = feuilleContrat;
    if (erreurs.length === 0) asked.compare("les paramètres de la feuille", () => HOLDS);
    for (const { cell, parametre, message: erreur, somme } of erreurs) {
      const inconnu = somme ? termeInconnu(registre, convention, somme) : null;
      if (inconnu !== null) {
        asked.compare(parametre, () => notComparable(inconnu));
        continue;
      }
      const told = { subject: {}, key: slug(parametre), cells: [cell] } as const;
      const data = { parametre, erreur };
      const fact = cellOfContrat(cell, "coherent");
      if (!somme) {
        asked.compare(parametre, () => () => ({ message: "parametre", ...told, fact, data }));
        continue;
      }
      asked.compare(parametre, () => () => ({
        message: "somme",
        ...told,
        ...(isHeldAsSigned(contratSigne?.convention, somme) && { fact }),
        figures: { unit: "montant", found: somme.found, expected: somme.expected },
        data: { ...data, titre: titleOf(somme) },
      }));
    }
  },
});
