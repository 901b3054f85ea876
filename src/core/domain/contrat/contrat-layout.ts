// The words of the sheet « Contrat »: its sections, their columns and the names of its parameters, to write it and to read it.
import { foldText } from "../words/label";

export type ContratSection =
  | "parametres"
  | "annees"
  | "axes"
  | "actions"
  | "indicateurs"
  | "imputation"
  | "echeances"
  | "nationaux"
  | "fiches"
  | "avenants";

/** Titles of the sections, in the order of the sheet. */
export const SECTION_TITLES: Readonly<Record<ContratSection, string>> = {
  parametres: "Paramètres du contrat",
  annees: "Années et crédits de l’État",
  axes: "Axes du contrat",
  actions: "Actions et montants",
  indicateurs: "Indicateurs et cibles",
  imputation: "Imputation des crédits au contrat",
  echeances: "Échéances du contrat",
  nationaux: "Indicateurs nationaux",
  fiches: "Fiches actions",
  avenants: "Avenants",
};

/** Without these the sheet is no contract. */
export const REQUIRED_SECTIONS: readonly ContratSection[] = ["parametres", "annees", "axes", "actions", "indicateurs"];

interface ContratColumn {
  /** Zero-based place in the sheet as it is first written; the agent may move it. */
  readonly place: number;
  readonly heading: string;
  /** Without it the section cannot be read. */
  readonly required?: boolean;
}

type Columns = Readonly<Record<string, ContratColumn>>;

/** Columns that depend on the contract ("Axe 3", "État 2026", "Cible 2026") are not among these. */
export const SECTION_COLUMNS = {
  annees: {
    annee: { place: 0, heading: "Année", required: true },
    statut: { place: 1, heading: "Statut", required: true },
    debut: { place: 2, heading: "Premier jour", required: true },
    fin: { place: 3, heading: "Dernier jour", required: true },
    montant: { place: 4, heading: "Crédits de l’État", required: true },
  },
  axes: {
    numero: { place: 1, heading: "Axe", required: true },
    intitule: { place: 2, heading: "Intitulé", required: true },
    alias: { place: 3, heading: "Autres intitulés" },
  },
  actions: {
    numero: { place: 0, heading: "Action", required: true },
    axe: { place: 1, heading: "Axe", required: true },
    intitule: { place: 2, heading: "Intitulé", required: true },
    alias: { place: 3, heading: "Autres intitulés" },
  },
  indicateurs: {
    action: { place: 0, heading: "Action", required: true },
    numero: { place: 1, heading: "Indicateur n°", required: true },
    intitule: { place: 2, heading: "Intitulé", required: true },
    alias: { place: 3, heading: "Autres intitulés" },
    t0: { place: 4, heading: "Situation T0", required: true },
  },
  imputation: {
    annee: { place: 0, heading: "Année", required: true },
    axe: { place: 1, heading: "Axe", required: true },
    intitule: { place: 2, heading: "Intitulé", required: true },
    intituleActivite: { place: 3, heading: "Intitulé de l’activité", required: true },
    action: { place: 4, heading: "Action budgétaire", required: true },
    sousAction: { place: 5, heading: "Sous-action", required: true },
    activite: { place: 6, heading: "Activité", required: true },
    code: { place: 7, heading: "Code activité", required: true },
    montant: { place: 8, heading: "Montant", required: true },
  },
  echeances: {
    article: { place: 0, heading: "Article", required: true },
    avenantPour: { place: 1, heading: "Avenant pour" },
    intitule: { place: 2, heading: "Échéance", required: true },
    alias: { place: 3, heading: "Autres intitulés" },
    date: { place: 4, heading: "Date", required: true },
    faitLe: { place: 5, heading: "Fait le" },
    id: { place: 6, heading: "Repère" },
  },
  nationaux: {
    intitule: { place: 2, heading: "Indicateur national", required: true },
  },
  fiches: {
    action: { place: 0, heading: "Action", required: true },
    debut: { place: 1, heading: "Début", required: true },
    publicCible: { place: 2, heading: "Public cible", required: true },
    partenaires: { place: 3, heading: "Partenaires", required: true },
    fin: { place: 4, heading: "Fin", required: true },
    nature: { place: 5, heading: "Nature", required: true },
    pilotage: { place: 6, heading: "Pilotage", required: true },
    sousAxe: { place: 7, heading: "Sous-axe" },
    actionsLiees: { place: 8, heading: "Actions liées" },
    axesLies: { place: 9, heading: "Axes liés" },
    objectif: { place: 10, heading: "Objectif principal" },
  },
  avenants: {
    numero: { place: 0, heading: "Avenant n°", required: true },
    signeLe: { place: 1, heading: "Signé le", required: true },
    intitule: { place: 2, heading: "Intitulé (nouveautés)" },
    objet: { place: 3, heading: "Objet" },
    annee: { place: 4, heading: "Année", required: true },
    axe: { place: 5, heading: "Axe", required: true },
    action: { place: 6, heading: "Action", required: true },
    indicateur: { place: 7, heading: "Indicateur" },
    partie: { place: 8, heading: "Partie", required: true },
    valeur: { place: 9, heading: "Nouvelle valeur", required: true },
  },
} as const satisfies Readonly<Record<Exclude<ContratSection, "parametres">, Columns>>;

export type TableSection = keyof typeof SECTION_COLUMNS;
export type ColumnOf<Section extends TableSection> = keyof (typeof SECTION_COLUMNS)[Section] & string;

/** The names of the single parameters, beside their values. */
export const PARAMETRES = {
  intitule: "Intitulé du contrat",
  id: "Repère du contrat",
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
  alerteSousConsommation: "Alerte de sous-consommation (réglage)",
  alerteCible: "Alerte sur les cibles (réglage)",
  programme: "Programme budgétaire",
  intituleProgramme: "Intitulé du programme",
  titulaire: "Titulaire du compte",
  domiciliation: "Domiciliation",
  rib: "RIB",
  iban: "IBAN",
  bic: "BIC",
} as const;

export type Parametre = keyof typeof PARAMETRES;

/** What a line of the table of avenants changes. */
export const OBJETS = {
  credits: "Crédits de l’État",
  montant: "Montant d’une action",
  cible: "Cible",
  actionNouvelle: "Action nouvelle",
  actionTerminee: "Action terminée",
  indicateurNouveau: "Indicateur nouveau",
} as const;

export type Objet = keyof typeof OBJETS;

/** Which of the words of a table a text is; null for none of them. */
export function findWord<Key extends string>(words: Readonly<Record<Key, string>>, text: string): Key | null {
  const folded = foldText(text).replace(/[ :*]+$/, "");
  for (const key of Object.keys(words) as Key[]) if (foldText(words[key]) === folded) return key;
  return null;
}
