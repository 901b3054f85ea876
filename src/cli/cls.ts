// The command line: `cls COMMANDE …`. Each command is loaded when it is asked for.
import { existsSync } from "node:fs";
import { version } from "../../package.json";
import { packWith } from "xlsx-model/package/codec";
import { describeFailure, ERROR_STATUS, type Command, type ExitStatus, type Io } from "./command";
import { CommandError } from "./command-error";
import { COMMAND_NAMES } from "./command-names";
import type { CommandMeta } from "./command-meta";
import { completion, COMPLETION_HELP, SHELLS } from "./completion";
import { suggest } from "./suggest";
import { HELPER, serve } from "./dossier/helper-process";
import { nativeCodec } from "./native-codec";
import { runAsProcess } from "./run-as-process";
import type { DraftAnswer, DraftTask } from "./nouveau-contrat/draft-task";
import type { ConstatAnswer, ConstatTask } from "./tableau-de-bord/constat-task";
import type { VerifierAnswer, VerifierTask } from "./verifier/run-verifier";

interface Named {
  /** What it declares of itself. */
  readonly meta: () => Promise<CommandMeta>;
  /** In one line, for the list of commands. */
  readonly aide: string;
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<(typeof COMMAND_NAMES)[number], Named>> = {
  verifier: {
    aide: "vérifie des classeurs, ou tous ceux d’un dossier",
    meta: async () => (await import("./verifier/verifier-options")).VERIFIER,
    load: async () => (await import("./verifier/run-verifier")).runVerifier,
  },
  annexe: {
    aide: "insère des annexes du contrat dans une copie ou un classeur neuf",
    meta: async () => (await import("./annexe/annexe-options")).ANNEXE,
    load: async () => (await import("./annexe/run-annexe")).runAnnexe,
  },
  totaux: {
    aide: "actualise les totaux d’un classeur, dans une copie",
    meta: async () => (await import("./totaux/totaux-options")).TOTAUX,
    load: async () => (await import("./totaux/run-totaux")).runTotaux,
  },
  bilan: {
    aide: "établit le bilan d’exécution, sur feuilles ou en Word",
    meta: async () => (await import("./bilan/bilan-options")).BILAN,
    load: async () => (await import("./bilan/run-bilan")).runBilan,
  },
  "preparer-avenant": {
    aide: "prépare l’avenant d’une année : variantes, projet, note",
    meta: async () => (await import("./preparer-avenant/preparer-options")).PREPARER_AVENANT,
    load: async () => (await import("./preparer-avenant/run-preparer")).runPreparerAvenant,
  },
  "proces-verbal": {
    aide: "établit ou contrôle un procès-verbal de vérification",
    meta: async () => (await import("./proces-verbal/proces-verbal-options")).PROCES_VERBAL,
    load: async () => (await import("./proces-verbal/run-proces-verbal")).runProcesVerbal,
  },
  "tableau-de-bord": {
    aide: "établit le tableau de bord de tous les contrats d’un dossier",
    meta: async () => (await import("./tableau-de-bord/tableau-options")).TABLEAU,
    load: async () => (await import("./tableau-de-bord/run-tableau")).runTableau,
  },
  contrats: {
    aide: "liste les contrats d’un dossier, et dit duquel est un classeur",
    meta: async () => (await import("./contrats/contrats-options")).CONTRATS_META,
    load: async () => (await import("./contrats/run-contrats")).runContrats,
  },
  "nouveau-contrat": {
    aide: "tire la définition d’un contrat des documents signés",
    meta: async () => (await import("./nouveau-contrat/run-nouveau-contrat")).NOUVEAU_CONTRAT,
    load: async () => (await import("./nouveau-contrat/run-nouveau-contrat")).runNouveauContrat,
  },
};

const WIDTH = Math.max(...COMMAND_NAMES.map(({ length }) => length));

const HELP = `Contrat local des solidarités : le classeur vérifié, ses annexes et ses rapports.

Exemples :
  cls verifier classeur.xlsx
  cls verifier classeur.xlsx --sortie classeur-annote.xlsx
  cls tableau-de-bord dossier --sortie region.xlsx

Usage : cls COMMANDE [options]

Commandes :
${COMMAND_NAMES.map((name) => `  ${name.padEnd(WIDTH)}  ${COMMANDS[name].aide}`).join("\n")}

  help [COMMANDE], --help, -h  cette aide, ou les options d’une commande
  completion ${SHELLS.join("|")}
                               de quoi compléter commandes et options par Tab
  --version, -V                la version

Un fichier cls.json, dans le dossier où l’on travaille, garde les options d’une
commande : { "verifier": { "partie": "etat", "contrats": "definitions" } }.

« cls » s’écrit « node cls/cls.mjs » depuis l’archive,
« npm run -s COMMANDE -- » depuis les sources.
`;

async function run([name, ...args]: readonly string[], io: Io): Promise<ExitStatus> {
  if (name === "--version" || name === "-V") {
    io.out(`${version}\n`);
    return 0;
  }
  const isHelp = name === "help" || name === "--help" || name === "-h";
  const [about] = args.filter((arg) => !arg.startsWith("-"));
  if (isHelp && about !== undefined) return run([about, "--help"], io);
  if (name === undefined || isHelp) {
    io.out(HELP);
    return name === undefined ? ERROR_STATUS : 0;
  }
  if (name === "completion") return complete(args, io);
  const command = COMMAND_NAMES.find((each) => each === name);
  return command ? (await COMMANDS[command].load())(args, io) : refuse(unknown(name), io);
}

/** A file in the place of a command is to be verified. */
const unknown = (name: string): string =>
  `Commande inconnue : ${name}. ${
    existsSync(name)
      ? `Pour ce qui porte ce nom : cls verifier ${name}`
      : `${suggest(name, COMMAND_NAMES, "Commandes")} (aide : cls --help)`
  }`;

function refuse(sentence: string, io: Io): ExitStatus {
  io.err(`${describeFailure(new CommandError(sentence))}\n`);
  return ERROR_STATUS;
}

async function complete([shell = ""]: readonly string[], io: Io): Promise<ExitStatus> {
  if (shell === "--help" || shell === "-h") {
    io.out(COMPLETION_HELP);
    return 0;
  }
  const metas = await Promise.all(COMMAND_NAMES.map((name) => COMMANDS[name].meta()));
  const script = completion(shell, metas, process.argv[1] ?? "cls.mjs");
  if (script === null) return refuse(`completion attend ${SHELLS.join(", ")}, par exemple : cls completion bash.`, io);
  io.out(script);
  return 0;
}

async function treat(
  task: VerifierTask | ConstatTask | DraftTask,
): Promise<VerifierAnswer | ConstatAnswer | DraftAnswer> {
  if (task.command === "nouveau-contrat") return (await import("./nouveau-contrat/draft-task")).draftTask(task);
  if (task.command === "verifier") return (await import("./verifier/run-verifier")).verifyTask(task);
  return (await import("./tableau-de-bord/constat-task")).constatTask(task);
}

packWith(nativeCodec);
if (process.argv[2] === HELPER) serve(treat);
else void runAsProcess(run);
