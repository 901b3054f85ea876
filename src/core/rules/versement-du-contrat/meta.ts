// What the rule says, of the tables and of lists of payments.
import { montantFromEuros } from "../../domain/values/montant";
import type { Asked as AskedFor, RuleMeta } from "../rule";

export const meta = {
  id: "versement-du-contrat",
  articles: ["versement"],
  severity: "warning",
  title: "Le versement de l’État est celui du contrat en vigueur",
  problem: "Versement différent du contrat",
  compares: "montant",
  needs: ["execution"],
  unless: "versements",
  messages: {
    different: {
      text: "{place} – versé par l’État : {found} pour {expected} au contrat (écart {gap}).{source}",
    },
    provisionnel: {
      text: "{place} – versé par l’État : {found} pour {expected}, montant encore provisionnel (écart {gap}).",
    },
    echelonne: {
      text: "{place} – versé par l’État : {found} pour {expected} à cette date (écart {gap}). Le contrat verse {echelons}.",
    },
    "sans-credit": {
      severity: "error",
      text: "{place} – versé par l’État : {found}, alors que le contrat n’y donne rien de l’État : {pourquoi} (écart {gap}).",
    },
    confronte: {
      text: "{place} – versé par l’État : {found} d’après la liste des versements, {expected} d’après {autre} (écart {gap}). C’est le même argent, compté une fois, d’après {autre}.",
    },
    "total-liste": {
      text: "Liste des versements – total : {found} pour {expected} en additionnant ses lignes (écart {gap}).",
    },
    "a-venir": {
      severity: "info",
      text: "{place} – versement de {montant}, daté du {jour} : après le jour de la vérification, il n’est pas compté.",
    },
    "sans-avenant": {
      text: "{annee} – versé par l’État : {found} en tout, alors qu’aucun avenant n’a encore fixé ce qu’il donne pour cette année (montant provisionnel : {expected}).",
    },
  },
  page: {
    gravite: "avertissement, erreur là où le contrat ne donne rien de l’État, information pour un versement à venir",
    contrat:
      "La contribution de l’État pour la première année est versée en totalité à la signature ; pour les années suivantes, elle est fixée par avenant.",
    verifie: [
      "Dans le tableau d’exécution, pour chaque action et chaque année qui a une colonne « Versé » : le montant versé par l’État est la part État du contrat en vigueur, au centime. Là où rien n’est saisi pour les actions, la ligne de l’axe, celle du TOTAL, un récapitulatif par axe, ou la date « Versé le » d’une imputation des crédits disent ce qui a été versé : ces montants sont comparés aux crédits de l’axe ou de l’année, et ne sont pas pris pour des sommes fausses.",
      "Une liste des versements (une ligne par versement : date, montant, et ce pour quoi il est fait, action, axe ou année entière) est comparée au niveau auquel les versements sont faits, et toujours pour la somme de l’année ; plusieurs versements d’une même action, d’un même axe ou d’une même année s’additionnent. Un versement d’un axe fait compter à ce niveau ceux de ses actions ; un versement de l’année entière, tous. Ce qu’elle dit et ce que dit le tableau d’exécution ou l’imputation est le même argent, compté une fois : leur différence est un avertissement. Un versement daté d’après la vérification n’est pas compté, et c’est dit.",
      "Là où le contrat verse en plusieurs fois (80 % à la signature, puis le solde), ce qui est versé est l’un de ces versements ou leur somme, à un centime près, et au moins ce dont la date est passée ; un versement sans date n’est jamais en retard.",
      "Le total versé dans l’année est comparé aux crédits de l’État de cette année, sauf si les écarts des actions l’expliquent déjà.",
      "Ce qui est versé là où le contrat ne donne rien de l’État est une erreur : avant le début d’une action, après sa fin, pour une action numérotée qui n’est pas au contrat, ou dans une année hors du contrat. Une ligne dont personne ne peut dire de quelle action elle est (sans numéro, ou avec le numéro d’une action et l’intitulé d’une autre) n’est pas une faute : la règle est « non vérifiable » pour elle.",
      "Ce qui est versé pour une année qu’aucun avenant n’a encore fixée est signalé une fois pour l’année, même au montant prévu ; un montant différent de celui qui était prévu pour une action l’est à sa cellule. Rien n’y est dû avant l’avenant : un versement nul n’y est pas un écart.",
    ],
    conforme: "65 000,00 € versés en 2024 pour 65 000,00 € au contrat.",
    ecart: [
      {
        message: "different",
        figures: { unit: "montant", found: montantFromEuros(64999.99), expected: montantFromEuros(65000) },
        data: { place: "Action 1 – 2024", source: "" },
      },
      {
        message: "echelonne",
        figures: { unit: "montant", found: montantFromEuros(53000), expected: montantFromEuros(52000) },
        data: { place: "Action 1 – 2024", echelons: "80 % (à la signature), puis 20 % (au vu du bilan)" },
      },
      {
        message: "sans-credit",
        figures: { unit: "montant", found: montantFromEuros(0.01), expected: montantFromEuros(0) },
        data: { place: "Action 2 – 2024", pourquoi: "l’action ne commence qu’en 2025" },
      },
      {
        message: "sans-avenant",
        figures: { unit: "montant", found: montantFromEuros(300000), expected: montantFromEuros(350000) },
        data: { annee: "2025" },
      },
    ],
    corriger:
      "Vérifiez le montant versé, et l’action et l’année où il est saisi. S’il est juste, enregistrez l’avenant qui le fixe, ou donnez la raison dans la feuille « Écarts » : l’autre partie l’accepte ou la refuse.",
    limites:
      "Une case vide ou illisible n’est pas comparée, et c’est dit ; vide là où le contrat ne donne rien, elle ne manque pas. Sans colonne des versements, la règle est « non vérifiable ». Une date de versement antérieure à la vérification n’est pas jugée. Une liste dont les mots ne disent pas si l’État a payé, ou pour quelle année, est une question.",
  },
} as const satisfies RuleMeta;

export type Asked = AskedFor<typeof meta>;
