// The `verifier` command: options in, reports and exit status out; only its outputs and the clock are injected.
import { basename } from "node:path";
import { verify } from "../../core/verify";
import { isNobodys, type Verification } from "../../core/verification";
import { verificationJson } from "../../core/verification-json";
import { openFileWorkbook } from "../../files/file-workbook";
import type { WorkbookPort } from "../../core/workbook-port";
import { answerQuestions } from "../../usecases/answer-questions";
import { verifyWorkbook } from "../../usecases/verify-workbook";
import { chooseSheets } from "../choose-sheets";
import {
  defineCommand,
  describeFailure,
  ERROR_STATUS,
  nameFailure,
  readBytes,
  tellSignature,
  type ExitStatus,
  type Io,
} from "../command";
import { CommandError } from "../command-error";
import { listWorkbooks } from "../dossier/list-workbooks";
import { LOST, shareOut } from "../dossier/share-out";
import { chooseContrat } from "../load-contrat";
import { checkOutput, writeOutput } from "../output-file";
import { harmlessJson, oneLine } from "../one-line";
import { countErrors } from "./count-errors";
import { questionsFile, readLecture } from "./lecture-file";
import { NOT_WRITTEN, ONE_LECTURE, ONE_OUTPUT, parseOptions, VERIFIER, type Options } from "./verifier-options";
import { formatReport } from "./report-text";

interface Outcome {
  readonly verification: Verification;
  /** What could not be written, in French. */
  readonly refusals: readonly string[];
  readonly annotated: Uint8Array | null;
  readonly isSigned: boolean;
}

type Contrat = ReturnType<typeof chooseContrat>;

async function verifyFile(path: string, contract: Contrat, today: string, options: Options): Promise<Outcome> {
  const asOf = options.date ?? today;
  const { convention, source } = contract;
  const { port, model, save } = openFileWorkbook(readBytes(path), basename(path));
  await chooseSheets(port, convention, asOf, options.feuilles, source);
  if (options.lecture !== null) await answerFrom(port, options.lecture);
  const said = { today, ...(options.partie && { speaksFor: options.partie }) };
  if (options.sortie !== null) {
    const { verification, refusals } = await verifyWorkbook(port, convention, asOf, () => {}, { source, ...said });
    return {
      verification,
      refusals,
      annotated: isNobodys(verification.verdict) ? null : save(),
      isSigned: model.isSigned,
    };
  }
  const { verification } = verify(await port.read(), convention, asOf, source, said);
  return { verification, refusals: [], annotated: null, isSigned: model.isSigned };
}

/** Kept in the opened workbook, and in the annotated copy; never in its file. */
async function answerFrom(port: WorkbookPort, path: string): Promise<void> {
  const { reponses = [] } = await port.read();
  await answerQuestions(port, readLecture(path), reponses);
}

async function runFile(path: string, options: Options, io: Io): Promise<ExitStatus> {
  const { sortie, lectureSortie, force } = options;
  const outcome = await verifyFile(path, chooseContrat(options.contrat), io.today(), options);
  const { verification, refusals, annotated } = outcome;
  io.out(options.json ? `${harmlessJson(verificationJson(verification))}\n` : formatReport(verification, io.styled));
  if (lectureSortie !== null) {
    writeOutput(lectureSortie, questionsFile(verification.verdict.questions ?? [], io.today()), force);
  }
  if (sortie !== null && annotated) {
    writeOutput(sortie, annotated, force);
    tellSignature(path, outcome, io);
  }
  const { verdict } = verification;
  if (sortie !== null && isNobodys(verdict)) io.err(`${oneLine(sortie)} : ${NOT_WRITTEN[verdict.state]}\n`);
  for (const refusal of refusals) io.err(`${oneLine(path)} : ${oneLine(refusal)}\n`);
  // Held against nothing, or against what is not certain, it is not free of errors.
  const isUncertain = verdict.state === "not-this-contract" || verdict.state === "to-confirm";
  return isUncertain || countErrors(verification, options.strict) > 0 ? 1 : 0;
}

/** One file of several, as a helper is asked for it. */
export interface VerifierTask {
  readonly command: "verifier";
  readonly path: string;
  readonly options: Options;
  /** ISO date. */
  readonly today: string;
  readonly styled: boolean;
}

export interface VerifierAnswer {
  readonly out: string;
  readonly err: string;
  readonly status: ExitStatus;
}

/** Never throws. */
export async function verifyTask({ path, options, today, styled }: VerifierTask): Promise<VerifierAnswer> {
  const said = { out: "", err: "" };
  const io: Io = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    today: () => today,
    styled,
  };
  const status = await runFile(path, options, io).catch((error: unknown): ExitStatus => {
    io.err(`${describeFailure(nameFailure(path, error))}\n`);
    return ERROR_STATUS;
  });
  return { ...said, status };
}

async function runAll(options: Options, io: Io): Promise<ExitStatus> {
  const files = listWorkbooks(options.files).map(({ path }) => path);
  const { contrat, sortie, lecture, lectureSortie, force, json } = options;
  // What is wrong with it is said once, and not file by file.
  chooseContrat(contrat);
  if (lecture !== null) readLecture(lecture);
  const [first] = files;
  if (lectureSortie !== null && first !== undefined) {
    if (files.length > 1) throw new CommandError(ONE_LECTURE);
    checkOutput(lectureSortie, "", files, force);
  }
  if (sortie !== null && first !== undefined) {
    if (files.length > 1) throw new CommandError(ONE_OUTPUT);
    checkOutput(sortie, first, contrat === null ? files : [...files, contrat], force);
  }
  let status: ExitStatus = 0;
  const today = io.today();
  await shareOut<VerifierTask, VerifierAnswer>(io, {
    tasks: files.map((path) => ({ command: "verifier", path, options, today, styled: io.styled })),
    treat: verifyTask,
    lost: ({ path }) => ({ out: "", err: `${oneLine(path)} : ${LOST}\n`, status: ERROR_STATUS }),
    give: (answer, index) => {
      if (index > 0 && !json) io.out("\n");
      if (answer.out !== "") io.out(answer.out);
      if (answer.err !== "") io.err(answer.err);
      status = worst(status, answer.status);
    },
  });
  return status;
}

function worst(left: ExitStatus, right: ExitStatus): ExitStatus {
  return left > right ? left : right;
}

export const runVerifier = defineCommand({ meta: VERIFIER, parse: parseOptions, run: runAll });
