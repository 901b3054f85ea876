// The words of lists of payments, and of what was decided of money not used: their headings, who paid, what was decided.
import { foldText } from "../../domain/words/label";
import type { Suite } from "../../domain/parts";
import { LIMITS } from "../limits";
import type { GridRow } from "../sheet-grid";
import { isPaymentDateHeading } from "./part-words";

export type PaymentColumn = "date" | "montant" | "annee" | "objet" | "acte";

const UNIT = String.raw`(?: (?:en )?\(?(?:euros?|milliers d.?euros|€|k€|m€)\)?)?`;
const HEADINGS: readonly (readonly [PaymentColumn, RegExp])[] = [
  ["date", /^(?:date|jour|date (?:de |du )?(?:virement|reception|l.encaissement|encaissement))$/],
  [
    "montant",
    new RegExp(
      String.raw`^(?:(?:montants?|sommes?)(?: (?:du versement|de l.etat))?(?: (?:verse|paye|vire|recu|percu)e?s?)?(?: (?:par |de )?l.etat)?|(?:verse|paye|recu)e?s?(?: par l.etat)?|versements?(?: de l.etat)?)${UNIT}$`,
    ),
  ],
  [
    "annee",
    /^(?:annees?|exercices?|(?:au )?titre de(?: l.annee)?|annee concernee|credits de(?: l.annee)?|pour l.annee)$/,
  ],
  [
    "acte",
    /^(?:actes?|arretes?|references?|pieces?|justificatifs?|avis(?: de versement)?|n° (?:de )?(?:piece|titre|avis)|avenant|observations?)$/,
  ],
  [
    "objet",
    /^(?:objets?|actions?|axes?|piliers?|pour|libelles?|intitules?|affectation|destination|(?:axe|action)(?: ou | et |[/, ]+)(?:axe|action)(?:[ ,]+(?:ou )?annee entiere)?|(?:action|axe) concernee?)$/,
  ],
];

/** The role of a column of a list of payments; null for any other heading. */
export function readPaymentHeading(text: string): PaymentColumn | null {
  if (text.length > LIMITS.headingLength) return null;
  if (isPaymentDateHeading(text)) return "date";
  const folded = foldText(text).trim();
  return HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** Whether these words are of payments at all. */
export const isPayment = (words: string): boolean =>
  /\b(?:verse(?:e|s|es)?|versements?|paye(?:e|s|es)?|paiements?|virements?|encaissements?|acomptes?)\b/.test(
    foldText(words),
  );

/** "Versement" is the contract's word for what the State pays. */
export const isOfState = (words: string): boolean => /\b(?:verse(?:e|s|es)?|versements?)\b/.test(foldText(words));

/** Words of those whom the local party pays in its turn. */
export const isOfOthers = (words: string): boolean =>
  /\b(?:fournisseurs?|prestataires?|tiers|factures?|mandats?|mandate(?:e|s|es)?|operateurs?|associations?|partenaires?|porteurs?|communes?|subventions?|beneficiaires?)\b/.test(
    foldText(words),
  );

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
