// The command line: `cls COMMANDE …`. Each command is loaded when it is asked for.
import { version } from "../../package.json";
import { packWith } from "../files/package/codec";
import { describeFailure, ERROR_STATUS, type Command, type ExitStatus, type Io } from "./command";
import { CommandError } from "./command-error";
import { HELPER, serve } from "./dossier/helper-process";
import { nativeCodec } from "./native-codec";
import { runAsProcess } from "./run-as-process";
import type { DraftAnswer, DraftTask } from "./nouveau-contrat/draft-task";
import type { ConstatAnswer, ConstatTask } from "./tableau-de-bord/constat-task";
import type { VerifierAnswer, VerifierTask } from "./verifier/run-verifier";

interface Named {
  /** In one line, for the list of commands. */
  readonly aide: string;
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, Named>> = {
  verifier: {
    aide: "vérifie des classeurs, ou tous ceux d’un dossier",
    load: async () => (await import("./verifier/run-verifier")).runVerifier,
  },
  annexe: {
    aide: "insère des annexes du contrat dans la copie d’un classeur, ou dans un classeur neuf",
    load: async () => (await import("./annexe/run-annexe")).runAnnexe,
  },
  totaux: {
    aide: "actualise les totaux d’un classeur, dans une copie",
    load: async () => (await import("./totaux/run-totaux")).runTotaux,
  },
  bilan: {
    aide: "établit le bilan d’exécution, sur feuilles ou en Word",
    load: async () => (await import("./bilan/run-bilan")).runBilan,
  },
  "proces-verbal": {
    aide: "établit ou contrôle un procès-verbal de vérification",
    load: async () => (await import("./proces-verbal/run-proces-verbal")).runProcesVerbal,
  },
  "tableau-de-bord": {
    aide: "établit le tableau de bord de tous les contrats d’un dossier",
    load: async () => (await import("./tableau-de-bord/run-tableau")).runTableau,
  },
  "nouveau-contrat": {
    aide: "tire la définition d’un contrat du texte signé et de ses annexes, ou d’un classeur",
    load: async () => (await import("./nouveau-contrat/run-nouveau-contrat")).runNouveauContrat,
  },
};

const WIDTH = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));

const HELP = `Contrat local des solidarités : le classeur vérifié, ses annexes et ses rapports.

Usage : cls COMMANDE [options]

Commandes :
${Object.entries(COMMANDS)
  .map(([name, { aide }]) => `  ${name.padEnd(WIDTH)}  ${aide}`)
  .join("\n")}

  --help, -h     cette aide ; cls COMMANDE --help donne les options d’une commande
  --version, -V  la version

« cls » s’écrit « node cls/cls.mjs » depuis l’archive, « npm run -s COMMANDE -- » depuis les sources.
`;

async function run([name, ...args]: readonly string[], io: Io): Promise<ExitStatus> {
  if (name === "--version" || name === "-V") {
    io.out(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h") {
    io.out(HELP);
    return name === undefined ? ERROR_STATUS : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const accepted = Object.keys(COMMANDS).join(", ");
    io.err(
      `${describeFailure(new CommandError(`Commande inconnue : ${name}. Commandes : ${accepted} (aide : cls --help).`))}\n`,
    );
    return ERROR_STATUS;
  }
  return (await command.load())(args, io);
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
