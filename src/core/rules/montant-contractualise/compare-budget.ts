// The amounts of the budget table, each action, year and party.
import type { Action } from "../../contract/convention";
import { chiffreInconnu } from "../../contract/avenants/registre";
import { setTo, type CorrectedFact } from "../../facts/corrected-fact";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { estFerme } from "../../contract/avenants/fermete";
import { sourceDuChiffre } from "../../contract/avenants/fixation";
import { findDisplaced } from "../../why/displaced";
import { explainMontant } from "../../why/explain-montant";
import type { Lecture } from "../../facts/lecture";
import { describe, explainColumns, locate, namePart } from "../../facts/lines/budget-lines";
import { budgetTable } from "../../facts/fact-tables";
import { demandes, lireColonne, refsOf, shownIn, type Demande, type Shown } from "../../facts/lines/demandes";
import type { Dossier } from "../../domain/dossier";
import type { Montant } from "../../domain/values/montant";
import { HOLDS, notComparable, type Outcome, type Report } from "../rule";
import { meta, PARTS, type Asked } from "./meta";
import { AU_DESSUS, deplaces, enMilliers, slipIn, type Montants } from "./slips";

/** Where a part is not typed yet, or is typed in thousands, its typed total is so too, and both belong to one slip. */
function totalWith(demande: Demande, found: Montant | null, expected: Montant): readonly CorrectedFact[] {
  const isTold = found === null || found * 1000 === expected;
  const [total, ...others] = (isTold && shownIn(demande, "total")) || [];
  if (!total || others.length > 0 || !demande.action) return [];
  const whole = contractAmount(demande.action, demande.annee, "total");
  const { known: lu, formula } = total.cell;
  const isSo = found === null ? lu.reason === "missing" : lu.reason === null && lu.value * 1000 === whole;
  return isSo && (found === null || formula === null) ? [setTo(total.cell, whole)] : [];
}

/** How many amounts there are to compare: an action to which the contract gives nothing has none. */
function montantsOf({ convention, budget }: Dossier & { readonly budget: NonNullable<Dossier["budget"]> }): Montants {
  const chiffrees = budget.lignesAction.filter(({ action }) =>
    action?.montants.some(({ etat, collectivite }) => etat !== 0 || collectivite !== 0),
  );
  return {
    actions: chiffrees.length,
    annees: budget.annees.filter(({ annee }) => convention.annees.some((year) => year.annee === annee)).length,
    nommer: (party) => namePart(convention, party),
  };
}

const OTHER = { etat: "collectivite", collectivite: "etat" } as const;

type Part = (typeof PARTS)[number];

/** What is asked of an action that the contract knows: any other has no amount there to be compared with. */
interface DemandeConnue extends Demande {
  readonly action: Action;
}

/** Amounts that the table itself shares out are compared with nothing. */
const isSettled = (demande: Demande): demande is DemandeConnue =>
  demande.action !== null && !demande.action.reparti?.has(demande.annee);

export function compareBudget(
  dossier: Dossier & { readonly budget: NonNullable<Dossier["budget"]> },
  asked: Asked,
): void {
  const { convention, avenants, budget, feuilleContrat } = dossier;
  const displaced = findDisplaced(convention, budget);
  const deplace = displaced && deplaces(displaced);
  const milliers = enMilliers(montantsOf(dossier));
  let isFirstOfAll = true;
  const placeOf = ({ ligne, annee }: Demande, colonne: Part) => describe(convention, ligne, annee, colonne);
  const sansColonne = ({ year, annee }: Demande, colonne: Part) =>
    notComparable(explainColumns(convention, year, annee, [colonne]));
  const different =
    (demande: DemandeConnue, colonne: Part, shown: Shown, lecture: Lecture, found: Montant | null, expected: Montant) =>
    (): Report<typeof meta> => {
      const { annee, ligne, action } = demande;
      const [{ cell, unit }, ...others] = shown;
      const isAlone = others.length === 0;
      const explanation = found === null ? null : explainMontant(found, expected);
      const chiffre = { kind: "montant", annee, action: action.numero, colonne } as const;
      const place = placeOf(demande, colonne);
      const data = { place, source: sourceDuChiffre({ convention, avenants }, chiffre) };
      const beside = lireColonne(lecture, demande, OTHER[colonne]);
      const autre = {
        found: beside?.reason === null ? beside.value : null,
        expected: contractAmount(action, annee, OTHER[colonne]),
      };
      const rows = budget.lignesAction.length;
      const slip = slipIn({ found, expected }, { autre, rows, deplace, enMilliers: milliers });
      const isAllCorrected = slip === deplace && displaced !== null && isFirstOfAll;
      if (isAllCorrected) isFirstOfAll = false;
      const report = {
        cells: refsOf(shown),
        ...locate(ligne, annee, colonne),
        figures: { unit: "montant", found, expected },
        data: { place },
        ...(explanation !== null && { explanation }),
        ...(slip && { slip }),
        ...(isAllCorrected
          ? { corrected: displaced.corrections }
          : isAlone && { corrected: [setTo(cell, expected), ...totalWith(demande, found, expected)] }),
      } as const;
      if (colonne === "collectivite" && found !== null && found > expected) {
        const isRise = !slip || slip.key.startsWith("taux-");
        return { message: "collectivite-au-dessus", ...report, data, ...(isRise && { slip: AU_DESSUS }) };
      }
      if (!estFerme({ convention, avenants }, chiffre)) {
        return { message: found === null ? "absent-provisionnel" : "different-provisionnel", ...report };
      }
      return {
        message: found === null ? "absent-ferme" : "different-ferme",
        ...report,
        data,
        ...(isAlone &&
          cell.formula === null && {
            fix: [{ cell: cell.ref, montant: expected, unit }],
          }),
      };
    };
  const judge = (demande: DemandeConnue, colonne: Part, lecture: Lecture): Outcome<typeof meta> => {
    const { annee, action, pourquoi } = demande;
    if (pourquoi !== null) return notComparable(pourquoi);
    const lu = lireColonne(lecture, demande, colonne);
    if (lu === null) return sansColonne(demande, colonne);
    const inconnu =
      feuilleContrat &&
      chiffreInconnu(feuilleContrat.registre, { objet: "montant", annee, action: action.numero, partie: colonne });
    if (inconnu !== null) return notComparable(inconnu);
    if (lu.reason === "unreadable") return notComparable(`${placeOf(demande, colonne)} : le montant est illisible.`);
    const expected = contractAmount(action, annee, colonne);
    const found = lu.reason === null ? lu.value : null;
    // An empty cell says the same as a contract that gives nothing.
    if (found === expected || (found === null && expected === 0)) return HOLDS;
    const shown = shownIn(demande, colonne);
    return shown ? different(demande, colonne, shown, lecture, found, expected) : sansColonne(demande, colonne);
  };
  for (const demande of demandes(convention, budgetTable(budget))) {
    if (!isSettled(demande)) continue;
    asked.compareEach(
      PARTS,
      (colonne) => ({ nom: placeOf(demande, colonne), subject: { ...demande.ligne.place, year: demande.annee } }),
      (colonne, lecture) => judge(demande, colonne, lecture),
    );
  }
}
