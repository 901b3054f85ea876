// The options of `verifier`, checked one by one; what is wrong is said in French with what is accepted.
import { isPartie, type Partie } from "../../core/domain/parties";
import type { Qui } from "../../core/domain/registre";
import type { Dernier } from "../../core/domain/reprise";
import { RULE_IDS, type RuleId } from "../../core/rules/rule-id";
import { foldText } from "../../core/domain/words/label";
import { checkDate } from "../check-date";
import { CONTRATS } from "../definitions";
import { CommandError } from "../command-error";
import { CONTRAT, DATE, FEUILLE, FORCE, HELP, usageOf, type CommandMeta } from "../command-meta";
import { suggest } from "../suggest";
import { checkForce, parseCommandLine } from "../parse-command-line";

export interface Options {
  readonly files: readonly string[];
  readonly json: boolean;
  /** Any error counts, justified and accepted or not. */
  readonly strict: boolean;
  readonly force: boolean;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly sortie: string | null;
  readonly contrat: string | null;
  /** A folder of definitions, of which each workbook tells which it follows; null for the product's. */
  readonly contrats: string | null;
  /** Sheets whose tables count where others show the same years. */
  readonly feuilles: readonly string[];
  /** The rules to show; none for all of them. */
  readonly regles: readonly RuleId[];
  /** A file of answers about columns that were not understood. */
  readonly lecture: string | null;
  /** Where to write what is asked of the columns. */
  readonly lectureSortie: string | null;
  /** For which party a reason is given that does not say it; null where nobody says. */
  readonly partie: Partie | null;
  /** Another version of the workbook, or a procès-verbal that was kept, to hold it against. */
  readonly reference: string | null;
  /** The other party's copy, of which what it says of the discrepancies is taken. */
  readonly reprendre: string | null;
  /** Which of two that contradict each other then stands last. */
  readonly dernier: Dernier;
  /** Who verifies, as he declares it; null where nobody is named. */
  readonly qui: Qui | null;
}

export const ONE_OUTPUT =
  "--sortie ne s’emploie qu’avec un seul classeur : pour tout un dossier, voyez « tableau-de-bord --annotes ».";

const ONE_CONTRAT =
  "--contrat dit quel contrat tous les classeurs suivent, --contrats laisse chacun le montrer : donnez l’un ou l’autre.";

export const ONE_REFERENCE =
  "--reference ne s’emploie qu’avec un seul classeur : celui qui est comparé à la référence.";

export const ONE_RETURNED =
  "--reprendre ne s’emploie qu’avec un seul classeur : celui dans lequel les réponses sont reprises.";

/** Why no copy is written of a workbook that is not known to be this contract's. */
export const NOT_WRITTEN = {
  "not-this-contract": "la copie annotée n’est pas écrite, ce classeur n’est pas celui du contrat.",
  "to-confirm": "la copie annotée n’est pas écrite, il reste à confirmer quel contrat ce classeur suit.",
} as const;

export const VERIFIER = {
  nom: "verifier",
  resume: "Vérifie le classeur d’un Contrat local des solidarités.",
  usages: ["CLASSEUR.xlsx [AUTRE.xlsx …] [options]", "DOSSIER [options]"],
  exemple: "classeur.xlsx",
  exemples: [
    ["classeur.xlsx --sortie annote.xlsx", "avec une copie annotée"],
    ["classeur.xlsx --sortie rapport.html", "un rapport d’une page web, à envoyer par courriel"],
    ["classeur.xlsx --date 2026-06-30", "comme à cette date"],
    ["classeur.xlsx --reference copie-de-l-etat.xlsx", "ce qui diffère de l’exemplaire de l’autre partie"],
    ["ici.xlsx --reprendre retour.xlsx --sortie repris.xlsx", "reprend les réponses reçues"],
    ["- < classeur.xlsx", "un classeur reçu d’un autre programme"],
    ["dossier", "tous les classeurs du dossier et de ses sous-dossiers"],
  ],
  options: {
    json: { type: "boolean", aide: "résultat en JSON, un objet par ligne et par classeur" },
    date: DATE,
    sortie: {
      type: "string",
      valeur: "FICHIER",
      exemple: "annote.xlsx",
      aide:
        "écrit aussi une copie annotée : surlignages, feuilles « Écarts » et « Synthèse par axe »\n" +
        "(un seul classeur à la fois ; le classeur d’origine n’est jamais modifié) ;\n" +
        "rapport.html ou rapport.md : un rapport qui se lit et s’imprime sans Excel ;\n" +
        "rapport.xml : au format JUnit, pour les outils qui lancent des contrôles seuls",
    },
    force: FORCE,
    contrat: CONTRAT,
    contrats: CONTRATS,
    feuille: FEUILLE,
    regle: {
      type: "string",
      multiple: true,
      valeur: "RÈGLE",
      exemple: "cofinancement-minimum",
      choix: RULE_IDS,
      aide:
        "ne montre que cette règle, par son nom dans le JSON et dans docs/regles (peut être répété) ;\n" +
        "le verdict et le code de retour restent ceux de toutes",
    },
    lecture: {
      type: "string",
      valeur: "FICHIER",
      exemple: "lecture.json",
      aide:
        "réponses (JSON) sur les colonnes et les lignes qui n’en disent pas assez : la même liste peut servir\n" +
        "à plusieurs classeurs, chacun prend celles dont il a les mots (sans « sheet », une réponse vaut\n" +
        "sur toutes les feuilles)",
    },
    "lecture-sortie": {
      type: "string",
      valeur: "FICHIER",
      exemple: "lecture.json",
      aide:
        "écrit ces questions, avec ce qui est supposé, prêtes à compléter ; de plusieurs classeurs, chaque\n" +
        "question une fois",
    },
    partie: {
      type: "string",
      valeur: "PARTIE",
      exemple: "collectivite",
      choix: ["etat", "collectivite"],
      aide:
        "« etat » ou « collectivite » : la partie pour laquelle sont données les justifications qui ne le disent pas,\n" +
        "comme celles du tableau d’exécution. Elle est écrite à côté d’elles dans la copie annotée ; une\n" +
        "justification qui a déjà une réponse reste telle quelle, et l’option ne répond à aucune",
    },
    reference: {
      type: "string",
      valeur: "FICHIER",
      exemple: "copie-de-l-etat.xlsx",
      aide:
        "compare aussi le classeur à cet autre (l’exemplaire de l’autre partie, celui de l’an dernier, un\n" +
        "procès-verbal gardé) : contrat signé, chiffres, motifs, suite des procès-verbaux, et ce que cela\n" +
        "change au verdict ; avec --sortie, la feuille « Comparaison » est écrite (un seul classeur à la fois)",
    },
    reprendre: {
      type: "string",
      valeur: "FICHIER",
      exemple: "retour-de-l-etat.xlsx",
      aide:
        "reprend les motifs, les réponses et les commentaires de cet autre exemplaire du classeur, jamais ses\n" +
        "chiffres : ceux qui diffèrent sont dits d’abord, et ce qui a été dit d’autres chiffres ne compte pas ;\n" +
        "avec --sortie, la copie annotée les porte (un seul classeur à la fois)",
    },
    dernier: {
      type: "string",
      valeur: "LEQUEL",
      exemple: "ici",
      choix: ["ici", "recu"],
      aide:
        "« recu » (sans cette option) ou « ici » : de deux motifs ou de deux réponses écrits chacun de son côté,\n" +
        "celui qui compte ; l’autre reste lisible",
    },
    nom: {
      type: "string",
      valeur: "NOM",
      exemple: '"Mme Roy"',
      aide: "qui vérifie ; avec --partie, le classeur annoté le garde et le procès-verbal le cite",
    },
    qualite: { type: "string", valeur: "QUALITÉ", exemple: "directrice", aide: "en quelle qualité, avec --nom" },
    strict: { type: "boolean", aide: "toute erreur compte dans le code de retour, même justifiée et acceptée" },
    help: HELP,
  },
  apres: `Le rapport et le JSON nomment aussi ce qui n’a pas été lu (unread) et les nombres laissés de côté (leftAside), avec la raison.`,
  retour: [
    "aucune erreur à traiter (il n’y en a pas, ou chacune est justifiée par une partie et acceptée par l’autre)",
    "au moins une erreur à traiter, une différence avec --reference, un classeur qui n’est pas celui du contrat, ou un contrat à confirmer",
    "classeur ou référence illisible, option incorrecte, ou résultat qui n’a pas pu être écrit",
  ],
} as const satisfies CommandMeta;

/** Throws CommandError. */
function readPartie(text: string | undefined): Partie | null {
  if (text === undefined) return null;
  const partie = foldText(text);
  if (!isPartie(partie))
    throw new CommandError(`--partie ${text} : ce n’est pas une partie. Écrivez etat ou collectivite.`);
  return partie;
}

/** Throws CommandError. */
function readRegle(text: string): RuleId {
  const known = RULE_IDS.find((id) => id === text);
  if (known) return known;
  throw new CommandError(`--regle ${text} : cette règle n’existe pas. ${suggest(text, RULE_IDS, "Règles")}`);
}

/** Throws CommandError. */
function readDernier(text = "recu"): Dernier {
  const side = foldText(text);
  if (side !== "ici" && side !== "recu")
    throw new CommandError(`--dernier ${text} : écrivez « ici » ou « recu », celui des deux qui compte.`);
  return side;
}

/** Null when the help is asked for. Throws CommandError. */
export function parseOptions(args: readonly string[]): Options | null {
  const { values, positionals: files } = parseCommandLine(args, VERIFIER);
  if (values.help) return null;
  const { json = false, strict = false, force = false, date = null, sortie = null, contrat = null } = values;
  const { lecture = null, "lecture-sortie": lectureSortie = null } = values;
  if (files.length === 0) throw new CommandError(`Aucun classeur à vérifier. ${usageOf(VERIFIER)}`);
  checkDate(date);
  const { reference = null, contrats = null } = values;
  if (contrat !== null && contrats !== null) throw new CommandError(ONE_CONTRAT);
  if (sortie !== null && files.length > 1) throw new CommandError(ONE_OUTPUT);
  if (reference !== null && files.length > 1) throw new CommandError(ONE_REFERENCE);
  checkForce(force, sortie ?? lectureSortie);
  const partie = readPartie(values.partie);
  const { reprendre = null, nom, qualite } = values;
  if (reprendre !== null && files.length > 1) throw new CommandError(ONE_RETURNED);
  if (qualite !== undefined && nom === undefined) throw new CommandError("--qualite s’emploie avec --nom.");
  const feuilles = values.feuille ?? [];
  return {
    files,
    json,
    strict,
    force,
    date,
    sortie,
    contrat,
    contrats,
    feuilles,
    regles: (values.regle ?? []).map(readRegle),
    partie,
    lecture,
    lectureSortie,
    reference,
    reprendre,
    dernier: readDernier(values.dernier),
    qui: nom === undefined ? null : { name: nom.trim(), capacity: (qualite ?? "").trim(), party: partie },
  };
}
