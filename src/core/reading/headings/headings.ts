// The only place that knows the words of column headings.
import type { Convention } from "../../domain/contrat/convention";
import type { Colonne } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import { createContractYears, type ContractYears } from "./contract-years";

export type Unit = "€" | "k€" | "M€";

/** What a heading says; all null for a cell that is no heading. */
export interface Heading {
  readonly annee: number | null;
  readonly colonne: Colonne | null;
  readonly role: "t0" | "cible" | "realise" | "indicateur" | "action" | "axe" | "annee" | null;
  readonly unit: Unit | null;
  /** Whose executed amounts, or what the State has paid; `colonne` is then null. "Réalisé" alone is the total. */
  readonly execution: Colonne | "verse" | null;
  /** Contracted or executed, where the heading says it. */
  readonly nature: Nature | null;
}

export type Nature = "prevu" | "execution";

export interface HeadingReader {
  /** Answers from memory for a text already seen. */
  read(text: string): Heading;
  readonly years: ContractYears;
}

const NONE: Heading = { annee: null, colonne: null, role: null, unit: null, execution: null, nature: null };

/** Longer texts are sentences, not headings. */
const MAX_LENGTH = 60;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const FILLER = words(
  "part parts credit credits de du des la le les l d au aux a et en par pour titre financement financements contribution " +
    "contributions participation subvention montant montants apport euro euros eur € k€ m€ ke milliers millions annee " +
    "annees exercice prevu prevus prevue previsionnel previsionnels previsionnelle ferme fermes contractualise contractualises " +
    "contractualisee conventionne conventionnes contrat",
);
const PREVU_WORDS = words(
  "prevu prevus prevue prevues previsionnel previsionnels previsionnelle contractualise contractualises contractualisee " +
    "conventionne conventionnes contrat",
);
const TOTAL_WORDS = words("total cout budget action general global");
const ETAT_WORDS = words("etat p304 304 programme bop prog ddets");
const REALISE_WORDS = words(
  "realise realises realisee realisees realisation realisations execute executes executee executees execution mandate mandates " +
    "verse verses versee versees versement versements paye payes payee payees paiement paiements " +
    "consomme consommes consommee consommees constate constates atteint atteints atteinte atteintes resultat",
);
const VERSE_WORDS = /^(?:vers(?:e|ement)|pay|paie)/;
/** Of the achieved words, those that no amount is said with. */
const NO_AMOUNT_WORDS = /^(?:attein|resultat)/;
/** Of these, the ones that turn the title of a whole table. */
const EXECUTION_TITLE = /^(?:realis|execut|mandat)/;
const CIBLE_WORDS = words("cible cibles objectif objectifs valeur valeurs attendu attendus attendue attendues");
const T0_WORDS = words("t0 situation valeur initiale initial depart reference ref etat");
const INDICATEUR_WORDS = words(
  "indicateur indicateurs suivi resultat resultats intitule libelle nom local locaux leurs associe associes",
);
const ACTION_WORDS = words("action actions intitule libelle nom fiche fiches mesure mesures axe axes n numero n° no");

/** Words for the local party of any contract of the programme. */
const LOCAL_PARTY = [
  "Métropole",
  "Département",
  "Conseil départemental",
  "CD",
  "Collectivité",
  "Collectivités",
  "Collectivité territoriale",
  "Cofinancement",
  "Co-financement",
];

function tokenize(text: string): string[] {
  return foldText(text)
    .replace(/\./g, "")
    .replace(/[^\p{L}\p{N}€°]+/gu, " ")
    .replace(/\b([km]) €/g, "$1€")
    .trim()
    .split(" ");
}

const YEAR_WORDS = words("annee annees exercice exercices budgetaire budgetaires civile n");
const AXE_WORDS = words("axe axes thematique thematiques intitule libelle nom n numero n° no");

const isYear = (token: string): boolean => /^20\d\d$/.test(token);

const keepMeaning = (tokens: readonly string[]): string[] =>
  tokens.filter((token) => token !== "" && !FILLER.has(token) && !isYear(token));

function readUnit(text: string): Unit | null {
  const folded = foldText(text);
  if (/\bk ?(?:€|eur)|milliers? d'?(?:e|€)/.test(folded)) return "k€";
  if (/\bm ?(?:€|eur)|millions? d'?(?:e|€)/.test(folded)) return "M€";
  return /€|\beuros?\b/.test(folded) ? "€" : null;
}

/** The unit that a title announces ("en k€", "(k€)", "en milliers d'euros"); an amount in a sentence announces nothing. */
export function readTitleUnit(text: string): Unit | null {
  const match =
    /(?:\ben|\(|^|unite ?:?|montants? ?:?) ?(k ?€|m ?€|k ?euros?|€|euros?|milliers? d'(?:euros?|€)|millions? d'(?:euros?|€))(?![\p{L}\p{N}])/u.exec(
      foldText(text),
    );
  return match?.[1] === undefined ? null : readUnit(match[1]);
}

const every = (tokens: readonly string[], set: ReadonlySet<string>): boolean => tokens.every((token) => set.has(token));

function readColonne(meaning: readonly string[], local: LocalWords): Colonne | null {
  const named = meaning.filter((token) => !TOTAL_WORDS.has(token));
  if (named.length === 0) return meaning.includes("total") || meaning.includes("cout") ? "total" : null;
  if (every(named, ETAT_WORDS) && named.some((token) => /^(?:etat|p?304)$/.test(token))) return "etat";
  if (local.matches(named)) return "collectivite";
  const others = named.filter((token) => !ETAT_WORDS.has(token));
  return meaning.includes("total") && others.length < named.length && local.matches(others) ? "total" : null;
}

function readRole(meaning: readonly string[]): Heading["role"] {
  if (meaning.length === 0) return null;
  if (meaning.some((token) => REALISE_WORDS.has(token)) && !meaning.some((token) => token.startsWith("indicateur"))) {
    return "realise";
  }
  if (meaning.some((token) => token.startsWith("indicateur")) && every(meaning, INDICATEUR_WORDS)) return "indicateur";
  if (every(meaning, T0_WORDS) && meaning.some((token) => /^(?:t0|initiale?|depart|ref(?:erence)?)$/.test(token)))
    return "t0";
  if (every(meaning, CIBLE_WORDS)) return "cible";
  if (every(meaning, AXE_WORDS) && meaning.some((token) => /^(?:axe|thematique)s?$/.test(token))) return "axe";
  return every(meaning, ACTION_WORDS) && meaning.some((token) => /^(?:action|fiche|mesure)s?$/.test(token))
    ? "action"
    : null;
}

interface LocalWords {
  matches(tokens: readonly string[]): boolean;
}

function createLocalWords(labels: readonly string[]): LocalWords {
  const phrases = labels.map((label) => keepMeaning(tokenize(label))).filter((phrase) => phrase.length > 0);
  const known = new Set(phrases.flat());
  return {
    matches: (tokens) =>
      tokens.length > 0 &&
      every(tokens, known) &&
      phrases.some((phrase) => phrase.every((token) => tokens.includes(token))),
  };
}

/** "Réalisé État" is the State's executed part, "Versé" what it paid; "Écart prévu / réalisé" is neither. */
function readExecution(meaning: readonly string[], local: LocalWords): Heading["execution"] {
  const said = meaning.filter((token) => REALISE_WORDS.has(token));
  if (said.length === 0 || said.some((token) => NO_AMOUNT_WORDS.test(token))) return null;
  const rest = meaning.filter((token) => !REALISE_WORDS.has(token) && !/^depenses?$/.test(token));
  const isPaid = said.some((token) => VERSE_WORDS.test(token));
  if (isPaid) return every(rest, ETAT_WORDS) ? "verse" : null;
  return rest.length === 0 || every(rest, TOTAL_WORDS) ? "total" : readColonne(rest, local);
}

const isYearWord = (tokens: readonly string[]): boolean =>
  every(tokens, YEAR_WORDS) && tokens.some((token) => /^(?:annee|exercice)/.test(token));

function parseHeading(text: string, local: LocalWords, contractYears: ContractYears): Heading {
  // An error value is no heading: "#REF!" reads like "réf."; a share is no amount.
  if (text.length > MAX_LENGTH || text.startsWith("#") || text.includes("%")) return NONE;
  const tokens = tokenize(contractYears.unify(foldText(text)));
  if (isYearWord(tokens)) return { ...NONE, role: "annee" };
  const meaning = keepMeaning(tokens);
  const years = tokens.filter(isYear);
  const role = readRole(meaning);
  const isParty = role === null || role === "action" || role === "axe";
  const colonne = isParty ? readColonne(meaning, local) : null;
  const isPlanned = tokens.some((token) => PREVU_WORDS.has(token));
  const execution = isPlanned || colonne !== null ? null : readExecution(meaning, local);
  const isBareNature = isPlanned && meaning.every((token) => token === "budget");
  const isAboutYear = meaning.length === 0 || colonne !== null || role !== null || isBareNature;
  return {
    annee: years.length === 1 && isAboutYear ? Number(years[0]) : null,
    colonne,
    role: colonne === null ? role : null,
    unit: readUnit(text),
    execution,
    nature: execution !== null ? "execution" : isPlanned && (colonne !== null || isBareNature) ? "prevu" : null,
  };
}

export function createHeadingReader(convention: Convention): HeadingReader {
  const { designation, nom, motsColonne } = convention.collectivite;
  const local = createLocalWords([designation, nom, ...motsColonne, ...LOCAL_PARTY]);
  const years = createContractYears(convention);
  const memory = new Map<string, Heading>();
  return {
    years,
    read: (text) => {
      let heading = memory.get(text);
      if (heading === undefined) memory.set(text, (heading = parseHeading(text, local, years)));
      return heading;
    },
  };
}

/** Whether a title or a sheet name announces executed amounts rather than contracted ones. */
export function announcesExecution(text: string): boolean {
  return text.length <= 3 * MAX_LENGTH && tokenize(text).some((token) => EXECUTION_TITLE.test(token));
}

/** "Justification des écarts", "Motif de l’écart": a column where the agent explains the amounts beside it. */
export function announcesJustification(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const tokens = tokenize(text);
  return (
    tokens.some((token) => /^(?:justifi|motifs?$|explication)/.test(token)) ||
    (tokens.some((token) => /^(?:commentaire|observation)/.test(token)) &&
      tokens.some((token) => /^ecarts?$/.test(token)))
  );
}
