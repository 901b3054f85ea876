// The words of a list of payments: its headings, and what says that it is the State that paid.
import { foldText } from "../../domain/words/label";
import { LIMITS } from "../limits";
import { isPaymentDateHeading } from "./part-words";

export type PaymentColumn = "date" | "montant" | "annee" | "objet" | "acte";

export const UNIT = String.raw`(?: (?:en )?\(?(?:euros?|milliers d.?euros|€|k€|m€)\)?)?`;
const HEADINGS: readonly (readonly [PaymentColumn, RegExp])[] = [
  [
    "date",
    /^(?:date|jour|date (?:de |du |d.)?(?:virement|reception|l.encaissement|encaissement|mandat|mandatement|reglement|facture|operation|emission|piece|titre))$/,
  ],
  [
    "montant",
    new RegExp(
      String.raw`^(?:(?:montants?|sommes?)(?: (?:du versement|de l.etat))?(?: (?:verse|paye|vire|recu|percu)e?s?)?(?: (?:par |de )?l.etat)?(?: (?:ttc|ht|net|brut|mandate))?|(?:verse|paye|recu)e?s?(?: par l.etat)?|versements?(?: de l.etat)?)${UNIT}$`,
    ),
  ],
  [
    "annee",
    /^(?:annees?|exercices?|(?:au )?titre de(?: l.annee)?|annee concernee|credits de(?: l.annee)?|pour l.annee)$/,
  ],
  [
    "acte",
    /^(?:actes?|arretes?|references?|pieces?|justificatifs?|avis(?: de versement)?|(?:n°|no|numero) ?[a-z ]*|siret|mandat|bordereau|avenant|observations?)$/,
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
  /\b(?:verse(?:e|s|es)?|versements?|paye(?:e|s|es)?|paiements?|virements?|encaissements?|acomptes?|mandats?|n° (?:de )?titre|titres? de recettes?)\b/.test(
    foldText(words),
  );

/** "Versement" is the contract's word for what the State pays. */
export const isOfState = (words: string): boolean => /\b(?:verse(?:e|s|es)?|versements?)\b/.test(foldText(words));

const OTHERS =
  /\b(?:fournisseurs?|prestataires?|tiers|factures?|mandats?|mandate(?:e|s|es)?|operateurs?|associations?|partenaires?|porteurs?|communes?|subventions?|beneficiaires?)\b/;

/** Words of those whom the local party pays in its turn. */
export const isOfOthers = (words: string): boolean => OTHERS.test(foldText(words));
