// Workbooks of sister contracts verified without their definition: told, accused of nothing, and never written.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AS_OF, definitionOf, inventRegion } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import type { Verification } from "../../src/core/verification";
import { runHere } from "./run-here";

const REGION = inventRegion(6);
let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "autre-contrat-"));
  for (const contract of REGION) {
    writeFileSync(at(`${contract.nom}.xlsx`), workbookOf(contract));
    writeFileSync(at(`${contract.nom}.json`), JSON.stringify(definitionOf(contract)));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const { status, out, err } = await runHere(runVerifier, [...args, "--json"], AS_OF);
  return { status, result: JSON.parse(out) as Verification, err };
}

describe.each(REGION.map(({ nom }) => nom))("the workbook of %s", (nom) => {
  it("is not this contract's", async () => {
    const copy = at(`${nom}-annote.xlsx`);
    const { status, result, err } = await run(at(`${nom}.xlsx`), "--sortie", copy);
    expect([status, result.verdict.state, existsSync(copy)]).toEqual([1, "not-this-contract", false]);
    expect(err).toContain("la copie annotée n’est pas écrite");
    const asked = result.rules.filter(({ reason }) => reason === result.verdict.sentence);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ status: held }) => held !== "not-checkable")).toEqual([]);
  });

  it("is verified with its own definition", async () => {
    const { result } = await run(at(`${nom}.xlsx`), "--contrat", at(`${nom}.json`));
    expect(result.verdict.state).toBe("to-do");
  });
});
