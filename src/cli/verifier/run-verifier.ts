// The `verifier` command: options in, reports and exit status out; only its outputs and the clock are injected.
import { basename, extname } from "node:path";
import type { Question, Reponse } from "../../core/domain/question";
import { cleReponse, joindreReponses } from "../../core/domain/reponses";
import { readDossier } from "../../core/reading/read-dossier";
import type { Comparaison } from "../../core/reports/comparaison/comparer";
import { composeComparaisonSheet } from "../../core/sheets/comparaison-sheet";
import { typographie } from "../../core/domain/words/typographie";
import { verify } from "../../core/verify";
import { isNobodys, type Verification } from "../../core/verification";
import { verificationJson } from "../../core/verification-json";
import type { WorkbookPort } from "../../core/workbook-port";
import { answerQuestions } from "../../usecases/answer-questions";
import { compareWorkbook, writeComparaison } from "../../usecases/compare-workbook";
import type { RepriseMontree } from "../../usecases/plan-reprise";
import { reprendreReponses } from "../../usecases/reprendre-reponses";
import { verifyWorkbook } from "../../usecases/verify-workbook";
import { chooseSheets } from "../choose-sheets";
import {
  defineCommand,
  describeFailure,
  ERROR_STATUS,
  nameFailure,
  tellSignature,
  type ExitStatus,
  type Io,
} from "../command";
import { CommandError } from "../command-error";
import { listWorkbooks } from "../dossier/list-workbooks";
import { LOST, shareOut } from "../dossier/share-out";
import { definitionFor, listDefinitions } from "../definitions";
import { chooseContrat, loadContrat, type ServingContrat } from "../load-contrat";
import { openWorkbook } from "../open-workbook";
import { checkOutputs, endingOf, writeOutput } from "../output-file";
import { harmlessJson, oneLine } from "../one-line";
import { comparaisonJson, formatComparaison } from "./comparaison-text";
import { countErrors } from "./count-errors";
import { questionsFile, readLecture, tellUnused, type AskedBy } from "./lecture-file";
import { REPORT_ENDINGS, reportKind, writeReport } from "./report-file";
import {
  NOT_WRITTEN,
  ONE_OUTPUT,
  ONE_REFERENCE,
  ONE_RETURNED,
  parseOptions,
  VERIFIER,
  type Options,
} from "./verifier-options";
import { ofRules, tellHidden } from "./some-rules";
import { formatReport } from "./report-text";
import { formatReprise, repriseJson } from "./reprise-text";

interface Outcome {
  readonly verification: Verification;
  /** What could not be written, or stay where it was typed, in French. */
  readonly refusals: readonly string[];
  /** The annotated copy or the report; null where none was asked for, and no copy of a workbook that is nobody's. */
  readonly written: Uint8Array | null;
  readonly isSigned: boolean;
  /** Keys of the answers of --lecture that it had a use for. */
  readonly used: readonly string[];
  /** Null without --reference. */
  readonly comparaison: Comparaison | null;
  /** Null without --reprendre. */
  readonly reprise: RepriseMontree | null;
}

async function verifyFile(path: string, contract: ServingContrat, today: string, options: Options): Promise<Outcome> {
  const asOf = options.date ?? today;
  const { convention, source } = contract;
  const { port, model, save } = openWorkbook(path);
  await chooseSheets(port, convention, asOf, options.feuilles, source);
  const used = options.lecture === null ? [] : await answerFrom(port, options.lecture, contract, asOf);
  const said = { today, ...(options.partie && { speaksFor: options.partie }) };
  const reprise = await takeBack(port, contract, asOf, today, options);
  const comparaison = await compareWith(port, contract, asOf, today, options.reference);
  const report = options.sortie === null ? null : reportKind(options.sortie);
  if (options.sortie !== null && report === null) {
    const {
      verification,
      refusals,
      kept = [],
    } = await verifyWorkbook(port, convention, asOf, () => {}, { source, qui: options.qui, ...said });
    const isWritable = comparaison !== null && !isNobodys(verification.verdict);
    const sheet = isWritable ? await writeComparaison(port, composeComparaisonSheet(comparaison)) : null;
    return {
      verification,
      comparaison,
      reprise,
      refusals: [...refusals, ...kept, ...(sheet?.refusals ?? []), ...(sheet?.kept ?? [])],
      written: isNobodys(verification.verdict) ? null : save(),
      isSigned: model.isSigned,
      used: used.map(cleReponse),
    };
  }
  const raw = await port.read();
  const { verification, dossier } = verify(raw, convention, asOf, source, said);
  const written = report === null ? null : writeReport(report, verification, dossier, raw);
  const kept = { comparaison, reprise, written, isSigned: model.isSigned, used: used.map(cleReponse) };
  return { verification, refusals: [], ...kept };
}

/** Into the opened workbook, whose « Écarts » then has a row for each discrepancy; never into its file. */
async function takeBack(
  port: WorkbookPort,
  { convention, source }: ServingContrat,
  asOf: string,
  today: string,
  { reprendre: path, dernier, partie }: Options,
): Promise<RepriseMontree | null> {
  if (path === null) return null;
  const received = await openWorkbook(path, `--reprendre ${path}`).port.read();
  await verifyWorkbook(port, convention, asOf, () => {}, { source, today, ...(partie && { speaksFor: partie }) });
  return reprendreReponses(port, received, { contrats: convention, asOf, source, today }, null, dernier);
}

/** As the workbook was before the verification writes into it. */
async function compareWith(
  port: WorkbookPort,
  { convention, source }: ServingContrat,
  asOf: string,
  today: string,
  path: string | null,
): Promise<Comparaison | null> {
  if (path === null) return null;
  const reference = await openWorkbook(path, `--reference ${path}`).port.read();
  return compareWorkbook(port, reference, { contrats: convention, asOf, source, today });
}

/**
 * Kept in the opened workbook, and in the annotated copy; never in its file. One file of answers serves several workbooks: each
 * takes those whose words stand in it, which are answered.
 */
async function answerFrom(
  port: WorkbookPort,
  path: string,
  { convention, source }: ServingContrat,
  asOf: string,
): Promise<readonly Reponse[]> {
  const raw = await port.read();
  const kept = raw.reponses ?? [];
  const reponses = joindreReponses(kept, readLecture(path));
  const held = readDossier({ ...raw, reponses }, convention, asOf, source).reponses ?? [];
  const own = new Set(held.filter(({ range }) => range !== null).map(({ reponse }) => reponse));
  const given = reponses.filter((reponse) => own.has(reponse) && !kept.includes(reponse));
  await answerQuestions(port, given, kept);
  return given;
}

interface Ran {
  readonly status: ExitStatus;
  /** What it asks, where that is to be written. */
  readonly questions: readonly Question[];
  /** Keys of the answers of the file that served. */
  readonly used: readonly string[];
}

/** Of the folder's, the workbook shows which it follows. */
const contractOf = (path: string, { contrat, contrats }: Options): ServingContrat =>
  contrats === null
    ? chooseContrat(contrat)
    : { convention: definitionFor(contrats, basename(path, extname(path))), source: "built-in" };

async function runFile(path: string, options: Options, io: Io): Promise<Ran> {
  const { sortie, lectureSortie, force } = options;
  const outcome = await verifyFile(path, contractOf(path, options), io.today(), options);
  const { verification, refusals, written, comparaison, reprise } = outcome;
  const shown = ofRules(verification, options.regles);
  if (options.json) {
    const only = options.regles.length > 0 && { only: options.regles };
    const compared = comparaison && { comparison: comparaisonJson(comparaison) };
    const taken = reprise && { taken: repriseJson(reprise) };
    io.out(`${harmlessJson({ ...verificationJson(shown), ...only, ...compared, ...taken })}\n`);
  } else {
    io.out(formatReport(shown, io.styled));
    if (options.regles.length > 0) io.out(`\n${typographie(tellHidden(verification, shown))}\n`);
    if (comparaison) io.out(`\n${formatComparaison(comparaison)}`);
    if (reprise) io.out(`\n${formatReprise(reprise, options.dernier)}`);
  }
  if (sortie !== null && written) {
    writeOutput(sortie, written, force);
    if (reportKind(sortie) === null) tellSignature(path, outcome, io);
  }
  const { verdict } = verification;
  if (sortie !== null && !written && isNobodys(verdict)) io.err(`${oneLine(sortie)} : ${NOT_WRITTEN[verdict.state]}\n`);
  for (const refusal of refusals) io.err(`${oneLine(path)} : ${oneLine(refusal)}\n`);
  // Held against nothing, or against what is not certain, it is not free of errors.
  const isUncertain = verdict.state === "not-this-contract" || verdict.state === "to-confirm";
  const differs = comparaison !== null && !comparaison.identique;
  return {
    status: isUncertain || differs || countErrors(verification, options.strict) > 0 ? 1 : 0,
    questions: lectureSortie === null ? [] : (verdict.questions ?? []),
    used: outcome.used,
  };
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

export interface VerifierAnswer extends Ran {
  readonly out: string;
  readonly err: string;
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
  const ran = await runFile(path, options, io).catch((error: unknown): Ran => {
    io.err(`${describeFailure(nameFailure(path, error))}\n`);
    return { status: ERROR_STATUS, ...NOTHING };
  });
  return { ...said, ...ran };
}

const NOTHING = { questions: [], used: [] } as const;

async function runAll(options: Options, io: Io): Promise<ExitStatus> {
  const files = listWorkbooks(options.files).map(({ path }) => path);
  const { contrat, contrats, reference, reprendre, sortie, lecture, lectureSortie, force, json } = options;
  // What is wrong with it is said once, and not file by file.
  if (contrats === null) chooseContrat(contrat);
  else listDefinitions(contrats).map(loadContrat);
  const given = lecture === null ? [] : readLecture(lecture);
  const [first = ""] = files;
  if (sortie !== null && files.length > 1) throw new CommandError(ONE_OUTPUT);
  checkOutputs(
    [
      { path: sortie, endings: [endingOf(first), ...REPORT_ENDINGS] },
      { option: "--lecture-sortie", path: lectureSortie, endings: [] },
    ],
    [...files, contrat, reference, reprendre, lecture],
    force,
  );
  if (reference !== null && files.length > 1) throw new CommandError(ONE_REFERENCE);
  if (reprendre !== null && files.length > 1) throw new CommandError(ONE_RETURNED);
  let status: ExitStatus = 0;
  const today = io.today();
  const asked: AskedBy[] = [];
  const used = new Set<string>();
  await shareOut<VerifierTask, VerifierAnswer>(io, {
    tasks: files.map((path) => ({ command: "verifier", path, options, today, styled: io.styled })),
    treat: verifyTask,
    lost: ({ path }) => ({ out: "", err: `${oneLine(path)} : ${LOST}\n`, status: ERROR_STATUS, ...NOTHING }),
    give: (answer, index) => {
      if (index > 0 && !json) io.out("\n");
      if (answer.out !== "") io.out(answer.out);
      if (answer.err !== "") io.err(answer.err);
      status = worst(status, answer.status);
      asked.push({ workbook: basename(files[index] ?? ""), questions: answer.questions });
      for (const key of answer.used) used.add(key);
    },
  });
  if (lectureSortie !== null) writeOutput(lectureSortie, questionsFile(asked, today), force);
  const unused = lecture === null ? null : tellUnused(lecture, given, used);
  if (unused !== null) io.err(`${oneLine(unused)}\n`);
  return status;
}

function worst(left: ExitStatus, right: ExitStatus): ExitStatus {
  return left > right ? left : right;
}

export const runVerifier = defineCommand({ meta: VERIFIER, parse: parseOptions, run: runAll });
