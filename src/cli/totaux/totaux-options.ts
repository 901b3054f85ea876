// The options of `totaux`, checked one by one; what is wrong is said in French with what is accepted.
import { CommandError } from "../command-error";
import { CONTRAT, DATE, FEUILLE, FORCE, HELP, type CommandMeta } from "../command-meta";
import { checkDate } from "../check-date";
import { checkForce, onlyWorkbook, parseCommandLine } from "../parse-command-line";

export interface TotauxOptions {
  readonly classeur: string;
  /** Null to show the preview only. */
  readonly sortie: string | null;
  readonly contrat: string | null;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly feuilles: readonly string[];
  readonly force: boolean;
}

export const TOTAUX = {
  nom: "totaux",
  resume:
    "Actualise les totaux d’un classeur : chaque total devient une formule qui compte chaque action une seule fois.",
  usages: ["CLASSEUR.xlsx --sortie FICHIER.xlsx [options]", "CLASSEUR.xlsx --apercu [options]"],
  exemple: "classeur.xlsx --sortie totaux.xlsx",
  options: {
    sortie: {
      type: "string",
      valeur: "FICHIER",
      exemple: "totaux.xlsx",
      aide: "écrit une copie du classeur avec ses totaux (le classeur d’origine n’est jamais modifié)",
    },
    apercu: { type: "boolean", aide: "montre ce qui changerait, cellule par cellule, et n’écrit rien" },
    date: DATE,
    contrat: CONTRAT,
    feuille: FEUILLE,
    force: FORCE,
    help: HELP,
  },
  retour: [
    "totaux actualisés ou déjà justes",
    "certains totaux ne peuvent pas être calculés (ils sont listés)",
    "rien n’a été écrit (classeur illisible ou protégé, aucun tableau, option incorrecte)",
  ],
} as const satisfies CommandMeta;

/** Null when the help is asked for. Throws CommandError. */
export function parseTotauxOptions(args: readonly string[]): TotauxOptions | null {
  const { values, positionals } = parseCommandLine(args, TOTAUX);
  if (values.help) return null;
  const { sortie = null, apercu = false, contrat = null, date = null, force = false, feuille: feuilles = [] } = values;
  const classeur = onlyWorkbook(positionals, TOTAUX);
  if (apercu && sortie !== null) {
    throw new CommandError(
      "--apercu et --sortie ne vont pas ensemble : l’aperçu n’écrit rien, --sortie le montre aussi.",
    );
  }
  if (!apercu && sortie === null) {
    throw new CommandError("Indiquez --sortie et le classeur à écrire, par exemple --sortie totaux.xlsx, ou --apercu.");
  }
  checkForce(force, sortie);
  checkDate(date);
  return { classeur, sortie, contrat, date, feuilles, force };
}
