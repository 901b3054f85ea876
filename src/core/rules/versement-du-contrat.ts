// What the State has paid for an action, an axe or a year is what the contract gives: in full once it is signed, or by its avenant.
import type { Known } from "../domain/known";
import { sumKnown } from "../domain/values/known-montant";
import type { Montant } from "../domain/values/montant";
import type { Convention } from "../contract/convention";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { estFerme, type Chiffre } from "../contract/avenants/fermete";
import { chiffreInconnu } from "../contract/avenants/registre";
import { setTo } from "../facts/corrected-fact";
import type { Dossier } from "../domain/dossier";
import type { Lecture } from "../facts/lecture";
import { cellsOf, pourquoiRien, whyUnknown } from "../facts/ledger/places";
import { anneesVersees, readFacts, type AnneeVersee, type Versement } from "../facts/ledger/versements-de-l-annee";
import { LIGNE_TOTAL, locate, type Ligne } from "../facts/lines/budget-lines";
import { pourquoiIndecise } from "../facts/lines/ligne-indecise";
import type { YearFact } from "../facts/fact";
import { executionTable } from "../facts/fact-tables";
import { paymentsBeyond } from "../facts/payments";
import { montantFromEuros, ZERO } from "../domain/values/montant";
import { nameInSentence } from "../facts/lines/name-fact";
import { defineRule, HOLDS, notComparable, type NotComparable } from "./rule";

const VERSE = "versement de l’État";

const nameVersement = ({ nom }: Pick<Ligne, "nom">, annee: number): string => `${nom} – ${annee}`;

/** The figure of the contract that a payment is held against. */
function chiffreDe({ ligne: { place } }: Versement, annee: number): Chiffre {
  const { axe, action } = place;
  if (action !== undefined) return { kind: "montant", annee, action, colonne: "etat" };
  return axe === undefined ? { kind: "credits", annee } : { kind: "repartition", annee, axe };
}

function lectureEmpechee({ feuilleContrat }: Pick<Dossier, "feuilleContrat">, annee: number, ligne: Ligne | null) {
  const { axe, action } = ligne?.place ?? {};
  const inconnu = chiffreInconnu(
    feuilleContrat?.registre,
    ligne === null || action !== undefined
      ? { objet: "montant", annee, ...(action !== undefined && { action, partie: "etat" }) }
      : { objet: "credits", annee, ...(axe !== undefined && { axe }) },
  );
  return inconnu === null ? null : notComparable(inconnu);
}

/** Whether the contract or an avenant fixes what it gives there. */
const isFixed = (dossier: Dossier, versement: Versement, annee: number): boolean =>
  estFerme(dossier, chiffreDe(versement, annee));

/** What stands in each of the year's places. */
const paidIn = ({ parts, horsContrat }: AnneeVersee, lecture: Lecture): readonly Known<Montant>[] => [
  ...parts.map((part) => part.read(lecture)),
  ...horsContrat.map(({ facts }) => readFacts(facts, lecture)),
];

/** The gaps that are told at single places already: the sum of the year then differs by as much. */
function gapsOf({ parts, horsContrat }: AnneeVersee, lecture: Lecture): readonly number[] {
  const gaps = [
    ...parts.map((part) => (part.read(lecture).value ?? 0) - (part.expected ?? 0)),
    ...horsContrat.map(({ facts }) => readFacts(facts, lecture).value ?? 0),
  ];
  return gaps.filter((gap) => gap !== 0);
}

const creditsDe = ({ creditsEtat }: Convention, annee: number) =>
  creditsEtat.find((credit) => credit.annee === annee)?.montant ?? ZERO;

/**
 * What is said to follow from a payment that should not be. Where there are several of them nobody knows from which.
 */
const correctionOf = ([fact, ...others]: readonly YearFact[]) =>
  fact && others.length === 0 ? { corrected: setTo(fact.cell, ZERO) } : {};

export default defineRule({
  meta: {
    id: "versement-du-contrat",
    articles: ["versement"],
    severity: "warning",
    title: "Le versement de l’État est celui du contrat en vigueur",
    problem: "Versement différent du contrat",
    compares: "montant",
    needs: ["execution"],
    messages: {
      different: {
        text: "{place} – versé par l’État : {found} pour {expected} au contrat (écart {gap}).{source}",
      },
      provisionnel: {
        text: "{place} – versé par l’État : {found} pour {expected}, montant encore provisionnel (écart {gap}).",
      },
      "sans-credit": {
        severity: "error",
        text: "{place} – versé par l’État : {found}, alors que le contrat n’y donne rien de l’État : {pourquoi} (écart {gap}).",
      },
      "sans-avenant": {
        text: "{annee} – versé par l’État : {found} en tout, alors qu’aucun avenant n’a encore fixé ce qu’il donne pour cette année (montant provisionnel : {expected}).",
      },
    },
    page: {
      gravite: "avertissement, erreur là où le contrat ne donne rien de l’État",
      contrat:
        "La contribution de l’État pour la première année est versée en totalité à la signature ; pour les années suivantes, elle est fixée par avenant.",
      verifie: [
        "Dans le tableau d’exécution, pour chaque action et chaque année qui a une colonne « Versé » : le montant versé par l’État est la part État du contrat en vigueur, au centime. Là où rien n’est saisi pour les actions, la ligne de l’axe, celle du TOTAL, un récapitulatif par axe, ou la date « Versé le » d’une imputation des crédits disent ce qui a été versé : ces montants sont comparés aux crédits de l’axe ou de l’année, et ne sont pas pris pour des sommes fausses.",
        "Le total versé dans l’année est comparé aux crédits de l’État de cette année, sauf si les écarts des actions l’expliquent déjà.",
        "Ce qui est versé là où le contrat ne donne rien de l’État est une erreur : avant le début d’une action, après sa fin, pour une action numérotée qui n’est pas au contrat, ou dans une année hors du contrat. Une ligne dont personne ne peut dire de quelle action elle est (sans numéro, ou avec le numéro d’une action et l’intitulé d’une autre) n’est pas une faute : la règle est « non vérifiable » pour elle.",
        "Ce qui est versé pour une année qu’aucun avenant n’a encore fixée est signalé une fois pour l’année, même au montant prévu ; un montant différent de celui qui était prévu pour une action l’est à sa cellule. Rien n’y est dû avant l’avenant : un versement nul n’y est pas un écart.",
      ],
      conforme: "65 000,00 € versés en 2024 pour 65 000,00 € au contrat.",
      ecart: [
        {
          message: "different",
          figures: { unit: "montant", found: montantFromEuros(64999.99), expected: montantFromEuros(65000) },
          data: { place: "Action 1 – 2024", source: "" },
        },
        {
          message: "sans-credit",
          figures: { unit: "montant", found: montantFromEuros(0.01), expected: montantFromEuros(0) },
          data: { place: "Action 2 – 2024", pourquoi: "l’action ne commence qu’en 2025" },
        },
        {
          message: "sans-avenant",
          figures: { unit: "montant", found: montantFromEuros(300000), expected: montantFromEuros(350000) },
          data: { annee: "2025" },
        },
      ],
      corriger:
        "Vérifiez le montant versé, et l’action et l’année où il est saisi. S’il est juste, enregistrez l’avenant qui le fixe, ou donnez la raison dans la feuille « Écarts » : l’autre partie l’accepte ou la refuse.",
      limites:
        "Une case vide ou illisible n’est pas comparée, et c’est dit ; vide là où le contrat ne donne rien, elle ne manque pas. Sans colonne des versements, la règle est « non vérifiable ». Les dates de versement ne sont pas vérifiées.",
    },
  },
  compare(dossier, asked) {
    const { convention, execution, avenants } = dossier;
    const years = anneesVersees(dossier);
    const dehors = paymentsBeyond(convention, executionTable(execution));
    if (years.length === 0 && dehors.length === 0)
      return asked.notDue(
        "Aucun versement de l’État n’a été reconnu, ni dans le tableau d’exécution, ni dans l’imputation.",
      );

    const report = (ligne: Ligne, annee: number, paid: Known<Montant>, key = "verse") => {
      const located = locate(ligne, annee, "etat");
      return {
        subject: located.subject,
        key: located.key === undefined ? key : `${located.key}-${key}`,
        cells: cellsOf(execution, paid),
      };
    };
    const unknown = (ligne: Ligne, annee: number, paid: Known<Montant>): NotComparable =>
      notComparable(whyUnknown({ nom: nameVersement(ligne, annee), annee }, [VERSE, paid]));

    const comparer = (versement: Versement, annee: number, key?: string, de?: readonly Versement[]): void => {
      const { ligne, place, expected } = versement;
      const nom = nameVersement(ligne, annee);
      asked.compare(`${nom} – versé par l’État`, (lecture) => {
        const empeche = lectureEmpechee(dossier, annee, ligne);
        if (empeche) return empeche;
        const paid = versement.read(lecture);
        const found = paid.value;
        if (found === null) return unknown(ligne, annee, paid);
        if (expected === null) return notComparable(`${nom} : ce n’est pas un axe du contrat.`);
        // Before its avenant nothing is due yet.
        if (found === 0 && !isFixed(dossier, versement, annee)) return HOLDS;
        if (found === expected || (de && sumKnown(de.map((one) => one.read(lecture))).value === found)) return HOLDS;
        const head = { ...report(ligne, annee, paid, key), figures: { unit: "montant", found, expected } } as const;
        if (expected === 0) {
          const pourquoi = place ? pourquoiRien(place.action, annee) : `${nameInSentence(ligne.nom)} n’en reçoit pas`;
          const corrected = correctionOf(versement.facts);
          return () => ({ ...head, message: "sans-credit", data: { place: nom, pourquoi }, ...corrected });
        }
        if (!isFixed(dossier, versement, annee)) {
          return () => ({ ...head, message: "provisionnel", data: { place: nom } });
        }
        const source = sourceDuChiffre({ convention, avenants }, chiffreDe(versement, annee));
        return () => ({ ...head, message: "different", data: { place: nom, source } });
      });
    };

    for (const versee of years) {
      const { annee, parts, reprises } = versee;
      // The payment of the whole year is its own sum.
      const places = parts.filter(({ ligne }) => ligne !== LIGNE_TOTAL);
      for (const part of places) comparer(part, annee);
      for (const { versement, de } of reprises) comparer(versement, annee, "verse-recapitulatif", de);

      const credits = creditsDe(convention, annee);
      const place = nameVersement(LIGNE_TOTAL, annee);
      asked.compare(`${place} – versé par l’État`, (lecture) => {
        const empeche = lectureEmpechee(dossier, annee, LIGNE_TOTAL);
        if (empeche) return empeche;
        const all = paidIn(versee, lecture);
        const given = sumKnown(all.filter(({ value }) => value !== null && value !== 0));
        const head = (paid: Known<Montant>) => ({
          ...report(LIGNE_TOTAL, annee, paid),
          figures: { unit: "montant" as const, found: paid.value, expected: credits },
        });
        const isLoose = parts.some((part) => (part.read(lecture).value ?? 0) !== 0 && !isFixed(dossier, part, annee));
        if (isLoose) return () => ({ ...head(given), message: "sans-avenant", data: { annee: `${annee}` } });
        const paid = sumKnown(all);
        if (paid.value === null) return unknown(LIGNE_TOTAL, annee, paid);
        const isDue = estFerme(dossier, { kind: "credits", annee });
        if (paid.value === credits || (paid.value === 0 && !isDue)) return HOLDS;
        const gaps = places.length > 0 ? gapsOf(versee, lecture) : [];
        const said = gaps.reduce((sum, gap) => sum + gap, 0);
        if (gaps.length > 0 && said === paid.value - credits) return HOLDS;
        const source = sourceDuChiffre({ convention, avenants }, { kind: "credits", annee });
        return () => ({ ...head(paid), message: "different", data: { place, source } });
      });
    }

    for (const { year: annee, row, facts } of dehors) {
      const { ligne } = row;
      const nom = nameVersement(ligne, annee);
      asked.compare(`${nom} – versé par l’État`, (lecture) => {
        const indecise = pourquoiIndecise(ligne.ligne);
        if (indecise !== null) return notComparable(`${nom} : ${indecise}.`);
        const empeche = lectureEmpechee(dossier, annee, null);
        if (empeche) return empeche;
        const paid = readFacts(facts, lecture);
        const found = paid.value;
        if (found === null) return unknown(ligne, annee, paid);
        if (found === 0) return HOLDS;
        const isOfContract = convention.annees.some((year) => year.annee === annee);
        const pourquoi = isOfContract ? pourquoiRien(ligne.ligne.action, annee) : "ce n’est pas une année du contrat";
        return () => ({
          ...report(ligne, annee, paid),
          message: "sans-credit",
          figures: { unit: "montant", found, expected: ZERO },
          data: { place: nom, pourquoi },
          ...correctionOf(facts),
        });
      });
    }
  },
});
