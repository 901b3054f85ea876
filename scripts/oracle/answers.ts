// Everything that the command line makes of one workbook, each as a text of many lines.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import { runBilan } from "../../src/cli/bilan/run-bilan";
import type { Command } from "../../src/cli/command";
import { runTableau } from "../../src/cli/tableau-de-bord/run-tableau";
import { runProcesVerbal } from "../../src/cli/proces-verbal/run-proces-verbal";
import { runTotaux } from "../../src/cli/totaux/run-totaux";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import type { Given } from "./corpus";

/** Early, after the contract's first years, and once it is over. */
const DATES = ["2024-06-30", "2026-11-24", "2028-06-30"] as const;

interface Asked {
  readonly command: Command;
  readonly args: readonly string[];
  /** What it writes, by its ending. */
  readonly writes: readonly string[];
}

function asked(workbook: string): Readonly<Record<string, Asked>> {
  return {
    annote: { command: runVerifier, args: [workbook], writes: ["xlsx"] },
    annexes: { command: runAnnexe, args: ["toutes", "--classeur", workbook], writes: ["xlsx"] },
    totaux: { command: runTotaux, args: [workbook], writes: ["xlsx"] },
    bilan: { command: runBilan, args: [workbook], writes: ["xlsx", "docx"] },
    "proces-verbal": { command: runProcesVerbal, args: [workbook], writes: ["xlsx"] },
  };
}

async function run(command: Command, args: readonly string[], today: string): Promise<string> {
  let said = "";
  const tell = (text: string): void => void (said += text);
  const status = await command(args, { out: tell, err: tell, today: () => today, styled: false });
  return `${said}\nexit ${status}\n`;
}

/** The parts of a package one after the other, an element a line; moments of writing are no difference. */
function showPackage(bytes: Uint8Array): string {
  const parts = Object.entries(unzipSync(bytes)).sort(([one], [other]) => (one < other ? -1 : 1));
  return parts
    .map(([name, content]) =>
      /\.(?:xml|rels|vml)$/.test(name)
        ? `── ${name}\n${strFromU8(content)
            .replaceAll("><", ">\n<")
            .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "…")}`
        : `── ${name}, ${content.length} bytes`,
    )
    .join("\n");
}

/** By name. */
export async function answersOf({ workbook, contrat }: Given): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  const given = contrat === undefined ? [] : ["--contrat", contrat];
  const plain = (text: string): string => text.replaceAll(folder, "").replaceAll(workbook, "CLASSEUR");
  for (const date of DATES) {
    const json = await run(runVerifier, [workbook, "--json", "--date", date, ...given], date);
    const [head = "", ...rest] = json.split("\n");
    answers.set(`verification-${date}`, plain([pretty(head), ...rest].join("\n")));
  }
  for (const [name, { command, args, writes }] of Object.entries(asked(workbook))) {
    const outputs = writes.map((ending) => join(folder, `${name}.${ending}`));
    const sorties = outputs.flatMap((output) => ["--sortie", output]);
    const said = await run(command, [...args, ...sorties, "--date", DATES[1], ...given], DATES[1]);
    answers.set(name, plain(said));
    for (const output of outputs) {
      if (existsSync(output)) {
        const ending = output.slice(output.lastIndexOf(".") + 1);
        answers.set(`${name}-${ending}`, plain(showPackage(readFileSync(output))));
      }
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return answers;
}

/** The dashboard of the contracts whose workbooks and definitions stand in `folder`. */
export async function dashboardOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const written = mkdtempSync(join(tmpdir(), "oracle-"));
  const [json, xlsx] = [join(written, "tableau.json"), join(written, "tableau.xlsx")];
  const args = [folder, "--contrats", folder, "--sortie", json, "--sortie", xlsx, "--date", DATES[1]];
  const said = await run(runTableau, args, DATES[1]);
  const plain = (text: string): string => text.replaceAll(written, "").replaceAll(folder, "DOSSIER");
  const answers = new Map([
    ["tableau", plain(said)],
    ["tableau-json", plain(pretty(readFileSync(json, "utf8")))],
    ["tableau-xlsx", plain(showPackage(readFileSync(xlsx)))],
  ]);
  rmSync(written, { recursive: true, force: true });
  return answers;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 1);
  } catch {
    return text;
  }
}
