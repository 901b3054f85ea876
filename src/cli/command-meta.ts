// What a command declares of itself: how it is called, its options, its statuses. Its help and what is said of a mistake follow.
import type { ParseArgsConfig } from "node:util";
import { TERMINAL_WIDTH, wrap } from "./wrap";

export interface OptionMeta {
  readonly type: "string" | "boolean";
  readonly multiple?: true;
  readonly short?: string;
  /** What the help writes for the value, and a value as an example: an option of type "string" has both. */
  readonly valeur?: string;
  readonly exemple?: string;
  /** All that its value may be, where that is a list. */
  readonly choix?: readonly string[];
  /** French; what follows a line break stands under it. */
  readonly aide: string;
}

export interface CommandMeta<
  Options extends Readonly<Record<string, OptionMeta>> = Readonly<Record<string, OptionMeta>>,
> {
  readonly nom: string;
  /** French: what it does. */
  readonly resume: string;
  /** What follows its name; the first is the usual one. */
  readonly usages: readonly string[];
  /** The shortest that does something: it is shown to who calls the command with nothing. */
  readonly exemple: string;
  /** What else it is most called with, each with what it does, in French; they stand first in the help. */
  readonly exemples?: readonly (readonly [call: string, does: string])[];
  /** Words that it takes in the place of a file. */
  readonly mots?: readonly string[];
  readonly options: Options & NonNullable<ParseArgsConfig["options"]>;
  /** French: what stands before the options in the help, and after them. */
  readonly avant?: string;
  readonly apres?: string;
  /** French: what its exit status says, from 0 on; null for one that it never has. */
  readonly retour: readonly [string, string | null, string];
}

export const DATE = {
  type: "string",
  valeur: "AAAA-MM-JJ",
  exemple: "2026-11-24",
  aide: "date à laquelle le contrat est apprécié (aujourd’hui par défaut)",
} as const;

export const CONTRAT = {
  type: "string",
  valeur: "FICHIER",
  exemple: "contrat.json",
  aide: "définition de contrat (JSON), ou identifiant d’un contrat intégré, à utiliser dans tous les cas",
} as const;

export const FEUILLE = {
  type: "string",
  multiple: true,
  valeur: "NOM",
  exemple: '"Tableau budgétaire"',
  aide:
    "feuille dont le tableau compte quand une autre en contient un des mêmes années\n" +
    "(peut être répété : une feuille pour le budget, une autre pour les indicateurs)",
} as const;

export const FORCE = { type: "boolean", aide: "remplace le fichier de sortie s’il existe déjà" } as const;

export const HELP = { type: "boolean", short: "h", aide: "cette aide" } as const;

const nameOption = ([name, { short, valeur }]: readonly [string, OptionMeta]): string =>
  `--${name}${short === undefined ? "" : `, -${short}`}${valeur === undefined ? "" : ` ${valeur}`}`;

/** Their texts in one column. */
function describeOptions(options: Readonly<Record<string, OptionMeta>>): string {
  const entries = Object.entries(options);
  const width = Math.max(...entries.map((entry) => nameOption(entry).length));
  const indent = `\n${" ".repeat(width + 4)}`;
  return entries
    .map((entry) => {
      const text = wrap(entry[1].aide, TERMINAL_WIDTH - width - 4).join(indent);
      return `  ${nameOption(entry).padEnd(width)}  ${text}`;
    })
    .join("\n");
}

/** What one does with the command, before how all of it is written. */
const describeExamples = ({ nom, exemple, exemples = [] }: CommandMeta): string =>
  [
    "Exemples :",
    `  cls ${nom} ${exemple}`,
    ...exemples.flatMap(([call, does]) => [
      `  cls ${nom} ${call}`,
      ...wrap(does, TERMINAL_WIDTH - 6).map((line) => `      ${line}`),
    ]),
  ].join("\n");

const paragraph = (text: string): string => wrap(text).join("\n");

export function helpOf(meta: CommandMeta): string {
  const { nom, resume, usages, options, avant, apres, retour } = meta;
  const called = usages.map((usage, index) => `${index === 0 ? "Usage :" : "       "} cls ${nom} ${usage}`);
  const parts = [
    paragraph(resume),
    describeExamples(meta),
    called.join("\n"),
    avant && paragraph(avant),
    describeOptions(options),
    apres && paragraph(apres),
    paragraph(
      ["Code de retour :", ...retour.flatMap((said, status) => (said === null ? [] : [`  ${status}  ${said}`]))].join(
        "\n",
      ),
    ),
    `« cls ${nom} » s’écrit « node cls/cls.mjs ${nom} » depuis l’archive,\n« npm run -s ${nom} -- » depuis les sources.`,
  ];
  return `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
}

export const usageOf = ({ nom, exemple }: Pick<CommandMeta, "nom" | "exemple">): string =>
  `Usage : cls ${nom} ${exemple} (détails : --help).`;
