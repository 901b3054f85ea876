// The `nouveau-contrat` command: makes a contract definition from a workbook that holds the two annex tables, and checks it.
import { basename } from "node:path";
import { parseConvention } from "../../contracts/parse-convention";
import { accord } from "../../core/domain/words/accord";
import { typographie } from "../../core/domain/words/typographie";
import { draftConvention } from "../../core/reading/draft/draft-convention";
import { openFileWorkbook } from "../../files/file-workbook";
import { describeFailure, ERROR_STATUS, nameFailure, readBytes, type ExitStatus, type Io } from "../command";
import { CommandError } from "../command-error";
import { checkOutput, writeOutput } from "../output-file";
import { checkFileNames, checkForce, onlyWorkbook, parseCommandLine } from "../parse-command-line";

const HELP = `Prépare la définition d’un contrat à partir d’un classeur qui contient ses deux tableaux annexes.

Usage : npm run -s nouveau-contrat -- CLASSEUR.xlsx --sortie contrat.json [--force]

  --sortie FICHIER    définition à écrire (JSON) ; sans cette option, elle est affichée
  --force             remplace le fichier de sortie s’il existe déjà
  --help, -h          cette aide

Ce que les tableaux ne disent pas est listé, champ par champ, à compléter dans la définition. Elle sert ensuite ainsi :
npm run -s verifier -- classeur.xlsx --contrat contrat.json

Code de retour : 0 la définition est prête, 2 le classeur n’a pas pu être lu ou une option est incorrecte.
`;

interface Options {
  readonly file: string;
  readonly sortie: string | null;
  readonly force: boolean;
}

const OPTIONS = {
  sortie: { type: "string" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function parse(args: readonly string[]): Options | "help" {
  const { values, positionals } = parseCommandLine(args, OPTIONS, { "--sortie": "contrat.json" });
  if (values.help) return "help";
  const file = onlyWorkbook(positionals, "npm run -s nouveau-contrat -- classeur.xlsx --sortie contrat.json");
  const { sortie = null, force = false } = values;
  checkFileNames({ sortie });
  checkForce(force, sortie);
  return { file, sortie, force };
}

async function make({ file, sortie, force }: Options, io: Io): Promise<void> {
  if (sortie !== null) {
    checkOutput(sortie, "", [file], force);
    if (/\.xls[xmb]?$/i.test(sortie)) {
      throw new CommandError(`--sortie ${sortie} : une définition est un fichier JSON, par exemple contrat.json.`);
    }
  }
  const raw = await openFileWorkbook(readBytes(file), basename(file)).port.read();
  const draft = draftConvention(raw);
  if (!draft.ok) throw new CommandError(typographie(`${file} : ${draft.message}.`));
  const checked = parseConvention(draft.definition);
  if (!checked.ok) throw new CommandError(`${file} : ${checked.message}`);
  const text = `${JSON.stringify(draft.definition, null, 2)}\n`;
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
}

function describe(champ: string, question: string): string {
  return `  ${typographie(`${champ} : ${question}`)}\n`;
}

/** Never throws. */
export async function runNouveauContrat(args: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    const options = parse(args);
    if (options === "help") {
      io.out(HELP);
      return 0;
    }
    await make(options, io).catch((error: unknown) => {
      throw nameFailure(options.file, error);
    });
    return 0;
  } catch (error) {
    io.err(`${describeFailure(error)}\n`);
    return ERROR_STATUS;
  }
}
