// The `verifier` command: options in, reports and exit status out; only its outputs and the clock are injected.
import { basename } from "node:path";
import { verify } from "../../core/verify";
import type { Verification } from "../../core/verification";
import { openFileWorkbook } from "../../files/file-workbook";
import { verifyWorkbook } from "../../usecases/verify-workbook";
import { chooseSheets } from "../choose-sheets";
import { describeFailure, ERROR_STATUS, nameFailure, readBytes, type ExitStatus, type Io } from "../command";
import { chooseContrat } from "../load-contrat";
import { checkOutput, writeOutput } from "../output-file";
import { HELP, parseOptions, type Options } from "./verifier-options";
import { formatReport } from "./report-text";

interface Outcome {
  readonly verification: Verification;
  /** What could not be written, in French. */
  readonly refusals: readonly string[];
  readonly annotated: Uint8Array | null;
}

type Contrat = ReturnType<typeof chooseContrat>;

async function verifyFile(path: string, contract: Contrat, asOf: string, options: Options): Promise<Outcome> {
  const { convention, source } = contract;
  const bytes = readBytes(path);
  try {
    const { port, save } = openFileWorkbook(bytes, basename(path));
    await chooseSheets(port, convention, asOf, options.feuilles, source);
    if (options.sortie !== null) {
      const { verification, refusals } = await verifyWorkbook(port, convention, asOf, () => {}, source);
      return { verification, refusals, annotated: save() };
    }
    const { verification } = verify(await port.read(), convention, asOf, source);
    return { verification, refusals: [], annotated: null };
  } catch (error) {
    throw nameFailure(path, error);
  }
}

async function runFile(path: string, contract: Contrat, options: Options, io: Io): Promise<ExitStatus> {
  const { sortie, force } = options;
  const outcome = await verifyFile(path, contract, options.date ?? io.today(), options);
  const { verification, refusals, annotated } = outcome;
  io.out(options.json ? `${JSON.stringify(verification)}\n` : formatReport(verification, io.styled));
  if (sortie !== null && annotated) writeOutput(sortie, annotated, force);
  for (const refusal of refusals) io.err(`${path} : ${refusal}\n`);
  return verification.summary.error > 0 ? 1 : 0;
}

async function runAll(args: readonly string[], io: Io): Promise<ExitStatus> {
  const options = parseOptions(args);
  if (options.help) {
    io.out(HELP);
    return 0;
  }
  const { files, contrat, sortie, force } = options;
  const contract = chooseContrat(contrat);
  const [first] = files;
  if (sortie !== null && first !== undefined) {
    checkOutput(sortie, first, contrat === null ? files : [...files, contrat], force);
  }
  let status: ExitStatus = 0;
  for (const [index, path] of files.entries()) {
    if (index > 0 && !options.json) io.out("\n");
    status = worst(status, await runFile(path, contract, options, io).catch((error) => fail(error, io)));
  }
  return status;
}

function worst(left: ExitStatus, right: ExitStatus): ExitStatus {
  return left > right ? left : right;
}

function fail(error: unknown, io: Io): ExitStatus {
  io.err(`${describeFailure(error)}\n`);
  return ERROR_STATUS;
}

/** Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  return runAll(args, io).catch((error: unknown) => fail(error, io));
}
