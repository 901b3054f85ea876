// The local party brings at least its minimum share of each action, each year.
import { chiffreInconnu } from "../contract/avenants/registre";
import { setTo } from "../facts/corrected-fact";
import { contractAmount, leastLocalPart, cleDuSeuil, seuilDe } from "../contract/in-force/contract-amounts";
import { isOwedBy } from "../domain/contrat/contracted-cells";
import type { Convention } from "../contract/convention";
import type { YearFact } from "../facts/fact";
import { describe, explainColumns, namePart } from "../facts/lines/budget-lines";
import { budgetTable } from "../facts/fact-tables";
import type { Lecture } from "../facts/lecture";
import {
  demandes,
  describeRowsNotRecognised,
  lireColonne,
  refsOf,
  shownIn,
  type Demande,
  type Shown,
} from "../facts/lines/demandes";
import {
  apportsLies,
  financeursLies,
  locateLot,
  lotsDuSeuil,
  subjectOfLot,
  sumCell,
  type Lie,
  type Lot,
} from "../facts/lines/part-minimale";
import { isRowAsContracted } from "../facts/lines/sums";
import { addMontants, montantFromEuros, ZERO, type Montant } from "../domain/values/montant";
import { formatPart } from "../domain/words/format";
import { slug } from "../domain/words/typographie";
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
      "Pour chaque action et chaque année : part de la collectivité ≥ seuil × (part État + part de la collectivité). Le minimum affiché est la plus petite part, en centimes entiers, qui respecte le seuil à part État égale. Zéro pour zéro est conforme. Là où le contrat le dit, le minimum vaut pour chaque axe, chaque année ou le contrat entier, et non pour chaque action ; un autre financeur qu’il y oblige (une ville, un CCAS) est jugé de même, d’après la colonne qui porte son nom, et son apport entre dans ce dont le minimum est une part.",
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
    const table = budgetTable(budget);
    const placeOf = ({ nom }: Lot<Demande>) => `${nom} – ${namePart(convention, "collectivite")}`;
    const sansColonne = ({ year, annee }: Demande) =>
      notComparable(explainColumns(convention, year, annee, ["etat", "collectivite"]));
    const insuffisant =
      (lot: Lot<Demande>, shown: Shown, found: Montant, expected: Montant) => (): Report<typeof meta> => {
        const { annee, ligne, demandes: own } = lot;
        const [{ action, rows }, ...more] = own;
        const [{ cell, unit }, ...others] = shown;
        const isAlone = more.length === 0 && others.length === 0;
        const contracted = action && annee !== null ? contractAmount(action, annee, "collectivite") : null;
        // The correction is safe only where the State's part is the contract's, and the contract's own local part
        // reaches the minimum.
        const isSafe =
          isAlone &&
          annee !== null &&
          contracted !== null &&
          contracted >= expected &&
          rows.every((row) => isRowAsContracted(row, annee, "etat"));
        const corrected = isSafe && cell.formula === null ? contracted : null;
        return {
          message: "insuffisant",
          ...locateLot(ligne, annee),
          cells: more.length === 0 ? refsOf(shown) : [sumCell(table, lot) ?? cell.ref],
          figures: { unit: "montant", found, expected },
          data: { place: placeOf(lot) },
          ...(isAlone && { corrected: setTo(cell, corrected ?? expected) }),
          ...(corrected !== null && {
            fix: [{ cell: cell.ref, montant: corrected, unit }],
          }),
        };
      };
    const about = (lot: Lot<Demande>) => ({ nom: placeOf(lot), subject: subjectOfLot(lot) });
    const lots = lotsDuSeuil(convention, demandes(convention, table));
    asked.compareEach(lots, about, (lot, lecture) => {
      const { annee, axe, action: alone, demandes: own } = lot;
      const empeche = own.find(({ pourquoi }) => pourquoi !== null)?.pourquoi;
      if (empeche) return notComparable(empeche);
      const inconnu =
        feuilleContrat &&
        chiffreInconnu(feuilleContrat.registre, {
          objet: "clause",
          cle: cleDuSeuil(convention, { axe, action: alone, annee }),
        });
      if (inconnu !== null) return notComparable(inconnu);
      const seuil = seuilDe(convention, { axe, action: alone, annee });
      if (seuil >= 1) return notComparable(seuilSansEtat(seuil));
      const sums = { etat: ZERO, collectivite: ZERO };
      const locaux: YearFact[] = [];
      for (const demande of own) {
        const etat = lireColonne(lecture, demande, "etat");
        const local = lireColonne(lecture, demande, "collectivite");
        const shown = shownIn(demande, "collectivite");
        const nom = own.length > 1 ? describe(convention, demande.ligne, demande.annee, "collectivite") : placeOf(lot);
        if (!etat || !local || !shown) return sansColonne(demande);
        if (etat.reason === "unreadable" || local.reason === "unreadable") {
          return notComparable(`${nom} : un des montants est illisible.`);
        }
        const { action } = demande;
        if (isOwedBy(action, demande.annee, "etat", etat) || isOwedBy(action, demande.annee, "collectivite", local)) {
          return notComparable(`${nom} : une des parts n’est pas renseignée.`);
        }
        sums.etat = addMontants(sums.etat, etat.value ?? ZERO);
        sums.collectivite = addMontants(sums.collectivite, local.value ?? ZERO);
        locaux.push(...shown);
      }
      const unread = own.length > 1 ? describeRowsNotRecognised(budget) : null;
      if (unread !== null) return notComparable(`${placeOf(lot)} : ${unread}.`);
      const apports = apportsLies(convention, lecture, own);
      if (typeof apports === "string") return notComparable(`${placeOf(lot)} : ${apports}`);
      const lies = [...apports.values()];
      const rest = addMontants(sums.etat, ...lies.map(({ montant }) => montant));
      const expected = leastLocalPart(seuil, rest);
      if (expected === null) return notComparable(`${placeOf(lot)} : ${SANS_MINIMUM}`);
      if (sums.collectivite >= expected) return HOLDS;
      const [first, ...others] = locaux;
      return first ? insuffisant(lot, [first, ...others], sums.collectivite, expected) : HOLDS;
    });
    for (const lie of financeursLies(convention)) {
      const nommer = ({ nom }: Lot<Demande>) => `${nom} – part ${lie.financeur}`;
      asked.compareEach(
        lots,
        (lot) => ({ nom: nommer(lot), subject: subjectOfLot(lot) }),
        (lot, lecture) => judgeLie({ convention, lecture, lot, lie, nom: nommer(lot) }),
      );
    }
  },
});

interface ALier {
  readonly convention: Convention;
  readonly lecture: Lecture;
  readonly lot: Lot<Demande>;
  readonly lie: Lie;
  readonly nom: string;
}

/** Of a financing party that is bound as the local party is. */
function judgeLie({ convention, lecture, lot, lie, nom }: ALier) {
  const { demandes: own, ligne, annee } = lot;
  const empeche = own.find(({ pourquoi }) => pourquoi !== null)?.pourquoi;
  if (empeche) return notComparable(empeche);
  if (lie.seuil >= 1) return notComparable(seuilSansEtat(lie.seuil));
  const apports = apportsLies(convention, lecture, own);
  if (typeof apports === "string") return notComparable(`${nom} : ${apports}`);
  const parts = own.flatMap((demande) => [
    lireColonne(lecture, demande, "etat"),
    lireColonne(lecture, demande, "collectivite"),
  ]);
  if (parts.some((part) => part === null || part.reason === "unreadable")) {
    return notComparable(`${nom} : une des parts manque ou est illisible.`);
  }
  const [mine, others] = [apports.get(lie.financeur), [...apports.values()].filter((each) => each.lie !== lie)];
  const [first, ...more] = mine?.facts ?? [];
  if (!mine || !first) return HOLDS;
  const rest = addMontants(ZERO, ...parts.map((part) => part?.value ?? ZERO), ...others.map(({ montant }) => montant));
  const expected = leastLocalPart(lie.seuil, rest);
  if (expected === null) return notComparable(`${nom} : ${SANS_MINIMUM}`);
  if (mine.montant >= expected) return HOLDS;
  return () => ({
    message: "insuffisant" as const,
    ...locateLot(ligne, annee, slug(lie.financeur)),
    cells: refsOf([first, ...more]),
    figures: { unit: "montant" as const, found: mine.montant, expected },
    data: { place: nom },
  });
}
