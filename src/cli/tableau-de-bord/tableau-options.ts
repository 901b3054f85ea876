// The options of `tableau-de-bord`, checked one by one; what is wrong is said in French with what is accepted.
import { extname } from "node:path";
import { checkDate } from "../check-date";
import { CONTRATS } from "../definitions";
import { CommandError } from "../command-error";
import { DATE, FORCE, HELP, usageOf, type CommandMeta } from "../command-meta";
import { parseCommandLine } from "../parse-command-line";

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

export const TABLEAU = {
  nom: "tableau-de-bord",
  resume: "Établit le tableau de bord de plusieurs contrats : un classeur par contrat, le plus en difficulté d’abord.",
  usages: ["DOSSIER --sortie region.xlsx [options]"],
  exemple: "dossier --sortie region.xlsx",
  exemples: [
    ["dossier --contrats definitions --sortie region.xlsx", "quand des classeurs n’ont pas leur contrat scellé"],
    ["dossier --sortie region.xlsx --force", "de nouveau, avec ce qui a changé depuis"],
  ],
  options: {
    sortie: {
      type: "string",
      multiple: true,
      valeur: "FICHIER",
      exemple: "region.xlsx",
      aide: "tableau à écrire, .xlsx, .csv ou .json (obligatoire ; peut être répété)",
    },
    annotes: {
      type: "string",
      valeur: "DOSSIER",
      exemple: "annotes",
      aide: "écrit aussi la copie annotée de chaque classeur dans ce dossier ; le tableau y renvoie",
    },
    contrats: {
      ...CONTRATS,
      aide: `${CONTRATS.aide} ;\nun classeur qui peut être celui de plusieurs contrats, ou qui contredit sa feuille, n’est pas compté, et c’est dit`,
    },
    precedent: {
      type: "string",
      valeur: "FICHIER",
      exemple: "region-2025.xlsx",
      aide: "tableau précédent (.xlsx ou .json), pour dire ce qui a changé ; par défaut, celui que --sortie remplace",
    },
    date: { ...DATE, aide: "date à laquelle les contrats sont appréciés (aujourd’hui par défaut)" },
    force: { ...FORCE, aide: "remplace les fichiers qui existent déjà" },
    help: HELP,
  },
  retour: [
    "tous les classeurs ont été lus et comptés",
    "certains n’ont pas pu l’être ou montrent un même contrat (le tableau le dit)",
    "rien n’a été écrit (aucun classeur lu, option incorrecte)",
  ],
} as const satisfies CommandMeta;

export const FORMATS: readonly string[] = [".xlsx", ".csv", ".json"] satisfies Format[];

function withFormat(path: string): TableauOptions["sorties"][number] {
  const format = extname(path).toLowerCase();
  if (!FORMATS.includes(format)) {
    throw new CommandError(`--sortie ${path} : le nom doit se terminer par .xlsx, .csv ou .json.`);
  }
  return { path, format: format as Format };
}

/** Null when the help is asked for. Throws CommandError. */
export function parseTableauOptions(args: readonly string[]): TableauOptions | null {
  const { values, positionals } = parseCommandLine(args, TABLEAU);
  if (values.help) return null;
  const { sortie = [], annotes = null, contrats = null, precedent = null, date = null, force = false } = values;
  if (positionals.length === 0) {
    throw new CommandError(`Aucun dossier indiqué. ${usageOf(TABLEAU)}`);
  }
  if (sortie.length === 0) {
    throw new CommandError("--sortie est nécessaire : indiquez le tableau à écrire, par exemple --sortie region.xlsx.");
  }
  checkDate(date);
  return { given: positionals, sorties: sortie.map(withFormat), annotes, contrats, precedent, date, force };
}
