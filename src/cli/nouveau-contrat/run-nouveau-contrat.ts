// The `nouveau-contrat` command: makes a contract definition from the signed contract, or from a workbook with its annex tables, and checks it.
import { parseConvention } from "../../contracts/parse-convention";
import { questionsOuvertes } from "../../core/contract/definition/questions";
import { accord } from "../../core/domain/words/accord";
import { capitalise, typographie } from "../../core/domain/words/typographie";
import type { ConventionEbauchee } from "../../core/drafting/ebauche";
import { defineCommand, type ExitStatus, type Io } from "../command";
import { CommandError } from "../command-error";
import { FORCE, HELP, usageOf, type CommandMeta } from "../command-meta";
import { harmlessJson, oneLine } from "../one-line";
import { checkOutput, writeOutput } from "../output-file";
import { checkFileNames, checkForce, parseCommandLine } from "../parse-command-line";
import { draftTask, type DraftAnswer, type DraftTask } from "./draft-task";

const NOUVEAU_CONTRAT = {
  nom: "nouveau-contrat",
  resume:
    "Prépare la définition d’un contrat à partir du contrat signé (Word, PDF ou texte) et de ses annexes, ou d’un classeur qui contient ses deux tableaux annexes.",
  usages: ["CONTRAT… [ANNEXE…] --sortie contrat.json [--force]", "CLASSEUR.xlsx --sortie contrat.json [--force]"],
  exemple: "contrat.docx --sortie contrat.json",
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
  apres: `Le contrat signé peut être un document Word (.docx), un PDF ou un texte (.txt), en un ou plusieurs fichiers, ses annexes d’autres documents ou un classeur :
cls nouveau-contrat convention.pdf annexes.xlsx fiches.docx --sortie contrat.json
En sont lus les tableaux annexes, les articles (parties, période, crédits, répartition, codes, compte, dates, seuil) et les fiches. Un PDF qui n’est que
l’image de ses pages est refusé : donnez celui que le traitement de texte a produit.
Ce qui n’a pas été trouvé, ou dont il faut s’assurer, est listé, champ par champ, avec sa place dans le document, et reste dans la définition, sous
« questions ». Répondez dans le champ nommé, puis retirez la question ; tant qu’il en reste une, ou un texte « À compléter », aucune vérification ne dit
« Conforme », et ni sceau ni procès-verbal n’est écrit. Un classeur vérifié avec une définition tirée de lui n’est comparé qu’à lui-même : c’est dit.
Elle sert ensuite ainsi :
cls verifier classeur.xlsx --contrat contrat.json`,
  retour:
    "0 la définition est prête, 1 elle est écrite et des questions restent sans réponse, 2 le classeur n’a pas pu être lu ou une option est incorrecte.",
} as const satisfies CommandMeta;

interface Options {
  readonly files: readonly string[];
  readonly sortie: string | null;
  readonly force: boolean;
}

function parse(args: readonly string[]): Options | null {
  const { values, positionals } = parseCommandLine(args, NOUVEAU_CONTRAT);
  if (values.help) return null;
  if (positionals.length === 0) throw new CommandError(`Aucun fichier indiqué. ${usageOf(NOUVEAU_CONTRAT)}`);
  const { sortie = null, force = false } = values;
  checkFileNames({ sortie });
  checkForce(force, sortie);
  return { files: [...new Set(positionals)], sortie, force };
}

/** In a process of its own where there can be one: a document that nothing bounds costs that process only. */
async function draftFrom(files: readonly string[], { helpers }: Io): Promise<ConventionEbauchee> {
  const task: DraftTask = { command: "nouveau-contrat", files };
  const helper = helpers?.start<DraftTask, DraftAnswer>(LIMITS);
  try {
    const answer = await (helper ? helper.ask(task) : draftTask(task));
    if ("draft" in answer) return answer.draft;
    throw new CommandError(answer.refusal);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${files.join(", ")} : ${LOST}`);
  } finally {
    helper?.stop();
  }
}

/** A contract of a hundred pages takes a tenth of either. */
const LIMITS = { megabytes: 1024, milliseconds: 120_000 } as const;

const LOST =
  "la lecture a pris plus de deux minutes ou plus d’un gigaoctet de mémoire, et a été arrêtée. Ne gardez que le contrat et ses annexes, et enregistrez-les de nouveau.";

async function make({ files, sortie, force }: Options, io: Io): Promise<ExitStatus> {
  if (sortie !== null) {
    checkOutput(sortie, "", files, force);
    if (/\.xls[xmb]?$/i.test(sortie)) {
      throw new CommandError(`--sortie ${sortie} : une définition est un fichier JSON, par exemple contrat.json.`);
    }
  }
  const file = files.join(", ");
  const draft = await draftFrom(files, io);
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
  about: ({ files }) => files.join(", "),
});
