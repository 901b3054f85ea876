// « Justifier » and the other party's answer on a real file: written beside the discrepancy, counted by the next verification.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { etatDuMotif } from "../../src/core/domain/justification";
import { verificationJson } from "../../src/core/verification-json";
import type { Finding, Verification } from "../../src/core/verification";
import { openFileWorkbook, type FileWorkbook } from "../../src/files/file-workbook";
import { justifyFinding, type Entry } from "../../src/usecases/justify-finding";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { tableauBudgetaire } from "../core/reading/annexes";
import type { CellLiteral } from "../core/reading/raw-workbook-builder";
import { AS_OF, fileOf } from "../core/why/totals/refreshed";
import { reasonOn } from "./reason";

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

const REASON = reasonOn("2024-06-15");
const ANSWER = {
  kind: "answer",
  decision: "accepted",
  by: "M. Petit",
  party: "etat",
  localParty: "Métropole",
  on: "2024-06-20",
} as const;

const settle = ({ port }: FileWorkbook, finding: Finding, entry: Entry) =>
  justifyFinding(port, contratIntegre, { finding, asOf: AS_OF }, entry);

/** The discrepancy as the pane shows it, after a verification. */
async function shownIn(file: FileWorkbook, id: string): Promise<Finding> {
  const found = (await check(file)).findings.find((finding) => finding.id === id);
  if (!found) throw new Error(`no discrepancy ${id}`);
  return found;
}

async function toDo(): Promise<{
  readonly file: FileWorkbook;
  readonly before: Verification;
  readonly shown: Finding;
}> {
  const file = wrongBudget();
  const before = await check(file);
  const shown = firstToDo(before);
  if (!shown) throw new Error("nothing to justify");
  return { file, before, shown };
}

describe("justifyFinding", () => {
  it("takes one from what is to do to what waits, then to what is accepted", async () => {
    const { file, before, shown } = await toDo();
    await settle(file, shown, REASON);
    const justified = await check(file);
    expect(justified.summary).toMatchObject({ toDo: before.summary.toDo - 1, justified: 1, accepted: 0 });
    expect((await shownIn(file, shown.id)).justification).toMatchObject({
      text: "Délibération reportée",
      by: "Mme Roy",
      party: "collectivite",
      on: "2024-06-15",
      decision: null,
    });
    await settle(file, await shownIn(file, shown.id), ANSWER);
    const accepted = await check(file);
    expect(accepted.summary).toMatchObject({ toDo: before.summary.toDo - 1, justified: 0, accepted: 1 });
  });

  it("takes the answer away with another reason, once the answer was shown", async () => {
    const { file, shown } = await toDo();
    await settle(file, shown, REASON);
    await settle(file, await shownIn(file, shown.id), ANSWER);
    await settle(file, await shownIn(file, shown.id), { ...REASON, text: "Autre motif", on: "2024-06-21" });
    expect((await shownIn(file, shown.id)).justification).toMatchObject({
      text: "Autre motif",
      decision: null,
      decidedBy: null,
    });
  });

  it("keeps every version with its answer and the comments, in the file that is saved, in « Écarts » and in JSON", async () => {
    const { file, shown } = await toDo();
    await settle(file, shown, REASON);
    const refusal = { ...ANSWER, decision: "refused", text: "La suite n’est pas dite" } as const;
    await settle(file, await shownIn(file, shown.id), refusal);
    const refused = await shownIn(file, shown.id);
    expect(refused.justification).toMatchObject({ decision: "refused", decidedWhy: "La suite n’est pas dite" });
    expect(etatDuMotif(refused.justification)).toBe("a-faire");
    await settle(file, refused, { ...REASON, kind: "comment", text: "Voir la fiche 4", on: "2024-06-20" });
    await settle(file, await shownIn(file, shown.id), { ...REASON, text: "Autre motif", on: "2024-06-21" });
    const reopened = openFileWorkbook(file.model.save(), "classeur.xlsx");
    const { verification } = await verifyWorkbook(reopened.port, contratIntegre, AS_OF);
    const found = verificationJson(verification).findings.find(({ id }) => id === shown.id);
    expect(found?.justification).toMatchObject({ text: "Autre motif", decision: null });
    expect(found?.justification?.versions).toMatchObject([
      {
        ...{ version: 1, text: "Délibération reportée", party: "local" },
        answers: [{ decision: "refused", text: "La suite n’est pas dite", by: "M. Petit", party: "etat" }],
        comments: [{ text: "Voir la fiche 4", by: "Mme Roy" }],
      },
      { version: 2, text: "Autre motif", answers: [], comments: [] },
    ]);
    const ecarts = (await reopened.port.read()).sheets.find(({ resultSheet }) => resultSheet === "ecarts");
    expect(JSON.stringify(ecarts?.blocks)).toMatch(
      /Version 1 .*Délibération reportée.*Refusée .*La suite.*Voir la fiche 4.*Version 2/,
    );
  });

  it("refuses, and writes nothing, before « Écarts » has a row for it", async () => {
    const { file, shown } = await toDo();
    const bare = wrongBudget();
    const before = bare.save();
    await expect(settle(bare, shown, REASON)).rejects.toThrow(/n’a pas de ligne, ou pas toutes ses colonnes/);
    expect(bare.save()).toEqual(before);
    expect(file.save()).not.toEqual(before);
  });
});
