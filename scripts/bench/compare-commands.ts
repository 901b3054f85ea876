// Our command beside LibreOffice's conversion of the same files, one after the other in the same run, so that a busy machine slows both.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Convention } from "../../src/core/contract/convention";
import { definitionOf, inventRegion } from "../region/region";
import { workbookOf as regionWorkbook } from "../region/region-workbook";
import { measureProcess, type ProcessMeasure } from "./measure-process";
import { definitionText, scaledConvention, workbookOf } from "./scaled-contract";

const CLS = "dist/cli/cls.mjs";
const REGION = 116;

export interface Comparison {
  readonly ours: ProcessMeasure;
  readonly libreOffice: ProcessMeasure;
}

function convert(folder: string, inputs: readonly string[]): Promise<ProcessMeasure> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const args = [
    "--headless",
    profile,
    "--convert-to",
    "xlsx:Calc MS Excel 2007 XML",
    "--outdir",
    join(folder, "converted"),
  ];
  return measureProcess("soffice", [...args, ...inputs]);
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((left, right) => left - right)[Math.floor(figures.length / 2)] ?? NaN;

/** Of each figure by itself. */
const medians = (measures: readonly ProcessMeasure[]): ProcessMeasure => ({
  milliseconds: median(measures.map(({ milliseconds }) => milliseconds)),
  processor: median(measures.map(({ processor }) => processor)),
  peakMiB: median(measures.map(({ peakMiB }) => peakMiB)),
});

/** In turn, after a first run of each that is not counted. */
async function inTurn(
  runs: number,
  ours: () => Promise<ProcessMeasure>,
  libreOffice: () => Promise<ProcessMeasure>,
): Promise<Comparison> {
  const [own, theirs]: [ProcessMeasure[], ProcessMeasure[]] = [[], []];
  for (let run = 0; run <= runs; run += 1) {
    const [left, right] = [await ours(), await libreOffice()];
    if (run === 0) continue;
    own.push(left);
    theirs.push(right);
  }
  return { ours: medians(own), libreOffice: medians(theirs) };
}

function annotate(folder: string, input: string, more: readonly string[]): Promise<ProcessMeasure> {
  const output = join(folder, "annotated.xlsx");
  return measureProcess(process.execPath, [CLS, "verifier", input, "--sortie", output, "--force", ...more]);
}

export function compareExample(folder: string): Promise<Comparison> {
  const example = "exemples/classeur-exemple.xlsx";
  return inTurn(
    7,
    () => annotate(folder, example, []),
    () => convert(folder, [example]),
  );
}

/** A contract of that many actions, given with its definition. */
export function compareScaled(folder: string, times: number): Promise<Comparison> {
  const convention: Convention = scaledConvention(times);
  const [input, definition] = [join(folder, `${times}.xlsx`), join(folder, `${times}.json`)];
  writeFileSync(input, workbookOf(convention));
  writeFileSync(definition, definitionText(convention));
  return inTurn(
    times >= 1000 ? 5 : 3,
    () => annotate(folder, input, ["--contrat", definition, "--date", "2024-06-30"]),
    () => convert(folder, [input]),
  );
}

/** A folder of contracts: the tableau de bord with an annotated copy of each, beside their conversion in one process. */
export function compareFolder(folder: string): Promise<Comparison> {
  const [workbooks, definitions] = [join(folder, "classeurs"), join(folder, "contrats")];
  mkdirSync(workbooks);
  mkdirSync(definitions);
  const contracts = inventRegion(REGION);
  for (const contract of contracts) {
    writeFileSync(join(workbooks, `${contract.nom}.xlsx`), regionWorkbook(contract));
    writeFileSync(join(definitions, `${contract.nom}.json`), JSON.stringify(definitionOf(contract)));
  }
  const output = join(folder, "region.xlsx");
  const args = ["--contrats", definitions, "--annotes", join(folder, "annotes"), "--sortie", output, "--force"];
  return inTurn(
    1,
    () => measureProcess(process.execPath, [CLS, "tableau-de-bord", workbooks, ...args]),
    () =>
      convert(
        folder,
        contracts.map(({ nom }) => join(workbooks, `${nom}.xlsx`)),
      ),
  );
}
