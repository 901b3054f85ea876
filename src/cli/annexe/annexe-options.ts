// The options of `annexe`, checked one by one; what is wrong is said in French with what is accepted.
import { LAST_COLUMN, LAST_ROW, parseCellRef, type CellRef } from "../../core/domain/cell-ref";
import {
  ANNEXE_KINDS,
  ANNEXES,
  DEFAULT_OPTIONS,
  requestAll,
  requestOf,
  type AnnexeKind,
  type AnnexeOptions as ChosenOptions,
  type AnnexeRequest,
} from "../../core/writing/annexes/annexe-request";
import { CommandError } from "../command-error";
import { checkDate } from "../check-date";
import { checkFileNames, parseCommandLine } from "../parse-command-line";

export interface AnnexeOptions {
  readonly requests: readonly AnnexeRequest[];
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
  return `  ${kind.padEnd(18)}  ${aide}${option === null ? "" : ` (option : ${FLAGS[option]})`}`;
}).join("\n");

export const ANNEXE_HELP = `Insère des annexes du contrat dans une copie d’un classeur, ou dans un classeur neuf.

Usage : npm run -s annexe -- ANNEXE [AUTRE …] --sortie FICHIER.xlsx [options]

Annexes :
${LISTE}
  toutes              toutes les annexes ci-dessus, sauf la feuille « Contrat » et les fiches que le classeur a déjà

  --sortie FICHIER    classeur à écrire (obligatoire ; le classeur lu n’est jamais modifié)
  --classeur FICHIER  classeur auquel ajouter les annexes, à la suite de ses feuilles
  --cellule CELLULE   une seule annexe, à cette cellule du classeur si la place est libre, par exemple "Feuil1!B5"
  --sous-totaux       tableau budgétaire avec un sous-total par axe
  --realises          suivi des indicateurs avec une colonne « Réalisé » par année
  --annee AAAA        exécution de cette année seulement
  --action N          fiche de cette action seulement
  --date AAAA-MM-JJ   date à laquelle le contrat est apprécié (aujourd’hui par défaut)
  --contrat FICHIER   définition de contrat (JSON), ou identifiant d’un contrat intégré, à utiliser dans tous les cas
  --force             remplace le fichier de sortie s’il existe déjà
  --help, -h          cette aide

Code de retour : 0 annexes écrites, 2 rien n’a été écrit (classeur illisible ou protégé, option incorrecte).
`;

const OPTIONS = {
  sortie: { type: "string" },
  classeur: { type: "string" },
  cellule: { type: "string" },
  contrat: { type: "string" },
  date: { type: "string" },
  annee: { type: "string" },
  action: { type: "string" },
  "sous-totaux": { type: "boolean" },
  realises: { type: "boolean" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const EXAMPLES: Readonly<Record<string, string>> = {
  "--sortie": "annexes.xlsx",
  "--classeur": "classeur.xlsx",
  "--cellule": '"Feuil1!B5"',
  "--contrat": "contrat.json",
  "--date": "2026-11-24",
  "--annee": "2025",
  "--action": "5",
};

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
      `--cellule ${text} : ce n’est pas une cellule d’une feuille. Écrivez par exemple --cellule ${EXAMPLES["--cellule"]}.`,
    );
  }
  if (classeur === null) {
    throw new CommandError("--cellule ne s’emploie qu’avec --classeur : un classeur neuf n’a pas encore de cellule.");
  }
  return cell;
}

function readNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new CommandError(`${option} ${text} : un nombre est attendu, par exemple ${option} ${EXAMPLES[option]}.`);
  }
  return Number(text);
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
  const { values, positionals } = parseCommandLine(args, OPTIONS, EXAMPLES);
  if (values.help) return null;
  const kinds = readKinds(positionals);
  const { sortie = null, classeur = null, contrat = null, date = null, force = false } = values;
  checkFileNames({ sortie, classeur, contrat });
  if (sortie === null) {
    throw new CommandError(
      "--sortie est nécessaire : indiquez le classeur à écrire, par exemple --sortie annexes.xlsx.",
    );
  }
  checkDate(date);
  const { realises = false, "sous-totaux": sousTotaux = false } = values;
  const [annee, action] = [readNumber("--annee", values.annee), readNumber("--action", values.action)];
  const options = { sousTotaux, realises, annee, action };
  checkUse(kinds, options);
  const requests = positionals.includes("toutes") ? requestAll(options) : kinds.map((kind) => requestOf(kind, options));
  return { requests, sortie, classeur, cellule: readCell(values.cellule, classeur), contrat, date, force };
}
