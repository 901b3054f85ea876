// What each column of the tableau de bord says of a contract: the same for the sheet and for the text with semicolons.
import { sayReason } from "../../domain/known";
import {
  addComptes,
  compteClos,
  montrer,
  type Centimes,
  type Constat,
  type ConstatContrat,
} from "../../reports/tableau-de-bord/constat";
import { nameOf, type Tableau } from "../../reports/tableau-de-bord/tableau";
import { accord } from "../../domain/words/accord";
import { formatListe } from "../../domain/words/format";
import { montantFromCentimes, toEuros } from "../../domain/values/montant";
import { roundRate } from "../../domain/values/taux";

const NON_CALCULABLE = sayReason("not-computable");

export type Valeur = string | number | null;

export interface Colonne {
  readonly key: string;
  readonly titre: string;
  readonly width: number;
  readonly kind: "texte" | "mention" | "nombre" | "euros" | "part";
  /** Of a workbook that could not be read only the name is known. */
  readonly valeur: (constat: ConstatContrat, tableau: Tableau) => Valeur;
  /** Whether a figure other than 0 is something to look at. */
  readonly isAlert?: boolean;
  /** Added up in the last row; of the contracts of which it says so. */
  readonly isSummed?: true | ((constat: ConstatContrat, contrats: readonly ConstatContrat[]) => boolean);
}

const euros = (centimes: Centimes): Valeur =>
  centimes === null ? NON_CALCULABLE : toEuros(montantFromCentimes(centimes));

function versionOf({ contrat: { avenants, tireDuClasseur }, verdict }: ConstatContrat): string {
  if (verdict === "to-confirm") return "contrat à confirmer";
  if (tireDuClasseur) return "contrat tiré du classeur";
  if (avenants.length === 0) return "contrat signé";
  return `${accord(avenants.length, "avenant")} (n° ${formatListe(avenants.map(String))})`;
}

function changeOf({ classeur }: Constat, { changements }: Tableau): string {
  if (changements.depuis === null) return "–";
  const clauses = changements.contrats[classeur] ?? [];
  return clauses.length === 0 ? "inchangé" : clauses.join(" ; ");
}

const year = ({ annee }: { readonly annee: number }): string => `${annee}`;

/** What is to be done, contract by contract. */
export const SUIVI: readonly Colonne[] = [
  { key: "contrat", titre: "Contrat", width: 26, kind: "texte", valeur: nameOf },
  { key: "version", titre: "Version en vigueur", width: 15, kind: "texte", valeur: versionOf },
  {
    key: "avenants",
    titre: "Avenants manquants",
    width: 10.5,
    kind: "mention",
    valeur: ({ avenantsManquants }) => formatListe(avenantsManquants.map(String)),
  },
  {
    key: "aTraiter",
    titre: "À traiter",
    width: 8,
    kind: "nombre",
    valeur: ({ aTraiter }) => aTraiter,
    isAlert: true,
    isSummed: true,
  },
  {
    key: "erreurs",
    titre: "dont erreurs",
    width: 8,
    kind: "nombre",
    valeur: ({ erreurs }) => erreurs,
    isAlert: true,
    isSummed: true,
  },
  {
    key: "justifies",
    titre: "Justifiés",
    width: 9,
    kind: "nombre",
    valeur: ({ justifies }) => justifies,
    isSummed: true,
  },
  {
    key: "attendEtat",
    titre: "Attend l’État",
    width: 8,
    kind: "nombre",
    valeur: ({ attendEtat }) => attendEtat,
    isAlert: true,
    isSummed: true,
  },
  { key: "acceptes", titre: "Acceptés", width: 10, kind: "nombre", valeur: ({ acceptes }) => acceptes, isSummed: true },
  {
    key: "seuil",
    titre: "Parts locales sous le seuil",
    width: 9.5,
    kind: "nombre",
    valeur: ({ sousLeSeuil }) => sousLeSeuil,
    isAlert: true,
    isSummed: true,
  },
  {
    key: "consommation",
    titre: "Consommé (années closes)",
    width: 12,
    kind: "part",
    valeur: (constat) => {
      if (!constat.annees.some(({ close }) => close)) return "aucune année";
      const { execute } = compteClos(constat);
      return execute.contractualise > 0 ? roundRate(execute.total, execute.contractualise) : NON_CALCULABLE;
    },
  },
  {
    key: "aReverser",
    titre: "Versé non utilisé (années closes)",
    width: 15,
    kind: "euros",
    valeur: ({ aReverser }) => euros(aReverser),
    isSummed: true,
  },
  {
    key: "cibles",
    titre: "Cibles atteintes",
    width: 10,
    kind: "mention",
    valeur: ({ cibles: { atteintes, attendues } }) => (attendues === 0 ? "–" : `${atteintes} sur ${attendues}`),
  },
  {
    key: "echeances",
    titre: "Échéances dépassées",
    width: 11.5,
    kind: "nombre",
    valeur: ({ echeances }) => echeances.length,
    isAlert: true,
    isSummed: true,
  },
  {
    key: "nonVerifiables",
    titre: "Règles non vérifiables",
    width: 11.5,
    kind: "nombre",
    valeur: ({ nonVerifiables }) => nonVerifiables,
    isSummed: true,
  },
  { key: "changement", titre: "Depuis le précédent", width: 24, kind: "texte", valeur: changeOf },
];

export const hasBoth = (constat: ConstatContrat): boolean => compteClos(constat).ensemble.actions > 0;

/**
 * What was paid and what was executed are added up for the same contracts: their totals may be held against each other.
 * Where one of the two is known of no contract, the other is added up by itself.
 */
function isAddedUp(constat: ConstatContrat, contrats: readonly ConstatContrat[]): boolean {
  if (contrats.some(hasBoth)) return hasBoth(constat);
  const shown = contrats.map((one) => montrer(compteClos(one)));
  return shown.every(({ verse }) => verse === null) || shown.every(({ etat }) => etat === null);
}

/** The State's amounts over the whole contract, and over its closed years where what was executed is known. */
export const CREDITS: readonly Colonne[] = [
  { key: "contrat", titre: "Contrat", width: 34, kind: "texte", valeur: nameOf },
  {
    key: "periode",
    titre: "Années",
    width: 12,
    kind: "texte",
    valeur: ({ annees }) => [annees[0], annees.at(-1)].flatMap((one) => (one ? [year(one)] : [])).join("-"),
  },
  {
    key: "contractualise",
    titre: "État contractualisé",
    width: 18,
    kind: "euros",
    valeur: ({ comptes }) => euros(addComptes(comptes).contractualise.etat),
    isSummed: true,
  },
  {
    key: "verse",
    titre: "Versé (années closes)",
    width: 18,
    kind: "euros",
    valeur: (constat) => euros(montrer(compteClos(constat)).verse),
    isSummed: isAddedUp,
  },
  {
    key: "execute",
    titre: "Exécuté État (années closes)",
    width: 18,
    kind: "euros",
    valeur: (constat) => euros(montrer(compteClos(constat)).etat),
    isSummed: isAddedUp,
  },
  {
    key: "aReverser",
    titre: "Versé non utilisé (années closes)",
    width: 18,
    kind: "euros",
    valeur: ({ aReverser }) => euros(aReverser),
    isSummed: true,
  },
  {
    key: "hors",
    titre: "Actions laissées de côté",
    width: 12,
    kind: "nombre",
    valeur: (constat) => montrer(compteClos(constat)).hors,
    isSummed: true,
  },
  {
    key: "echeances",
    titre: "Échéances dépassées",
    width: 44,
    kind: "texte",
    valeur: ({ echeances }) =>
      echeances.map(({ intitule, jours }) => `${intitule} (${accord(jours, "jour")})`).join(" ; "),
  },
];
