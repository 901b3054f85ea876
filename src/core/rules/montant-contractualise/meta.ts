// What the rule says, of the budget and of what the execution table says again.
import type { Convention } from "../../contract/convention";
import type { Colonne } from "../../domain/dossier";
import { namePart, type Ligne } from "../../facts/lines/budget-lines";
import { EXECUTION } from "../../facts/lines/demandes";
import type { Asked as AskedFor, Report, RuleMeta } from "../rule";

/** Both parties give an amount of their own; what others give is not the contract's. */
export const PARTS = ["etat", "collectivite"] as const;

/** "Action 3 – 2024 – part État, contractualisé, tel que le répète le tableau d’exécution". */
export function nameRepeated(convention: Convention, ligne: Ligne, annee: number, colonne: Colonne): string {
  const part = colonne === "total" ? "" : `${namePart(convention, colonne)}, `;
  return `${ligne.nom} – ${annee} – ${part}contractualisé, tel que le répète le ${EXECUTION}`;
}

export const meta = {
  id: "montant-contractualise",
  article: "2.2, annexe",
  severity: "error",
  title: "Chaque part est le montant du contrat en vigueur",
  compares: "montant",
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
    "tableau-en-milliers": {
      text: "Tableau budgétaire : {found} montants sont exactement mille fois plus petits que ceux du contrat. Le tableau paraît en k€ sans le dire : indiquez l’unité dans l’en-tête, ou saisissez les montants en euros.",
    },
    "montants-en-milliers": {
      text: "Tableau budgétaire : {found} montants sont exactement mille fois plus petits que ceux du contrat ({lesquels}), et eux seuls. Saisissez-les en euros, ou indiquez l’unité dans l’en-tête si toute leur colonne est en k€.",
    },
    absents: {
      text: "Tableau budgétaire : {found} montants du contrat ne sont pas renseignés.",
    },
    "absents-provisionnels": {
      severity: "warning",
      text: "Tableau budgétaire : {found} montants prévus au contrat ne sont pas renseignés. Ils sont provisionnels : un avenant doit les fixer.",
    },
    systematiques: {
      text: "Tableau budgétaire : {found} montants {defaut}.{conseil}",
    },
    "systematiques-provisionnels": {
      severity: "warning",
      text: "Tableau budgétaire : {found} montants provisionnels {defaut}.{conseil}",
    },
    "autres-differents": {
      severity: "warning",
      text: "{place} : {found} au lieu de {expected} au contrat (écart {gap}). Corrigez le montant, ou faites-le changer par avenant.",
    },
    "collectivite-au-dessus": {
      severity: "info",
      text: "{place} : {found} pour {expected} au contrat (écart {gap}).{source} La collectivité peut apporter davantage.",
    },
    "collectivite-partout-au-dessus": {
      severity: "info",
      text: "Tableau budgétaire : {found} montants de la collectivité sont au-dessus du contrat. La collectivité peut apporter davantage.",
    },
  },
} as const satisfies RuleMeta;

export type Asked = AskedFor<typeof meta>;
export type Slip = NonNullable<Report<typeof meta>["slip"]>;
