// The options of `totaux`, checked one by one; what is wrong is said in French with what is accepted.
import { CommandError } from "../command-error";
import { checkDate } from "../check-date";
import { checkFileNames, checkForce, onlyWorkbook, parseCommandLine } from "../parse-command-line";

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

export const TOTAUX_HELP = `Actualise les totaux d’un classeur : chaque total devient une formule qui compte chaque action une seule fois.

Usage : npm run -s totaux -- CLASSEUR.xlsx --sortie FICHIER.xlsx [options]
        npm run -s totaux -- CLASSEUR.xlsx --apercu [options]

  --sortie FICHIER    écrit une copie du classeur avec ses totaux (le classeur d’origine n’est jamais modifié)
  --apercu            montre ce qui changerait, cellule par cellule, et n’écrit rien
  --date AAAA-MM-JJ   date à laquelle le contrat est apprécié (aujourd’hui par défaut)
  --contrat FICHIER   définition de contrat (JSON), ou identifiant d’un contrat intégré, à utiliser dans tous les cas
  --feuille NOM       feuille dont le tableau compte quand une autre en contient un des mêmes années
                      (peut être répété)
  --force             remplace le fichier de sortie s’il existe déjà
  --help, -h          cette aide

Code de retour : 0 totaux actualisés ou déjà justes, 1 certains totaux ne peuvent pas être calculés (ils sont listés),
2 rien n’a été écrit (classeur illisible ou protégé, aucun tableau, option incorrecte).
`;

const OPTIONS = {
  sortie: { type: "string" },
  apercu: { type: "boolean" },
  date: { type: "string" },
  contrat: { type: "string" },
  feuille: { type: "string", multiple: true },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const EXAMPLES: Readonly<Record<string, string>> = {
  "--sortie": "totaux.xlsx",
  "--date": "2026-11-24",
  "--contrat": "contrat.json",
  "--feuille": '"Tableau budgétaire"',
};

/** Null when the help is asked for. Throws CommandError. */
export function parseTotauxOptions(args: readonly string[]): TotauxOptions | null {
  const { values, positionals } = parseCommandLine(args, OPTIONS, EXAMPLES);
  if (values.help) return null;
  const { sortie = null, apercu = false, contrat = null, date = null, force = false, feuille: feuilles = [] } = values;
  const classeur = onlyWorkbook(positionals, "npm run -s totaux -- classeur.xlsx --sortie totaux.xlsx");
  checkFileNames({ sortie, contrat });
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
