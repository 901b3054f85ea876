// The local party has executed at least its minimum share of each action, each year that has begun.
import { axeDe } from "../contract/in-force/en-vigueur";
import { chiffreInconnu } from "../contract/avenants/registre";
import { leastLocalPart, cleDuSeuil, seuilDe } from "../contract/in-force/contract-amounts";
import { readExecuted } from "../facts/executed";
import { cellsOf } from "../facts/ledger/places";
import { locate } from "../facts/lines/budget-lines";
import { describeExecuted, executions, NO_AMOUNT, whyExecuted } from "../facts/lines/execution-lines";
import { formatPart } from "../domain/words/format";
import { montantFromEuros } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

const seuilSansEtat = (seuil: number): string => `Le seuil du contrat (${formatPart(seuil)}) n’admet aucune part État.`;

const SANS_MINIMUM = "le minimum dépasse ce qui se compte au centime.";

export default defineRule({
  meta: {
    id: "cofinancement-execute",
    articles: ["cofinancement/seuil"],
    severity: "error",
    title: "La part exécutée de la collectivité atteint le minimum du contrat",
    problem: "Cofinancement exécuté sous le minimum",
    compares: "montant",
    needs: ["execution"],
    messages: {
      insuffisant: { text: "{place} : {found} pour un minimum de {expected} (il manque {distance})." },
      "insuffisant-a-ce-jour": {
        severity: "warning",
        text: "{place} : {found} à ce jour pour un minimum de {expected} (il manque {distance}). L’année n’est pas close.",
      },
    },
    page: {
      gravite: "erreur pour une année close, avertissement pour l’année en cours",
      contrat:
        "La collectivité s’engage à financer chaque action contractualisée à hauteur d’une part minimale, 50 % dans le contrat intégré. L’engagement porte sur ce qui est réellement dépensé, pas seulement sur ce qui est prévu.",
      verifie:
        "Dans le tableau d’exécution, pour chaque action et chaque année : part de la collectivité exécutée ≥ seuil × (part État exécutée + part de la collectivité exécutée). Le minimum affiché est la plus petite part, en centimes entiers, qui respecte le seuil à part État égale. Zéro pour zéro est conforme. Tant que l’année n’est pas close, la collectivité peut encore dépenser : c’est un avertissement.",
      conforme:
        "40 000,00 € de l’État et 40 000,00 € de la Métropole exécutés : exactement 50 %, même si le contrat prévoyait davantage.",
      ecart: [
        {
          message: "insuffisant",
          figures: { unit: "montant", found: montantFromEuros(64999.99), expected: montantFromEuros(65000) },
          data: { place: "Action 1 – 2024 – part Métropole exécutée" },
        },
      ],
      corriger:
        "Vérifiez les deux parts exécutées. Si elles sont justes, l’engagement n’est pas tenu pour cette action : justifiez l’écart et parlez-en avec les services de l’État.",
      limites:
        "La règle ne regarde que les montants exécutés, chaque année séparément : elle ne compense pas une année par une autre. Une part vide ou illisible rend l’action « non vérifiable » cette année-là.",
    },
  },
  compare(dossier, asked) {
    const { convention, execution, feuilleContrat } = dossier;
    let isAsked = false;
    for (const demande of executions(dossier)) {
      isAsked = true;
      const { annee, ligne, isClosed, action, pourquoi } = demande;
      const place = describeExecuted(convention, ligne, annee, "collectivite");
      asked.compare({ nom: place, subject: { ...ligne.place, year: annee } }, (lecture) => {
        const where = { axe: action && axeDe(action, annee), annee };
        const touche = { objet: "clause", cle: cleDuSeuil(convention, where) } as const;
        const inconnu = chiffreInconnu(feuilleContrat?.registre, touche);
        if (inconnu !== null) return notComparable(inconnu);
        const seuil = seuilDe(convention, where);
        if (seuil >= 1) return notComparable(seuilSansEtat(seuil));
        if (pourquoi !== null) return notComparable(pourquoi);
        const { etat, collectivite } = readExecuted(lecture, demande);
        const found = collectivite.value;
        if (etat.value === null || found === null) {
          return notComparable(whyExecuted(convention, annee, ["etat", etat], ["collectivite", collectivite]));
        }
        const expected = leastLocalPart(seuil, etat.value);
        if (expected === null) return notComparable(`${place} : ${SANS_MINIMUM}`);
        if (found >= expected) return HOLDS;
        return () => ({
          message: isClosed ? "insuffisant" : "insuffisant-a-ce-jour",
          ...locate(ligne, annee, "collectivite"),
          cells: cellsOf(execution, collectivite),
          figures: { unit: "montant", found, expected },
          data: { place },
        });
      });
    }
    if (!isAsked) asked.notDue(NO_AMOUNT);
  },
});
