// What is found, and what would be written, in the layouts and contracts that the properties of the tests generate.
import fc from "fast-check";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { verificationJson } from "../../src/core/verification-json";
import { verifyAndCompose } from "../../src/usecases/verify-and-compose";
import { cleanContent } from "../../tests/properties/content";
import { contracts } from "../../tests/properties/contracts";
import { namedLayouts } from "../../tests/properties/named-layouts";
import type { Disturb } from "../../tests/properties/run";
import { workbookLayouts, writeWorkbook, type WorkbookLayout } from "../../tests/properties/workbook-layout";

const DATE = "2026-11-24";
const SEED = 20241231;

function tell(convention: Convention, layout: WorkbookLayout, disturb?: Disturb): string {
  const workbook = writeWorkbook(cleanContent(convention, DATE), layout);
  const raw = disturb ? disturb(workbook.raw, workbook) : workbook.raw;
  const { verification, plan } = verifyAndCompose(raw, convention, DATE, "built-in", null, undefined);
  return JSON.stringify({ verification: verificationJson(verification), plan }, null, 1);
}

/** By name; `times` is how many are drawn beside the named layouts. */
export function generatedAnswers(times: number): ReadonlyMap<string, string> {
  const named = namedLayouts.map(({ name, layout, disturb }) => {
    const file = `disposition ${name.replaceAll(/[^\p{L}\p{N} ]/gu, "")}`;
    return [file, tell(contratIntegre, layout, disturb)] as const;
  });
  const drawn = fc.sample(fc.tuple(contracts, workbookLayouts), { seed: SEED, numRuns: times });
  const told = drawn.map(([convention, layout], index) => [`tirage ${index}`, tell(convention, layout)] as const);
  return new Map([...named, ...told]);
}
