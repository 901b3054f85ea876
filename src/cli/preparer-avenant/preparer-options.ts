// The options of `preparer-avenant`, checked one by one; what is wrong is said in French with what is accepted.
import { CommandError } from "../command-error";
import { CONTRAT, DATE, FEUILLE, FORCE, HELP, type CommandMeta } from "../command-meta";
import { checkDate } from "../check-date";
import { onlyWorkbook, parseCommandLine } from "../parse-command-line";

export interface PreparerOptions {
  readonly classeur: string;
  /** Null for the next year that no avenant has fixed. */
  readonly annee: number | null;
  /** Files, or names of variants that the workbook keeps. */
  readonly variantes: readonly string[];
  readonly par: string;
  readonly sortie: string | null;
  readonly note: string | null;
  readonly projet: string | null;
  readonly contrat: string | null;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly feuilles: readonly string[];
  /** An earlier draft of the same number goes from the register. */
  readonly remplacer: boolean;
  readonly force: boolean;
}

export const PREPARER_AVENANT = {
  nom: "preparer-avenant",
  resume:
    "Prépare l’avenant d’une année : le tableau des actions (contractualisé, exécuté, non utilisé, réduction possible), ce qu’une variante en ferait aussitôt, et le projet : lignes du registre, tableau annexé, note, document de l’avenant.",
  usages: ["CLASSEUR.xlsx [--annee AAAA] [--variante FICHIER|NOM] [options]"],
  exemple: "classeur.xlsx --annee 2027",
  exemples: [
    [
      "classeur.xlsx --variante v1.csv --sortie projet.xlsx --note note.docx --projet avenant.docx",
      "écrit le projet d’avenant dans une copie, la note et le document à signer",
    ],
    ["classeur.xlsx --variante v1.csv --variante v2.csv", "compare deux variantes"],
  ],
  options: {
    annee: {
      type: "string",
      valeur: "AAAA",
      exemple: "2027",
      aide: "année de l’avenant (par défaut, la prochaine qu’aucun avenant n’a fixée)",
    },
    variante: {
      type: "string",
      multiple: true,
      valeur: "FICHIER|NOM",
      exemple: "v1.csv",
      aide:
        ".csv : colonnes « action », « état », « Métropole » (ou votre collectivité), « pourquoi » ; une case vide\n" +
        "garde le montant du contrat, une ligne « enveloppe » change celle de l’État. .json : lignes du registre. Ou le nom d’une variante gardée dans\n" +
        "le classeur. Plusieurs variantes sont comparées",
    },
    par: { type: "string", valeur: "NOM", exemple: '"Mme Durand"', aide: "qui propose la variante" },
    sortie: {
      type: "string",
      valeur: "FICHIER",
      exemple: "projet.xlsx",
      aide:
        "copie du classeur : projet au registre (sans effet avant signature), feuilles « Note de l’avenant »\n" +
        "et « Tableau de l’avenant », variante gardée",
    },
    note: {
      type: "string",
      valeur: "FICHIER",
      exemple: "note.docx",
      aide: "note de deux pages pour le dialogue de gestion, document Word",
    },
    projet: {
      type: "string",
      valeur: "FICHIER",
      exemple: "avenant.docx",
      aide: "projet de l’avenant, document Word : visas à compléter, articles, tableau annexé, signatures",
    },
    date: DATE,
    contrat: CONTRAT,
    feuille: FEUILLE,
    remplacer: { type: "boolean", aide: "remplace au registre un projet du même numéro" },
    force: { ...FORCE, aide: "remplace les fichiers de sortie s’ils existent déjà" },
    help: HELP,
  },
  retour: [
    "rien ne serait rompu",
    "la variante romprait une règle du contrat (les fichiers demandés sont écrits, et le disent)",
    "rien n’a été écrit (classeur ou variante illisible, année hors du contrat, option incorrecte)",
  ],
} as const satisfies CommandMeta;

function readAnnee(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^20\d\d$/.test(text)) {
    throw new CommandError(`--annee ${text} : ce n’est pas une année. Écrivez par exemple --annee 2027.`);
  }
  return Number(text);
}

/** Null when the help is asked for. Throws CommandError. */
export function parsePreparerOptions(args: readonly string[]): PreparerOptions | null {
  const { values, positionals } = parseCommandLine(args, PREPARER_AVENANT);
  if (values.help) return null;
  const { sortie = null, note = null, projet = null, contrat = null, date = null, variante: variantes = [] } = values;
  const files = { sortie, note, projet };
  checkDate(date);
  const isWriting = Object.values(files).some((path) => path !== null);
  if (isWriting && variantes.length !== 1) {
    throw new CommandError(
      "--sortie, --note et --projet s’écrivent d’après une variante : donnez-en une, par exemple --variante v1.csv.",
    );
  }
  if (values.force === true && !isWriting) {
    throw new CommandError("--force ne sert qu’avec --sortie, --note ou --projet : il permet de remplacer le fichier.");
  }
  return {
    classeur: onlyWorkbook(positionals, PREPARER_AVENANT),
    annee: readAnnee(values.annee),
    variantes,
    par: values.par ?? "",
    ...files,
    contrat,
    date,
    feuilles: values.feuille ?? [],
    remplacer: values.remplacer ?? false,
    force: values.force ?? false,
  };
}
