// The sections of the sheet « Contrat » and their columns: each column that states a clause says in its line all there is to say of it.
import { type ContratSection } from "./section-titles";
import { CUMULS, GENRES, ORIGINES, SENS, STATUTS, UNITES, type Objet } from "./sheet-words";

/** What the cells of a column hold: "libre" a text that may be left out, "lignes" texts one a line, "numeros" numbers of a list. */
type GenreDeColonne =
  | "texte"
  | "libre"
  | "lignes"
  | "montant"
  | "valeur"
  | "part"
  | "date"
  | "numero"
  | "numeroAction"
  | "annee"
  | "numeros"
  | "numerosActions";

/** What a clause is, wherever it stands. */
export interface Ligne {
  /** The field of the definition that it gives, where that has another name; and the end of its key. */
  readonly champ?: string;
  readonly cle?: string;
  /** Its words after the name of what it is of, where those are not its heading; `libelle` is said instead of both. */
  readonly dit?: string;
  readonly libelle?: string;
  readonly genre?: GenreDeColonne;
  /** The only words that it may be, in the place of a genre; that of `parDefaut` where the definition says none. */
  readonly mots?: Readonly<Record<string, string>>;
  readonly parDefaut?: string;
  /** Where it is more than its cell tells: the number of an axe, an account, a code of twelve digits. */
  readonly nature?: "axe" | "compte" | "code";
  /** Each party's to set. */
  readonly reglage?: true;
  /** Whose amount it is. */
  readonly partie?: "etat" | "collectivite";
  /** The kind of line by which an avenant changes it, "parametre" where it is left out; null where none does. */
  readonly avenant?: Objet | null;
  /** What it is of stands without it: an avenant may take it away. */
  readonly ouvert?: true;
  /** An avenant may state it where the contract does not, by its words. */
  readonly nouveau?: true;
  /** It brings its thing with it: other lines of the same avenant may belong to that, wherever they stand. */
  readonly fonde?: true;
}

interface ContratColumn extends Ligne {
  /** Zero-based place in the sheet as it is first written; the agent may move it. Left out where it is too long to stand there. */
  readonly place?: number;
  readonly heading: string;
  /** The last column that its cells reach over, where that is more than its own. */
  readonly jusqua?: number;
  /** Without it the section cannot be read. */
  readonly required?: boolean;
  /** It says what its row is of. */
  readonly nomme?: true;
  /** It states nothing by itself. */
  readonly sansClause?: true;
}

export type Columns = Readonly<Record<string, ContratColumn>>;

/** In the order in which clauses are told. Columns that depend on the contract ("Axe 3", "État 2026", "Cible 2026") are not among these. */
export const SECTION_COLUMNS = {
  annees: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    debut: { place: 2, heading: "Premier jour", libelle: "Premier jour {annee}", genre: "date", required: true },
    fin: { place: 3, heading: "Dernier jour", libelle: "Dernier jour {annee}", genre: "date", required: true },
    statut: {
      place: 1,
      heading: "Statut",
      libelle: "Statut {annee}",
      mots: STATUTS,
      avenant: "credits",
      required: true,
    },
    montant: {
      place: 4,
      heading: "Crédits de l’État",
      libelle: "Crédits de l’État {annee}",
      cle: "credits",
      genre: "montant",
      partie: "etat",
      avenant: "credits",
      required: true,
    },
  },
  signataires: {
    nom: { place: 2, heading: "Signataire", dit: "nom", genre: "texte", nouveau: true, fonde: true, required: true },
    role: { place: 3, heading: "Rôle", genre: "libre", nouveau: true, ouvert: true },
    representant: { place: 4, heading: "Représentant", genre: "libre", nouveau: true, ouvert: true },
    qualite: { place: 5, heading: "Qualité", genre: "libre", nouveau: true, ouvert: true },
  },
  seuils: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    axe: { place: 1, heading: "Axe", genre: "numero", nomme: true, required: true },
    seuil: {
      place: 2,
      heading: "Cofinancement minimum",
      dit: "",
      cle: "",
      genre: "part",
      nouveau: true,
      required: true,
    },
    action: { place: 3, heading: "Action", genre: "numeroAction", nomme: true },
  },
  financeursLies: {
    financeur: { place: 2, heading: "Financeur", genre: "texte", nomme: true, required: true },
    seuil: { place: 3, heading: "Part minimale", dit: "", cle: "", genre: "part", required: true },
  },
  enveloppes: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    intitule: {
      place: 2,
      heading: "Enveloppe",
      dit: "intitulé",
      genre: "texte",
      nouveau: true,
      fonde: true,
      required: true,
    },
    financeur: { place: 3, heading: "Financeur", genre: "libre", nouveau: true, ouvert: true },
    montant: { place: 4, heading: "Montant", dit: "", genre: "montant", nouveau: true, required: true },
    statut: { place: 1, heading: "Statut", mots: STATUTS, required: true },
    id: { place: 5, heading: "Repère", genre: "libre", nomme: true },
    axe: { place: 6, heading: "Axe", genre: "numero", nature: "axe", ouvert: true },
  },
  axes: {
    numero: { place: 1, heading: "Axe", genre: "numero", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", avenant: "intitule", required: true },
    alias: { place: 3, jusqua: 8, heading: "Autres intitulés", genre: "lignes", reglage: true },
  },
  actions: {
    numero: { place: 0, heading: "Action", genre: "numeroAction", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", avenant: "intitule", required: true },
    alias: { place: 3, heading: "Autres intitulés", genre: "lignes", reglage: true },
    axe: { place: 1, heading: "Axe", genre: "numero", nature: "axe", avenant: "axeAction", required: true },
  },
  financeurs: {
    nom: { place: 2, heading: "Financeur", dit: "nom", genre: "texte", nouveau: true, fonde: true, required: true },
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
    action: { place: 0, heading: "Action", genre: "numeroAction", sansClause: true, required: true },
    financeur: { place: 2, heading: "Financeur", genre: "texte", sansClause: true, required: true },
  },
  operateurs: {
    action: { place: 0, heading: "Action", genre: "numeroAction", sansClause: true, required: true },
    operateurs: { place: 2, heading: "Opérateurs", genre: "lignes", nouveau: true, ouvert: true, required: true },
  },
  sousActions: {
    action: { place: 0, heading: "Action", genre: "numeroAction", nomme: true, required: true },
    numero: { place: 1, heading: "Sous-action n°", dit: "sous-action", genre: "texte", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", nouveau: true, fonde: true, required: true },
    operateur: { place: 3, heading: "Opérateur", genre: "libre", nouveau: true, ouvert: true },
  },
  indicateurs: {
    action: { place: 0, heading: "Action", genre: "numeroAction", nomme: true, required: true },
    numero: { place: 1, heading: "Indicateur n°", genre: "numero", nomme: true, required: true },
    intitule: { place: 2, jusqua: 4, heading: "Intitulé", genre: "texte", avenant: "intitule", required: true },
    alias: { place: 5, heading: "Autres intitulés", genre: "lignes", reglage: true },
    t0: { place: 6, heading: "Situation T0", dit: "T0", genre: "valeur", avenant: "t0", required: true },
  },
  mesures: {
    action: { place: 0, heading: "Action", genre: "numeroAction", sansClause: true, required: true },
    numero: { place: 1, heading: "Indicateur n°", genre: "numero", sansClause: true, required: true },
    t0Texte: {
      place: 2,
      heading: "T0 en mots",
      dit: "T0 en mots",
      cle: "t0/texte",
      genre: "libre",
      nouveau: true,
      ouvert: true,
    },
    unite: { place: 3, heading: "Unité", mots: UNITES, nouveau: true, ouvert: true },
    sens: { place: 4, heading: "Sens", mots: SENS, nouveau: true, ouvert: true },
    cumul: { place: 5, heading: "Cumulé", dit: "cumul", mots: CUMULS, nouveau: true, ouvert: true },
  },
  versements: {
    annee: { place: 0, heading: "Année", genre: "annee", avenant: null },
    condition: { place: 2, heading: "Condition", genre: "libre", nouveau: true, ouvert: true },
    part: { place: 3, heading: "Part versée", genre: "part", required: true },
    date: { place: 4, heading: "Versé au plus tard le", genre: "date", nouveau: true, ouvert: true },
  },
  comptes: {
    titulaire: { place: 2, heading: "Titulaire", genre: "texte", nouveau: true, required: true },
    iban: { place: 3, heading: "IBAN", genre: "texte", nature: "compte", nouveau: true, fonde: true, required: true },
    bic: { place: 4, heading: "BIC", genre: "libre", nature: "compte", nouveau: true, ouvert: true },
  },
  imputation: {
    annee: { place: 0, heading: "Année", genre: "annee", nomme: true, required: true },
    axe: { place: 1, heading: "Axe", genre: "numero", nomme: true, required: true },
    intitule: { place: 2, heading: "Intitulé", genre: "texte", required: true },
    intituleActivite: { place: 3, jusqua: 5, heading: "Intitulé de l’activité", genre: "texte", required: true },
    action: { place: 6, heading: "Action budgétaire", genre: "texte", required: true },
    sousAction: { place: 7, heading: "Sous-action", genre: "texte", required: true },
    activite: { place: 8, heading: "Activité", genre: "texte", required: true },
    code: { place: 9, heading: "Code activité", genre: "texte", nature: "code", avenant: "code", required: true },
    montant: { place: 10, heading: "Montant", genre: "montant", required: true },
  },
  echeances: {
    intitule: { place: 2, heading: "Échéance", dit: "intitulé", genre: "texte", nouveau: true, required: true },
    alias: { place: 3, jusqua: 5, heading: "Autres intitulés", genre: "lignes", reglage: true },
    article: { place: 0, heading: "Article", genre: "libre", nouveau: true, required: true },
    date: { place: 6, heading: "Date", genre: "date", avenant: "echeance", required: true },
    avenantPour: { place: 1, heading: "Avenant pour", cle: "avenant-pour", genre: "annee", nouveau: true },
    faitLe: { place: 7, heading: "Fait le", genre: "libre", sansClause: true },
    id: { place: 8, heading: "Repère", genre: "libre", nomme: true },
    origine: {
      place: 9,
      heading: "Date fixée par",
      champ: "reglage",
      cle: "origine",
      mots: ORIGINES,
      parDefaut: "contrat",
      avenant: null,
    },
    genre: { place: 10, heading: "Nature", cle: "nature", mots: GENRES, parDefaut: "obligation", nouveau: true },
  },
  nationaux: {
    intitule: {
      place: 2,
      heading: "Indicateur national",
      dit: "",
      champ: "",
      cle: "",
      genre: "texte",
      nouveau: true,
      fonde: true,
      required: true,
    },
    code: { place: 0, heading: "Code", genre: "libre", nouveau: true, ouvert: true },
    unite: { place: 3, heading: "Unité", genre: "libre", nouveau: true, ouvert: true },
  },
  fiches: {
    action: { place: 0, heading: "Action", genre: "numeroAction", nomme: true, required: true },
    debut: { place: 1, heading: "Début", genre: "date", avenant: "ficheAction", required: true },
    fin: { place: 6, heading: "Fin", genre: "date", avenant: "ficheAction", required: true },
    sousAxe: { place: 9, jusqua: 10, heading: "Sous-axe", genre: "libre", avenant: "ficheAction" },
    objectif: { place: 13, jusqua: 14, heading: "Objectif principal", genre: "libre", avenant: "ficheAction" },
    publicCible: { place: 2, heading: "Public cible", genre: "texte", avenant: "ficheAction", required: true },
    nature: { place: 7, heading: "Nature", genre: "texte", avenant: "ficheAction", required: true },
    pilotage: { place: 8, heading: "Pilotage", genre: "texte", avenant: "ficheAction", required: true },
    partenaires: {
      place: 3,
      jusqua: 5,
      heading: "Partenaires",
      genre: "texte",
      avenant: "ficheAction",
      required: true,
    },
    constats: { heading: "Constats et problématiques", genre: "libre", avenant: "ficheAction" },
    descriptif: { heading: "Objectifs opérationnels", genre: "libre", avenant: "ficheAction" },
    actionsLiees: { place: 11, heading: "Actions liées", genre: "numerosActions", avenant: "ficheAction" },
    axesLies: { place: 12, heading: "Axes liés", genre: "numeros", avenant: "ficheAction" },
  },
  sources: {
    etat: { place: 0, heading: "État", sansClause: true },
    article: { place: 1, heading: "Article", sansClause: true },
    valeur: { place: 2, heading: "Ce que dit le contrat", sansClause: true },
    lieu: { place: 3, jusqua: 5, heading: "Endroit", sansClause: true },
    phrase: { place: 6, jusqua: 10, heading: "Phrase du contrat", sansClause: true },
    par: { place: 11, jusqua: 13, heading: "Confirmé par", sansClause: true },
    le: { place: 14, heading: "Confirmé le", genre: "date", sansClause: true },
  },
  avenants: {
    numero: { place: 0, heading: "Avenant n°", genre: "numero", required: true },
    signeLe: { place: 1, heading: "Signé le", genre: "date", required: true },
    intitule: { place: 2, heading: "Intitulé (nouveautés)", genre: "lignes" },
    objet: { place: 3, heading: "Objet", genre: "libre" },
    annee: { place: 4, heading: "Année", genre: "annee", required: true },
    axe: { place: 5, heading: "Axe", genre: "numero", required: true },
    action: { place: 6, heading: "Action", genre: "numeroAction", required: true },
    indicateur: { place: 7, heading: "Indicateur", genre: "numero" },
    partie: { place: 8, heading: "Partie", genre: "libre", required: true },
    ancienne: { place: 9, heading: "Ancienne valeur", genre: "libre" },
    valeur: { place: 10, heading: "Nouvelle valeur", genre: "libre", required: true },
    effetLe: { place: 11, heading: "Prend effet le", genre: "date" },
    clause: { place: 12, heading: "Clause", genre: "libre" },
    statut: { place: 13, heading: "Statut", mots: STATUTS },
    delibereLe: { place: 14, heading: "Délibéré le", genre: "date" },
  },
} as const satisfies Readonly<Record<Exclude<ContratSection, "parametres">, Columns>>;

export type TableSection = keyof typeof SECTION_COLUMNS;
export type ColumnOf<Section extends TableSection> = keyof (typeof SECTION_COLUMNS)[Section] & string;

/** The columns that stand on the sheet, from left to right. */
export function columnsOf(
  section: TableSection,
): readonly (readonly [string, ContratColumn & { readonly place: number }])[] {
  return Object.entries<Columns[string]>(SECTION_COLUMNS[section])
    .flatMap(([name, column]) =>
      column.place === undefined ? [] : [[name, { ...column, place: column.place }] as const],
    )
    .sort(([, left], [, right]) => left.place - right.place);
}

/** The fields of a fiche by the names that a line of the register gives them: as the sheet heads them. */
export const CHAMPS_FICHE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries<ContratColumn>(SECTION_COLUMNS.fiches).flatMap(([name, { nomme, heading }]) =>
    nomme ? [] : [[name, heading]],
  ),
);

/** "Public cible" → "public cible", inside a sentence. */
const begun = (heading: string): string => heading.charAt(0).toLowerCase() + heading.slice(1);

export const motsDe = ({ dit, heading }: Pick<ContratColumn, "dit" | "heading">): string => dit ?? begun(heading);
