// « Corriger » on a real file: what is shown is what is written, whole or not at all, and can be taken back.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatCellRef } from "xlsx-model/cell-ref";
import { verify } from "../../../../src/core/verify";
import type { FileWorkbook } from "../../../../src/files/file-workbook";
import { applyCorrections, previewCorrections, undoCorrections } from "../../../../src/usecases/correct-findings";
import { tableauBudgetaire } from "../../reading/annexes";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { AS_OF, contentAt, fileOf } from "../totals/refreshed";
import { budget, findings, indicateurs } from "./slips";

const idsOf = async (file: FileWorkbook, rule: string) =>
  (await findings(file)).filter((finding) => finding.rule === rule).map(({ id }) => id);

/** What is written where nobody has to choose. */
async function previewOf(file: FileWorkbook, ids: readonly string[]) {
  const [plan, another] = await previewCorrections(file.port, contratIntegre, AS_OF, ids);
  if (!plan || another) throw new Error("not one plan");
  return plan;
}

const at = (file: FileWorkbook, cell: string) => contentAt(file, `Budget!${cell}`);

describe("a text that is an amount", () => {
  it("becomes its number, and its discrepancy goes", async () => {
    const file = budget({ C4: "65 000 €" });
    const ids = await idsOf(file, "montant-lisible");
    const preview = await previewOf(file, ids);
    expect(preview.left).toEqual([]);
    expect(
      preview.corrections.map(({ cell, before, after }) => [formatCellRef(cell), before.value, after.value]),
    ).toEqual([["Budget!C4", "65 000 €", 65000]]);
    expect(at(file, "C4").value).toBe("65 000 €");
    await applyCorrections(file.port, contratIntegre, AS_OF, preview);
    expect(at(file, "C4").value).toBe(65000);
    expect(await idsOf(file, "montant-lisible")).toEqual([]);
  });

  it("comes back when the correction is undone", async () => {
    const file = budget({ C4: "65 000 €" });
    const preview = await previewOf(file, await idsOf(file, "montant-lisible"));
    const done = await applyCorrections(file.port, contratIntegre, AS_OF, preview);
    await undoCorrections(file.port, done);
    expect(at(file, "C4")).toMatchObject({ value: "65 000 €", formula: null });
  });

  it("in a cell of the text format becomes a number all the same, and the format comes back with the text", async () => {
    const file = budget({ C4: { value: "65000", numberFormat: "@" } });
    const preview = await previewOf(file, await idsOf(file, "montant-lisible"));
    expect(preview.corrections[0]).toMatchObject({ numberFormatBefore: "@", numberFormatAfter: "#,##0.00" });
    const done = await applyCorrections(file.port, contratIntegre, AS_OF, preview);
    expect(at(file, "C4").value).toBe(65000);
    await undoCorrections(file.port, done);
    const [sheet] = (await file.port.read()).sheets;
    const block = sheet?.blocks[0];
    expect(block?.numberFormats[3 - (block.row ?? 0)]?.[2 - (block.column ?? 0)]).toBe("@");
  });
});

describe("a number under a format of percentages", () => {
  // Column D of the third row is the first target of the contract, 450.
  const typed = (value: number) => indicateurs({ D3: { value, numberFormat: "0%" } });
  const rules = async (file: FileWorkbook, contrat = contratIntegre) =>
    verify(await file.port.read(), contrat, AS_OF)
      .verification.findings.filter(({ cells: [cell] }) => cell && formatCellRef(cell) === "Indicateurs!D3")
      .map(({ rule }) => rule);

  it.each([4.5, 450])("is told (%d), and is corrected with its format where it is no share", async (value) => {
    const file = typed(value);
    expect(await rules(file)).toContain("indicateur-lisible");
    const [id] = await idsOf(file, "cible-contractualisee");
    expect(id !== undefined).toBe(value === 4.5);
    if (id === undefined) return;
    const preview = await previewOf(file, [id]);
    expect(preview.corrections[0]).toMatchObject({ after: { value: 450 }, numberFormatAfter: "General" });
    await applyCorrections(file.port, contratIntegre, AS_OF, preview);
    expect(await rules(file)).toEqual([]);
  });

  it("stays a share where the indicator is one", async () => {
    const actions = contratIntegre.actions.map((action) => ({
      ...action,
      indicateurs: action.indicateurs.map((each) => ({ ...each, unite: "pourcentage" as const })),
    }));
    const contrat = { ...contratIntegre, actions };
    const file = typed(4.4);
    expect(await rules(file, contrat)).toEqual(["cible-contractualisee"]);
    const [plan] = await previewCorrections(file.port, contrat, AS_OF, ["cible-contractualisee/1/indicateur-1/2024"]);
    expect(plan?.corrections[0]).toMatchObject({ after: { value: 4.5 }, numberFormatAfter: null });
    if (plan) await applyCorrections(file.port, contrat, AS_OF, plan);
    expect(await rules(file, contrat)).toEqual([]);
  });
});

describe("what is not safe", () => {
  it("is left alone and named: a fix that is not there, a discrepancy that is gone", async () => {
    const file = budget({ C4: "Entre 200 et 500" });
    const ids = await idsOf(file, "montant-lisible");
    const { corrections, left } = await previewOf(file, [...ids, "parti"]);
    expect(corrections).toEqual([]);
    expect(left).toEqual([
      { finding: ids[0], why: "sa correction demande un choix" },
      { finding: "parti", why: "il n’est plus dans le classeur" },
    ]);
  });

  it("writes nothing when the workbook is no longer that of the preview", async () => {
    const file = budget({ C4: "65 000 €", D4: "65 000 €" });
    const preview = await previewOf(file, await idsOf(file, "montant-lisible"));
    file.model.sheets[0]?.setContent(3, 3, { value: "64 000 €", formula: null });
    await expect(applyCorrections(file.port, contratIntegre, AS_OF, preview)).rejects.toThrow(
      /a changé depuis l’aperçu/,
    );
    expect(at(file, "C4").value).toBe("65 000 €");
    expect(at(file, "D4").value).toBe("64 000 €");
  });

  it("undoes nothing when one of the cells holds something else by now", async () => {
    const file = budget({ C4: "65 000 €", D4: "65 000 €" });
    const preview = await previewOf(file, await idsOf(file, "montant-lisible"));
    const done = await applyCorrections(file.port, contratIntegre, AS_OF, preview);
    file.model.sheets[0]?.setContent(3, 3, { value: 1, formula: null });
    await expect(undoCorrections(file.port, done)).rejects.toThrow(/Budget!D4/);
    expect(at(file, "C4").value).toBe(65000);
    expect(at(file, "D4").value).toBe(1);
  });
});

describe("a total of a recapitulation", () => {
  it("becomes the sum of its actions, by a number or by a formula that adds them on their sheet", async () => {
    const recap: readonly (readonly CellLiteral[])[] = [
      ["Axes", "État 2024", "DM 2024"],
      ["Axe 1", 84_000, 85_000],
      ["Axe 2", { formula: "=Budget!C7", value: 25_000 }, 45_000],
    ];
    const file = fileOf({ Budget: tableauBudgetaire, Récap: recap });
    const ids = await idsOf(file, "sous-total-axe");
    const preview = await previewOf(file, ids);
    expect(preview.left).toEqual([]);
    await applyCorrections(file.port, contratIntegre, AS_OF, preview);
    expect(contentAt(file, "Récap!B2")).toMatchObject({ value: 85_000, formula: null });
    expect(contentAt(file, "Récap!B3")).toMatchObject({ value: 45_000, formula: "=SUM(Budget!C7:C8)" });
    expect(await idsOf(file, "sous-total-axe")).toEqual([]);
  });
});
