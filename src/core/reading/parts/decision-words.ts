// The words of a list of what was decided of money not used: its headings, and what was decided.
import type { Suite } from "../../domain/parts";
import { foldText } from "../../domain/words/label";
import { LIMITS } from "../limits";
import type { GridRow } from "../sheet-grid";
import { readPaymentHeading, UNIT } from "./payment-words";

export type DecisionColumn = "date" | "montant" | "annee" | "objet" | "suite" | "vers" | "acte";

const DECISION_HEADINGS: readonly (readonly [DecisionColumn, RegExp])[] = [
  ["suite", /^(?:suites?|decisions?)(?: (?:donnee|decidee|prise)s?)?$/],
  ["date", /^(?:decide(?:e)? le|date|date de (?:la )?decision|decision du)$/],
  ["vers", /^(?:(?:reporte(?:e)? |deduite? )?(?:sur|en|vers)(?: l.annee)?|annee (?:de report|d.utilisation))$/],
  ["montant", new RegExp(String.raw`^(?:montants?|sommes?)(?: (?:concerne|decide|non utilise)e?s?)?${UNIT}$`)],
];

/** The role of a column of a list of decisions on money not used; null for any other heading. */
function readDecisionHeading(text: string): DecisionColumn | null {
  if (text.length > LIMITS.headingLength) return null;
  const folded = foldText(text).trim();
  const own = DECISION_HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (own) return own;
  const shared = readPaymentHeading(text);
  return shared === "annee" || shared === "objet" || shared === "acte" ? shared : null;
}

export type DecisionColumns = ReadonlyMap<DecisionColumn, { readonly column: number; readonly text: string }>;

/** What stands where under a heading of such a list; null for any other row. */
export function decisionColumns({ texts }: GridRow): DecisionColumns | null {
  const columns = new Map<DecisionColumn, { readonly column: number; readonly text: string }>();
  for (const { column, text } of texts) {
    const role = readDecisionHeading(text);
    if (role !== null && !columns.has(role)) columns.set(role, { column, text });
  }
  return columns.has("suite") && columns.has("montant") && columns.has("annee") ? columns : null;
}

const SUITES_DITES: readonly (readonly [Suite, RegExp])[] = [
  ["reportee", /\brepor(?:t|ts|ter|te|tee|tes|tees)\b/],
  ["rendue", /\b(?:rend(?:u|ue|us|ues|re)|rembours\p{L}*|revers\p{L}*|restitu\p{L}*|titre de perception)\b/u],
  [
    "reduite",
    /\b(?:dedui(?:t|te|ts|tes|re)|deductions?|redui(?:t|te|ts|tes|re)|reductions?|minor\p{L}*|imputee? sur)\b/u,
  ],
  ["aucune", /\b(?:aucune?|neant|rien|sans suite|laissee?|conservee?|abandonnee?)\b/],
];

/** Null for words of none, or of two. */
export function suiteDite(text: string): Suite | null {
  const said = SUITES_DITES.filter(([, pattern]) => pattern.test(foldText(text))).map(([suite]) => suite);
  return said.length === 1 ? (said[0] ?? null) : null;
}
