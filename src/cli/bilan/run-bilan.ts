// The `bilan` command: computes the report once and writes it as sheets, as a Word document, or both.
import type { Bilan } from "../../core/reports/bilan/bilan";
import { formatListe } from "../../core/domain/words/format";
import { cite, typographie } from "../../core/domain/words/typographie";
import { WorkbookError } from "xlsx-model/plan";
import { computeWorkbookBilan, writeBilan } from "../../usecases/write-bilan";
import { bilanDocx } from "../../word/bilan-docx";
import { BILAN, isWord, parseBilanOptions, type BilanOptions } from "./bilan-options";
import { formatBilan } from "./bilan-text";
import { oneLine } from "../one-line";
import { openGiven } from "../open-workbook";
import { checkOutputs, endingOf, writeOutput } from "../output-file";
import { defineCommand, tellSignature, type ExitStatus, type Io } from "../command";

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** French, for the one who asked. */
  readonly content: string;
}

interface Made {
  readonly bilan: Bilan;
  readonly files: readonly File[];
  /** French sentences: what was typed on the sheets before and now stands elsewhere. */
  readonly kept: readonly string[];
  readonly isSigned: boolean;
}

/** All the files are made before one is written: a failure leaves none. */
async function makeFiles(options: BilanOptions, today: string): Promise<Made> {
  const { sorties, periode } = options;
  const { port, model, save, contract, asOf } = await openGiven(options, today);
  const { convention, source } = contract;
  const request = { periode, asOf, today, source };
  const files: File[] = [];
  const sheets = sorties.find((path) => !isWord(path));
  const kept: string[] = [];
  let bilan: Bilan;
  if (sheets === undefined) bilan = await computeWorkbookBilan(port, convention, request);
  else {
    const written = await writeBilan(port, convention, request);
    if (written.refusals.length > 0) throw new WorkbookError(written.refusals.join(" "));
    bilan = written.bilan;
    kept.push(...written.kept);
    const content = `feuilles ${formatListe(written.sheetNames.map(cite))}`;
    files.push({ path: sheets, bytes: save(), content });
  }
  const document = sorties.find(isWord);
  if (document !== undefined) {
    files.push({ path: document, bytes: await bilanDocx(bilan), content: "document Word" });
  }
  return { bilan, files, kept, isSigned: model.isSigned && sheets !== undefined };
}

async function establish(options: BilanOptions, io: Io): Promise<ExitStatus> {
  const { classeur, sorties, contrat, force } = options;
  const endings = [endingOf(classeur), ".docx"];
  checkOutputs(
    sorties.map((path) => ({ path, endings })),
    [classeur, contrat],
    force,
  );
  const made = await makeFiles(options, io.today());
  const { bilan, files, kept } = made;
  for (const { path, bytes } of files) writeOutput(path, bytes, force);
  tellSignature(classeur, made, io);
  io.out(formatBilan(bilan));
  for (const { path, content } of files) io.out(typographie(`${oneLine(path)} : ${content}.\n`));
  for (const sentence of kept) io.out(`${oneLine(sentence)}\n`);
  return bilan.manques.length === 0 ? 0 : 1;
}

export const runBilan = defineCommand({
  meta: BILAN,
  parse: parseBilanOptions,
  run: establish,
  about: ({ classeur }) => classeur,
});
