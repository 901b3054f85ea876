// The core alone on a workbook as read from a file: processor time of each of its phases.
import type { Convention } from "../../src/core/contract/convention";
import { readDossier } from "../../src/core/reading/read-dossier";
import { attachCauses } from "../../src/core/why/attach-causes";
import { rules } from "../../src/core/rules/index";
import { runRules } from "../../src/core/rules/run-rules";
import { verify } from "../../src/core/verify";
import { composeVerification } from "../../src/core/sheets/compose-verification";
import { openFileWorkbook } from "../../src/files/file-workbook";

const AS_OF = "2024-06-30";

interface CoreTimes {
  readonly understand: number;
  readonly rules: number;
  readonly causes: number;
  readonly compose: number;
}

export interface CoreMeasure extends CoreTimes {
  readonly findings: number;
  readonly consequences: number;
}

/** Each phase is the median of `runs`, in milliseconds of processor time, which other programs disturb little. */
export async function measureCore(bytes: Uint8Array, convention: Convention, runs: number): Promise<CoreMeasure> {
  const raw = await openFileWorkbook(bytes, "banc.xlsx").port.read();
  const { verification, dossier: verified } = verify(raw, convention, AS_OF);
  const measures: CoreTimes[] = [];
  for (let run = 0; run < runs; run++) {
    const [dossier, understand] = timed(() => readDossier(raw, convention, AS_OF));
    const [{ trouves }, rulesTime] = timed(() => runRules(rules, dossier));
    const [, causes] = timed(() => attachCauses(trouves, dossier));
    const [, compose] = timed(() => composeVerification(verification, verified, raw));
    measures.push({ understand, rules: rulesTime, causes, compose });
  }
  const median = (key: keyof CoreTimes): number =>
    measures.map((measure) => measure[key]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    findings: verification.findings.length,
    consequences: verification.summary.consequences,
    understand: median("understand"),
    rules: median("rules"),
    causes: median("causes"),
    compose: median("compose"),
  };
}

function timed<Result>(run: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}
