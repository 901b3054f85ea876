import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import { test } from "vitest";
import type { Finding } from "../../src/core/verification";
import fc, { check, runs } from "../seeded";
import type { Workbook } from "./canvas";
import { contracts } from "./contracts";
import { moves } from "./moves";
import { dices, plantSlip } from "./plant";
import { explain, told, verifyCase, type Verified } from "./run";
import { slips } from "./slips/index";
import { pick } from "./slips/slip";
import { workbookLayouts } from "./workbook-layout";

const ADDRESS = /(?:(?:'[^']+'|[\p{L}\p{N}_]+)!)?\$?\b[A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?/gu;

/** The words of a finding without its cells, of which several may be listed, and without the names of sheets. */
function wordsOf({ rule, message, explanation }: Finding): string {
  // It lists the sheets.
  if (rule === "tableau-attendu") return "";
  return `${message} ${explanation ?? ""}`
    .replace(ADDRESS, "@")
    .replace(/@(?:, @| et @)+/g, "@")
    .replace(/«\u00a0[^»]*»/g, "«»");
}

const figuresOf = ({ id, severity, figures, causedBy }: Finding): string =>
  JSON.stringify([id, severity, figures, causedBy]);

/** Whether two findings of the same identity stand at the same things of the workbook. */
function standTogether(before: Finding, after: Finding, from: Workbook, to: Workbook): boolean {
  const [left, right] = [from.names(), to.names()];
  // Where an action has a row for each year, the first is another one once the years are reversed.
  const tagsOf = (names: typeof left, cell: CellRef) =>
    (names.get(formatCellRef(cell)) ?? []).map((tag) => tag.replace(/^(\w+:label\/[^/]+)\/\d+$/, "$1"));
  const isSame = (one: CellRef, other: CellRef): boolean =>
    tagsOf(left, one).some((tag) => tagsOf(right, other).includes(tag));
  return (
    before.cells.length === after.cells.length &&
    before.cells.every((cell) => after.cells.some((other) => isSame(cell, other)))
  );
}

function compare(before: Verified, after: Verified): string[] {
  const differences: string[] = [];
  const others = new Map(after.verification.findings.map((finding) => [finding.id, finding]));
  for (const finding of before.verification.findings) {
    const other = others.get(finding.id);
    others.delete(finding.id);
    if (!other) differences.push(`no longer found: ${told(finding)}`);
    else if (figuresOf(finding) !== figuresOf(other))
      differences.push(`${figuresOf(finding)} became ${figuresOf(other)}`);
    else if (wordsOf(finding) !== wordsOf(other)) differences.push(`${wordsOf(finding)} became ${wordsOf(other)}`);
    else if (!standTogether(finding, other, before.workbook, after.workbook)) {
      differences.push(`${told(finding)} went to ${other.cells.join(" ")}`);
    }
  }
  return [...differences, ...[...others.values()].map((finding) => `newly found: ${told(finding)}`)];
}

test("moving, renaming, reordering, blank rows and number formats never change the findings except their cells", () => {
  check(
    runs(15, 185),
    fc.property(
      contracts,
      workbookLayouts,
      moves,
      fc.nat({ max: slips.length - 1 }),
      dices,
      (convention, drawn, move, which, dice) => {
        const slip = pick(slips, which);
        if (!slip) return;
        const made = plantSlip(slip, convention, drawn, dice);
        if (!made) return;
        const { content } = made.planted;
        const before = verifyCase({ content, layout: made.layout, asOf: slip.asOf });
        const after = verifyCase({ content, layout: move.apply(made.layout), asOf: slip.asOf });
        const differences = compare(before, after);
        if (differences.length === 0) return;
        const lines = [`slip: ${slip.name}`, ...differences];
        throw new Error(`${explain(before, lines.join("\n"))}\n\n=== moved ===\n\n${explain(after, "")}`);
      },
    ),
  );
});
