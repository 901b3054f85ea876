// The statements of a contract that a line of an avenant names by its words, for want of columns of their own.
import { listClauses, type Clause, type ValeurClause } from "./clauses";
import { findWord, PARAMETRE_CLES, PARAMETRES } from "./contrat-layout";
import type { Convention } from "../convention";
import { foldLabel, foldText } from "../../domain/words/label";
import { slug } from "../../domain/words/typographie";

/** Statements that a line of another kind changes, by its own columns. */
const OF_OTHER_LINES: readonly RegExp[] = [
  /^annees\/\d+\/(?:credits|statut|axes)/,
  /^axes\//,
  /^actions\/\d+\/(?:intitule|axe|montants|autres|fiche)/,
  /^actions\/\d+\/indicateurs\/\d+(?:$|\/(?:intitule|t0|cibles\/\d+)$)/,
  /^echeances\/[^/]+\/(?:date|origine)$/,
  /^imputation\/lignes\/.*\/code$/,
];

export const isNommee = (cle: string): boolean => !OF_OTHER_LINES.some((words) => words.test(cle));

/** The statement that the contract's history and findings call by these words: "Enveloppe « … » – 2025". */
function clauseNommee(convention: Convention, text: string): Clause | null {
  const wanted = foldText(text);
  const found = listClauses(convention).find(
    ({ cle, libelle, reglage }) => !reglage && isNommee(cle) && foldText(libelle) === wanted,
  );
  return found ?? null;
}

const QUI: Readonly<Record<string, string>> = {
  nom: "nom",
  role: "role",
  representant: "representant",
  qualite: "qualite",
};
const MESURE: Readonly<Record<string, string>> = {
  unite: "unite",
  sens: "sens",
  cumul: "cumul",
  "t0 en mots": "t0/texte",
};

/** By any of its labels; of one that the same avenant adds, what its label makes. */
export function idEcheance({ echeances }: Convention, nom: string): string {
  const wanted = foldLabel(nom);
  const known = echeances.find(({ id, intitule, alias }) =>
    [id, intitule, ...alias].some((label) => foldLabel(label) === wanted),
  );
  return known?.id ?? slug(nom);
}

interface Told {
  readonly convention: Convention;
  /** Folded. */
  readonly designation: string;
  /** The number of a sub-action as it is written: letters keep their case. */
  readonly sousAction: string;
}

/** As `listClauses` calls them, folded; for what the contract does not state yet. */
const NOMS: readonly (readonly [RegExp, (found: readonly string[], told: Told) => string | null])[] = [
  [
    /^signataire (\d+) - (nom|role|representant|qualite)$/,
    ([, numero, champ = ""]) => `signataires/${numero}/${QUI[champ] ?? ""}`,
  ],
  [/^autre financeur (\d+) - nom$/, ([, numero]) => `financeurs/${numero}/nom`],
  [/^enveloppe "? ?(.+?) ?"? - (intitule|financeur)$/, ([, nom = "", champ]) => `enveloppes/${slug(nom)}/${champ}`],
  [/^enveloppe "? ?(.+?) ?"? - (\d{4})$/, ([, nom = "", annee]) => `enveloppes/${slug(nom)}/${annee}/montant`],
  [
    /^cofinancement minimum - axe (\d+)(?: - (\d{4}))?$/,
    ([, axe, annee = "toutes"]) => `cofinancement/seuils/${axe}/${annee}`,
  ],
  [/^cofinancement minimum - (\d{4})$/, ([, annee]) => `cofinancement/seuils/tous/${annee}`],
  [/^action (\d+) - operateurs$/, ([, action]) => `actions/${action}/operateurs`],
  [
    /^action (\d+) - sous-action (\S+) - (intitule|operateur)$/,
    ([, action, , champ], { sousAction }) => `actions/${action}/sous-actions/${sousAction}/${champ}`,
  ],
  [
    /^action (\d+) - sous-action (\S+) - (\d{4}) - part (.+)$/,
    ([, action, , annee, partie], { designation, sousAction }) => {
      if (partie !== "etat" && partie !== designation) return null;
      return `actions/${action}/sous-actions/${sousAction}/montants/${annee}/${partie === "etat" ? "etat" : "collectivite"}`;
    },
  ],
  [
    /^action (\d+) - indicateur (\d+) - (unite|sens|cumul|t0 en mots)$/,
    ([, action, indicateur, champ = ""]) => `actions/${action}/indicateurs/${indicateur}/${MESURE[champ] ?? ""}`,
  ],
  [
    /^action (\d+) - indicateur (\d+) - cible (\d{4}) en mots$/,
    ([, action, indicateur, annee]) => `actions/${action}/indicateurs/${indicateur}/cibles/${annee}/texte`,
  ],
  [
    /^echeance "? ?(.+?) ?"? - (intitule|article|nature|avenant pour)$/,
    ([, nom = "", champ = ""], { convention }) => `echeances/${idEcheance(convention, nom)}/${slug(champ)}`,
  ],
  [/^indicateur national (\d+)$/, ([, numero]) => `nationaux/${numero}`],
  [/^indicateur national (\d+) - (code|unite)$/, ([, numero, champ]) => `nationaux/${numero}/${champ}`],
];

/** The key of what these words name, stated by the contract or to be added to it; null for words that name nothing. */
export function cleNommee(convention: Convention, text: string): string | null {
  const parametre = findWord(PARAMETRES, text);
  const known = (parametre && PARAMETRE_CLES[parametre]) ?? clauseNommee(convention, text)?.cle;
  if (known !== undefined) return known;
  const folded = foldText(text);
  const designation = foldText(convention.collectivite.designation);
  const sousAction = /sous-action\s+(\S+)/iu.exec(text)?.[1] ?? "";
  for (const [words, cleDe] of NOMS) {
    const found = words.exec(folded);
    if (found) return cleDe(found, { convention, designation, sousAction });
  }
  return null;
}

/** The kind of a statement's value, even where the contract does not make it yet. */
export function genreDe(convention: Convention, cle: string): ValeurClause["genre"] {
  const known = listClauses(convention).find((clause) => clause.cle === cle);
  if (known) return known.valeur.genre;
  if (/^echeances\/[^/]+\/date$/.test(cle)) return "date";
  if (/^echeances\/[^/]+\/avenant-pour$/.test(cle)) return "nombre";
  if (/^enveloppes\/.*\/montant$|\/montants\/\d{4}\/|\/autres\//.test(cle)) return "montant";
  return cle.startsWith("cofinancement/seuils/") ? "part" : "texte";
}

const CHAMPS_ECHEANCE = ["intitulé", "article", "nature", "avenant pour"];

/** What a line may name: what the contract states, and what it may be given more of. */
export function nomsDuContrat(convention: Convention): readonly string[] {
  const { signataires = [], autresFinanceurs = [], indicateursNationaux, annees, collectivite } = convention;
  const stated = listClauses(convention).flatMap(({ cle, libelle, reglage, horsFeuille }) =>
    reglage || horsFeuille || !isNommee(cle) ? [] : [libelle],
  );
  const signataire = `Signataire ${signataires.length + 1}`;
  const parts = annees.flatMap(({ annee }) => [`${annee} – part État`, `${annee} – part ${collectivite.designation}`]);
  const more = [
    ...["nom", "rôle", "représentant", "qualité"].map((champ) => `${signataire} – ${champ}`),
    `Autre financeur ${autresFinanceurs.length + 1} – nom`,
    ...["intitulé", "financeur", ...annees.map(({ annee }) => `${annee}`)].map(
      (champ) => `Enveloppe « à nommer » – ${champ}`,
    ),
    ...convention.axes.map(({ numero }) => `Cofinancement minimum – axe ${numero}`),
    ...annees.map(({ annee }) => `Cofinancement minimum – ${annee}`),
    ...convention.actions.flatMap(({ numero, sousActions = [] }) => [
      `Action ${numero} – opérateurs`,
      ...["intitulé", "opérateur", ...parts].map(
        (champ) => `Action ${numero} – sous-action ${numero}.${sousActions.length + 1} – ${champ}`,
      ),
    ]),
    `Indicateur national ${indicateursNationaux.length + 1}`,
    ...convention.echeances.flatMap(({ intitule, reglage = false }) =>
      CHAMPS_ECHEANCE.filter((champ) => reglage || champ === "avenant pour").map(
        (champ) => `Échéance « ${intitule} » – ${champ}`,
      ),
    ),
  ];
  const parametres = Object.entries(PARAMETRES).flatMap(([key, name]) => (key in PARAMETRE_CLES ? [name] : []));
  return [...new Set([...parametres, ...stated, ...more])];
}
