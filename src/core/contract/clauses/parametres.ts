// The clauses that stand alone, and the settings beside them: a line each, by its key, as the sheet « Contrat » names it.
import type { Matiere } from "./articles";
import type { Ligne } from "./sections";
import { MONTANTS_POUR, NIVEAUX, NON_RENSEIGNE } from "./sheet-words";

interface Parametrage extends Pick<Ligne, "nature" | "reglage" | "ouvert" | "nouveau" | "mots" | "avenant"> {
  readonly nom: string;
  readonly genre: "texte" | "libre" | "date" | "part" | "lignes" | "numero";
  readonly article?: Matiere;
  /** In the place of what the sheet does not give; left out where a contract may do without. */
  readonly vide?: string | number;
  /** Left off the sheet where the contract does not say it. */
  readonly siDit?: true;
}

/** In the order of the sheet, where the settings of the alerts stand last. */
export const PARAMETRES = {
  intitule: { nom: "Intitulé du contrat", genre: "texte", vide: NON_RENSEIGNE },
  id: { nom: "Repère du contrat", genre: "texte", vide: "inconnu" },
  signeLe: { nom: "Contrat signé le", genre: "date", article: "duree", siDit: true, ouvert: true },
  effetLe: { nom: "Contrat en effet le", genre: "date", article: "duree", siDit: true, ouvert: true },
  "periode/debut": { nom: "Début du contrat", genre: "date", article: "duree", vide: "2000-01-01" },
  "periode/fin": { nom: "Fin du contrat", genre: "date", article: "duree", vide: "2100-12-31" },
  "etat/nom": { nom: "État – nom", genre: "texte", vide: NON_RENSEIGNE },
  "etat/representant": { nom: "État – représentant", genre: "libre", ouvert: true, nouveau: true },
  "etat/qualite": { nom: "État – qualité", genre: "libre", ouvert: true, nouveau: true },
  "collectivite/nom": { nom: "Collectivité – nom", genre: "texte", vide: NON_RENSEIGNE },
  "collectivite/designation": { nom: "Collectivité – nom court", genre: "texte", vide: NON_RENSEIGNE },
  "collectivite/motsColonne": { nom: "Collectivité – mots de ses colonnes", genre: "lignes", reglage: true },
  "collectivite/representant": { nom: "Collectivité – représentant", genre: "libre", ouvert: true, nouveau: true },
  "collectivite/qualite": { nom: "Collectivité – qualité", genre: "libre", ouvert: true, nouveau: true },
  ordonnateur: { nom: "Ordonnateur", genre: "libre", article: "versement", ouvert: true, nouveau: true },
  comptable: { nom: "Comptable", genre: "libre", article: "versement", ouvert: true, nouveau: true },
  "cofinancement/seuil": { nom: "Cofinancement minimum", genre: "part", article: "financement", vide: 0.5 },
  "cofinancement/niveau": {
    nom: "Cofinancement minimum – porte sur",
    genre: "libre",
    mots: NIVEAUX,
    article: "financement",
    siDit: true,
  },
  montantsPour: {
    nom: "Montants arrêtés pour",
    genre: "libre",
    mots: MONTANTS_POUR,
    article: "financement",
    siDit: true,
  },
  "reglages/alerteSousConsommation": {
    nom: "Alerte de sous-consommation (réglage)",
    genre: "part",
    vide: 0.8,
    reglage: true,
  },
  "reglages/joursDeCloture": {
    nom: "Jours laissés après la fin d’une année (réglage)",
    genre: "numero",
    reglage: true,
    siDit: true,
  },
  "reglages/alerteCible": { nom: "Alerte sur les cibles (réglage)", genre: "part", vide: 0.8, reglage: true },
  "imputation/programme": { nom: "Programme budgétaire", genre: "texte", article: "versement", vide: NON_RENSEIGNE },
  "imputation/intitule": { nom: "Intitulé du programme", genre: "texte", article: "versement", vide: NON_RENSEIGNE },
  "coordonneesBancaires/titulaire": { nom: "Titulaire du compte", genre: "libre", article: "versement", nouveau: true },
  "coordonneesBancaires/domiciliation": { nom: "Domiciliation", genre: "libre", article: "versement", nouveau: true },
  "coordonneesBancaires/rib": { nom: "RIB", genre: "libre", nature: "compte", article: "versement", nouveau: true },
  "coordonneesBancaires/iban": { nom: "IBAN", genre: "libre", nature: "compte", article: "versement", nouveau: true },
  "coordonneesBancaires/bic": { nom: "BIC", genre: "libre", nature: "compte", article: "versement", nouveau: true },
} as const satisfies Readonly<Record<string, Parametrage>>;

export type Parametre = keyof typeof PARAMETRES;

export const PARAMETRES_EN_ORDRE = Object.entries(PARAMETRES) as unknown as readonly (readonly [
  Parametre,
  Parametrage,
])[];

/** The line of the fingerprint, which states nothing: it is made of all the others. */
export const EMPREINTE = "Empreinte du contrat signé";

/** Not the contract's: they stand last on the sheet. */
export const isReglage = (cle: string): boolean => cle.startsWith("reglages/");

export const NOMS_DES_PARAMETRES = Object.fromEntries(
  PARAMETRES_EN_ORDRE.map(([cle, { nom }]) => [cle, nom]),
) as Readonly<Record<Parametre, string>>;

/** What a line of the section may be called. */
export const NOMS_DES_LIGNES = { ...NOMS_DES_PARAMETRES, empreinte: EMPREINTE };

/** Whether a line « Paramètre » of the register changes it. */
export const estParametreChangeable = (cle: string): cle is Parametre => {
  const parametre: Parametrage | undefined = cle in PARAMETRES ? PARAMETRES[cle as Parametre] : undefined;
  return parametre !== undefined && parametre.siDit !== true && parametre.reglage !== true;
};
