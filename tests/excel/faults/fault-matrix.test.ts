// Whatever request, action or answer fails: nothing is lost, a half is told and healed by the next run, and what is said is so.
import { beforeAll, describe, expect, it } from "vitest";
import { createXlsx } from "../../../src/files/create-xlsx";
import { bootOffice } from "../../../src/host/boot-office-node";
import { createExcelHost } from "../../../src/host/excel-host";
import { PROFILE_NAMES, profileName, testedProfile } from "../tested-profile";
import { commands, type Command } from "./commands";
import { largeBooks } from "./large-books";
import { expected, faultsOf, tryFault } from "./matrix";
import { recordRequests } from "./record";

/** FAULTS=full tries every error at every place, some hours long; FAULTS=11 one place of eleven; FAULTS_OF only such commands. */
const { FAULTS = "", FAULTS_OF = "" } = process.env;
/** Of the large books; with a number of one's own, Excel's own limit holds for each request. */
const ACTIONS = Number(process.env["FAULTS_ACTIONS"]) || null;
const IS_FULL = FAULTS === "full";

const host = createExcelHost(createXlsx("classeur.xlsx"), { profile: testedProfile() });

beforeAll(async () => {
  await bootOffice(host);
});

const KINDS = ["halfWritten", "lost", "wronglyReported", "notHealed"] as const;

/** One place of so many is tried, with one error; answers how many were, and what went wrong. */
async function tryAll(name: string, all: readonly Command[], every: number): Promise<number> {
  const failures: string[] = [];
  const counts = { tried: 0, halfWritten: 0, lost: 0, wronglyReported: 0, notHealed: 0 };
  for (const [index, command] of all.entries()) {
    if (!command.name.includes(FAULTS_OF)) continue;
    const requests = await recordRequests(host, command);
    const wanted = await expected(host, command);
    const faults = faultsOf(requests, IS_FULL ? undefined : (place) => place * 7 + index);
    // The profiles of the gate try different places.
    const offset = Math.floor((every * PROFILE_NAMES.indexOf(profileName)) / PROFILE_NAMES.length) + index;
    for (const [place, fault] of faults.entries()) {
      if ((place + offset) % every !== 0) continue;
      const verdict = await tryFault(host, command, fault, wanted);
      counts.tried += 1;
      for (const kind of KINDS) {
        if (verdict[kind].length === 0) continue;
        counts[kind] += 1;
        failures.push(`${command.name} ${JSON.stringify(fault)}: ${kind}: ${verdict[kind].join(" | ").slice(0, 600)}`);
      }
    }
  }
  console.log(
    `fault matrix, ${name}, ${profileName}: tried ${counts.tried}, half-written ${counts.halfWritten}, ` +
      `lost ${counts.lost}, wrongly reported ${counts.wronglyReported}, not healed ${counts.notHealed}`,
  );
  expect(failures.join("\n")).toBe("");
  return counts.tried;
}

/** Odd: of two places next to each other, one loses the connection and one does not. */
const step = (usual: number): number => (IS_FULL ? 1 : Number(FAULTS) || usual) | 1;

describe("the fault matrix has nothing half-written, nothing lost, nothing wrongly reported, and heals", () => {
  it("whatever the command", async () => {
    if (ACTIONS !== null) return;
    const tried = await tryAll("every command", await commands(), step(11));
    if (!FAULTS && !FAULTS_OF) expect(tried).toBeGreaterThan(100);
  }, 86_400_000);

  it("whatever the size of the workbook", async () => {
    const books = ACTIONS === null ? await largeBooks(120, 300_000) : await largeBooks(ACTIONS);
    const tried = await tryAll(`${ACTIONS ?? 120} actions`, books, step(41));
    if (!FAULTS && !FAULTS_OF) expect(tried).toBeGreaterThan(5);
  }, 86_400_000);
});
