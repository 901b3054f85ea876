// Microsoft's own validator over what each command writes, from workbooks of every producer at hand: no error that the input had not,
// and nothing lost of what no change concerns.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import { runBilan } from "../../src/cli/bilan/run-bilan";
import type { ExitStatus, Io } from "../../src/cli/command";
import { runProcesVerbal } from "../../src/cli/proces-verbal/run-proces-verbal";
import { runTotaux } from "../../src/cli/totaux/run-totaux";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import { convert, XLSX } from "../libreoffice";
import { validationErrors } from "../microsoft-validator";
import { partsOf } from "./fixtures";

const EXAMPLE = "exemples/classeur-exemple.xlsx";
const DATE = ["--date", "2026-11-24"];

type Run = (args: readonly string[], io: Io) => Promise<ExitStatus>;

interface Command {
  readonly run: Run;
  readonly args: (input: string) => readonly string[];
  readonly extension?: string;
  /** Left out where what it writes depends on every input. */
  readonly from?: RegExp;
}

/** By name, the command and what it writes from the workbook. */
const COMMANDS: Readonly<Record<string, Command>> = {
  verifier: { run: runVerifier, args: (input) => [input, ...DATE] },
  totaux: { run: runTotaux, args: (input) => [input, ...DATE] },
  "proces-verbal": { run: runProcesVerbal, args: (input) => [input, ...DATE] },
  bilan: { run: runBilan, args: (input) => [input, ...DATE] },
  "bilan Word": {
    run: runBilan,
    args: (input) => [input, ...DATE],
    extension: ".docx",
    from: /exemples|autres.xlsxwriter/,
  },
  "annexe contrat": { run: runAnnexe, args: (input) => ["contrat", "--classeur", input, ...DATE] },
  "annexe budget": {
    run: runAnnexe,
    args: (input) => ["budget", "--sous-totaux", "--classeur", input, ...DATE],
    from: /autres/,
  },
};

const folder = mkdtempSync(join(tmpdir(), "validateur-"));
const others = join(folder, "autres");
const counts: Record<string, number> = {};
let written = 0;
let refused = 0;
let added = 0;

const OWN = ["tests/fixtures", "exemples"].flatMap((from) =>
  readdirSync(from)
    // The charts of an earlier release are our own to write again: its test is the migration's.
    .filter((name) => /\.xls[xm]$/.test(name) && name !== "version-precedente.xlsx")
    .map((name) => join(from, name)),
);
/** As `write-as-others.py` writes them, and two of these again as LibreOffice does. */
const OTHERS = [
  "openpyxl.xlsx",
  "openpyxl-feuille-protegee.xlsx",
  "openpyxl-structure-protegee.xlsx",
  "xlsxwriter.xlsx",
  "xlsxwriter-macros.xlsm",
  "libreoffice/openpyxl.xlsx",
  "libreoffice/xlsxwriter.xlsx",
].map((name) => join(others, name));

beforeAll(() => {
  mkdirSync(others);
  const script = fileURLToPath(new URL("write-as-others.py", import.meta.url));
  execFileSync("/usr/bin/python3", [script, EXAMPLE, others]);
  const through = ["openpyxl.xlsx", "xlsxwriter.xlsx"].map((name) => join(others, name));
  convert(through, XLSX, join(others, "libreoffice"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  console.log(
    `validator: ${written} written, ${refused} refused, ${added} with an error that the input had not; ${JSON.stringify(counts)}`,
  );
});

/** Those of `found` that `known` has not, or not so often. */
function beyond(found: readonly string[], known: readonly string[]): readonly string[] {
  const left = [...known];
  return found.filter((error) => {
    const at = left.indexOf(error);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Parts of an agent's that no command has a reason to change: pictures, macros, comments, charts and what sets them out. */
const KEPT = /media\/|vbaProject|comments|charts\/|drawings\/|tables\/|theme|printerSettings|docProps\/custom/i;

function lostParts(input: string, output: string): readonly string[] {
  const [before, after] = [input, output].map((path) => partsOf(new Uint8Array(readFileSync(path))));
  return Object.keys(before ?? {}).filter((path) => {
    if (/calcChain\.xml$/i.test(path)) return false;
    return KEPT.test(path) ? before?.[path] !== after?.[path] : after?.[path] === undefined;
  });
}

describe("the validator", () => {
  it.each([...OWN, ...OTHERS])(
    "finds in what is written from %s nothing that it did not find before",
    async (input) => {
      const before = await validationErrors(input);
      for (const [name, { run, args, extension, from = /./ }] of Object.entries(COMMANDS)) {
        if (!from.test(input)) continue;
        const output = join(folder, `${written + refused}${extension ?? /\.\w+$/.exec(input)?.[0] ?? ""}`);
        const told: string[] = [];
        const io = { out: () => {}, err: (text: string) => told.push(text), today: () => "2026-11-24", styled: false };
        const status = await run([...args(input), "--sortie", output], io);
        if (!readdirSync(folder).includes(output.slice(folder.length + 1))) {
          // Of a workbook that is not the contract's nothing is written; else why is said.
          refused += 1;
          if (name !== "verifier") expect([status, told.join("")]).toEqual([2, expect.stringMatching(/\S/)]);
          continue;
        }
        written += 1;
        counts[name] = (counts[name] ?? 0) + 1;
        const isWorkbook = extension === undefined;
        const errors = beyond(await validationErrors(output), isWorkbook ? before : []);
        if (errors.length > 0) added += 1;
        expect(errors, `${name} of ${input}`).toEqual([]);
        if (isWorkbook) expect(lostParts(input, output), `${name} of ${input}`).toEqual([]);
      }
    },
  );

  it("has read what was written by every command, from the workbooks of each producer", () => {
    expect(Object.keys(counts).sort()).toEqual(Object.keys(COMMANDS).sort());
    for (const name of ["verifier", "bilan", "annexe contrat"]) expect(counts[name]).toBeGreaterThan(OTHERS.length);
  });
});
