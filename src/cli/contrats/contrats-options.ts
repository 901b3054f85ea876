// The options of `contrats`: the register that a folder of definitions is.
import { CommandError } from "../command-error";
import { DATE, HELP, usageOf, type CommandMeta } from "../command-meta";
import { checkDate } from "../check-date";
import { parseCommandLine } from "../parse-command-line";

export interface ContratsOptions {
  /** Of the definitions. */
  readonly dossier: string;
  /** Files, folders, patterns. */
  readonly classeurs: readonly string[];
  readonly json: boolean;
  /** ISO date; null for today. */
  readonly date: string | null;
}

export const CONTRATS_META = {
  nom: "contrats",
  resume: "Liste les contrats d’un dossier de définitions, et dit duquel est chaque classeur donné.",
  usages: ["DOSSIER [CLASSEUR.xlsx…] [options]"],
  exemple: "contrats",
  exemples: [["contrats classeurs/*.xlsx", "et de quel contrat est chaque classeur"]],
  options: {
    json: { type: "boolean", aide: "écrit un objet JSON" },
    date: DATE,
    help: HELP,
  },
  apres:
    "Pour chaque contrat : ses parties, ses années, son empreinte (celle qui figure au pied de ce que les deux parties signent) et ce qui reste à confirmer.",
  retour: [
    "chaque définition se lit et chaque classeur est d’un seul contrat",
    "une définition ou un classeur est à revoir",
    "rien n’a été lu (dossier absent ou vide, option incorrecte)",
  ],
} as const satisfies CommandMeta;

/** Null when the help is asked for. Throws CommandError. */
export function parseContratsOptions(args: readonly string[]): ContratsOptions | null {
  const { values, positionals } = parseCommandLine(args, CONTRATS_META);
  if (values.help) return null;
  const [dossier, ...classeurs] = positionals;
  if (dossier === undefined) throw new CommandError(`Aucun dossier indiqué. ${usageOf(CONTRATS_META)}`);
  const { json = false, date = null } = values;
  checkDate(date);
  return { dossier, classeurs, json, date };
}
