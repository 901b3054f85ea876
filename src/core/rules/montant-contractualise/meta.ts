// What the rule says, of the budget and of what the execution table says again.
import type { Convention } from "../../contract/convention";
import type { Colonne } from "../../domain/dossier";
import { namePart, type Ligne } from "../../facts/lines/budget-lines";
import { EXECUTION } from "../../facts/lines/demandes";
import { montantFromEuros } from "../../domain/values/montant";
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
  articles: ["financement", "annexe"],
  severity: "error",
  title: "Chaque part est le montant du contrat en vigueur",
  problem: "Montant différent du contrat",
  compares: "montant",
  needs: ["budget"],
  messages: {
    "different-ferme": { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap}).{source}" },
    "different-provisionnel": {
      severity: "warning",
      text: "{place} : {found} au lieu de {expected} prévus au contrat (écart {gap}).",
    },
    "absent-ferme": { text: "{place} : {found}, pour {expected} au contrat.{source}" },
    "absent-provisionnel": {
      severity: "warning",
      text: "{place} : {found}, pour {expected} prévus au contrat.",
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
      text: "Tableau budgétaire : {found} montants prévus au contrat ne sont pas renseignés.",
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
    "sous-actions-differentes": {
      text: "{place} : {found} au lieu de {expected}, montant de l’action (écart {gap}). Corrigez la sous-action ou l’action.",
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
  page: {
    gravite:
      "erreur pour une année ferme, avertissement pour une année provisionnelle, information quand seule la collectivité apporte davantage",
    contrat:
      "La collectivité s’engage sur les montants du tableau financier annexé. Ceux de la première année sont arrêtés à la signature ; ceux des années suivantes sont prévisionnels et précisés par avenant.",
    verifie: [
      "Chaque part de chaque action et de chaque année est celle du contrat en vigueur, au centime près. Une année est ferme quand le contrat ou un avenant en a fixé les montants. Une part de la collectivité au-dessus du contrat n’est pas un manquement : c’est une information. Une cellule vide ou « nd » alors que le contrat donne un montant est un écart (« non renseigné »).",
      "Quand un tableau d’exécution répète en tête de ses colonnes ce qui était contractualisé (« Contractualisé », « Prévu »), ce montant est comparé de même, les deux parts ensemble, ou chacune où le tableau a une colonne pour chacune (« Contractualisé État », « Contractualisé Métropole ») : un tel tableau n’est pas un second tableau budgétaire, sauf s’il est le seul. Le sous-total d’un axe et le TOTAL de cette colonne le sont aussi : ils sont justes quand ils sont la somme du contrat, ou celle des lignes du tableau (une ligne fausse est alors signalée à sa cellule, une seule fois).",
      "Ce que d’autres donnent (« Autres financeurs ») est comparé de même quand le contrat le dit, tous ensemble : un écart y est un avertissement.",
      "Ce que le contrat arrête pour un axe ou pour tout le contrat (ce qu’y apportent la collectivité, la CAF…) est comparé, chaque année, à la somme des parts de cette partie. Quand il n’arrête aucun montant par action, ceux du tableau budgétaire sont la répartition convenue : ils ne sont comparés à rien d’autre, et c’est à eux que l’exécution est comparée.",
      "Sous une action qui montre ses montants, une ligne qui porte le numéro ou l’intitulé d’une de ses sous-actions au contrat, ou le nom d’un de ses opérateurs, en est une partie et n’entre dans aucun total : ses montants sont comparés à ceux que le contrat lui donne. Là où il ne lui en donne pas, la somme de ces lignes est comparée au montant de l’action, quand elles y sont toutes.",
      "Trois montants ou plus exactement mille fois plus petits que ceux du contrat sont un seul écart : le tableau est en k€ sans le dire, ou certains de ses montants seulement, que l’écart désigne (une action, une année, une part) ; leurs totaux saisis de même en découlent.",
    ],
    conforme: "65 000,00 € de part État pour l’action 1 en 2024.",
    ecart: [
      {
        message: "different-ferme",
        figures: { unit: "montant", found: montantFromEuros(64999.99), expected: montantFromEuros(65000) },
        data: { place: "Action 1 – 2024 – part État", source: "" },
      },
    ],
    corriger:
      "Rétablissez le montant du contrat, ou faites fixer le nouveau montant par un avenant. Une correction n’est proposée que pour une année ferme et un montant saisi.",
    limites:
      "Une cellule vide vaut un montant nul du contrat. Une action inconnue n’a pas de montant au contrat : elle n’est pas comparée. Les totaux relèvent d’autres règles.",
  },
} as const satisfies RuleMeta;

export type Asked = AskedFor<typeof meta>;
export type Slip = NonNullable<Report<typeof meta>["slip"]>;
