// The `nouveau-contrat` command: makes a contract definition from the signed contract, or from a workbook with its annex tables, and checks it.
import { basename } from "node:path";
import { parseConvention } from "../../contracts/parse-convention";
import { accord } from "../../core/domain/words/accord";
import { typographie } from "../../core/domain/words/typographie";
import { draftConvention, type ConventionEbauchee } from "../../core/drafting/draft-convention";
import { draftSigned } from "../../core/drafting/draft-signed";
import { openFileWorkbook } from "../../files/file-workbook";
import { defineCommand, readBytes, type ExitStatus, type Io } from "../command";
import { CommandError } from "../command-error";
import { FORCE, HELP, type CommandMeta } from "../command-meta";
import { harmlessJson, oneLine } from "../one-line";
import { checkOutput, writeOutput } from "../output-file";
import { readDocx, readText } from "./read-document";
import { checkFileNames, checkForce, onlyWorkbook, parseCommandLine } from "../parse-command-line";

const NOUVEAU_CONTRAT = {
  nom: "nouveau-contrat",
  resume:
    "Prépare la définition d’un contrat à partir du contrat signé, document Word ou texte, ou d’un classeur qui contient ses deux tableaux annexes.",
  usages: ["CONTRAT.docx --sortie contrat.json [--force]", "CLASSEUR.xlsx --sortie contrat.json [--force]"],
  exemple: "classeur.xlsx --sortie contrat.json",
  options: {
    sortie: {
      type: "string",
      valeur: "FICHIER",
      exemple: "contrat.json",
      aide: "définition à écrire (JSON) ; sans cette option, elle est affichée",
    },
    force: FORCE,
    help: HELP,
  },
  apres: `Du contrat signé (.docx, .txt) sont lus les tableaux annexes, les articles (parties, période, crédits, répartition, codes, compte, dates, seuil) et les fiches.
Ce qui n’a pas été trouvé, ou dont il faut s’assurer, est listé, champ par champ, avec sa place dans le document. Elle sert ensuite ainsi :
cls verifier classeur.xlsx --contrat contrat.json`,
  retour: "0 la définition est prête, 2 le classeur n’a pas pu être lu ou une option est incorrecte.",
} as const satisfies CommandMeta;

interface Options {
  readonly file: string;
  readonly sortie: string | null;
  readonly force: boolean;
}

function parse(args: readonly string[]): Options | null {
  const { values, positionals } = parseCommandLine(args, NOUVEAU_CONTRAT);
  if (values.help) return null;
  const file = onlyWorkbook(positionals, NOUVEAU_CONTRAT);
  const { sortie = null, force = false } = values;
  checkFileNames({ sortie });
  checkForce(force, sortie);
  return { file, sortie, force };
}

/** A Word document or a text is the signed contract itself; anything else is a workbook with its annex tables. */
async function draftFrom(file: string): Promise<ConventionEbauchee> {
  const [bytes, name] = [readBytes(file), basename(file)];
  if (/\.docx$/i.test(file)) return draftSigned(await readDocx(bytes, name));
  if (/\.(?:txt|text|md)$/i.test(file)) return draftSigned(readText(readUtf8(file, bytes), name));
  return draftConvention(await openFileWorkbook(bytes, name).port.read());
}

function readUtf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${file} : ce texte n’est pas en UTF-8. Enregistrez-le avec cet encodage.`);
  }
}

async function make({ file, sortie, force }: Options, io: Io): Promise<ExitStatus> {
  if (sortie !== null) {
    checkOutput(sortie, "", [file], force);
    if (/\.xls[xmb]?$/i.test(sortie)) {
      throw new CommandError(`--sortie ${sortie} : une définition est un fichier JSON, par exemple contrat.json.`);
    }
  }
  const draft = await draftFrom(file);
  if (!draft.ok) throw new CommandError(typographie(`${file} : ${draft.message}.`));
  const checked = parseConvention(draft.definition);
  if (!checked.ok) throw new CommandError(`${file} : ${checked.message}`);
  const text = `${harmlessJson(draft.definition, 2)}\n`;
  if (sortie === null) io.out(text);
  else writeOutput(sortie, new TextEncoder().encode(text), force);
  const { axes, actions, annees } = checked.convention;
  const indicateurs = actions.reduce((sum, action) => sum + action.indicateurs.length, 0);
  const summary = [
    accord(axes.length, "axe"),
    accord(actions.length, "action"),
    accord(indicateurs, "indicateur"),
    accord(annees.length, "année"),
  ].join(", ");
  io.err(typographie(`Définition prête : ${summary}. À compléter ou à vérifier :\n`));
  for (const { champ, question } of draft.aCompleter) io.err(describe(champ, question));
  return 0;
}

function describe(champ: string, question: string): string {
  return `  ${typographie(oneLine(`${champ} : ${question}`))}\n`;
}

export const runNouveauContrat = defineCommand({
  meta: NOUVEAU_CONTRAT,
  parse,
  run: make,
  about: ({ file }) => file,
});
