// The starting value (T0) of each indicator is the one of the contract in force.
import type { Action, Indicateur } from "../contract/convention";
import type { ValeurCell, ValeurLue } from "../domain/dossier";
import type { IndicatorRow } from "../facts/fact";
import type { Lecture } from "../facts/lecture";
import { chiffreInconnu } from "../contract/avenants/registre";
import { nameIndicateur, nameIndicatorRows, rowsByIndicateur } from "../facts/lines/indicator-lines";
import { estEnMots, memesMots, sayMots, writtenAs } from "../facts/lines/mesure";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf, type Outcome, type Report, type RuleMeta } from "./rule";

// Beyond six decimals a difference is binary noise, not another value.
const isSame = (found: number | null, expected: number | null): boolean =>
  found === expected || (found !== null && expected !== null && Math.abs(found - expected) < 5e-7);

const meta = {
  id: "t0-contractualise",
  articles: ["annexe"],
  severity: "error",
  title: "La situation de départ (T0) de chaque indicateur est celle du contrat",
  problem: "Valeur de départ différente du contrat",
  compares: "valeur",
  needs: ["indicators"],
  messages: {
    differente: { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap})." },
    "non-renseignee": { text: "{place} : {found}, pour {expected} au contrat." },
    "autres-mots": { text: "{place} : {texte} au lieu de {attendu} au contrat." },
    "non-renseignees": {
      text: "{found} situations de départ du contrat ne sont pas renseignées.",
    },
    precisee: {
      severity: "info",
      text: "{place} : situation de départ précisée à {found}, que le contrat laissait à préciser ; à confirmer par les deux parties.",
    },
  },
  page: {
    gravite: "erreur ; information quand le contrat la laissait à préciser",
    contrat: "Le tableau des indicateurs annexé au contrat donne, pour chaque indicateur, la situation de départ.",
    verifie:
      "Dans la colonne « Situation T0 » du tableau des indicateurs, chaque valeur est celle du contrat en vigueur. Là où le contrat écrit « nd », un chiffre est bienvenu : c’est une information, à confirmer par les deux parties. Là où il la donne en mots, ce sont ces mots qui sont attendus.",
    conforme: "420 pour 420 au contrat.",
    ecart: [
      {
        message: "differente",
        figures: { unit: "valeur", found: 419, expected: 420 },
        data: { place: "Action 1 – indicateur 1 – T0" },
      },
    ],
    corriger:
      "Remettez la valeur du contrat : c’est la correction proposée. Si la situation de départ a été revue, enregistrez l’avenant qui la change.",
    limites:
      "Une valeur illisible ou un indicateur sans ligne ne sont pas comparés, et c’est dit. Sans colonne T0, la règle est « non vérifiable ».",
  },
} as const satisfies RuleMeta;

interface Depart {
  readonly action: Action;
  readonly indicateur: Indicateur;
}

const placeOf = ({ action, indicateur }: Depart): string => `${nameIndicateur(action, indicateur)} – T0`;

const identityOf = ({ place, key }: IndicatorRow) => ({
  subject: { ...place },
  key: key === undefined ? "t0" : `${key}-t0`,
});

const autresMots =
  (depart: Depart, row: IndicatorRow, cell: ValeurCell, attendu: string) => (): Report<typeof meta> => ({
    message: "autres-mots",
    ...identityOf(row),
    cells: [cell.ref],
    data: { place: placeOf(depart), texte: sayMots(cell.text), attendu: cite(attendu) },
    ...(cell.formula === null && { fix: [{ cell: cell.ref, value: attendu }] }),
  });

const different =
  (depart: Depart, row: IndicatorRow, cell: ValeurCell, lu: ValeurLue, expected: number | null) =>
  (): Report<typeof meta> => {
    const found = lu.reason === null ? lu.value : null;
    const message = expected === null ? "precisee" : found === null ? "non-renseignee" : "differente";
    return {
      message,
      ...identityOf(row),
      cells: [cell.ref],
      figures: { unit: "valeur", found, expected },
      data: { place: placeOf(depart) },
      ...(message === "non-renseignee" && { slip: slipOf("non-renseignees", "non-renseignees", {}) }),
      ...(expected !== null && cell.formula === null && { fix: [writtenAs(cell, expected)] }),
    };
  };

export default defineRule({
  meta,
  compare({ convention, indicators, feuilleContrat }, asked) {
    const rows = nameIndicatorRows(convention, indicators);
    if (rows.every((row) => row.at("t0", null) === undefined)) {
      return asked.nothing(
        "Aucune colonne de situation de départ (T0) n’a été reconnue dans le tableau des indicateurs.",
      );
    }
    const byIndicateur = rowsByIndicateur(convention, indicators);
    const judge = (depart: Depart, lecture: Lecture): Outcome<typeof meta> => {
      const { action, indicateur } = depart;
      const row = byIndicateur.get(indicateur)?.at(-1);
      const cell = row?.at("t0", null)?.cell;
      if (!cell) {
        return notComparable(`${placeOf(depart)} : aucune ${row ? "case" : "ligne"} dans le tableau des indicateurs.`);
      }
      const lu = lecture.valeur(cell);
      if (estEnMots(indicateur)) {
        const attendu = indicateur.t0Texte;
        if (attendu === undefined || memesMots(cell.text, attendu)) return HOLDS;
        return autresMots(depart, row, cell, attendu);
      }
      if (lu.reason === "unreadable") return notComparable(`${placeOf(depart)} : la valeur est illisible.`);
      const found = lu.reason === null ? lu.value : null;
      const expected = indicateur.t0 === "nd" ? null : indicateur.t0;
      const inconnu =
        feuilleContrat &&
        chiffreInconnu(feuilleContrat.registre, {
          objet: "t0",
          action: action.numero,
          indicateur: indicateur.numero,
        });
      if (inconnu !== null) return notComparable(inconnu);
      return isSame(found, expected) ? HOLDS : different(depart, row, cell, lu, expected);
    };
    convention.actions.forEach((action) => {
      const departs = action.indicateurs.map((indicateur) => ({ action, indicateur }));
      asked.compareEach(departs, placeOf, judge);
    });
  },
});
