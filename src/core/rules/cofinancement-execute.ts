// The local party has executed at least its minimum share of each action, each year that has begun.
import { chiffreInconnu } from "../contract/avenants/registre";
import { leastLocalPart, cleDuSeuil, seuilDe } from "../contract/in-force/contract-amounts";
import { readExecuted } from "../facts/executed";
import { cellsOf } from "../facts/ledger/places";
import { executionTable } from "../facts/fact-tables";
import { describeRowsNotRecognised } from "../facts/lines/demandes";
import { apportsLies, locateLot, lotsDuSeuil, subjectOfLot, sumCell } from "../facts/lines/part-minimale";
import { executions, nameExecuted, NO_AMOUNT, whyExecuted } from "../facts/lines/execution-lines";
import { formatPart } from "../domain/words/format";
import { addMontants, montantFromEuros, ZERO } from "../domain/values/montant";
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
        "Dans le tableau d’exécution, pour chaque action et chaque année : part de la collectivité exécutée ≥ seuil × (part État exécutée + part de la collectivité exécutée). Le minimum affiché est la plus petite part, en centimes entiers, qui respecte le seuil à part État égale. Zéro pour zéro est conforme. Tant que l’année n’est pas close, la collectivité peut encore dépenser : c’est un avertissement. Là où le contrat le dit, le minimum vaut pour chaque axe, chaque année ou le contrat entier.",
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
        "La règle ne regarde que les montants exécutés, chaque année séparément : elle ne compense pas une année par une autre, sauf si le minimum du contrat vaut pour toutes ensemble. Une part vide ou illisible rend l’action « non vérifiable » cette année-là.",
    },
  },
  compare(dossier, asked) {
    const { convention, execution, feuilleContrat } = dossier;
    const lots = lotsDuSeuil(convention, [...executions(dossier)]);
    for (const lot of lots) {
      const { annee, axe, action, ligne, demandes: own } = lot;
      const place = `${lot.nom} – ${nameExecuted(convention, "collectivite")}`;
      asked.compare({ nom: place, subject: subjectOfLot(lot) }, (lecture) => {
        const touche = { objet: "clause", cle: cleDuSeuil(convention, { axe, action, annee }) } as const;
        const inconnu = chiffreInconnu(feuilleContrat?.registre, touche);
        if (inconnu !== null) return notComparable(inconnu);
        const seuil = seuilDe(convention, { axe, action, annee });
        if (seuil >= 1) return notComparable(seuilSansEtat(seuil));
        const empeche = own.find(({ pourquoi }) => pourquoi !== null)?.pourquoi;
        if (empeche) return notComparable(empeche);
        const executed = own.map((demande) => ({ demande, ...readExecuted(lecture, demande) }));
        const lacking = executed.find(({ etat, collectivite }) => etat.value === null || collectivite.value === null);
        if (lacking) {
          const { demande, etat, collectivite } = lacking;
          return notComparable(whyExecuted(convention, demande.annee, ["etat", etat], ["collectivite", collectivite]));
        }
        const unread = own.length > 1 ? describeRowsNotRecognised(execution) : null;
        if (unread !== null) return notComparable(`${place} : ${unread}.`);
        const apports = apportsLies(convention, lecture, own);
        if (typeof apports === "string") return notComparable(`${place} : ${apports}`);
        const sum = (of: "etat" | "collectivite") =>
          addMontants(ZERO, ...executed.map((each) => each[of].value ?? ZERO));
        const found = sum("collectivite");
        const lies = [...apports.values()].map(({ montant }) => montant);
        const expected = leastLocalPart(seuil, addMontants(sum("etat"), ...lies));
        if (expected === null) return notComparable(`${place} : ${SANS_MINIMUM}`);
        if (found >= expected) return HOLDS;
        const cell = own.length > 1 ? sumCell(executionTable(execution), lot) : null;
        return () => ({
          message: own.every(({ isClosed }) => isClosed) ? "insuffisant" : "insuffisant-a-ce-jour",
          ...locateLot(ligne, annee),
          cells: cell ? [cell] : cellsOf(execution, ...executed.map(({ collectivite }) => collectivite)),
          figures: { unit: "montant", found, expected },
          data: { place },
        });
      });
    }
    if (lots.length === 0) asked.notDue(NO_AMOUNT);
  },
});
