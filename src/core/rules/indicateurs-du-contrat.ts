// Each indicator of the contract in force stands once under its action.
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { Action, Convention, Indicateur } from "../contract/convention";
import type { TableauIndicateurs } from "../domain/dossier";
import { nameIndicateur, nameIndicatorRows, rowsByIndicateur } from "../facts/lines/indicator-lines";
import type { IndicatorRow } from "../facts/fact";
import { nationalRows } from "../facts/lines/realise-lines";
import { labelCells, labelOf, standsIn, tableHeading } from "../facts/lines/table-places";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, type Report, type RuleMeta } from "./rule";
import type { NumeroAction } from "../domain/values/numero-action";

const meta = {
  id: "indicateurs-du-contrat",
  articles: ["actions"],
  severity: "error",
  title: "Chaque indicateur du contrat figure une seule fois sous son action",
  problem: "Indicateur absent, répété ou inconnu",
  compares: "indicateur",
  needs: ["indicators"],
  messages: {
    absent: {
      text: "{indicateur} {intitule} : aucune ligne n’est reconnue sous son action, il en faut une.",
    },
    "absent-de-l-annee": {
      text: "{indicateur} {intitule} : aucune ligne n’est reconnue sous son action pour {annee}, il en faut une.",
    },
    repete: {
      text: "{indicateur} {intitule} : {found} lignes sous son action au lieu d’une seule ({distance} de trop).",
    },
    inconnu: {
      severity: "info",
      text: "{indicateur} : cet indicateur n’est pas au contrat.",
    },
  },
  page: {
    gravite: "erreur pour un indicateur absent ou répété, information pour un indicateur inconnu",
    contrat:
      "Chaque action comporte des indicateurs de suivi, que la collectivité renseigne tous les ans dans le tableau annexé.",
    verifie:
      "Chaque indicateur du contrat en vigueur a une ligne et une seule sous son action. Un indicateur absent montre l’intitulé de l’action (à défaut l’en-tête du tableau), un indicateur répété sa deuxième ligne, un indicateur inconnu son intitulé. Un indicateur national que liste la définition du contrat n’est pas un inconnu.",
    conforme: "Les deux indicateurs de l’action 5, l’un sous l’autre.",
    ecart: [
      {
        message: "absent",
        figures: { unit: "nombre", found: 0, expected: 1 },
        data: {
          indicateur: "Action 5 – indicateur 2",
          intitule: "« Nombre de participations à un atelier à l’amélioration de la maîtrise de la langue frança… »",
        },
      },
    ],
    corriger:
      "Rétablissez la ligne ou l’intitulé du contrat. Un indicateur ajouté pour les besoins du suivi peut rester : ce n’est qu’une information.",
    limites:
      "Une ligne de commentaire, sans chiffre, n’est pas un indicateur. Si la ligne d’un indicateur absent se trouve sous une autre action, l’explication le dit.",
  },
} as const satisfies RuleMeta;

/** An indicator of the contract with its rows under its action, and the row of its words under another one. */
interface Presence {
  readonly action: Action;
  readonly indicateur: Indicateur;
  readonly found: readonly IndicatorRow[];
  readonly misplaced: IndicatorRow | null;
}

const NOWHERE: readonly IndicatorRow[] = [];

/** Either all rows of an indicator stand under its action, or none does. */
function presencesOf(convention: Convention, indicators: TableauIndicateurs): readonly Presence[] {
  const rows = rowsByIndicateur(convention, indicators);
  const presences: Presence[] = [];
  convention.actions.forEach((action) => {
    action.indicateurs.forEach((indicateur) => {
      const own = rows.get(indicateur) ?? NOWHERE;
      const isInPlace = own[0]?.isInPlace === true;
      const misplaced = isInPlace ? null : (own.at(-1) ?? null);
      presences.push({ action, indicateur, found: isInPlace ? own : NOWHERE, misplaced });
    });
  });
  return presences;
}

const nameOf = ({ action, indicateur }: Presence): string => nameIndicateur(action, indicateur);

const dataOf = (presence: Presence) => ({ indicateur: nameOf(presence), intitule: cite(presence.indicateur.intitule) });

const subjectOf = ({ action, indicateur }: Presence) => ({
  axe: action.axe,
  action: action.numero,
  indicator: indicateur.numero,
});

const repete = (presence: Presence, row: IndicatorRow) => (): Report<typeof meta> => ({
  message: "repete",
  subject: subjectOf(presence),
  ...(row.key !== undefined && { key: row.key }),
  cells: labelCells(row),
  figures: { unit: "nombre", found: presence.found.length, expected: 1 },
  data: dataOf(presence),
});

/** The row of the action where it stands, else the heading of the table. */
function headingsOf(indicators: TableauIndicateurs) {
  const rows = new Map<NumeroAction, TableauIndicateurs["lignesAction"][number]>();
  indicators.lignesAction.forEach((ligne) => {
    if (ligne.action && !rows.has(ligne.action.numero)) rows.set(ligne.action.numero, ligne);
  });
  return ({ action }: Presence, annee: number | null): CellRef => {
    const row = rows.get(action.numero);
    return row && (annee === null || standsIn(row, annee)) ? labelOf(row, annee).ref : tableHeading(indicators, annee);
  };
}

export default defineRule({
  meta,
  compare({ convention, indicators }, asked) {
    const rows = nameIndicatorRows(convention, indicators);
    const presences = presencesOf(convention, indicators);
    const headingOf = headingsOf(indicators);
    const absent = (presence: Presence) => (): Report<typeof meta> => {
      const { misplaced } = presence;
      return {
        message: "absent",
        subject: subjectOf(presence),
        cells: [headingOf(presence, null)],
        figures: { unit: "nombre", found: 0, expected: 1 },
        data: dataOf(presence),
        ...(misplaced && {
          explanation: `Une ligne de cet intitulé se trouve sous une autre action, en ${formatCellRef(misplaced.label.ref)}.`,
        }),
      };
    };
    const unnamed = rows.filter(({ indicateur, label }) => indicateur === null && label.text.trim() === "");
    asked.compareEach(presences, nameOf, (presence) => {
      if (presence.found.length > 0) return HOLDS;
      const { action } = presence;
      const own = unnamed.find(({ place }) => place.action === undefined || place.action === action.numero);
      if (!own) return absent(presence);
      return notComparable(
        `${nameOf(presence)} : la ligne ${own.label.ref.row + 1} n’a pas d’intitulé, donnez-lui le sien.`,
      );
    });
    for (const presence of presences.filter(({ found }) => found.length > 1)) {
      for (const row of presence.found.slice(1)) asked.compare(nameOf(presence), () => repete(presence, row));
    }
    // Where one label names the row for every year, the row stands in all of the years.
    const isByYear = rows.some(({ labels }) => labels !== undefined);
    const expectedYears = new Set(convention.annees.map(({ annee }) => annee));
    for (const { annee } of isByYear ? indicators.annees.filter((year) => expectedYears.has(year.annee)) : []) {
      const absentThen = (presence: Presence) => (): Report<typeof meta> => ({
        message: "absent-de-l-annee",
        subject: { ...subjectOf(presence), year: annee },
        cells: [headingOf(presence, annee)],
        figures: { unit: "nombre", found: 0, expected: 1 },
        data: { ...dataOf(presence), annee: `${annee}` },
      });
      asked.compareEach(
        presences.filter(({ found }) => found.length > 0),
        (presence) => `${nameOf(presence)} – ${annee}`,
        (presence) => (presence.found.some((row) => standsIn(row, annee)) ? HOLDS : absentThen(presence)),
      );
    }
    const national = new Set(nationalRows(convention, indicators).flatMap((national) => national.rows));
    for (const row of rows) {
      if (row.indicateur || national.has(row) || unnamed.includes(row)) continue;
      const { place, key, nom } = row;
      asked.compare(nom, () => () => ({
        message: "inconnu",
        subject: place,
        ...(key !== undefined && { key }),
        cells: labelCells(row),
        figures: { unit: "nombre", found: 1, expected: 0 },
        data: { indicateur: nom },
      }));
    }
    for (const { label, pourquoi } of indicators.lignesNonReconnues ?? []) {
      asked.unread(`Ligne ${label.ref.row + 1} du tableau des indicateurs, ${cite(label.text)} : ${pourquoi}.`);
    }
  },
});
