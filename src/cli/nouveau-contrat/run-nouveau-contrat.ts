// The `nouveau-contrat` command: makes a contract definition from the signed contract, or from a workbook with its annex tables, and checks it.
import { basename } from "node:path";
import { parseConvention } from "../../contracts/parse-convention";
import { questionsOuvertes } from "../../core/contract/definition/questions";
import { accord } from "../../core/domain/words/accord";
import { capitalise, typographie } from "../../core/domain/words/typographie";
import { draftConvention } from "../../core/drafting/draft-convention";
import type { ConventionEbauchee } from "../../core/drafting/ebauche";
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
Ce qui n’a pas été trouvé, ou dont il faut s’assurer, est listé, champ par champ, avec sa place dans le document, et reste dans la définition, sous
« questions ». Répondez dans le champ nommé, puis retirez la question ; tant qu’il en reste une, ou un texte « À compléter », aucune vérification ne dit
« Conforme », et ni sceau ni procès-verbal n’est écrit. Un classeur vérifié avec une définition tirée de lui n’est comparé qu’à lui-même : c’est dit.
Elle sert ensuite ainsi :
cls verifier classeur.xlsx --contrat contrat.json`,
  retour:
    "0 la définition est prête, 1 elle est écrite et des questions restent sans réponse, 2 le classeur n’a pas pu être lu ou une option est incorrecte.",
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
  const say = (text: string): void => {
    // Their indent stays.
    io.err(`${/^ */.exec(text)?.[0] ?? ""}${typographie(oneLine(text))}\n`);
  };
  const questions = questionsOuvertes(checked.convention);
  say(`Définition écrite : ${summary}.`);
  say("Réglages mis, que le contrat ne donne pas et que vous pouvez changer :");
  for (const { champ, valeur } of draft.reglages) say(`  ${champ} : ${valeur}`);
  if (questions.length === 0) return 0;
  say(
    `${capitalise(accord(questions.length, "question reste", "questions restent"))} sans réponse, à chercher dans le contrat signé :`,
  );
  for (const { champ, question } of questions) say(`  ${champ} : ${question}`);
  say(ANSWERING);
  return 1;
}

const ANSWERING =
  "Tant qu’il en reste, rien n’est conforme, ni scellé, ni constaté avec cette définition. Pour répondre : vérifiez ou corrigez le champ nommé, puis retirez la question de la liste « questions », en tête de la définition.";

export const runNouveauContrat = defineCommand({
  meta: NOUVEAU_CONTRAT,
  parse,
  run: make,
  about: ({ file }) => file,
});
