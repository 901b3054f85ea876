// The `nouveau-contrat` command: makes a contract definition from the signed contract, or from a workbook with its annex tables, and checks it.
import { parseConvention } from "../../contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../core/contract/convention";
import { questionsPosees, repondre, type QuestionPosee } from "../../core/contract/definition/repondre";
import { accord } from "../../core/domain/words/accord";
import { capitalise, typographie } from "../../core/domain/words/typographie";
import type { ConventionEbauchee } from "../../core/drafting/ebauche";
import { defineCommand, type ExitStatus, type Io } from "../command";
import { CommandError } from "../command-error";
import { FORCE, HELP, usageOf, type CommandMeta } from "../command-meta";
import { harmlessJson, oneLine } from "../one-line";
import { checkOutputs, writeOutput } from "../output-file";
import { checkForce, parseCommandLine } from "../parse-command-line";
import { readDefinition } from "../load-contrat";
import { questionsFile, readReponses } from "./questions-file";
import { draftTask, type DraftAnswer, type DraftTask } from "./draft-task";

export const NOUVEAU_CONTRAT = {
  nom: "nouveau-contrat",
  resume:
    "Prépare la définition d’un contrat à partir du contrat signé (Word, PDF ou texte) et de ses annexes, ou d’un classeur qui contient ses deux tableaux annexes.",
  usages: [
    "CONTRAT… [ANNEXE…] --sortie contrat.json [--questions questions.json] [--force]",
    "CLASSEUR.xlsx --sortie contrat.json [--questions questions.json] [--force]",
    "CONTRAT… [ANNEXE…] --reponses questions.json --sortie contrat.json --force",
  ],
  exemple: "contrat.docx --sortie contrat.json",
  exemples: [
    ["convention.pdf annexes.xlsx fiches.docx --sortie contrat.json", "de plusieurs documents"],
    ["contrat.docx --sortie contrat.json --questions questions.json", "avec ce qui reste demandé, à compléter"],
    ["contrat.docx --reponses questions.json --sortie contrat.json --force", "avec les réponses"],
  ],
  options: {
    sortie: {
      type: "string",
      valeur: "FICHIER",
      exemple: "contrat.json",
      aide: "définition à écrire (JSON) ; sans cette option, elle est affichée",
    },
    questions: {
      type: "string",
      valeur: "FICHIER",
      exemple: "questions.json",
      aide: "écrit ce qui reste demandé, chaque valeur possible avec sa phrase, prêt à être complété (JSON)",
    },
    reponses: {
      type: "string",
      valeur: "FICHIER",
      exemple: "questions.json",
      aide: "réponses à ces questions, avec qui répond et quand",
    },
    force: FORCE,
    help: HELP,
  },
  apres: `Le contrat signé peut être un document Word (.docx), un PDF ou un texte (.txt), en un ou plusieurs fichiers, ses annexes d’autres documents ou un classeur.
En sont lus les tableaux annexes, les articles (parties, période, crédits, répartition, codes, compte, dates, seuil) et les fiches. Un PDF qui n’est que
l’image de ses pages est refusé : donnez celui que le traitement de texte a produit. Un avenant signé, donné de même, devient des lignes du registre.
Chaque valeur garde sa phrase et son endroit (« sources »). Deux phrases qui ne disent pas la même chose, ce qui n’est pas dit en toutes lettres et ce qui
n’a pas été trouvé sont des questions ; ce qui est lu se confirme en une fois.
Une définition déjà écrite se complète de même, dans un autre fichier. Dans questions.json, « answer » est la valeur retenue, « exact » pour ce qui est écrit, ou null ; « by » dit qui répond.
Tant qu’une question reste, ou un texte « À compléter », aucune vérification ne dit « Conforme », et ni sceau ni procès-verbal n’est écrit. Un classeur vérifié avec une définition tirée de lui n’est comparé qu’à lui-même : c’est dit.
Elle sert ensuite ainsi :
cls verifier classeur.xlsx --contrat contrat.json`,
  retour: [
    "la définition est prête",
    "elle est écrite et des questions restent sans réponse",
    "un fichier n’a pas pu être lu ou une option est incorrecte",
  ],
} as const satisfies CommandMeta;

interface Options {
  readonly files: readonly string[];
  readonly sortie: string | null;
  readonly questions: string | null;
  readonly reponses: string | null;
  readonly force: boolean;
}

function parse(args: readonly string[]): Options | null {
  const { values, positionals } = parseCommandLine(args, NOUVEAU_CONTRAT);
  if (values.help) return null;
  if (positionals.length === 0) throw new CommandError(`Aucun fichier indiqué. ${usageOf(NOUVEAU_CONTRAT)}`);
  const { sortie = null, questions = null, reponses = null, force = false } = values;
  checkForce(force, sortie ?? questions);
  return { files: [...new Set(positionals)], sortie, questions, reponses, force };
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

type Drafted = Extract<ConventionEbauchee, { readonly ok: true }>;

/** A definition that was drafted before is answered as it stands. */
const isDefinition = (files: readonly string[]): boolean => files.length === 1 && /\.json$/i.test(files[0] ?? "");

async function definitionFrom(files: readonly string[], io: Io): Promise<Pick<Drafted, "definition" | "reglages">> {
  const [first = ""] = files;
  if (isDefinition(files)) return { definition: readDefinition(first, first) as Drafted["definition"], reglages: [] };
  const draft = await draftFrom(files, io);
  if (!draft.ok) throw new CommandError(typographie(`${files.join(", ")} : ${draft.message}.`));
  return draft;
}

async function make(options: Options, io: Io): Promise<ExitStatus> {
  const { files, sortie, questions, reponses, force } = options;
  checkOutputs(
    [
      { path: sortie, endings: [".json"] },
      { option: "--questions", path: questions, endings: [".json"] },
    ],
    [...files, reponses],
    force,
  );
  const file = files.join(", ");
  const { definition: drafted, reglages } = await definitionFrom(files, io);
  const check = (definition: ConventionDefinition): Convention => {
    const checked = parseConvention(definition);
    if (!checked.ok) throw new CommandError(`${file} : ${checked.message}`);
    return checked.convention;
  };
  const answered = reponses === null ? null : repondre(drafted, check(drafted), readReponses(reponses));
  if (answered?.ok === false) throw new CommandError(typographie(`--reponses ${reponses ?? ""} : ${answered.message}`));
  const definition = answered?.definition ?? drafted;
  const convention = check(definition);
  const text = `${harmlessJson(definition, 2)}\n`;
  if (sortie === null) io.out(text);
  else writeOutput(sortie, new TextEncoder().encode(text), force);
  const asked = questionsPosees(definition, convention);
  if (questions !== null) writeOutput(questions, questionsFile(asked, io.today()), force);
  return tell(convention, reglages, asked, io);
}

function tell(
  { axes, actions, annees }: Convention,
  reglages: Drafted["reglages"],
  asked: readonly QuestionPosee[],
  io: Io,
): ExitStatus {
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
  say(`Définition écrite : ${summary}.`);
  if (reglages.length > 0) say("Réglages mis, que le contrat ne donne pas et que vous pouvez changer :");
  for (const { champ, valeur } of reglages) say(`  ${champ} : ${valeur}`);
  if (asked.length === 0) return 0;
  say(
    `${capitalise(accord(asked.length, "question reste", "questions restent"))} sans réponse, à chercher dans le contrat signé :`,
  );
  for (const { champ, question } of asked) say(`  ${champ} : ${question}`);
  say(ANSWERING);
  return 1;
}

const ANSWERING =
  "Tant qu’il en reste, rien n’est conforme, ni scellé, ni constaté avec cette définition. Pour répondre : --questions questions.json les écrit, --reponses questions.json donne les réponses.";

export const runNouveauContrat = defineCommand({
  meta: NOUVEAU_CONTRAT,
  parse,
  run: make,
  about: ({ files }) => files.join(", "),
});
