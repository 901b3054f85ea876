// The options of `verifier`, checked one by one; what is wrong is said in French with what is accepted.
import { checkDate } from "../check-date";
import { CommandError } from "../command-error";
import { checkFileNames, checkForce, parseCommandLine } from "../parse-command-line";

export interface Options {
  readonly files: readonly string[];
  readonly json: boolean;
  /** Any error counts, justified and accepted or not. */
  readonly strict: boolean;
  readonly force: boolean;
  readonly help: boolean;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly sortie: string | null;
  readonly contrat: string | null;
  /** Sheets whose tables count where others show the same years. */
  readonly feuilles: readonly string[];
}

export const ONE_OUTPUT =
  "--sortie ne s’emploie qu’avec un seul classeur : pour tout un dossier, voyez « tableau-de-bord --annotes ».";

export const HELP = `Vérifie le classeur d’un Contrat local des solidarités.

Usage : npm run -s verifier -- CLASSEUR.xlsx [AUTRE.xlsx …] [options]
        npm run -s verifier -- DOSSIER [options]        tous les classeurs du dossier et de ses sous-dossiers

  --json              résultat en JSON, un objet par ligne et par classeur
  --date AAAA-MM-JJ   date à laquelle le contrat est apprécié (aujourd’hui par défaut)
  --sortie FICHIER    écrit aussi une copie annotée : surlignages, feuilles « Écarts » et « Synthèse par axe »
                      (un seul classeur à la fois ; le classeur d’origine n’est jamais modifié)
  --force             remplace le fichier de sortie s’il existe déjà
  --contrat FICHIER   définition de contrat (JSON), ou identifiant d’un contrat intégré, à utiliser dans tous les cas
  --feuille NOM       feuille dont le tableau est à vérifier quand une autre en contient un des mêmes années
                      (peut être répété : une feuille pour le budget, une autre pour les indicateurs)
  --strict            toute erreur compte dans le code de retour, même justifiée et acceptée
  --help, -h          cette aide

Code de retour : 0 aucune erreur à traiter (il n’y en a pas, ou chacune est justifiée et acceptée par l’autre partie),
1 au moins une erreur à traiter, 2 classeur illisible, option incorrecte, ou résultat qui n’a pas pu être écrit.
`;

const OPTIONS = {
  json: { type: "boolean" },
  date: { type: "string" },
  sortie: { type: "string" },
  force: { type: "boolean" },
  contrat: { type: "string" },
  feuille: { type: "string", multiple: true },
  strict: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const EXAMPLES: Readonly<Record<string, string>> = {
  "--date": "2026-11-24",
  "--sortie": "annote.xlsx",
  "--contrat": "contrat.json",
  "--feuille": '"Tableau budgétaire"',
};

/** Throws CommandError. */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseCommandLine(args, OPTIONS, EXAMPLES);
  const {
    json = false,
    strict = false,
    force = false,
    help = false,
    date = null,
    sortie = null,
    contrat = null,
    feuille: feuilles = [],
  } = values;
  const options = { files: positionals, json, strict, force, help, date, sortie, contrat, feuilles };
  if (help) return options;
  if (positionals.length === 0) {
    throw new CommandError(
      "Aucun classeur à vérifier. Usage : npm run -s verifier -- classeur.xlsx (détails : --help).",
    );
  }
  checkDate(date);
  if (sortie !== null && positionals.length > 1) {
    throw new CommandError(ONE_OUTPUT);
  }
  checkFileNames({ sortie, contrat });
  checkForce(force, sortie);
  return options;
}
