// Each part of each action and year is the amount of the contract in force.
import { describe, hasColumns, locate, nameActionRows, yearsToCheck } from "../domain/lines/budget-lines";
import { contractAmount, isFirm } from "../domain/contrat/contract-amounts";
import { explainMontant } from "../domain/explanations/explain-montant";
import { unitAt } from "../domain/lines/table-places";
import { avenantQuiFixe, sourceDuChiffre } from "../domain/contrat/fixation";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "montant-contractualise",
    article: "2.2, annexe",
    severity: "error",
    title: "Chaque part est le montant du contrat en vigueur",
    needs: ["budget"],
    messages: {
      "different-ferme": { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap}).{source}" },
      "different-provisionnel": {
        severity: "warning",
        text: "{place} : {found} au lieu de {expected} prévus au contrat (écart {gap}). Le montant est provisionnel : un avenant doit le fixer.",
      },
      "absent-ferme": { text: "{place} : {found}, pour {expected} au contrat.{source}" },
      "absent-provisionnel": {
        severity: "warning",
        text: "{place} : {found}, pour {expected} prévus au contrat. Le montant est provisionnel : un avenant doit le fixer.",
      },
      "collectivite-au-dessus": {
        severity: "info",
        text: "{place} : {found} pour {expected} au contrat (écart {gap}).{source} La collectivité peut apporter davantage.",
      },
    },
  },
  check({ convention, avenants, budget }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    const columns = yearsToCheck({ convention, budget }, notCheckable).flatMap((year) =>
      (["etat", "collectivite"] as const)
        .filter((colonne) => hasColumns(convention, year, [colonne], notCheckable))
        .map((colonne) => ({ annee: year.annee, colonne, firm: isFirm(convention, year.annee) })),
    );
    for (const row of nameActionRows(budget.lignesAction)) {
      const { action, montants } = row.ligne;
      if (!action) continue;
      for (const { annee, colonne, firm } of columns) {
        const cell = montants.get(annee)?.[colonne];
        if (!cell) continue;
        if (cell.lu.kind === "unreadable") {
          notCheckable(`${describe(convention, row, annee, colonne)} : le montant est illisible.`);
          continue;
        }
        const expected = contractAmount(action, annee, colonne);
        const found = cell.lu.kind === "montant" ? cell.lu.montant : null;
        // An empty cell and a contract that gives nothing say the same.
        if (found === expected || (found === null && expected === 0)) continue;
        const place = describe(convention, row, annee, colonne);
        const explanation = found === null ? null : explainMontant(found, expected);
        const report = {
          ...locate(row, annee, colonne),
          cells: [cell.ref],
          figures: { unit: "montant", found, expected },
          data: { place },
          ...(explanation !== null && { explanation }),
        } as const;
        const chiffre = { kind: "montant", annee, action: action.numero, colonne } as const;
        const data = { place, source: sourceDuChiffre(avenants, chiffre) };
        if (colonne === "collectivite" && found !== null && found > expected) {
          reporter.discrepancy({ ...report, message: "collectivite-au-dessus", data });
        } else if (!firm && !avenantQuiFixe(avenants, chiffre)) {
          const message = found === null ? "absent-provisionnel" : "different-provisionnel";
          reporter.discrepancy({ ...report, message });
        } else {
          reporter.discrepancy({
            ...report,
            message: found === null ? "absent-ferme" : "different-ferme",
            data,
            ...(cell.formula === null && {
              fix: [{ cell: cell.ref, montant: expected, unit: unitAt(budget, cell.ref) }],
            }),
          });
        }
      }
    }
  },
});
