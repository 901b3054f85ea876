// « Justifier » and the other party's answer on a real file: written beside the discrepancy, counted by the next verification.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Verification } from "../../src/core/verification";
import { WorkbookError } from "../../src/core/workbook-port";
import type { FileWorkbook } from "../../src/files/file-workbook";
import { justifyFinding } from "../../src/usecases/justify-finding";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { tableauBudgetaire } from "../core/reading/annexes";
import type { CellLiteral } from "../core/reading/raw-workbook-builder";
import { AS_OF, fileOf } from "../core/totals/refreshed";

/** A part of the contract's first action that is not the contract's. */
function wrongBudget(): FileWorkbook {
  const rows = tableauBudgetaire.map((row) => [...row]) as CellLiteral[][];
  const row = rows[3];
  if (row) row[2] = 64_000;
  return fileOf({ Budget: rows });
}

const check = async ({ port }: FileWorkbook): Promise<Verification> =>
  (await verifyWorkbook(port, contratIntegre, AS_OF)).verification;

const firstToDo = ({ findings }: Verification) =>
  findings.find(({ severity, causedBy, justification }) => severity !== "info" && !causedBy && !justification);

const REASON = {
  kind: "reason",
  text: "Délibération reportée",
  by: "Mme Roy",
  party: "local",
  localParty: "Métropole",
  on: "2024-06-15",
} as const;
const ANSWER = {
  kind: "answer",
  decision: "accepted",
  by: "M. Petit",
  party: "etat",
  localParty: "Métropole",
  on: "2024-06-20",
} as const;

describe("justifyFinding", () => {
  it("takes one from what is to do to what waits, then to what is accepted", async () => {
    const file = wrongBudget();
    const before = await check(file);
    const id = firstToDo(before)?.id ?? "";
    await justifyFinding(file.port, id, REASON);
    const justified = await check(file);
    expect(justified.summary).toMatchObject({ toDo: before.summary.toDo - 1, justified: 1, accepted: 0 });
    expect(justified.findings.find((finding) => finding.id === id)?.justification).toMatchObject({
      text: "Délibération reportée",
      by: "Mme Roy",
      party: "local",
      on: "2024-06-15",
      decision: null,
    });
    await justifyFinding(file.port, id, ANSWER);
    const accepted = await check(file);
    expect(accepted.summary).toMatchObject({ toDo: before.summary.toDo - 1, justified: 0, accepted: 1 });
  });

  it("takes the answer away with another reason", async () => {
    const file = wrongBudget();
    const id = firstToDo(await check(file))?.id ?? "";
    await justifyFinding(file.port, id, REASON);
    await justifyFinding(file.port, id, ANSWER);
    await justifyFinding(file.port, id, { ...REASON, text: "Autre motif" });
    const { findings } = await check(file);
    expect(findings.find((finding) => finding.id === id)?.justification).toMatchObject({
      text: "Autre motif",
      decision: null,
      decidedBy: null,
    });
  });

  it("refuses, and writes nothing, before « Écarts » has a row for it", async () => {
    const file = wrongBudget();
    await expect(justifyFinding(file.port, "total-general/2024/etat", REASON)).rejects.toBeInstanceOf(WorkbookError);
    expect((await check(file)).summary.justified).toBe(0);
  });
});
