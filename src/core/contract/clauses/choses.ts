// The things that a contract states clauses of, where each stands in the definition, and the clauses of each: the table of clauses.
import { slug } from "../../domain/words/typographie";
import { foldText } from "../../domain/words/label";
import type { Matiere } from "./articles";
import type { Chemin } from "./clause";
import type { Convention } from "../convention";
import { motsDe, SECTION_COLUMNS, type Columns, type Ligne, type TableSection } from "./sections";

export interface LigneNommee extends Ligne {
  readonly champ: string;
  readonly section: TableSection;
  readonly horsFeuille?: true;
}

/** What the braces of its key and name stand for; "rang" is its number in its list, from 1. */
export type Noms = Readonly<Record<string, unknown>>;

export interface Element {
  readonly element: unknown;
  readonly path: Chemin;
  readonly noms?: Noms;
}

export interface Chose {
  readonly section: TableSection;
  /** From what it is a part of to the list of its kind, or to the thing itself where there is but one. */
  readonly liste: Chemin;
  /** The names that tell it from others, by its fields: those of an axe, an action, an indicator or a year are its subject. */
  readonly lie?: Readonly<Record<string, string>>;
  readonly cle: string;
  /** The first of which all the names are known. */
  readonly nom: string | readonly string[];
  /** What a thing is called that its clauses do not all name alike. */
  readonly appel?: string;
  readonly article: Matiere;
  readonly contient: readonly (LigneNommee | Chose)[];
  /** How many parts of the key, and of the name, tell it from others when its clauses are missing together; none where each stands alone. */
  readonly groupe?: readonly [parts: number, words: number];
  /** Each row of its section is of one. */
  readonly rangee?: true;
  /** How a line of the register names one that an avenant takes away, and the key by which it goes. */
  readonly retrait?: { readonly nom: string; readonly cle?: string };
  /** Where they do not all stand in one list. */
  readonly elements?: (owner: Element, convention: Convention) => readonly Element[];
}

/** The clauses of a section, or some of them, in their order. */
function champs(section: TableSection, ...names: readonly string[]): readonly LigneNommee[] {
  return Object.entries<Columns[string]>(SECTION_COLUMNS[section]).flatMap(([name, column]) => {
    if (column.nomme || column.sansClause || (names.length > 0 && !names.includes(name))) return [];
    const { place, champ = name, cle = name } = column;
    return [
      {
        ...column,
        champ,
        cle,
        section,
        dit: motsDe(column),
        ...(place === undefined && { horsFeuille: true as const }),
      },
    ];
  });
}

/** Under a heading that depends on the contract. */
const sousTitre = (section: TableSection, ligne: Ligne & { readonly champ: string }): LigneNommee => ({
  cle: ligne.champ,
  ...ligne,
  section,
});

const montants = (section: "actions" | "sousActions", cle: string, nom: string, more: Partial<Ligne>): Chose => ({
  section,
  liste: ["montants"],
  lie: { annee: "annee" },
  cle: `${cle}/montants/{annee}`,
  nom: `${nom} – {annee}`,
  article: "annexe",
  contient: [
    sousTitre(section, { champ: "etat", dit: "part État", genre: "montant", partie: "etat", ...more }),
    sousTitre(section, {
      champ: "collectivite",
      dit: "part {designation}",
      genre: "montant",
      partie: "collectivite",
      ...more,
    }),
  ],
});

const INDICATEUR = "actions/{action}/indicateurs/{indicateur}";
const NOM_INDICATEUR = "Action {action} – indicateur {indicateur}";

const cibles = (ligne: LigneNommee): Chose => ({
  section: ligne.section,
  liste: ["cibles"],
  lie: { annee: "annee" },
  cle: `${INDICATEUR}/cibles/{annee}`,
  nom: NOM_INDICATEUR,
  article: "annexe",
  contient: [ligne],
});

const indicateur: Chose = {
  section: "indicateurs",
  liste: ["indicateurs"],
  lie: { indicateur: "numero" },
  cle: INDICATEUR,
  nom: NOM_INDICATEUR,
  article: "annexe",
  groupe: [4, 2],
  rangee: true,
  contient: [
    ...champs("indicateurs"),
    cibles(
      sousTitre("indicateurs", { champ: "valeur", cle: "", dit: "cible {annee}", genre: "valeur", avenant: "cible" }),
    ),
    ...champs("mesures"),
    cibles(
      sousTitre("mesures", {
        champ: "texte",
        dit: "cible {annee} en mots",
        genre: "libre",
        nouveau: true,
        ouvert: true,
      }),
    ),
  ],
};

const sousAction: Chose = {
  section: "sousActions",
  liste: ["sousActions"],
  lie: { sousAction: "numero" },
  cle: "actions/{action}/sous-actions/{sousAction}",
  nom: "Action {action} – sous-action {sousAction}",
  article: "annexe",
  groupe: [4, 2],
  rangee: true,
  retrait: { nom: "Action {action} – sous-action {sousAction}" },
  contient: [
    ...champs("sousActions"),
    montants(
      "sousActions",
      "actions/{action}/sous-actions/{sousAction}",
      "Action {action} – sous-action {sousAction}",
      {
        nouveau: true,
      },
    ),
  ],
};

/** The financing of a year: one key for however the name is written. */
export const cleAutre = (action: number, financeur: string, annee: number): string =>
  `actions/${action}/autres/${slug(financeur)}/${annee}`;

const action: Chose = {
  section: "actions",
  liste: ["actions"],
  lie: { action: "numero" },
  cle: "actions/{action}",
  nom: "Action {action}",
  article: "annexe",
  groupe: [2, 1],
  rangee: true,
  contient: [
    ...champs("actions"),
    montants("actions", "actions/{action}", "Action {action}", { avenant: "montant" }),
    indicateur,
    {
      section: "fiches",
      liste: ["fiche"],
      cle: "actions/{action}/fiche",
      nom: "Fiche de l’action {action}",
      article: "annexe",
      groupe: [3, 1],
      rangee: true,
      contient: champs("fiches"),
    },
    {
      section: "autres",
      liste: ["autres"],
      lie: { financeur: "financeur", annee: "annee" },
      cle: "actions/{action}/autres/{slug financeur}/{annee}",
      nom: "Action {action} – {financeur} – {annee}",
      article: "annexe",
      groupe: [4, 2],
      contient: [sousTitre("autres", { champ: "montant", cle: "", dit: "", genre: "montant", avenant: "montant" })],
    },
    ...champs("operateurs"),
    sousAction,
  ],
};

/** The code and the unit of a national indicator stand in a list of their own, by its label. */
const detailNational = ({ element, noms }: Element, { nationaux = [] }: Convention): readonly Element[] => {
  const rank = nationaux.findIndex((each) => foldText(each.intitule) === foldText(String(element)));
  return rank < 0 ? [] : [{ element: nationaux[rank], path: ["nationaux", rank], ...(noms && { noms }) }];
};

/** In the order of the sheet « Contrat ». Avenants are not among them: they change what is. */
export const CHOSES: readonly Chose[] = [
  {
    section: "signataires",
    liste: ["signataires"],
    cle: "signataires/{rang}",
    nom: "Signataire {rang}",
    article: "objet",
    groupe: [2, 1],
    rangee: true,
    retrait: { nom: "Signataire «\u00a0{nom}\u00a0»", cle: "signataires/{slug nom}" },
    contient: champs("signataires"),
  },
  {
    section: "annees",
    liste: ["annees"],
    lie: { annee: "annee" },
    cle: "annees/{annee}",
    nom: "",
    appel: "Année",
    article: "duree",
    groupe: [2, 1],
    rangee: true,
    contient: champs("annees", "debut", "fin"),
  },
  {
    section: "annees",
    liste: ["creditsEtat"],
    lie: { annee: "annee" },
    cle: "annees/{annee}",
    nom: "",
    appel: "Année",
    article: "financement",
    groupe: [2, 1],
    contient: [
      ...champs("annees", "statut", "montant"),
      {
        section: "annees",
        liste: ["repartition"],
        lie: { axe: "axe" },
        cle: "annees/{annee}/axes/{axe}",
        nom: "Crédits de l’État {annee} – axe {axe}",
        article: "financement",
        contient: [
          sousTitre("annees", {
            champ: "montant",
            cle: "",
            dit: "",
            genre: "montant",
            partie: "etat",
            avenant: "credits",
          }),
        ],
      },
    ],
  },
  {
    section: "seuils",
    liste: ["cofinancement", "seuils"],
    lie: { axe: "axe", annee: "annee" },
    cle: "cofinancement/seuils/{axe|tous}/{annee|toutes}",
    nom: [
      "Cofinancement minimum – axe {axe} – {annee}",
      "Cofinancement minimum – axe {axe}",
      "Cofinancement minimum – {annee}",
    ],
    article: "financement",
    rangee: true,
    contient: champs("seuils"),
  },
  {
    section: "enveloppes",
    liste: ["enveloppes"],
    cle: "enveloppes/{id}",
    nom: "Enveloppe « {intitule} »",
    article: "financement",
    groupe: [2, 1],
    retrait: { nom: "Enveloppe «\u00a0{intitule}\u00a0»" },
    contient: [
      ...champs("enveloppes", "intitule", "financeur"),
      {
        section: "enveloppes",
        liste: ["montants"],
        lie: { annee: "annee" },
        cle: "enveloppes/{id}/{annee}",
        nom: "Enveloppe « {intitule} » – {annee}",
        article: "financement",
        groupe: [3, 2],
        rangee: true,
        contient: champs("enveloppes", "montant", "statut"),
      },
    ],
  },
  {
    section: "axes",
    liste: ["axes"],
    lie: { axe: "numero" },
    cle: "axes/{axe}",
    nom: "Axe {axe}",
    appel: "Axe",
    article: "annexe",
    groupe: [2, 1],
    rangee: true,
    retrait: { nom: "Axe {axe}" },
    contient: champs("axes"),
  },
  {
    section: "financeurs",
    liste: ["autresFinanceurs"],
    cle: "financeurs/{rang}",
    nom: "Autre financeur {rang}",
    article: "financement",
    groupe: [2, 1],
    rangee: true,
    retrait: { nom: "Autre financeur «\u00a0{nom}\u00a0»", cle: "financeurs/{slug nom}" },
    contient: champs("financeurs"),
  },
  action,
  {
    section: "nationaux",
    liste: ["indicateursNationaux"],
    cle: "nationaux/{rang}",
    nom: "Indicateur national {rang}",
    article: "suivi",
    groupe: [2, 1],
    retrait: { nom: "Indicateur national «\u00a0{element}\u00a0»", cle: "nationaux/{slug element}" },
    contient: [
      ...champs("nationaux", "intitule"),
      {
        section: "nationaux",
        liste: [],
        elements: detailNational,
        cle: "nationaux/{rang}",
        nom: "Indicateur national {rang}",
        article: "suivi",
        groupe: [2, 1],
        contient: champs("nationaux", "code", "unite"),
      },
    ],
  },
  {
    section: "imputation",
    liste: ["imputation", "lignes"],
    lie: { annee: "annee", axe: "axe" },
    cle: "imputation/lignes/{annee}/{axe}",
    nom: "Imputation {annee} – axe {axe}",
    article: "versement",
    groupe: [4, 2],
    rangee: true,
    retrait: { nom: "Imputation {annee} – axe {axe}" },
    contient: champs("imputation"),
  },
  {
    section: "echeances",
    liste: ["echeances"],
    lie: { annee: "avenantPour" },
    cle: "echeances/{id}",
    nom: "Échéance « {intitule} »",
    article: "suivi",
    groupe: [2, 1],
    rangee: true,
    retrait: { nom: "Échéance «\u00a0{intitule}\u00a0»" },
    contient: champs("echeances"),
  },
];
