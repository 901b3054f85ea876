// The options of `bilan`, checked one by one; what is wrong is said in French with what is accepted.
import type { BilanRequest } from "../../usecases/write-bilan";
import { CommandError } from "../command-error";
import { CONTRAT, DATE, FEUILLE, FORCE, HELP, type CommandMeta } from "../command-meta";
import { checkDate } from "../check-date";
import { onlyWorkbook, parseCommandLine } from "../parse-command-line";

export interface BilanOptions {
  readonly classeur: string;
  /** At least one; each once. */
  readonly sorties: readonly string[];
  readonly periode: BilanRequest["periode"];
  readonly contrat: string | null;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly feuilles: readonly string[];
  readonly force: boolean;
}

export const BILAN = {
  nom: "bilan",
  resume:
    "Établit le bilan d’exécution d’un classeur : bilan financier, matrice des indicateurs, bilan par axe, écarts et justifications.",
  usages: ["CLASSEUR.xlsx --sortie FICHIER [--sortie AUTRE] [options]"],
  exemple: "classeur.xlsx --sortie bilan.xlsx",
  options: {
    sortie: {
      type: "string",
      multiple: true,
      valeur: "FICHIER",
      exemple: "bilan.xlsx",
      aide:
        ".xlsx : copie du classeur avec les feuilles du bilan (le classeur d’origine n’est jamais modifié)\n" +
        ".docx : document Word, avec les mêmes tableaux et la place du texte à rédiger\n" +
        "(peut être donné deux fois, une fois pour chacun)",
    },
    periode: {
      type: "string",
      valeur: "PERIODE",
      exemple: "2024-2025",
      aide:
        "2024-2025, une année (2025), « contrat » pour toutes les années, ou « mi-parcours », la période du\n" +
        "rapport à mi-parcours du contrat (par défaut) ; avec « contrat », une feuille de plus : « Contrat sur une page »",
    },
    date: DATE,
    contrat: CONTRAT,
    feuille: FEUILLE,
    force: { ...FORCE, aide: "remplace les fichiers de sortie s’ils existent déjà" },
    help: HELP,
  },
  retour: [
    "les chiffres du bilan sont prêts (ses textes et sa délibération sont l’affaire des parties)",
    "bilan écrit, mais il y manque des chiffres ou des raisons (la liste en est donnée)",
    "rien n’a été écrit (classeur illisible ou protégé, période hors du contrat, option incorrecte)",
  ],
} as const satisfies CommandMeta;

function readPeriode(text: string | undefined): BilanOptions["periode"] {
  if (text === undefined || text === "mi-parcours") return "mi-parcours";
  if (text === "contrat") return "contrat";
  const [, debut, fin] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  if (debut === undefined) {
    throw new CommandError(
      `--periode ${text} : ce n’est pas une période. Écrivez 2024-2025, une année comme 2025, contrat ou mi-parcours.`,
    );
  }
  return { debut: Number(debut), fin: Number(fin ?? debut) };
}

/** Null when the help is asked for. Throws CommandError. */
export function parseBilanOptions(args: readonly string[]): BilanOptions | null {
  const { values, positionals } = parseCommandLine(args, BILAN);
  if (values.help) return null;
  const { sortie: sorties = [], contrat = null, date = null, force = false, feuille: feuilles = [] } = values;
  const classeur = onlyWorkbook(positionals, BILAN);
  if (sorties.length === 0) {
    throw new CommandError(
      "Indiquez --sortie et le fichier à écrire : --sortie bilan.xlsx, --sortie bilan.docx, ou les deux.",
    );
  }
  if (new Set(sorties.map(isWord)).size < sorties.length) {
    throw new CommandError("--sortie se donne une fois pour le classeur (.xlsx) et une fois pour le document (.docx).");
  }
  checkDate(date);
  return { classeur, sorties, periode: readPeriode(values.periode), contrat, date, feuilles, force };
}

/** Whether the file to write is the Word document. */
export function isWord(path: string): boolean {
  return path.toLowerCase().endsWith(".docx");
}
