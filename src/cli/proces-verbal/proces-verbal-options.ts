// The options of `proces-verbal`, checked one by one; what is wrong is said in French with what is accepted.
import { CommandError } from "../command-error";
import { CONTRAT, DATE, FEUILLE, FORCE, HELP, type CommandMeta } from "../command-meta";
import { checkDate } from "../check-date";
import { onlyWorkbook, parseCommandLine } from "../parse-command-line";

export interface ProcesVerbalOptions {
  readonly classeur: string;
  /** Null to check the procès-verbal that the workbook bears. */
  readonly sortie: string | null;
  readonly contrat: string | null;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly feuilles: readonly string[];
  readonly remplacer: boolean;
  readonly force: boolean;
}

export const PROCES_VERBAL = {
  nom: "proces-verbal",
  resume: "Établit le procès-verbal de vérification d’un classeur, ou contrôle celui qu’il porte.",
  usages: ["CLASSEUR.xlsx --sortie FICHIER.xlsx [options]", "CLASSEUR.xlsx --controler [options]"],
  exemple: "classeur.xlsx --sortie proces-verbal.xlsx",
  options: {
    sortie: {
      type: "string",
      valeur: "FICHIER",
      exemple: "proces-verbal.xlsx",
      aide: "écrit une copie du classeur avec son procès-verbal (le classeur d’origine n’est jamais modifié)",
    },
    controler: {
      type: "boolean",
      aide: "vérifie de nouveau le classeur à la date de son procès-verbal : « identique », ou ce qui a changé",
    },
    date: { ...DATE, aide: "date à laquelle le contrat est apprécié (aujourd’hui par défaut ; avec --sortie)" },
    remplacer: {
      type: "boolean",
      aide: "remplace le procès-verbal que le classeur porte déjà (avec --sortie)",
    },
    contrat: CONTRAT,
    feuille: FEUILLE,
    force: FORCE,
    help: HELP,
  },
  retour: [
    "procès-verbal établi, ou contrôlé et identique",
    "contrôlé, avec des différences",
    "classeur illisible, sans procès-verbal à contrôler, ou option incorrecte",
  ],
} as const satisfies CommandMeta;

/** An option that goes with --sortie only is a mistake beside --controler, not something to pass over. */
function checkControl(given: Readonly<Record<string, boolean>>): void {
  const [misplaced] = Object.entries(given).filter(([, isGiven]) => isGiven);
  if (misplaced?.[0] === "--date") {
    throw new CommandError(
      "--date ne s’emploie pas avec --controler : le contrôle se fait à la date du procès-verbal.",
    );
  }
  if (misplaced) {
    throw new CommandError(`${misplaced[0]} ne s’emploie pas avec --controler, qui ne fait que lire le classeur.`);
  }
}

/** Null when the help is asked for. Throws CommandError. */
export function parseProcesVerbalOptions(args: readonly string[]): ProcesVerbalOptions | null {
  const { values, positionals } = parseCommandLine(args, PROCES_VERBAL);
  if (values.help) return null;
  const { sortie = null, contrat = null, date = null, controler = false, remplacer = false, force = false } = values;
  const classeur = onlyWorkbook(positionals, PROCES_VERBAL);
  if (controler) {
    checkControl({ "--sortie": sortie !== null, "--date": date !== null, "--remplacer": remplacer, "--force": force });
  } else if (sortie === null) {
    throw new CommandError(
      "Indiquez --sortie et le classeur à écrire, par exemple --sortie proces-verbal.xlsx, ou --controler.",
    );
  }
  checkDate(date);
  return { classeur, sortie, contrat, date, feuilles: values.feuille ?? [], remplacer, force };
}
