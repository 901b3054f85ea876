// What the State has paid for an action, an axe or a year is what the contract gives: in full once it is signed, or by its avenant.
import type { Known } from "../../domain/known";
import { sumKnown } from "../../domain/values/known-montant";
import type { Montant } from "../../domain/values/montant";
import type { Convention } from "../../contract/convention";
import { sourceDuChiffre } from "../../contract/avenants/fixation";
import { estFerme, type Chiffre } from "../../contract/avenants/fermete";
import { chiffreInconnu } from "../../contract/avenants/registre";
import { setTo } from "../../facts/corrected-fact";
import type { Dossier } from "../../domain/dossier";
import type { Lecture } from "../../facts/lecture";
import { cellsOf, pourquoiRien, whyUnknown } from "../../facts/ledger/places";
import { anneesVersees, readFacts, type AnneeVersee, type Versement } from "../../facts/ledger/versements-de-l-annee";
import { LIGNE_TOTAL, locate, type Ligne } from "../../facts/lines/budget-lines";
import { pourquoiIndecise } from "../../facts/lines/ligne-indecise";
import type { YearFact } from "../../facts/fact";
import { executionTable } from "../../facts/fact-tables";
import { paymentsBeyond } from "../../facts/payments";
import { ZERO } from "../../domain/values/montant";
import type { CellRef } from "xlsx-model/cell-ref";
import { listedFacts } from "../../facts/listed";
import { nameInSentence } from "../../facts/lines/name-fact";
import { compareListes } from "./compare-listes";
import { jugerEchelons } from "./echelons";
import { meta } from "./meta";
import { defineRule, HOLDS, notComparable, type NotComparable } from "../rule";

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
  meta,
  compare(dossier, asked) {
    const { convention, execution, avenants, asOf, versements = [] } = dossier;
    const years = anneesVersees(dossier);
    const dehors = execution ? paymentsBeyond(convention, executionTable(execution)) : [];
    const listed = listedFacts(versements);
    if (years.length === 0 && dehors.length === 0 && listed.length === 0)
      return asked.notDue(
        "Aucun versement de l’État n’a été reconnu, ni dans le tableau d’exécution, ni dans l’imputation, ni dans une liste.",
      );

    const [list] = versements;
    const fallback = execution ?? list;
    const cellsIn = (paid: Known<Montant>): readonly [CellRef, ...CellRef[]] => {
      if (!fallback) throw new Error("a payment without a table or a list");
      return cellsOf(fallback, paid);
    };
    const report = (ligne: Ligne, annee: number, paid: Known<Montant>, key = "verse") => {
      const located = locate(ligne, annee, "etat");
      return {
        subject: located.subject,
        key: located.key === undefined ? key : `${located.key}-${key}`,
        cells: cellsIn(paid),
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
        const echelon = jugerEchelons(convention, annee, { found, expected, asOf });
        if (echelon === "tenu") return HOLDS;
        if (echelon) return () => ({ ...head, ...echelon, data: { place: nom, ...echelon.data } });
        const source = sourceDuChiffre({ convention, avenants }, chiffreDe(versement, annee));
        return () => ({ ...head, message: "different", data: { place: nom, source } });
      });
    };

    /** At the level of the list, and for the whole year where the single differences do not tell it. */
    const confronter = ({ annee, parts, confrontes }: AnneeVersee): void => {
      if (confrontes.length === 0) return;
      const autre = parts.some(({ facts }) => facts.length > 0) ? "le tableau d’exécution" : "l’imputation des crédits";
      const places = confrontes.filter(({ versement, de }) => versement.ligne !== LIGNE_TOTAL && de.length > 0);
      const paidOf = (of: readonly Versement[], lecture: Lecture) => sumKnown(of.map((one) => one.read(lecture)));
      const compare = (
        ligne: Ligne,
        list: readonly Versement[],
        de: readonly Versement[],
        told: typeof places,
      ): void => {
        const nom = nameVersement(ligne, annee);
        asked.compare(`${nom} – liste des versements`, (lecture) => {
          const [shown, paid] = [paidOf(list, lecture), paidOf(de, lecture)];
          const [found, expected] = [shown.value, paid.value];
          if (found === null) return unknown(ligne, annee, shown);
          if (expected === null) return unknown(ligne, annee, paid);
          const single = told.map(
            (one) => (one.versement.read(lecture).value ?? 0) - (paidOf(one.de, lecture).value ?? 0),
          );
          if (found - expected === single.reduce((sum, gap) => sum + gap, 0)) return HOLDS;
          return () => ({
            ...report(ligne, annee, shown, "verse-liste"),
            message: "confronte",
            figures: { unit: "montant", found, expected },
            data: { place: nom, autre },
          });
        });
      };
      for (const { versement, de } of places) compare(versement.ligne, [versement], de, []);
      const whole = confrontes.map(({ versement }) => versement);
      compare(LIGNE_TOTAL, whole, parts, places);
    };

    for (const versee of years) {
      confronter(versee);
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
        const whole = { found: paid.value, expected: credits, asOf, tolerance: places.length + 1 };
        const echelon = jugerEchelons(convention, annee, whole);
        if (echelon === "tenu") return HOLDS;
        if (echelon) return () => ({ ...head(paid), ...echelon, data: { place, ...echelon.data } });
        const source = sourceDuChiffre({ convention, avenants }, { kind: "credits", annee });
        return () => ({ ...head(paid), message: "different", data: { place, source } });
      });
    }

    compareListes(dossier, asked);

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
