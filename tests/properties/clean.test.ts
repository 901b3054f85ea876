import { test } from "vitest";
import type { Finding } from "../../src/core/verification";
import fc, { check, runs } from "../seeded";
import { cleanContent } from "./content";
import { contracts } from "./contracts";
import { explain, told, verifyCase, type Case } from "./run";
import { workbookLayouts } from "./workbook-layout";
import { demanded, DEMANDING } from "./demanded";
import { SPEAK_ALWAYS } from "./speak-always";

const EARLY = "2024-06-30";
const LATE = "2026-11-24";

function expectNothing(made: Case): void {
  const verified = verifyCase(made);
  const { workbook, verification } = verified;
  const wanted = demanded(made.content, workbook, made.asOf);
  const isOther = ({ rule }: Finding): boolean => SPEAK_ALWAYS.has(rule) && !DEMANDING.has(rule);
  const found = verification.findings.filter((finding) => !isOther(finding)).map(told);
  const differences = [
    ...found.filter((one) => !wanted.includes(one)).map((one) => `found: ${one}`),
    ...wanted.filter((one) => !found.includes(one)).map((one) => `not found: ${one}`),
  ];
  if (differences.length > 0) throw new Error(explain(verified, differences.join("\n")));
}

test("the contract's own figures give no finding but those that are demanded, in any layout, when it begins", () => {
  check(
    runs(15, 135),
    fc.property(contracts, workbookLayouts, (convention, layout) => {
      const content = { ...cleanContent(convention, EARLY), execution: null };
      expectNothing({ content, layout, asOf: EARLY });
    }),
  );
});

test("executed and achieved as contracted, once years have closed", () => {
  check(
    runs(15, 135),
    fc.property(contracts, workbookLayouts, (convention, layout) => {
      expectNothing({ content: cleanContent(convention, LATE), layout, asOf: LATE });
    }),
  );
});
