// The options of `tableau-de-bord`, checked one by one; what is wrong is said in French with what is accepted.
import { extname } from "node:path";
import { checkDate } from "../check-date";
import { CommandError } from "../command-error";
import { checkFileNames, parseCommandLine } from "../parse-command-line";

export type Format = ".xlsx" | ".csv" | ".json";

export interface TableauOptions {
  /** Files, folders, patterns. */
  readonly given: readonly string[];
  readonly sorties: readonly { readonly path: string; readonly format: Format }[];
  /** Where the annotated copies go; null for none. */
  readonly annotes: string | null;
  /** A folder of definitions, by the names of the workbooks; null for the product's. */
  readonly contrats: string | null;
  readonly precedent: string | null;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly force: boolean;
}

export const TABLEAU_HELP = `Établit le tableau de bord de plusieurs contrats : un classeur par contrat, le plus en difficulté d’abord.

Usage : npm run -s tableau-de-bord -- DOSSIER --sortie region.xlsx [options]

  --sortie FICHIER    tableau à écrire, .xlsx, .csv ou .json (obligatoire ; peut être répété)
  --annotes DOSSIER   écrit aussi la copie annotée de chaque classeur dans ce dossier ; le tableau y renvoie
  --contrats DOSSIER  définitions des contrats (JSON) : nom.json pour nom.xlsx, sinon celle dont le classeur montre les
                      actions ; une feuille « Contrat » dans le classeur l’emporte
  --precedent FICHIER tableau précédent (.xlsx ou .json), pour dire ce qui a changé ; par défaut, celui que --sortie remplace
  --date AAAA-MM-JJ   date à laquelle les contrats sont appréciés (aujourd’hui par défaut)
  --force             remplace les fichiers qui existent déjà
  --help, -h          cette aide

Code de retour : 0 tous les classeurs ont été lus, 1 certains n’ont pas pu l’être (ils sont dans le tableau, avec la raison),
2 rien n’a été écrit (aucun classeur, option incorrecte).
`;

const OPTIONS = {
  sortie: { type: "string", multiple: true },
  annotes: { type: "string" },
  contrats: { type: "string" },
  precedent: { type: "string" },
  date: { type: "string" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const EXAMPLES: Readonly<Record<string, string>> = {
  "--sortie": "region.xlsx",
  "--annotes": "annotes",
  "--contrats": "contrats",
  "--precedent": "region-2025.xlsx",
  "--date": "2026-11-24",
};

const FORMATS: readonly string[] = [".xlsx", ".csv", ".json"] satisfies Format[];

function withFormat(path: string): TableauOptions["sorties"][number] {
  const format = extname(path).toLowerCase();
  if (!FORMATS.includes(format)) {
    throw new CommandError(`--sortie ${path} : le nom doit se terminer par .xlsx, .csv ou .json.`);
  }
  return { path, format: format as Format };
}

/** Null when the help is asked for. Throws CommandError. */
export function parseTableauOptions(args: readonly string[]): TableauOptions | null {
  const { values, positionals } = parseCommandLine(args, OPTIONS, EXAMPLES);
  if (values.help) return null;
  const { sortie = [], annotes = null, contrats = null, precedent = null, date = null, force = false } = values;
  if (positionals.length === 0) {
    throw new CommandError(
      "Aucun dossier indiqué. Usage : npm run -s tableau-de-bord -- dossier --sortie region.xlsx (détails : --help).",
    );
  }
  checkFileNames({ annotes, contrats, precedent, ...Object.fromEntries(sortie.map((path) => ["sortie", path])) });
  if (sortie.length === 0) {
    throw new CommandError("--sortie est nécessaire : indiquez le tableau à écrire, par exemple --sortie region.xlsx.");
  }
  checkDate(date);
  return { given: positionals, sorties: sortie.map(withFormat), annotes, contrats, precedent, date, force };
}
