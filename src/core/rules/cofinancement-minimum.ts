// The local party brings at least its minimum share of each action, each year.
import { axeDe } from "../contract/in-force/en-vigueur";
import { chiffreInconnu } from "../contract/avenants/registre";
import { setTo } from "../facts/corrected-fact";
import { contractAmount, leastLocalPart, cleDuSeuil, seuilDe } from "../contract/in-force/contract-amounts";
import { isOwedBy } from "../domain/contrat/contracted-cells";
import { describe, explainColumns, locate } from "../facts/lines/budget-lines";
import { budgetTable } from "../facts/fact-tables";
import { demandes, lireColonne, refsOf, shownIn, type Demande, type Shown } from "../facts/lines/demandes";
import { isRowAsContracted } from "../facts/lines/sums";
import { montantFromEuros, ZERO, type Montant } from "../domain/values/montant";
import { formatPart } from "../domain/words/format";
import { defineRule, HOLDS, notComparable, type Report, type RuleMeta } from "./rule";

const seuilSansEtat = (seuil: number): string => `Le seuil du contrat (${formatPart(seuil)}) n’admet aucune part État.`;

const SANS_MINIMUM = "le minimum dépasse ce qui se compte au centime.";

const meta = {
  id: "cofinancement-minimum",
  articles: ["cofinancement/seuil"],
  severity: "error",
  title: "La collectivité apporte au moins la part minimale de chaque action",
  problem: "Cofinancement sous le minimum",
  compares: "montant",
  needs: ["budget"],
  messages: {
    insuffisant: { text: "{place} : {found} pour un minimum de {expected} (il manque {distance})." },
  },
  page: {
    contrat:
      "La collectivité s’engage à financer chaque action contractualisée à hauteur d’une part minimale, qui est un paramètre du contrat : 50 % dans le contrat intégré.",
    verifie:
      "Pour chaque action et chaque année : part de la collectivité ≥ seuil × (part État + part de la collectivité). Le minimum affiché est la plus petite part, en centimes entiers, qui respecte le seuil à part État égale. Zéro pour zéro est conforme.",
    conforme: "65 000,00 € de l’État et 65 000,00 € de la Métropole : exactement 50 %.",
    ecart: [
      {
        message: "insuffisant",
        figures: { unit: "montant", found: montantFromEuros(64999.99), expected: montantFromEuros(65000) },
        data: { place: "Action 1 – 2025 – part Métropole" },
      },
    ],
    corriger:
      "Relevez la part de la collectivité, ou vérifiez la part de l’État si c’est elle qui a été saisie trop haut. La correction proposée écrit le montant du contrat, lorsque la part de l’État est bien celle du contrat.",
    limites:
      "Un montant illisible, ou manquant alors que le contrat le donne, rend l’action « non vérifiable » cette année-là. Le calcul se fait en centimes entiers : aucun arrondi ne le fausse.",
  },
} as const satisfies RuleMeta;

export default defineRule({
  meta,
  compare({ convention, budget, feuilleContrat }, asked) {
    const placeOf = ({ ligne, annee }: Demande) => describe(convention, ligne, annee, "collectivite");
    const sansColonne = ({ year, annee }: Demande) =>
      notComparable(explainColumns(convention, year, annee, ["etat", "collectivite"]));
    const insuffisant =
      (demande: Demande, shown: Shown, found: Montant, expected: Montant) => (): Report<typeof meta> => {
        const { annee, ligne, action, rows } = demande;
        const [{ cell, unit }, ...others] = shown;
        const contracted = action ? contractAmount(action, annee, "collectivite") : null;
        // The correction is safe only where the State's part is the contract's, and the contract's own local part
        // reaches the minimum.
        const isSafe =
          contracted !== null &&
          contracted >= expected &&
          rows.every((row) => isRowAsContracted(row, annee, "etat")) &&
          others.length === 0;
        const corrected = isSafe && cell.formula === null ? contracted : null;
        return {
          message: "insuffisant",
          ...locate(ligne, annee, "collectivite"),
          cells: refsOf(shown),
          figures: { unit: "montant", found, expected },
          data: { place: placeOf(demande) },
          ...(others.length === 0 && { corrected: setTo(cell, corrected ?? expected) }),
          ...(corrected !== null && {
            fix: [{ cell: cell.ref, montant: corrected, unit }],
          }),
        };
      };
    const about = (demande: Demande) => ({
      nom: placeOf(demande),
      subject: { ...demande.ligne.place, year: demande.annee },
    });
    asked.compareEach(demandes(convention, budgetTable(budget)), about, (demande, lecture) => {
      const { annee, ligne, action, pourquoi } = demande;
      if (pourquoi !== null) return notComparable(pourquoi);
      const where = { axe: action ? axeDe(action, annee) : (ligne.place.axe ?? null), annee };
      const inconnu =
        feuilleContrat &&
        chiffreInconnu(feuilleContrat.registre, { objet: "clause", cle: cleDuSeuil(convention, where) });
      if (inconnu !== null) return notComparable(inconnu);
      const seuil = seuilDe(convention, where);
      if (seuil >= 1) return notComparable(seuilSansEtat(seuil));
      const etat = lireColonne(lecture, demande, "etat");
      const local = lireColonne(lecture, demande, "collectivite");
      if (!etat || !local) return sansColonne(demande);
      if (etat.reason === "unreadable" || local.reason === "unreadable") {
        return notComparable(`${placeOf(demande)} : un des montants est illisible.`);
      }
      if (isOwedBy(action, annee, "etat", etat) || isOwedBy(action, annee, "collectivite", local)) {
        return notComparable(`${placeOf(demande)} : une des parts n’est pas renseignée.`);
      }
      const found = local.value ?? ZERO;
      const expected = leastLocalPart(seuil, etat.value ?? ZERO);
      if (expected === null) return notComparable(`${placeOf(demande)} : ${SANS_MINIMUM}`);
      if (found >= expected) return HOLDS;
      const locaux = shownIn(demande, "collectivite");
      return locaux ? insuffisant(demande, locaux, found, expected) : sansColonne(demande);
    });
  },
});
