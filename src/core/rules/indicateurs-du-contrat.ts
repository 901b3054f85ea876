// Each indicator of the contract in force stands once under its action.
import { formatCellRef, type CellRef } from "../domain/cell-ref";
import type { Indicateur } from "../domain/convention";
import { nameIndicateur, nameIndicatorRows, type IndicateurNomme } from "../domain/indicator-lines";
import { nationalRows } from "../domain/realise-lines";
import { cite } from "../domain/typographie";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "indicateurs-du-contrat",
    article: "2.1",
    severity: "error",
    title: "Chaque indicateur du contrat figure une seule fois sous son action",
    needs: ["indicators"],
    messages: {
      absent: {
        text: "{indicateur} {intitule} : {found} ligne au lieu de {expected} sous son action (écart {gap}).",
      },
      repete: {
        text: "{indicateur} {intitule} : {found} lignes au lieu de {expected} sous son action (écart {gap}).",
      },
      inconnu: {
        severity: "info",
        text: "{indicateur} : cet indicateur n’est pas au contrat ({found} ligne au lieu de {expected}, écart {gap}).",
      },
    },
  },
  check({ convention, indicators }, reporter) {
    const rows = nameIndicatorRows(convention, indicators);
    const inPlace = new Map<Indicateur, IndicateurNomme[]>();
    const elsewhere = new Map<Indicateur, IndicateurNomme>();
    for (const row of rows) {
      const { indicateur } = row;
      if (!indicateur) continue;
      if (!row.isInPlace) elsewhere.set(indicateur, row);
      else inPlace.set(indicateur, [...(inPlace.get(indicateur) ?? []), row]);
    }
    const labels = new Map<number, CellRef>();
    for (const { action, label } of [...indicators.lignesAction].reverse()) {
      if (action) labels.set(action.numero, label.ref);
    }
    for (const action of convention.actions) {
      for (const indicateur of action.indicateurs) {
        const found = inPlace.get(indicateur) ?? [];
        if (found.length === 1) continue;
        const data = { indicateur: nameIndicateur(action, indicateur), intitule: cite(indicateur.intitule) };
        const figures = { unit: "nombre", found: found.length, expected: 1 } as const;
        const subject = { axe: action.axe, action: action.numero, indicator: indicateur.numero };
        const [, ...repeated] = found;
        for (const { ligne, key } of repeated) {
          const identity = { subject, ...(key !== undefined && { key }) };
          reporter.discrepancy({ message: "repete", ...identity, cells: [ligne.label.ref], figures, data });
        }
        if (found.length > 0) continue;
        const misplaced = elsewhere.get(indicateur);
        reporter.discrepancy({
          message: "absent",
          subject,
          cells: [labels.get(action.numero) ?? indicators.heading],
          figures,
          data,
          ...(misplaced && {
            explanation: `Une ligne de cet intitulé se trouve sous une autre action, en ${formatCellRef(misplaced.ligne.label.ref)}.`,
          }),
        });
      }
    }
    const national = new Set(nationalRows(convention, indicators).flatMap(({ lignes }) => lignes));
    for (const { ligne, indicateur, place, key, nom } of rows) {
      if (indicateur || national.has(ligne)) continue;
      reporter.discrepancy({
        message: "inconnu",
        subject: place,
        ...(key !== undefined && { key }),
        cells: [ligne.label.ref],
        figures: { unit: "nombre", found: 1, expected: 0 },
        data: { indicateur: nom },
      });
    }
  },
});
