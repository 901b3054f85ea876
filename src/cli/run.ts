// The `verifier` command: options in, reports and exit status out; only its outputs and the clock are injected.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { contratIntegre } from "../contracts/built-in";
import type { Convention } from "../core/domain/convention";
import { verify } from "../core/verify";
import type { Verification } from "../core/verification";
import { WorkbookError } from "../core/workbook-port";
import { openFileWorkbook } from "../files/file-workbook";
import { verifyWorkbook } from "../usecases/verify-workbook";
import { chooseSheets } from "./choose-sheets";
import { CommandError, describeFileFailure } from "./command-error";
import { loadContrat } from "./load-contrat";
import { checkOutput, writeOutput } from "./output-file";
import { HELP, parseOptions, type Options } from "./parse-options";
import { formatReport } from "./report-text";

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** ISO date. */
  readonly today: () => string;
  /** Whether the output shows ANSI styles. */
  readonly styled: boolean;
}

export type ExitStatus = 0 | 1 | 2;

export const ERROR_STATUS = 2;

/** Throws CommandError. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path} : ${describeFileFailure(error)}.`);
  }
}

/** One French line, whatever happened. */
export function describeFailure(error: unknown): string {
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");
  return error instanceof CommandError ? detail : `Incident interne : ${detail}`;
}

/** A workbook's own failure does not always name it. */
function nameFailure(path: string, error: unknown): unknown {
  return error instanceof WorkbookError ? new CommandError(`${path} : ${error.message}`) : error;
}

interface Outcome {
  readonly verification: Verification;
  /** What could not be written, in French. */
  readonly refusals: readonly string[];
  readonly annotated: Uint8Array | null;
}

interface Contrat {
  readonly convention: Convention;
  readonly source: "built-in" | "given";
}

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
  const contract: Contrat =
    contrat === null
      ? { convention: contratIntegre, source: "built-in" }
      : { convention: loadContrat(contrat), source: "given" };
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
