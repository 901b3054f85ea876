// A verification to show, with a finding of each kind, and ways to vary it.
import { parseCellRef, type CellRef } from "xlsx-model/cell-ref";
import { rules } from "../../src/core/rules/index";
import type { Finding, RuleResult, Verification } from "../../src/core/verification";

export const BUDGET = "'Tableau budgétaire'!";

/** From addresses as Excel writes them. */
export function cellsAt(...addresses: readonly string[]): readonly CellRef[] {
  return addresses.flatMap((address) => parseCellRef(address) ?? []);
}

export function finding(rule: string, changes: Partial<Finding> = {}): Finding {
  return {
    id: rule,
    rule: rule as Finding["rule"],
    article: "2.2",
    severity: "error",
    cells: cellsAt(`${BUDGET}D7`),
    subject: { action: 1, year: 2025 },
    problem: rules.find(({ meta }) => meta.id === rule)?.meta.problem ?? `Problème de ${rule}`,
    message: `Phrase de ${rule}`,
    figures: null,
    explanation: null,
    causedBy: null,
    justification: null,
    fix: null,
    ...changes,
  };
}

export function rule(id: string, status: RuleResult["status"], reason?: string): RuleResult {
  return {
    rule: id as RuleResult["rule"],
    article: "2.2",
    title: `Titre de ${id}`,
    status,
    coverage: { compared: 1, of: 1, missing: [] },
    needs: [],
    open: [],
    ...(reason !== undefined && { reason }),
  };
}

const FINDINGS: readonly Finding[] = [
  finding("cofinancement-minimum", {
    cells: cellsAt(`${BUDGET}G7`),
    message: "Action 1 – 2025 : il manque 0,01 €.",
    explanation: "Un centime manque.",
  }),
  finding("total-general", {
    id: "total-general/2025",
    cells: cellsAt(`${BUDGET}E18`),
    subject: { year: 2025 },
    message: "Total 2025 faux.",
    causedBy: "cofinancement-minimum",
  }),
  finding("cible-a-preciser", {
    severity: "warning",
    article: "annexe",
    cells: cellsAt("Indicateurs!C9", "Indicateurs!D9", "Autre!E9"),
    subject: { action: 4, indicator: 1 },
    message: "Cibles à préciser.",
  }),
  finding("montant-contractualise", {
    severity: "info",
    cells: cellsAt(`${BUDGET}M9`),
    subject: { action: 7 },
    message: "La collectivité donne plus.",
  }),
  finding("montant-contractualise", {
    id: "montant-contractualise/6",
    severity: "warning",
    cells: cellsAt(`${BUDGET}H9`),
    subject: { action: 6 },
    message: "Montant provisionnel.",
    justification: {
      text: "Avenant en cours",
      by: "M. Dupont",
      party: "collectivite",
      on: "2026-10-12",
      decision: null,
      decidedBy: null,
      decidedParty: null,
      decidedOn: null,
      remark: null,
    },
  }),
];

export function verification(changes: Partial<Verification> = {}): Verification {
  return {
    workbook: "classeur.xlsx",
    contract: { id: "contrat-test", avenants: [], source: "built-in", localParty: "Métropole" },
    asOf: "2026-11-24",
    read: [
      {
        kind: "budget",
        sheet: "Tableau budgétaire",
        range: "A3:M18",
        unit: "€",
        actions: 8,
        axes: 4,
        years: [2024, 2025, 2026, 2027],
        ignoredRows: [{ row: 20, text: "* Les actions sont en cours de définition" }],
      },
    ],
    rules: [
      rule("actions-du-contrat", "compliant"),
      rule("montant-contractualise", "discrepancy"),
      rule("cofinancement-minimum", "discrepancy"),
      rule("total-general", "discrepancy", "Action 3 – 2026 : montant illisible."),
      rule("cible-a-preciser", "discrepancy"),
      rule("sous-consommation", "not-checkable", "Règle pas encore disponible dans cette version."),
      rule("echeances", "not-checkable", "Règle pas encore disponible dans cette version."),
    ],
    unread: [],
    beyond: [{ article: "7", subject: "Les litiges", reason: "Ils relèvent des parties." }],
    verdict: { state: "to-do", sentence: "2 écarts à traiter.", covers: ["budget"], without: [] },
    findings: FINDINGS,
    summary: { error: 2, warning: 2, info: 1, consequences: 1, justified: 1, accepted: 0, toDo: 2, notCheckable: 2 },
    ...changes,
  };
}
