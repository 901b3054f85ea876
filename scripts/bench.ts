// Prints what a verification costs: at Excel's wire, in the core, as a command, and what the pane weighs.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../src/files/open-xlsx";
import { bootOffice } from "../src/host/boot-office-node";
import { createExcelHost } from "../src/host/excel-host";
import { measureCore } from "./bench/measure-core";
import { measureExcel } from "./bench/measure-excel";
import { measureProcess } from "./bench/measure-process";
import { scaledConvention, workbookOf } from "./bench/scaled-contract";
import { measureBundle } from "./size-budget";

const SIZES: readonly { readonly times: number; readonly runs: number }[] = [
  { times: 1, runs: 51 },
  { times: 10, runs: 15 },
  { times: 100, runs: 5 },
  { times: 1000, runs: 3 },
];

const host = createExcelHost(openXlsx(workbookOf(scaledConvention(1)), "banc.xlsx"));
await bootOffice(host);
const folder = mkdtempSync(join(tmpdir(), "bench-"));

console.log("Verification in Excel (real client, simulated host); milliseconds are medians");
const rows: Record<string, Record<string, number>> = {};
for (const { times, runs } of SIZES) {
  const convention = scaledConvention(times);
  const bytes = workbookOf(convention);
  writeFileSync(join(folder, `${times}.xlsx`), bytes);
  const measure = await measureExcel(host, bytes, convention, runs);
  const core = measure.understand + measure.check + measure.compose;
  rows[`${convention.actions.length} actions`] = {
    requests: measure.requests,
    "clean-up": measure.housekeeping,
    "KB sent": kilobytes(measure.sent),
    "KB received": kilobytes(measure.received),
    "cells read": measure.cellsRead,
    findings: measure.findings,
    read: round(measure.read),
    understand: round(measure.understand),
    check: round(measure.check),
    compose: round(measure.compose),
    apply: round(measure.apply),
    core: round(core),
    "core µs/action": Math.round((core * 1000) / convention.actions.length),
  };
}
console.table(rows);
console.log(host.unsupported.length ? `Not supported by the host: ${host.unsupported.join(", ")}` : "");

console.log("The core alone, every action wrong in each year; milliseconds of processor time are medians");
const worst: Record<string, Record<string, number>> = {};
for (const { times, runs } of SIZES) {
  const convention = scaledConvention(times);
  const { findings, consequences, ...phases } = await measureCore(workbookOf(convention, 1), convention, runs);
  const core = Object.values(phases).reduce((sum, phase) => sum + phase, 0);
  worst[`${convention.actions.length} actions`] = {
    findings,
    consequences,
    ...Object.fromEntries(Object.entries(phases).map(([name, phase]) => [name, round(phase)])),
    core: round(core),
    "core µs/action": Math.round((core * 1000) / convention.actions.length),
  };
}
console.table(worst);

console.log("Command line, whole process (Dijon's contract), with an annotated copy");
const processes: Record<string, Record<string, number>> = {};
for (const { times } of SIZES) {
  const input = join(folder, `${times}.xlsx`);
  const output = join(folder, `${times}-annotated.xlsx`);
  const args = ["src/cli/verifier/verifier.ts", input, "--sortie", output, "--force"];
  const { milliseconds, peakMiB } = await measureProcess(join("node_modules", ".bin", "tsx"), args);
  processes[`${times * 8} actions`] = { ms: Math.round(milliseconds), "peak MiB": Math.round(peakMiB) };
}
console.table(processes);
rmSync(folder, { recursive: true, force: true });

console.log("Pane");
if (existsSync("dist/taskpane.html")) console.table(measureBundle("dist"));
else console.log("not built: run `npm run build` first");
process.exit(0);

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
