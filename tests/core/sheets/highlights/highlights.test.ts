// Highlights: every cell of a finding once, with the worst severity, and only on the agent's sheets.
import { formatCellRef } from "xlsx-model/cell-ref";
import { describe, expect, it } from "vitest";
import type { Finding, Severity, Verification } from "../../../../src/core/verification";
import { composeHighlights } from "../../../../src/core/sheets/highlights/highlights";
import { cellsOf } from "./cells-of";
import { annexesWorkbook, BUDGET, composeFor } from "../annexes-workbook";
import { readBack, withResults } from "../written-sheet";

describe("highlights", () => {
  it("covers the cells of the findings", () => {
    const { verification, plan } = composeFor(annexesWorkbook({ G4: 64999.99 }));
    const cells = new Set(verification.findings.flatMap((finding) => finding.cells.map(formatCellRef)));
    const covered = (plan.highlights ?? []).flatMap(({ range: { sheet, ...area } }) =>
      cellsOf(area).map((cell) => formatCellRef({ sheet, ...cell })),
    );
    expect([...covered].sort()).toEqual([...cells].sort());
    expect(plan.highlights).toContainEqual({
      severity: "error",
      range: { sheet: BUDGET, top: 3, left: 6, bottom: 3, right: 6 },
    });
  });

  it.each<[Severity[], Severity]>([
    [["warning", "error"], "error"],
    [["error", "info"], "error"],
    [["info", "warning"], "warning"],
  ])("of %j shows %s", (severities, worst) => {
    const { verification } = composeFor(annexesWorkbook({ G4: 64999.99 }));
    const [first] = verification.findings;
    if (!first) throw new Error("no finding");
    const findings: Finding[] = severities.map((severity) => ({ ...first, severity }));
    const some: Verification = { ...verification, findings };
    expect(composeHighlights(some, annexesWorkbook()).map(({ severity }) => severity)).toEqual([worst]);
  });

  it("leaves our own sheets and unknown ones alone", () => {
    const { verification, ecarts } = composeFor(annexesWorkbook({ G4: 64999.99 }));
    const [first] = verification.findings;
    if (!first) throw new Error("no finding");
    const raw = withResults(annexesWorkbook(), readBack(ecarts));
    const findings = [{ ...first, cells: ["Écarts", "Absente"].map((sheet) => ({ sheet, row: 0, column: 0 })) }];
    expect(composeHighlights({ ...verification, findings }, raw)).toEqual([]);
  });
});
