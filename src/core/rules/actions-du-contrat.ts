// Each action of the contract in force stands exactly once in the budget table, and no other.
import { nameAction, nameActionRows, yearsToCheck } from "../domain/lines/budget-lines";
import { contractAmount } from "../domain/contrat/contract-amounts";
import type { LigneAction } from "../domain/dossier";
import { axeHeading, labelCells, standsIn, tableHeading } from "../domain/lines/table-places";
import { foldLabel } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import { defineRule } from "./rule";

/** What a row takes the place of: its action, each year where the rows show one; rows of other years do not repeat it. */
function placesOf({ action, labels }: LigneAction): readonly string[] {
  return labels ? [...labels.keys()].map((annee) => `${action?.numero}/${annee}`) : [`${action?.numero}`];
}

function countPlaces(rows: readonly { readonly ligne: LigneAction }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ligne } of rows) for (const at of placesOf(ligne)) counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

export default defineRule({
  meta: {
    id: "actions-du-contrat",
    article: "2.1",
    severity: "error",
    title: "Chaque action du contrat figure une seule fois dans le tableau budgétaire",
    needs: ["budget"],
    messages: {
      absente: {
        text: "{action} {intitule} : {found} ligne au lieu de {expected} dans le tableau budgétaire (écart {gap}).",
      },
      repetee: {
        text: "{action} {intitule} : {found} lignes au lieu de {expected} dans le tableau budgétaire (écart {gap}).",
      },
      "absente-de-l-annee": {
        text: "{action} {intitule} : {found} ligne au lieu de {expected} en {annee} dans le tableau budgétaire (écart {gap}).",
      },
      inconnue: {
        severity: "warning",
        text: "{intitule} : cette action n’est pas au contrat ({found} ligne au lieu de {expected}, écart {gap}). Une action nouvelle demande une fiche action ; sinon, corrigez l’intitulé.",
      },
    },
  },
  check({ convention, budget, fiches }, reporter) {
    const rows = nameActionRows(budget.lignesAction);
    const byAction = new Map<number, LigneAction[]>();
    for (const { ligne } of rows) {
      const { numero } = ligne.action ?? {};
      if (numero === undefined) continue;
      const known = byAction.get(numero);
      if (known) known.push(ligne);
      else byAction.set(numero, [ligne]);
    }
    const axes = new Map([...budget.lignesAxe].reverse().map((ligne) => [ligne.axe?.numero, ligne]));
    // Where one label names the row for every year, a row that stands stands in all of them.
    const isByYear = rows.some(({ ligne }) => ligne.labels !== undefined);
    const years = isByYear ? yearsToCheck({ convention, budget }, () => undefined).map(({ annee }) => annee) : [];
    for (const action of convention.actions) {
      const own = byAction.get(action.numero) ?? [];
      const identity = { axe: action.axe, action: action.numero };
      const data = { action: nameAction(action), intitule: cite(action.intitule) };
      const figures = { unit: "nombre", found: 0, expected: 1 } as const;
      const cellOf = (annee: number | null) =>
        axeHeading(budget, axes.get(action.axe), annee) ?? tableHeading(budget, annee);
      if (own.length === 0) {
        reporter.discrepancy({ message: "absente", cells: [cellOf(null)], subject: identity, figures, data });
        continue;
      }
      for (const annee of years) {
        // An action that has ended, or not begun, needs no row in that year.
        if (own.some((ligne) => standsIn(ligne, annee)) || contractAmount(action, annee, "total") === 0) continue;
        reporter.discrepancy({
          message: "absente-de-l-annee",
          cells: [cellOf(annee)],
          subject: { ...identity, year: annee },
          figures,
          data: { ...data, annee: `${annee}` },
        });
      }
    }
    const counts = countPlaces(rows);
    const seen = new Set<string>();
    // Article 2.2 lets an action be created with its fiche: one row of that name is then in order.
    const created = new Set(fiches?.flatMap(({ action, titre }) => (action ? [] : foldLabel(titre.text))));
    for (const { ligne, place, key, nom } of rows) {
      const identity = { subject: place, ...(key !== undefined && { key }) };
      if (!ligne.action) {
        if (created.delete(foldLabel(ligne.label.text))) continue;
        reporter.discrepancy({
          message: "inconnue",
          ...identity,
          cells: labelCells(ligne),
          figures: { unit: "nombre", found: 1, expected: 0 },
          data: { intitule: ligne.label.text.trim() === "" ? nom : cite(ligne.label.text) },
        });
        continue;
      }
      const { action } = ligne;
      const places = placesOf(ligne);
      const isRepeated = places.some((at) => seen.has(at));
      for (const at of places) seen.add(at);
      if (!isRepeated) continue;
      const found = Math.max(...places.map((at) => counts.get(at) ?? 0));
      reporter.discrepancy({
        message: "repetee",
        ...identity,
        cells: labelCells(ligne),
        figures: { unit: "nombre", found, expected: 1 },
        data: { action: nameAction(action), intitule: cite(action.intitule) },
      });
    }
  },
});
