// Whatever request, action or answer fails: nothing is lost, a half is told and healed by the next run, and what is said is so.
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "simulated-excel/boot-office-node";
import { createExcelHost } from "simulated-excel/excel-host";
import { commitSeed } from "../../commit-seed";
import type { Fault } from "simulated-excel/faults";
import { PROFILE_NAMES, profileName, testedProfile } from "../tested-profile";
import { commands, type Command } from "./commands";
import { largeBooks } from "./large-books";
import { ERRORS, expected, faultsOf, positions, tryFault } from "./matrix";
import { recordRequests } from "./record";

/** FAULTS=1 tries every fault of the list, FAULTS=full every error at every place, hours long; FAULTS_OF only such commands. */
const { FAULTS = "", FAULTS_OF = "" } = process.env;
/** Of the large books; with a number of one's own, Excel's own limit holds for each request. */
const ACTIONS = Number(process.env["FAULTS_ACTIONS"]) || null;
const IS_FULL = FAULTS === "full";
/** As many requests of so many bytes as Excel's own limit makes of thousands of actions. */
const SEVERAL_REQUESTS = { actions: 48, bytes: 130_000 };

const host = createExcelHost(createXlsx("classeur.xlsx"), { profile: testedProfile() });

beforeAll(async () => {
  await bootOffice(host);
});

const KINDS = ["halfWritten", "lost", "wronglyReported", "notHealed"] as const;

/** One of so many, other ones in each profile; from request to request too, so that each profile meets faults with and without the connection. */
function isTried(place: number, { after }: Fault, command: number, every: number, profile: string): boolean {
  const share = PROFILE_NAMES.findIndex((name) => name === profile) / PROFILE_NAMES.length;
  return (place + after + command + Math.floor(every * share)) % every === 0;
}

/** A command reads the workbook, then writes what it made of it: each of its requests may fail in every way of the list. */
const isEnough = (requests: number): boolean => requests >= 2;

/** One fault of so many is tried: of every command, in each of its requests. */
async function tryAll(name: string, all: readonly Command[], every: number): Promise<void> {
  const failures: string[] = [];
  const counts = { tried: 0, halfWritten: 0, lost: 0, wronglyReported: 0, notHealed: 0 };
  for (const [index, command] of all.entries()) {
    if (!command.name.includes(FAULTS_OF)) continue;
    const requests = await recordRequests(host, command);
    expect([command.name, requests.length]).toEqual([command.name, expect.toSatisfy(isEnough)]);
    const wanted = await expected(host, command);
    const faults = faultsOf(requests, IS_FULL, index);
    for (const [place, fault] of faults.entries()) {
      if (!isTried(place, fault, index, every, profileName)) continue;
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
  expect(counts.tried).toBeGreaterThan(0);
}

/** The profiles share the faults among them, so that the gate tries every one. */
const STEP = IS_FULL ? 1 : Number(FAULTS) || PROFILE_NAMES.length;
/** Odd: of two faults next to each other, one loses the connection and one does not. */
const STEP_OF_LARGE = STEP === 1 ? 1 : 41;

describe("the fault matrix has nothing half-written, nothing lost, nothing wrongly reported, and heals", () => {
  it("whatever the command", async () => {
    if (ACTIONS !== null) return;
    await tryAll("every command", await commands(), STEP);
  }, 86_400_000);

  it("whatever the size of the workbook", async () => {
    const books =
      ACTIONS === null ? await largeBooks(SEVERAL_REQUESTS.actions, SEVERAL_REQUESTS.bytes) : await largeBooks(ACTIONS);
    await tryAll(`${ACTIONS ?? SEVERAL_REQUESTS.actions} actions`, books, STEP_OF_LARGE);
  }, 86_400_000);
});

/** So many of the commands, and so many of the faults of each, of all that FAULTS=full would take hours for. */
const SAMPLE = { commands: 3, faults: 6 };

describe("a sample of every error at every place, which the commit draws", () => {
  it("leaves nothing half-written, nothing lost, nothing wrongly reported, and heals", async () => {
    // Once, in the profile of the first Excel: how a fault is met does not depend on it.
    if (FAULTS !== "" || profileName !== PROFILE_NAMES[0]) return;
    const seed = commitSeed();
    const draw = (salt: number, most: number): number =>
      createHash("sha256").update(`${seed} ${salt}`).digest().readUInt32BE(0) % most;
    const all = await commands();
    const failures: string[] = [];
    const tried: string[] = [];
    for (let rank = 0; rank < SAMPLE.commands; rank += 1) {
      const command = all[draw(rank, all.length)];
      if (!command) continue;
      const faults = faultsOf(await recordRequests(host, command), true);
      const wanted = await expected(host, command);
      for (let at = 0; at < SAMPLE.faults; at += 1) {
        const fault = faults[draw(100 * (rank + 1) + at, faults.length)];
        if (!fault) continue;
        tried.push(command.name);
        const verdict = await tryFault(host, command, fault, wanted);
        for (const kind of KINDS)
          if (verdict[kind].length > 0)
            failures.push(
              `${command.name} ${JSON.stringify(fault)}: ${kind}: ${verdict[kind].join(" | ").slice(0, 600)}`,
            );
      }
    }
    console.log(
      `sample of the fault matrix, SAMPLE_SEED=${seed}: tried ${tried.length} of ${[...new Set(tried)].join(", ")}`,
    );
    expect(failures.map((each) => `SAMPLE_SEED=${seed}: ${each}`)).toEqual([]);
  }, 600_000);
});

describe("the list of faults", () => {
  const requests = [1, 2, 3, 40, 2500];

  it("has every error in a command, and before, during and after every request, with and without the connection", () => {
    const faults = faultsOf(requests, false, 3);
    expect(new Set(faults.map(({ error }) => error))).toEqual(new Set(ERRORS));
    for (const [after, actions] of requests.entries()) {
      const places = new Set(
        faults.filter((fault) => fault.after === after).map(({ at, isLost }) => `${at} ${isLost}`),
      );
      expect(places.size).toBe(2 * positions(actions, false).length);
      const kinds = new Set(positions(actions, false).map((at) => (typeof at === "number" ? "during" : at)));
      expect(kinds).toEqual(new Set(["before", ...(actions > 1 ? ["during"] : []), "after"]));
    }
  });

  it("is shared among the profiles without a rest", () => {
    const faults = faultsOf(requests, false);
    const shares = PROFILE_NAMES.map((name) =>
      faults.filter((fault, place) => isTried(place, fault, 5, PROFILE_NAMES.length, name)),
    );
    expect(new Set(shares.flat())).toEqual(new Set(faults));
    for (const share of shares) expect(new Set(share.map(({ isLost }) => isLost))).toEqual(new Set([true, false]));
    expect(shares.flat().length).toBe(faults.length);
  });
});
