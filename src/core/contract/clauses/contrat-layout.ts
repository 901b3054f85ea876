// The words of the sheet « Contrat »: its sections, their columns and the names of its parameters, to write it and to read it.
import { foldText } from "../../domain/words/label";

export type ContratSection =
  | "parametres"
  | "signataires"
  | "annees"
  | "seuils"
  | "enveloppes"
  | "axes"
  | "actions"
  | "financeurs"
  | "autres"
  | "operateurs"
  | "sousActions"
  | "indicateurs"
  | "mesures"
  | "imputation"
  | "echeances"
  | "nationaux"
  | "fiches"
  | "avenants";

/** Titles of the sections, in the order of the sheet. */
export const SECTION_TITLES: Readonly<Record<ContratSection, string>> = {
  parametres: "Paramètres du contrat",
  signataires: "Autres signataires",
  annees: "Années et crédits de l’État",
  seuils: "Cofinancements minimums particuliers",
  enveloppes: "Autres enveloppes",
  axes: "Axes du contrat",
  actions: "Actions et montants",
  financeurs: "Autres financeurs",
  autres: "Autres financements des actions",
  operateurs: "Opérateurs des actions",
  sousActions: "Sous-actions",
  indicateurs: "Indicateurs et cibles",
  mesures: "Mesure des indicateurs",
  imputation: "Imputation des crédits au contrat",
  echeances: "Échéances du contrat",
  nationaux: "Indicateurs nationaux",
  fiches: "Fiches actions",
  avenants: "Avenants",
};

/** Without these the sheet is no contract. */
export const REQUIRED_SECTIONS: readonly ContratSection[] = ["parametres", "annees", "axes", "actions", "indicateurs"];

/** Who fixes the date of a deadline. */
export const ORIGINES = { contrat: "le contrat", reglage: "réglage, libre" } as const;

/** What a deadline is: an act that is due, a right that ends, the end of the contract. */
export const GENRES = { obligation: "acte", droit: "droit", terme: "terme" } as const;

export const STATUTS = { ferme: "ferme", provisionnel: "provisionnel" } as const;

/** What the targets of an indicator count from. */
export const CUMUL = "depuis le début";
const CUMULS = { cumul: CUMUL } as const;
export const SENS = { hausse: "hausse", baisse: "baisse" } as const;
export const UNITES = { nombre: "nombre", pourcentage: "pourcentage", montant: "montant", texte: "texte" } as const;

/** What the cells of a column hold: "libre" a text that may be left out, "lignes" texts one a line, "numeros" numbers of a list. */
export type GenreDeColonne =
  "texte" | "libre" | "lignes" | "montant" | "valeur" | "part" | "date" | "numero" | "annee" | "numeros";

interface ContratColumn {
  /** Zero-based place in the sheet as it is first written; the agent may move it. */
  readonly place: number;
  readonly heading: string;
  /** Without it the section cannot be read. */
  readonly required?: boolean;
  /** Its name inside a sentence, where that is not its heading. */
  readonly dit?: string;
  /** The field of the definition that it gives, where that has another name; and the end of the key of its statement. */
  readonly champ?: string;
  readonly cle?: string;
  /** It says what its row is of. */
  readonly nomme?: true;
  /** Each party's to set. */
  readonly reglage?: true;
  readonly genre?: GenreDeColonne;
  /** The only words that its cells may hold, in the place of a genre. */
  readonly mots?: Readonly<Record<string, string>>;
}

export type Columns = Readonly<Record<string, ContratColumn>>;

/** Sections that stand on the sheet only where the contract states something of the kind. */
export const RARE_SECTIONS = [
  "signataires",
  "seuils",
  "enveloppes",
  "financeurs",
  "autres",
  "operateurs",
  "sousActions",
  "mesures",
] as const satisfies readonly ContratSection[];

/** Columns that depend on the contract ("Axe 3", "État 2026", "Cible 2026") are not among these. */
export const SECTION_COLUMNS = {
  annees: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    statut: { place: 1, heading: "Statut", mots: STATUTS, required: true },
    debut: { place: 2, heading: "Premier jour", genre: "date", required: true },
    fin: { place: 3, heading: "Dernier jour", genre: "date", required: true },
    montant: { place: 4, heading: "Crédits de l’État", genre: "montant", required: true },
  },
  signataires: {
    nom: { place: 2, heading: "Signataire", genre: "texte", required: true },
    role: { place: 3, heading: "Rôle", genre: "libre" },
    representant: { place: 4, heading: "Représentant", genre: "libre" },
    qualite: { place: 5, heading: "Qualité", genre: "libre" },
  },
  seuils: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    axe: { place: 1, heading: "Axe", genre: "numero", nomme: true, required: true },
    seuil: { place: 2, heading: "Cofinancement minimum", genre: "part", required: true },
  },
  enveloppes: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    statut: { place: 1, heading: "Statut", mots: STATUTS, required: true },
    intitule: { place: 2, heading: "Enveloppe", dit: "intitulé", genre: "texte", required: true },
    financeur: { place: 3, heading: "Financeur", genre: "libre" },
    montant: { place: 4, heading: "Montant", genre: "montant", required: true },
    id: { place: 5, heading: "Repère", genre: "libre", nomme: true },
  },
  axes: {
    numero: { place: 1, heading: "Axe", genre: "numero", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", required: true },
    alias: { place: 3, heading: "Autres intitulés", genre: "lignes", reglage: true },
  },
  actions: {
    numero: { place: 0, heading: "Action", genre: "numero", nomme: true, required: true },
    axe: { place: 1, heading: "Axe", genre: "numero", required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", required: true },
    alias: { place: 3, heading: "Autres intitulés", genre: "lignes", reglage: true },
  },
  financeurs: {
    nom: { place: 2, heading: "Financeur", genre: "texte", required: true },
    mots: {
      place: 3,
      heading: "Mots de ses colonnes",
      dit: "mots",
      champ: "motsColonne",
      genre: "lignes",
      reglage: true,
    },
  },
  autres: {
    action: { place: 0, heading: "Action", genre: "numero", required: true },
    financeur: { place: 2, heading: "Financeur", genre: "texte", required: true },
  },
  operateurs: {
    action: { place: 0, heading: "Action", genre: "numero", required: true },
    operateurs: { place: 2, heading: "Opérateurs", genre: "lignes", required: true },
  },
  sousActions: {
    action: { place: 0, heading: "Action", genre: "numero", nomme: true, required: true },
    numero: { place: 1, heading: "Sous-action n°", dit: "sous-action", genre: "texte", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", required: true },
    operateur: { place: 3, heading: "Opérateur", genre: "libre" },
  },
  indicateurs: {
    action: { place: 0, heading: "Action", genre: "numero", nomme: true, required: true },
    numero: { place: 1, heading: "Indicateur n°", genre: "numero", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", required: true },
    alias: { place: 3, heading: "Autres intitulés", genre: "lignes", reglage: true },
    t0: { place: 4, heading: "Situation T0", dit: "T0", genre: "valeur", required: true },
  },
  mesures: {
    action: { place: 0, heading: "Action", genre: "numero", required: true },
    numero: { place: 1, heading: "Indicateur n°", genre: "numero", required: true },
    t0Texte: { place: 2, heading: "T0 en mots", dit: "T0 en mots", cle: "t0/texte", genre: "libre" },
    unite: { place: 3, heading: "Unité", mots: UNITES },
    sens: { place: 4, heading: "Sens", mots: SENS },
    cumul: { place: 5, heading: "Cumulé", dit: "cumul", mots: CUMULS },
  },
  imputation: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    axe: { place: 1, heading: "Axe", genre: "numero", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", required: true },
    intituleActivite: { place: 3, heading: "Intitulé de l’activité", genre: "texte", required: true },
    action: { place: 4, heading: "Action budgétaire", genre: "texte", required: true },
    sousAction: { place: 5, heading: "Sous-action", genre: "texte", required: true },
    activite: { place: 6, heading: "Activité", genre: "texte", required: true },
    code: { place: 7, heading: "Code activité", genre: "texte", required: true },
    montant: { place: 8, heading: "Montant", genre: "montant", required: true },
  },
  echeances: {
    article: { place: 0, heading: "Article", genre: "libre", required: true },
    avenantPour: { place: 1, heading: "Avenant pour", genre: "annee" },
    intitule: { place: 2, heading: "Échéance", dit: "intitulé", genre: "texte", required: true },
    alias: { place: 3, heading: "Autres intitulés", genre: "lignes", reglage: true },
    date: { place: 4, heading: "Date", genre: "date", required: true },
    faitLe: { place: 5, heading: "Fait le", genre: "libre" },
    id: { place: 6, heading: "Repère", genre: "libre", nomme: true },
    origine: { place: 7, heading: "Date fixée par", champ: "reglage", mots: ORIGINES },
    genre: { place: 8, heading: "Nature", mots: GENRES },
  },
  nationaux: {
    code: { place: 0, heading: "Code", genre: "libre" },
    intitule: { place: 2, heading: "Indicateur national", genre: "texte", required: true },
    unite: { place: 3, heading: "Unité", genre: "libre" },
  },
  fiches: {
    action: { place: 0, heading: "Action", genre: "numero", nomme: true, required: true },
    debut: { place: 1, heading: "Début", genre: "date", required: true },
    publicCible: { place: 2, heading: "Public cible", genre: "texte", required: true },
    partenaires: { place: 3, heading: "Partenaires", genre: "texte", required: true },
    fin: { place: 4, heading: "Fin", genre: "date", required: true },
    nature: { place: 5, heading: "Nature", genre: "texte", required: true },
    pilotage: { place: 6, heading: "Pilotage", genre: "texte", required: true },
    sousAxe: { place: 7, heading: "Sous-axe", genre: "libre" },
    actionsLiees: { place: 8, heading: "Actions liées", genre: "numeros" },
    axesLies: { place: 9, heading: "Axes liés", genre: "numeros" },
    objectif: { place: 10, heading: "Objectif principal", genre: "libre" },
  },
  avenants: {
    numero: { place: 0, heading: "Avenant n°", genre: "numero", required: true },
    signeLe: { place: 1, heading: "Signé le", genre: "date", required: true },
    intitule: { place: 2, heading: "Intitulé (nouveautés)", genre: "lignes" },
    objet: { place: 3, heading: "Objet", genre: "libre" },
    annee: { place: 4, heading: "Année", genre: "annee", required: true },
    axe: { place: 5, heading: "Axe", genre: "numero", required: true },
    action: { place: 6, heading: "Action", genre: "numero", required: true },
    indicateur: { place: 7, heading: "Indicateur", genre: "numero" },
    partie: { place: 8, heading: "Partie", genre: "libre", required: true },
    ancienne: { place: 9, heading: "Ancienne valeur", genre: "libre" },
    valeur: { place: 10, heading: "Nouvelle valeur", genre: "libre", required: true },
    effetLe: { place: 11, heading: "Prend effet le", genre: "date" },
    clause: { place: 12, heading: "Clause", genre: "libre" },
  },
} as const satisfies Readonly<Record<Exclude<ContratSection, "parametres">, Columns>>;

export type TableSection = keyof typeof SECTION_COLUMNS;
export type ColumnOf<Section extends TableSection> = keyof (typeof SECTION_COLUMNS)[Section] & string;

/** The names of the single parameters, beside their values. */
export const PARAMETRES = {
  intitule: "Intitulé du contrat",
  id: "Repère du contrat",
  signeLe: "Contrat signé le",
  effetLe: "Contrat en effet le",
  debut: "Début du contrat",
  fin: "Fin du contrat",
  etatNom: "État – nom",
  etatRepresentant: "État – représentant",
  etatQualite: "État – qualité",
  collectiviteNom: "Collectivité – nom",
  collectiviteDesignation: "Collectivité – nom court",
  collectiviteMots: "Collectivité – mots de ses colonnes",
  collectiviteRepresentant: "Collectivité – représentant",
  collectiviteQualite: "Collectivité – qualité",
  ordonnateur: "Ordonnateur",
  comptable: "Comptable",
  seuil: "Cofinancement minimum",
  programme: "Programme budgétaire",
  intituleProgramme: "Intitulé du programme",
  titulaire: "Titulaire du compte",
  domiciliation: "Domiciliation",
  rib: "RIB",
  iban: "IBAN",
  bic: "BIC",
  empreinte: "Empreinte du contrat signé",
  alerteSousConsommation: "Alerte de sous-consommation (réglage)",
  alerteCible: "Alerte sur les cibles (réglage)",
} as const;

export type Parametre = keyof typeof PARAMETRES;

/** In the place of a text that the sheet does not give. */
export const NON_RENSEIGNE = "(non renseigné)";

/** In the place of the article of a deadline that none of the contract's asks for. */
export const SANS_ARTICLE = "–";

/** What a line of the table of avenants changes; the words of all of them fit the list of an entry control. */
export const OBJETS = {
  credits: "Crédits de l’État",
  montant: "Montant d’une action",
  cible: "Cible",
  actionNouvelle: "Action nouvelle",
  actionTerminee: "Action terminée",
  indicateurNouveau: "Indicateur nouveau",
  indicateurSupprime: "Indicateur supprimé",
  t0: "Situation T0",
  axeAction: "Axe d’une action",
  intitule: "Intitulé",
  ficheAction: "Fiche d’une action",
  echeance: "Date d’une échéance",
  echeanceNouvelle: "Échéance nouvelle",
  code: "Code activité",
  parametre: "Paramètre",
  suppression: "Suppression",
} as const;

export type Objet = keyof typeof OBJETS;

/** Where each parameter that an avenant can change stands in the definition; settings and readings of the workbook are not among them. */
export const PARAMETRE_CLES: Readonly<Partial<Record<Parametre, string>>> = {
  intitule: "intitule",
  debut: "periode/debut",
  fin: "periode/fin",
  etatNom: "etat/nom",
  etatRepresentant: "etat/representant",
  etatQualite: "etat/qualite",
  collectiviteNom: "collectivite/nom",
  collectiviteDesignation: "collectivite/designation",
  collectiviteRepresentant: "collectivite/representant",
  collectiviteQualite: "collectivite/qualite",
  ordonnateur: "ordonnateur",
  comptable: "comptable",
  seuil: "cofinancement/seuil",
  programme: "imputation/programme",
  intituleProgramme: "imputation/intitule",
  titulaire: "coordonneesBancaires/titulaire",
  domiciliation: "coordonneesBancaires/domiciliation",
  rib: "coordonneesBancaires/rib",
  iban: "coordonneesBancaires/iban",
  bic: "coordonneesBancaires/bic",
};

/** Which of the words of a table a text is; null for none of them. */
export function findWord<Key extends string>(words: Readonly<Record<Key, string>>, text: string): Key | null {
  const folded = foldText(text).replace(/(?<![ :*])[ :*]+$/, "");
  for (const key of Object.keys(words) as Key[]) if (foldText(words[key]) === folded) return key;
  return null;
}
