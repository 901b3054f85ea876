// The words of column headings, by what they say: the only place that knows them. A new heading is a word here.
import type { EtatDExecution, Taxes } from "../../domain/mesure";
import type { NatureMontant, NatureValeur, Part } from "../../domain/natures";
import { words } from "../labels/said-words";

/** Words that change nothing of what a heading says. */
export const FILLER = words(
  "de du des d la le les l au aux a et en par pour sur titre ans an etiquettes etiquette somme dont cts sum of part parts credit credits " +
    "financement financements contribution contributions participation subvention montant montants apport euro euros eur € k€ m€ ke " +
    "milliers millions annee annees exercice lignes colonnes cls dotation dotations abondement abondements aide aides civile confirmer valider",
);

/** Whose amounts they are; every word of a heading but the filler must be one of a part's. */
export const PART_WORDS: Readonly<Record<Exclude<Part, "collectivite">, ReadonlySet<string>>> = {
  total: words("total cout budget action general global sous ensemble"),
  etat: words("etat p304 304 programme bop prog ddets ddetspp prefecture pns"),
  autres: words(
    "autre autres financeur financeurs partenaire partenaires cofinanceur cofinanceurs caf region regional regionale conseil fse feder " +
      "europe europeen europeens fonds propres propre autofinancement commune communes ville villes ars carsat msa fondation fondations " +
      "prive prives mutualite porteur porteurs ressources recettes externes externe",
  ),
};

/** One of these makes the part; the others only go with it. */
export const PART_KEYS: Readonly<Record<Exclude<Part, "collectivite">, RegExp>> = {
  total: /^(?:total|cout|ensemble)$/,
  etat: /^(?:etat|p?304|ddets(?:pp)?|prefecture)$/,
  autres:
    /^(?:autres?|financeurs|partenaires|cofinanceurs?|caf|region|regional|fse|feder|europe|autofinancement|communes?|villes?|ars|carsat|msa|fondations?|mutualite|fonds|externes?)$/,
};

/** "Fonds propres Métropole" are the party's that is named; alone they are somebody else's. */
export const OWN_FUNDS = words("fonds propres propre autofinancement");

/** Words for the local party of any contract of the programme. */
export const LOCAL_PARTY = [
  "Métropole",
  "Métropolitaine",
  "Département",
  "Départementale",
  "Conseil départemental",
  "CD",
  "Collectivité",
  "Collectivités",
  "Collectivité territoriale",
  "Cofinancement",
  "Co-financement",
];

type Nature = NatureMontant | NatureValeur;

/** What the figures are, the first that is said. */
export const NATURE_WORDS: readonly (readonly [Nature, ReadonlySet<string>])[] = [
  [
    "contracted",
    words(
      "contractualise contractualises contractualisee conventionne conventionnes contrat ferme fermes provisoire provisoires " +
        "provisionnel provisionnels provisionnelle provisionnelles signe signes signee signees vote votes votee votees " +
        "prevu prevus prevue prevues initial initiaux initiale",
    ),
  ],
  [
    "modified",
    words(
      "modifie modifies modifiee modifiees revise revises revisee actualise actualises actualisee ajuste ajustes ajustee",
    ),
  ],
  [
    "forecast",
    words(
      "previsionnel previsionnels previsionnelle previsionnelles prevision previsions prev previs primitif demande demandes",
    ),
  ],
  ["paid", words("verse verses versee versees versement versements paye payes payee payees paiement paiements")],
  [
    "executed",
    words(
      "realise realises realisee realisees realisation realisations execute executes executee executees execution mandate mandates " +
        "mandatee mandatees mandatement mandatements consomme consommes consommee consommees consommation liquide liquides liquidee liquidees " +
        "constate constates reel reels reelle reelles",
    ),
  ],
  ["achieved", words("atteint atteints atteinte atteintes resultat resultats")],
];

/** How far the spending is, of figures that may all be called executed; « réalisé » says none in particular. */
export const STATE_WORDS: Readonly<Record<EtatDExecution, RegExp>> = {
  engagé: /^engage(?:e?s?)$/,
  mandaté: /^(?:mandate(?:e?s?|ments?)|liquide(?:e?s?))$/,
  payé: /^(?:paye(?:e?s?)|paiements?|decaisse(?:e?s?))$/,
  réalisé: /^(?:realise(?:e?s?)|realisations?|execute(?:e?s?)|execution|consomme(?:e?s?)|consommation)$/,
};
/** "Mandaté et rattaché": what is owed for the year belongs to what was ordered of it. */
export const OWED = /^rattache(?:e?s?|ments?)$/;
export const TAX_WORDS: Readonly<Record<Taxes, RegExp>> = {
  "hors taxes": /\b(?:ht|hors[- ]taxes?)\b/g,
  "toutes taxes comprises": /\b(?:ttc|toutes[- ]taxes(?: comprises)?)\b/g,
};

/** "Acompte versé", "Versement n° 2": one of the payments of a year. */
export const PAYMENT_WORDS =
  /^(?:acomptes?|avances?|soldes?|1er|[2-9]e(?:me)?|premier|second|deuxieme|n°?|no|(?:n°)?\d)$/;

/** "Après avenant n° 1": the number of an avenant says no more. */
export const AVENANT_WORDS = /^(?:avenant|apres|avant|suite|signe|no|n?°?\d{0,2})$/;
export const BEFORE = /^avant$/;
/** Beside a nature these say nothing more. */
export const NATURE_FILLER = /^(?:depenses?|budget|valeurs?|effectifs?|effectivement)$/;
/** The words for executed amounts that turn the title of a whole table. */
export const EXECUTION_TITLE = /^(?:realis|execut|mandat|consomm|liquid)/;
/** What is told afterwards of money spent; unless it is foreseen. */
export const SPENT_TITLE =
  /\b(?:bilans? (?:financiers?|budgetaires?|des depenses|20\d\d)|comptes? rendus? financiers?|suivi des depenses|etat des depenses)\b/;
export const FORESEEN_TITLE = /\b(?:prev|primitif|projet)/;
/** The account of a year that is over; "CA" alone is a party as well, a communauté d’agglomération. */
export const ACCOUNT_TITLE = /\bcomptes? (?:administratif|financier unique)|\b(?:ca|cfu) ?20\d\d\b/;

export const TARGET_WORDS = words("cible cibles objectif objectifs valeur valeurs attendu attendus attendue attendues");
export const TARGET_KEY = /^(?:cibles?|objectifs?)$/;
export const T0_WORDS = words("t0 situation valeur initiale initial depart reference ref etat");
export const T0_KEY = /^(?:t0|initiale?|depart|ref(?:erence)?)$/;

export const INITIAL = /^initia(?:l|le|ux)$/;

/** "Total 2024-2027", "Cumul", "Ensemble de la période". */
export const PERIOD_WORDS = words("periode cumul cumule cumules pluriannuel pluriannuelle");

/** What the cells under a heading are where they are no figures: every word but the filler, and one that makes it. */
export const ROLE_WORDS = {
  indicateur: {
    words: words(
      "indicateur indicateurs suivi resultat resultats intitule libelle nom local locaux leurs associe associes",
    ),
    key: /^indicateurs?$/,
  },
  axe: {
    words: words("axe axes thematique thematiques pilier piliers intitule libelle nom n numero n° no"),
    key: /^(?:axe|thematique|pilier)s?$/,
  },
  action: {
    words: words("action actions intitule libelle nom fiche fiches mesure mesures axe axes n numero n° no"),
    key: /^(?:action|fiche|mesure)s?$/,
  },
  annee: {
    words: words("annee annees exercice exercices budgetaire budgetaires civile n"),
    key: /^(?:annee|exercice)/,
  },
  financeur: {
    words: words("financeur financeurs origine source partie parties prenante ligne nature"),
    key: /^(?:financeurs?|origine|source|partie)$/,
  },
  operateur: {
    words: words("operateur operateurs porteur porteurs structure structures beneficiaire association"),
    key: /^(?:operateur|porteur|structure|association)s?$/,
  },
} as const;

/** "Justification des écarts", "Motif de l’écart": a column where the agent explains the amounts beside it. */
export const JUSTIFICATION = /^(?:justifi|motifs?$|explication)/;
export const REMARK = /^(?:commentaire|observation)/;
export const GAP = /^ecarts?$/;
/** Amounts of the year that are neither contracted nor executed: they are named, and leave nothing uncompared. */
export const ASIDE =
  /\b(?:engage(?:es?|s|ments?)?|restes? a (?:payer|mandater|liquider|realiser|consommer|verser|engager)|disponibles?|notifi(?:e|es|ee|ees))\b/;
/** "Date de versement": a date is no amount; "Réalisé à date" is one. */
export const DATE_HEADING = /^dates? ?(?:$|d['eu])/;
/** With a year, or beside a party's name, these say that a figure is the contract's. */
export const CONTRACT_AMOUNT =
  /^(?:enveloppes?|budgets?|credits?|dotations?|montants?|subventions?|financements?|total|totaux|parts?)$/;
/** Beside those, other words for money. */
export const MONEY = /^(?:totaux|couts?|depenses?|recettes?|sommes?|cumuls?|tarifs?|prix|paiements?|factures?)$/;
/** One such amount is enough to be named, even alone in its column. */
export const LEFT_OVER = /\b(?:soldes?|reliquats?|acomptes?|avances?|trop[ -]percus?)\b/;
/** What is left of money at the end of a year, or goes over to the next one. */
export const REMAINDER = /\b(?:soldes?|reliquats?|restes?|reports?|reporte(?:e|s|es)?|non (?:consommes?|depenses?))\b/;
/** One of these makes figures that are no amounts to be compared: gaps, shares, codes, counts. */
export const NO_AMOUNT =
  /^(?:ecarts?|differences?|delta|variations?|evolutions?|taux|ratios?|pourcentages?|quotite|codes?|n°|no|numeros?|id|ordre|nb|nbre|nombres?|etp|effectifs?|siret|siren|priorites?|durees?|jours?|mois|verification|controle|check)$/;

/**
 * Among those, what is computed from the amounts themselves, and what is counted in a unit of its own, whatever that
 * of the table.
 */
export const COMPUTED = /^(?:ecarts?|differences?|delta|variations?|evolutions?|verification|controle|check)$/;
export const RATE = /^(?:taux|ratios?|pourcentages?|quotite)$/;
export const COUNT =
  /^(?:nb|nbre|nombres?|etp|effectifs?|durees?|jours?|mois|codes?|siret|siren|n°|no|numeros?|id|ordre|priorites?)$/;

/** "Budget 2024", "BP 2024": with a year and nothing else, the year. */
export const PLAN_WORDS = words(
  "budget budgets budgetaire bp enveloppe enveloppes programmation convention tranche plan maquette financier financiere",
);

const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [
    ...Object.values(PART_WORDS),
    ...NATURE_WORDS.map(([, set]) => set),
    ...Object.values(ROLE_WORDS).map((role) => role.words),
    TARGET_WORDS,
    T0_WORDS,
    PERIOD_WORDS,
    PLAN_WORDS,
  ].flatMap((set) => [...set]),
);
const KNOWN_PATTERNS = [AVENANT_WORDS, PAYMENT_WORDS, NATURE_FILLER, OWED, INITIAL];

/** Whether a word other than the filler and the local party's names may stand in a heading that is understood. */
export const isHeadingWord = (token: string): boolean =>
  KNOWN_WORDS.has(token) || KNOWN_PATTERNS.some((pattern) => pattern.test(token));
