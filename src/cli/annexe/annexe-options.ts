// The options of `annexe`, checked one by one; what is wrong is said in French with what is accepted.
import { LAST_COLUMN, LAST_ROW, parseCellRef, type CellRef } from "xlsx-model/cell-ref";
import {
  ANNEXE_KINDS,
  ANNEXES,
  DEFAULT_OPTIONS,
  requestAll,
  requestOf,
  type AnnexeKind,
  type AnnexeOptions as ChosenOptions,
  type AnnexeRequest,
} from "../../core/sheets/annexes/annexe-request";
import { CommandError } from "../command-error";
import { CONTRAT, DATE, FORCE, HELP, type CommandMeta } from "../command-meta";
import { checkDate } from "../check-date";
import { parseCommandLine } from "../parse-command-line";
import { numeroAction, type NumeroAction } from "../../core/domain/values/numero-action";

export interface AnnexeOptions {
  readonly requests: readonly AnnexeRequest[];
  /** Whether what the workbook has already is inserted once more. */
  readonly again: boolean;
  readonly sortie: string;
  /** The workbook to add to; null for a new one. */
  readonly classeur: string | null;
  /** Where to insert in it; null for new sheets. */
  readonly cellule: CellRef | null;
  readonly contrat: string | null;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly force: boolean;
}

/** The option of the command line by which each is chosen. */
const FLAGS: Readonly<Record<keyof ChosenOptions, string>> = {
  sousTotaux: "--sous-totaux",
  realises: "--realises",
  annee: "--annee",
  action: "--action",
};

const LISTE = ANNEXE_KINDS.map((kind) => {
  const { aide, option } = ANNEXES[kind];
  return `  ${kind.padEnd(19)}  ${aide}${option === null ? "" : ` (option : ${FLAGS[option]})`}`;
}).join("\n");

export const ANNEXE = {
  nom: "annexe",
  resume: "Insère des annexes du contrat dans une copie d’un classeur, ou dans un classeur neuf.",
  usages: ["ANNEXE [AUTRE …] --sortie FICHIER.xlsx [options]"],
  exemple: "budget indicateurs --sortie annexes.xlsx",
  avant: `Annexes :
${LISTE}
  toutes               toutes les annexes ci-dessus, sauf celles que le classeur a déjà`,
  mots: [...ANNEXE_KINDS, "toutes"],
  options: {
    sortie: {
      type: "string",
      valeur: "FICHIER",
      exemple: "annexes.xlsx",
      aide: "classeur à écrire (obligatoire ; le classeur lu n’est jamais modifié)",
    },
    classeur: {
      type: "string",
      valeur: "FICHIER",
      exemple: "classeur.xlsx",
      aide: "classeur auquel ajouter les annexes, à la suite de ses feuilles",
    },
    cellule: {
      type: "string",
      valeur: "CELLULE",
      exemple: '"Feuil1!B5"',
      aide: 'une seule annexe, à cette cellule du classeur si la place est libre, par exemple "Feuil1!B5"',
    },
    "sous-totaux": { type: "boolean", aide: "tableau budgétaire avec un sous-total par axe" },
    realises: { type: "boolean", aide: "suivi des indicateurs avec une colonne « Réalisé » par année" },
    annee: { type: "string", valeur: "AAAA", exemple: "2025", aide: "exécution de cette année seulement" },
    action: { type: "string", valeur: "N", exemple: "5", aide: "fiche de cette action seulement" },
    date: DATE,
    contrat: CONTRAT,
    force: FORCE,
    help: HELP,
  },
  retour: ["annexes écrites", null, "rien n’a été écrit (classeur illisible ou protégé, option incorrecte)"],
} as const satisfies CommandMeta;

const ACCEPTED = `Annexes acceptées : ${ANNEXE_KINDS.join(", ")}, toutes`;

function readKinds(words: readonly string[]): readonly AnnexeKind[] {
  if (words.length === 0) throw new CommandError(`Aucune annexe demandée. ${ACCEPTED} (détails : --help).`);
  const kinds = words.flatMap((word) => {
    if (word === "toutes") return ANNEXE_KINDS;
    const kind = ANNEXE_KINDS.find((each) => each === word);
    if (!kind) throw new CommandError(`Annexe inconnue : ${word}. ${ACCEPTED}.`);
    return [kind];
  });
  return [...new Set(kinds)];
}

/** Throws CommandError: only the workbook can tell whether it has such a sheet, and whether the place is free. */
function readCell(text: string | undefined, classeur: string | null): CellRef | null {
  if (text === undefined) return null;
  const cell = parseCellRef(text);
  if (!cell || cell.row < 0 || cell.row > LAST_ROW || cell.column > LAST_COLUMN) {
    throw new CommandError(
      `--cellule ${text} : ce n’est pas une cellule d’une feuille. Écrivez par exemple --cellule ${ANNEXE.options.cellule.exemple}.`,
    );
  }
  if (classeur === null) {
    throw new CommandError("--cellule ne s’emploie qu’avec --classeur : un classeur neuf n’a pas encore de cellule.");
  }
  return cell;
}

const expected = (option: "annee" | "action", text: string, what: string): CommandError =>
  new CommandError(
    `--${option} ${text} : ${what} est attendu, par exemple --${option} ${ANNEXE.options[option].exemple}.`,
  );

function readYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw expected("annee", text, "un nombre");
  return Number(text);
}

function readAction(text: string | undefined): NumeroAction | null {
  const numero = text === undefined ? null : numeroAction(text);
  if (text !== undefined && numero === null) throw expected("action", text, "un numéro d’action");
  return numero;
}

/** An option that no requested annexe takes is a mistake, not something to pass over. */
function checkUse(kinds: readonly AnnexeKind[], options: ChosenOptions): void {
  for (const kind of ANNEXE_KINDS) {
    const { option } = ANNEXES[kind];
    if (option === null || kinds.includes(kind) || options[option] === DEFAULT_OPTIONS[option]) continue;
    throw new CommandError(`${FLAGS[option]} ne s’emploie qu’avec l’annexe « ${kind} ».`);
  }
}

/** Null when the help is asked for. Throws CommandError. */
export function parseAnnexeOptions(args: readonly string[]): AnnexeOptions | null {
  const { values, positionals } = parseCommandLine(args, ANNEXE);
  if (values.help) return null;
  const kinds = readKinds(positionals);
  const { sortie = null, classeur = null, contrat = null, date = null, force = false } = values;
  if (sortie === null) {
    throw new CommandError(
      "--sortie est nécessaire : indiquez le classeur à écrire, par exemple --sortie annexes.xlsx.",
    );
  }
  checkDate(date);
  const { realises = false, "sous-totaux": sousTotaux = false } = values;
  const [annee, action] = [readYear(values.annee), readAction(values.action)];
  const options = { sousTotaux, realises, annee, action };
  checkUse(kinds, options);
  const areAll = positionals.includes("toutes");
  const requests = areAll ? requestAll(options) : kinds.map((kind) => requestOf(kind, options));
  const cellule = readCell(values.cellule, classeur);
  return { requests, again: !areAll, sortie, classeur, cellule, contrat, date, force };
}
