// Each action of the contract in force stands exactly once in the budget table, and no other.
import { nameAction, nameActionRows } from "../domain/budget-lines";
import { cite } from "../domain/typographie";
import { defineRule } from "./rule";

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
      inconnue: {
        severity: "warning",
        text: "{intitule} : cette action n’est pas au contrat ({found} ligne au lieu de {expected}, écart {gap}). Une action nouvelle demande une fiche action ; sinon, corrigez l’intitulé.",
      },
    },
  },
  check({ convention, budget }, reporter) {
    const rows = nameActionRows(budget.lignesAction);
    const counts = new Map<number, number>();
    for (const { ligne } of rows) {
      const { numero } = ligne.action ?? {};
      if (numero !== undefined) counts.set(numero, (counts.get(numero) ?? 0) + 1);
    }
    const headings = new Map([...budget.lignesAxe].reverse().map(({ axe, label }) => [axe?.numero, label.ref]));
    for (const action of convention.actions) {
      if (counts.has(action.numero)) continue;
      reporter.discrepancy({
        message: "absente",
        cells: [headings.get(action.axe) ?? budget.heading],
        subject: { axe: action.axe, action: action.numero },
        figures: { unit: "nombre", found: 0, expected: 1 },
        data: { action: nameAction(action), intitule: cite(action.intitule) },
      });
    }
    const seen = new Set<number>();
    for (const { ligne, place, key } of rows) {
      const identity = { subject: place, ...(key !== undefined && { key }) };
      if (!ligne.action) {
        reporter.discrepancy({
          message: "inconnue",
          ...identity,
          cells: [ligne.label.ref],
          figures: { unit: "nombre", found: 1, expected: 0 },
          data: { intitule: cite(ligne.label.text) },
        });
      } else if (seen.has(ligne.action.numero)) {
        reporter.discrepancy({
          message: "repetee",
          ...identity,
          cells: [ligne.label.ref],
          figures: { unit: "nombre", found: counts.get(ligne.action.numero) ?? 0, expected: 1 },
          data: { action: nameAction(ligne.action), intitule: cite(ligne.action.intitule) },
        });
      } else seen.add(ligne.action.numero);
    }
  },
});
