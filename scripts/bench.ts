// Prints what a verification costs: at Excel's wire, in the core, as a command beside LibreOffice, and what the pane weighs.
// `npm run bench -- --commands` leaves Excel and the core out; `-- --quick`, in the gate, the large files too;
// `-- --check` fails where a ratio is above the bound kept in bench/figures.json.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "xlsx-model/open-xlsx";
import { bootOffice } from "simulated-excel/boot-office-node";
import { createExcelHost } from "simulated-excel/excel-host";
import { compareExample, compareFolder, compareScaled, type Comparison } from "./bench/compare-commands";
import { measureCore } from "./bench/measure-core";
import { measureExcel } from "./bench/measure-excel";
import { measureTemplate } from "./bench/measure-template";
import { checkRatios, exponent, printRatios, type Ratios } from "./bench/ratios";
import { scaledConvention, workbookOf } from "./bench/scaled-contract";
import { buildCli } from "./cli/build-cli.mjs";
import { SITE } from "../tests/browser/site/places";
import { measureBundle } from "./size-budget";

const SIZES: readonly { readonly times: number; readonly runs: number }[] = [
  { times: 1, runs: 61 },
  { times: 10, runs: 7 },
  { times: 100, runs: 3 },
  { times: 1000, runs: 1 },
];

const asked = new Set(process.argv.slice(2));
const isQuick = asked.has("--quick");
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const ratios: Ratios = {
  ...(!isQuick && !asked.has("--commands") && (await measureInside())),
  ...(await measureCommands()),
  ...(await measurePane()),
};
rmSync(folder, { recursive: true, force: true });
console.log("Ratios and exponents of growth: now, as last written down, as they should be, and at most");
printRatios(ratios);
const worse = checkRatios(ratios);
for (const sentence of worse) console.log(`Worse than it was: ${sentence}`);
process.exit(asked.has("--check") && worse.length > 0 ? 1 : 0);

async function measureInside(): Promise<Ratios> {
  const host = createExcelHost(openXlsx(workbookOf(scaledConvention(1)), "banc.xlsx"));
  await bootOffice(host);
  console.log("Verification in Excel (real client, simulated host); milliseconds are medians");
  const rows: Record<string, Record<string, number>> = {};
  for (const { times, runs } of SIZES) {
    const convention = scaledConvention(times);
    const measure = await measureExcel(host, workbookOf(convention), convention, runs);
    rows[`${convention.actions.length} actions`] = {
      "requests of the opening": measure.opening,
      "of Vérifier": measure.requests,
      "clean-up": measure.housekeeping,
      "KB sent": kilobytes(measure.sent),
      "KB received": kilobytes(measure.received),
      "cells read": measure.cellsRead,
      read: round(measure.read),
      apply: round(measure.apply),
    };
  }
  console.table(rows);
  console.log(host.unsupported.length ? `Not supported by the host: ${host.unsupported.join(", ")}` : "");

  console.log("The core alone, one action of twenty wrong; milliseconds of processor time are medians");
  await measureCores();
  console.log("The same, every action wrong in each year");
  const [middle, large] = (await measureCores(1)).slice(-2);
  return middle && large ? { "core from 800 to 8 000 actions: exponent": exponent(middle, large) } : {};
}

/** By number of actions, how long the core took. */
async function measureCores(slipEvery?: number): Promise<readonly { readonly size: number; readonly time: number }[]> {
  const table: Record<string, Record<string, number>> = {};
  const sizes: { size: number; time: number }[] = [];
  for (const { times, runs } of SIZES) {
    const convention = scaledConvention(times);
    const workbook = workbookOf(convention, slipEvery);
    const { findings, consequences, ...phases } = await measureCore(workbook, convention, runs);
    const core = Object.values(phases).reduce((sum, phase) => sum + phase, 0);
    const size = convention.actions.length;
    sizes.push({ size, time: core });
    table[`${size} actions`] = {
      findings,
      consequences,
      ...Object.fromEntries(Object.entries(phases).map(([name, phase]) => [name, round(phase)])),
      core: round(core),
      "core µs/action": Math.round((core * 1000) / size),
    };
  }
  console.table(table);
  return sizes;
}

async function measureCommands(): Promise<Ratios> {
  await buildCli();
  console.log("Command line and LibreOffice, whole processes in turn; wall and processor time in milliseconds");
  const example = await compareExample(folder);
  const middle = await compareScaled(folder, 100);
  const large = isQuick ? null : await compareScaled(folder, 1000);
  const region = isQuick ? null : await compareFolder(folder);
  console.table({
    "annotated example": show(example),
    "annotated 800 actions": show(middle),
    ...(large && { "annotated 8 000 actions": show(large) }),
    ...(region && { "tableau de bord of 116 contracts, all annotated": show(region) }),
  });
  return {
    ...ratiosOf("annotated example", example),
    ...ratiosOf("annotated 800 actions", middle),
    ...(large && {
      "annotated 8 000 actions: seconds of processor time": large.ours.processor / 1000,
      "annotated 8 000 actions: memory of a process / LibreOffice": large.ours.peakMiB / large.libreOffice.peakMiB,
    }),
    ...(region && ratiosOf("tableau de bord of 116", region)),
    ...(large && {
      "command from 800 to 8 000 actions: exponent": exponent(
        { size: 800, time: middle.ours.processor },
        { size: 8000, time: large.ours.processor },
      ),
    }),
  };
}

async function measurePane(): Promise<Ratios> {
  console.log("Pane, first load in gzip, and the official template's");
  const template = await measureTemplate();
  // In the gate, that of the release which the browser tests look at.
  const sites = process.env["BROWSER_SITES"];
  const built = sites === undefined ? "dist" : join(sites, SITE);
  if (!existsSync(join(built, "taskpane.html"))) {
    console.log("not built: run `npm run build` first");
    return {};
  }
  const pane = measureBundle(built);
  console.table({ ...pane, template: { files: 1, gzip: template } });
  return { "first load of the pane / official template": pane.firstLoad.gzip / template };
}

/** What is waited for, and processor time, which a busy machine changes less. */
function ratiosOf(name: string, { ours, libreOffice }: Comparison): Ratios {
  return {
    [`${name}: time / LibreOffice`]: ours.milliseconds / libreOffice.milliseconds,
    [`${name}: processor time / LibreOffice`]: ours.processor / libreOffice.processor,
    [`${name}: memory of a process / LibreOffice`]: ours.peakMiB / libreOffice.peakMiB,
  };
}

function show({ ours, libreOffice }: Comparison): Record<string, number> {
  return {
    processor: Math.round(ours.processor),
    "LibreOffice’s": Math.round(libreOffice.processor),
    wall: Math.round(ours.milliseconds),
    "LibreOffice’s wall": Math.round(libreOffice.milliseconds),
    "peak MiB": Math.round(ours.peakMiB),
    "LibreOffice’s MiB": Math.round(libreOffice.peakMiB),
  };
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
