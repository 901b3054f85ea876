// The matrix of indicators: T0, target, achieved, rate and trend, one line per indicator and year, by axe.
import { groupBy } from "../core/domain/group-by";
import type { FileChild } from "docx";
import type { Bilan, LigneMatrice, MesureAnnuelle } from "../core/reports/bilan/bilan";
import { namesActions, noteOnActions } from "./limits";
import { dataTable, type Row } from "./tables";
import { heading, prompt, text } from "./text";
import { writeCible, writeEvolution, writeIndicateur, writeTaux, writeValeur } from "./write-figures";

const TITLE = "Matrice des indicateurs";

export const LEVELS = {
  atteinte: "cible atteinte",
  partielle: "cible non atteinte",
  "sous-le-seuil": "sous le seuil d’alerte",
} as const;

function measureCells(mesure: MesureAnnuelle): string[] {
  const { annee, cible, cibleEnMots, realise, taux, niveau, depuisT0, depuisPrecedente } = mesure;
  return [
    `${annee}`,
    writeCible(cible, cibleEnMots),
    writeValeur(realise),
    writeTaux(taux),
    niveau === null ? "–" : LEVELS[niveau],
    writeEvolution(depuisT0),
    writeEvolution(depuisPrecedente),
  ];
}

function indicatorRows(ligne: LigneMatrice): Row[] {
  const { action, numero, t0, t0EnMots, annees } = ligne;
  const place = action ? `Action ${action.numero}${numero === null ? "" : ` – indicateur ${numero}`} : ` : "";
  const name = { text: `${place}${writeIndicateur(ligne)}`, rows: annees.length };
  const start = { text: writeCible(t0, t0EnMots), rows: annees.length };
  return annees.map((mesure, index) => ({
    cells: index === 0 ? [name, start, ...measureCells(mesure)] : measureCells(mesure),
    keepsNext: index < annees.length - 1,
  }));
}

function matrix(lignes: readonly LigneMatrice[]): FileChild {
  return dataTable({
    widths: [5500, 1100, 900, 1250, 1350, 1300, 1700, 1100, 1200],
    aligns: ["left", "right", "center", "right", "right", "right", "left", "right", "right"],
    headings: [
      ["Indicateur", "T0", "Année", "Cible", "Réalisé", "Taux", "Résultat", "Depuis T0", "Depuis l’année précédente"],
    ],
    rows: lignes.flatMap(indicatorRows),
  });
}

export function indicatorPart(bilan: Bilan): FileChild[] {
  const { matrice, financier, noteIndicateursNationaux } = bilan;
  if (!namesActions(bilan)) return [heading(1, TITLE), ...noteOnActions(bilan)];
  const byAxe = groupBy(matrice, ({ action }) => action?.axe ?? null);
  const ofNoAxe = byAxe.get(null) ?? [];
  return [
    heading(1, TITLE),
    ...financier.groupes.flatMap(({ axe }) => {
      const lignes = byAxe.get(axe.numero) ?? [];
      return [
        heading(2, `Axe ${axe.numero} – ${axe.intitule}`),
        ...(lignes.length > 0 ? [matrix(lignes)] : [text("Le contrat ne prévoit aucun indicateur pour cet axe.")]),
        prompt(`lecture des indicateurs de l’axe ${axe.numero}, explication des cibles non atteintes.`),
      ];
    }),
    ...(ofNoAxe.length > 0 ? [heading(2, "Indicateurs nationaux"), matrix(ofNoAxe)] : []),
    ...(noteIndicateursNationaux === null ? [] : [text(noteIndicateursNationaux, "Note")]),
  ];
}
