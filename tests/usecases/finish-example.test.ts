// The example from its slips to « Conforme » by what the pane offers and nothing else: corrections, reasons, answers.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import type { Finding, Verification } from "../../src/core/verification";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { applyCorrections, previewCorrections } from "../../src/usecases/correct-findings";
import { justifyFinding, type Entry } from "../../src/usecases/justify-finding";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";

const AS_OF = "2026-11-24";

it("every discrepancy of the example can be settled, and the workbook then conforms", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("../../exemples/classeur-exemple.xlsx", import.meta.url)));
  const { port } = openFileWorkbook(bytes, "classeur-exemple.xlsx");
  const check = async (): Promise<Verification> => (await verifyWorkbook(port, contratsIntegres, AS_OF)).verification;
  const causes = ({ findings }: Verification) =>
    findings.filter(({ severity, causedBy }) => severity !== "info" && causedBy === null);
  const begun = await check();
  expect(begun.summary).toMatchObject({ toDo: 15, justified: 2 });

  for (const { id, fix } of causes(begun)) {
    if (!fix) continue;
    const [plan] = await previewCorrections(port, contratsIntegres, AS_OF, [id]);
    if (!plan) throw new Error(`nothing to write for ${id}`);
    await applyCorrections(port, contratsIntegres, AS_OF, plan);
  }
  const corrected = await check();
  expect(corrected.summary).toMatchObject({ error: 0, toDo: 8 });

  const settle = (finding: Finding, entry: Entry) =>
    justifyFinding(port, contratsIntegres, { finding, asOf: AS_OF }, entry);
  // Those of the execution table say neither who gave them nor for which party.
  const reason = { kind: "reason", by: "Mme Roy", party: "collectivite", localParty: "Métropole", on: AS_OF } as const;
  for (const finding of causes(corrected)) {
    await settle(finding, { ...reason, text: finding.justification?.text ?? "Revue au dialogue de gestion" });
  }
  const justified = await check();
  expect(justified.summary).toMatchObject({ toDo: 0, justified: 10 });
  expect(justified.verdict.state).toBe("awaiting");

  const answer = { kind: "answer", decision: "accepted", by: "M. Petit", party: "etat" } as const;
  for (const finding of causes(justified)) {
    await settle(finding, { ...answer, localParty: "Métropole", on: AS_OF });
  }
  const accepted = await check();
  expect(accepted.summary).toMatchObject({ toDo: 0, justified: 0, accepted: 10 });
  expect(accepted.verdict).toMatchObject({
    state: "conforming",
    sentence: expect.stringMatching(/^Conforme, sous réserve de 10 écarts acceptés par les deux parties, pour /),
  });
}, 120_000);
