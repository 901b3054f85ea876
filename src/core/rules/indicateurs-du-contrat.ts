// Each indicator of the contract in force stands once under its action.
import { formatCellRef } from "../domain/cell-ref";
import type { Indicateur } from "../domain/contrat/convention";
import { nameIndicateur, nameIndicatorRows, type IndicateurNomme } from "../domain/lines/indicator-lines";
import { nationalRows } from "../domain/lines/realise-lines";
import { labelCells, labelOf, standsIn, tableHeading } from "../domain/lines/table-places";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "indicateurs-du-contrat",
    article: "2.1",
    severity: "error",
    title: "Chaque indicateur du contrat figure une seule fois sous son action",
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
  },
  compare({ convention, indicators }, asked) {
    const rows = nameIndicatorRows(convention, indicators);
    const inPlace = new Map<Indicateur, IndicateurNomme[]>();
    const elsewhere = new Map<Indicateur, IndicateurNomme>();
    for (const row of rows) {
      const { indicateur } = row;
      if (!indicateur) continue;
      if (!row.isInPlace) elsewhere.set(indicateur, row);
      else {
        const known = inPlace.get(indicateur);
        if (known) known.push(row);
        else inPlace.set(indicateur, [row]);
      }
    }
    const actionRows = new Map(
      [...indicators.lignesAction].reverse().map((ligne) => [ligne.action?.numero, ligne] as const),
    );
    // Where one label names the row for every year, a row that stands stands in all of them.
    const isByYear = rows.some(({ ligne }) => ligne.labels !== undefined);
    const expectedYears = new Set(convention.annees.map(({ annee }) => annee));
    const years = isByYear ? indicators.annees.filter(({ annee }) => expectedYears.has(annee)) : [];
    for (const action of convention.actions) {
      const actionRow = actionRows.get(action.numero);
      const actionCell = (annee: number | null) =>
        actionRow && (annee === null || standsIn(actionRow, annee))
          ? labelOf(actionRow, annee).ref
          : tableHeading(indicators, annee);
      for (const indicateur of action.indicateurs) {
        const found = inPlace.get(indicateur) ?? [];
        const dataOf = () => ({ indicateur: nameIndicateur(action, indicateur), intitule: cite(indicateur.intitule) });
        const figures = { unit: "nombre", found: found.length, expected: 1 } as const;
        const subject = { axe: action.axe, action: action.numero, indicator: indicateur.numero };
        for (const { ligne, key } of found.slice(1)) {
          const identity = { subject, ...(key !== undefined && { key }) };
          asked.compare(nameIndicateur(action, indicateur), () => () => ({
            message: "repete",
            ...identity,
            cells: labelCells(ligne),
            figures,
            data: dataOf(),
          }));
        }
        for (const { annee } of found.length > 0 ? years : []) {
          asked.compare(`${nameIndicateur(action, indicateur)} – ${annee}`, () => {
            if (found.some(({ ligne }) => standsIn(ligne, annee))) return HOLDS;
            return () => ({
              message: "absent-de-l-annee",
              subject: { ...subject, year: annee },
              cells: [actionCell(annee)],
              figures: { ...figures, found: 0 },
              data: { ...dataOf(), annee: `${annee}` },
            });
          });
        }
        asked.compare(
          () => nameIndicateur(action, indicateur),
          () => {
            if (found.length > 0) return HOLDS;
            const misplaced = elsewhere.get(indicateur);
            return () => ({
              message: "absent",
              subject,
              cells: [actionCell(null)],
              figures,
              data: dataOf(),
              ...(misplaced && {
                explanation: `Une ligne de cet intitulé se trouve sous une autre action, en ${formatCellRef(misplaced.ligne.label.ref)}.`,
              }),
            });
          },
        );
      }
    }
    const national = new Set(nationalRows(convention, indicators).flatMap(({ lignes }) => lignes));
    for (const { ligne, indicateur, place, key, nom } of rows) {
      if (indicateur || national.has(ligne)) continue;
      asked.compare(nom, () => () => ({
        message: "inconnu",
        subject: place,
        ...(key !== undefined && { key }),
        cells: labelCells(ligne),
        figures: { unit: "nombre", found: 1, expected: 0 },
        data: { indicateur: nom },
      }));
    }
    for (const { label, pourquoi } of indicators.lignesNonReconnues ?? []) {
      const nom = `ligne ${label.ref.row + 1} du tableau des indicateurs`;
      asked.compare(nom, () => notComparable(`${nom}, ${cite(label.text)} : ${pourquoi}.`));
    }
  },
});
