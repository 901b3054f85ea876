// Each target is the one of the contract in force.
import { chiffreInconnu } from "../contract/avenants/registre";
import type { ValeurCell, ValeurLue } from "../domain/dossier";
import type { IndicatorRow } from "../facts/fact";
import type { Lecture } from "../facts/lecture";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { eachDemandeDeCible, nameIndicateur, type DemandeDeCible } from "../facts/lines/indicator-lines";
import { memesMots, sayMots, writtenAs } from "../facts/lines/mesure";
import { cite } from "../domain/words/typographie";
import { ofYear } from "../contract/in-force/of-year";
import { defineRule, HOLDS, notComparable, slipOf, type Outcome, type Report, type RuleMeta } from "./rule";

// Beyond six decimals a difference is binary noise, not a target.
function isSame(found: number, expected: number): boolean {
  return Math.abs(found - expected) < 5e-7;
}

function figureOf(lu: ValeurLue): number | null {
  return lu.reason === null ? lu.value : null;
}

const meta = {
  id: "cible-contractualisee",
  articles: ["annexe"],
  severity: "error",
  title: "Chaque cible est celle du contrat en vigueur",
  problem: "Cible différente du contrat",
  compares: "cible",
  needs: ["indicators"],
  messages: {
    differente: { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap}).{source}" },
    "non-renseignee": { text: "{place} : {found}, pour {expected} au contrat.{source}" },
    "autres-mots": { text: "{place} : {texte} au lieu de {attendu} au contrat." },
    "non-renseignees": {
      text: "{found} cibles du contrat ne sont pas renseignées.",
    },
    precisee: {
      severity: "info",
      text: "{place} : cible précisée à {found}, que le contrat laissait à préciser : à confirmer par les deux parties.",
    },
  },
  page: {
    gravite: "erreur, information quand une cible laissée à « nd » a été précisée",
    contrat: "L’annexe fixe pour chaque indicateur une cible par année.",
    verifie:
      "Chaque cible est celle du contrat en vigueur, y compris quand elle est devenue vide ou « nd ». Là où le contrat dit « nd », un chiffre est bienvenu : c’est une information. Là où il donne la cible en mots, ce sont ces mots qui sont attendus.",
    conforme: "450 en 2024 pour l’indicateur de l’action 1.",
    ecart: [
      {
        message: "differente",
        figures: { unit: "valeur", found: 449, expected: 450 },
        data: { place: "Action 1 – indicateur 1 – cible 2024", source: "" },
      },
    ],
    corriger:
      "Rétablissez la cible du contrat, ou faites-la modifier par avenant. Une correction est proposée lorsque la cellule ne contient pas de formule.",
    limites:
      "La situation T0 relève de `t0-contractualise`. Les différences au-delà de la sixième décimale sont ignorées.",
  },
} as const satisfies RuleMeta;

const placeOf = ({ action, indicateur, annee, row }: DemandeDeCible): string =>
  `${row?.nom ?? nameIndicateur(action, indicateur)} – cible ${annee}`;

const identityOf = ({ annee }: DemandeDeCible, { place, key }: IndicatorRow) => ({
  subject: { ...place, year: annee },
  ...(key !== undefined && { key }),
});

const autresMots =
  (demande: DemandeDeCible, row: IndicatorRow, cell: ValeurCell, attendu: string) => (): Report<typeof meta> => ({
    message: "autres-mots",
    ...identityOf(demande, row),
    cells: [cell.ref],
    data: { place: placeOf(demande), texte: sayMots(cell.text), attendu: cite(attendu) },
    ...(cell.formula === null && { fix: [{ cell: cell.ref, value: attendu }] }),
  });

export default defineRule({
  meta,
  compare({ convention, avenants, indicators, feuilleContrat }, asked) {
    const different =
      (demande: DemandeDeCible, row: IndicatorRow, cell: ValeurCell, lu: ValeurLue, expected: number | null) =>
      (): Report<typeof meta> => {
        const { action, indicateur, annee } = demande;
        const found = figureOf(lu);
        const place = placeOf(demande);
        const report = {
          ...identityOf(demande, row),
          cells: [cell.ref],
          figures: { unit: "valeur", found, expected },
        } as const;
        if (expected === null) return { ...report, message: "precisee", data: { place } };
        const chiffre = { kind: "cible", annee, action: action.numero, indicateur: indicateur.numero } as const;
        return {
          ...report,
          message: found === null ? "non-renseignee" : "differente",
          data: { place, source: sourceDuChiffre({ convention, avenants }, chiffre) },
          corrected: { kind: "valeur", cell, nombre: expected },
          ...(found === null && { slip: slipOf("non-renseignees", "non-renseignees", {}) }),
          ...(cell.formula === null && { fix: [writtenAs(cell, expected)] }),
        };
      };
    const judge = (demande: DemandeDeCible, lecture: Lecture): Outcome<typeof meta> => {
      const { action, indicateur, annee, target, enMots, row } = demande;
      if (row === null) return notComparable(demande.pourquoi);
      const cell = row.at("target", annee)?.cell;
      if (!cell) {
        return notComparable(`${annee} : aucune colonne de cible n’a été reconnue dans le tableau des indicateurs.`);
      }
      const inconnu =
        feuilleContrat &&
        chiffreInconnu(feuilleContrat.registre, {
          objet: "cible",
          annee,
          action: action.numero,
          indicateur: indicateur.numero,
        });
      if (inconnu !== null) return notComparable(inconnu);
      const lu = lecture.valeur(cell);
      if (enMots) {
        const attendu = ofYear(indicateur.cibles, annee)?.texte;
        if (attendu === undefined || memesMots(cell.text, attendu)) return HOLDS;
        return autresMots(demande, row, cell, attendu);
      }
      if (lu.reason === "unreadable") return notComparable(`${placeOf(demande)} : la valeur est illisible.`);
      const expected = target === "nd" ? null : target;
      const found = figureOf(lu);
      if (found === expected || (found !== null && expected !== null && isSame(found, expected))) return HOLDS;
      return different(demande, row, cell, lu, expected);
    };
    eachDemandeDeCible(convention, indicators, (ofIndicateur) => asked.compareEach(ofIndicateur, placeOf, judge));
  },
});
