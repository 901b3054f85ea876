// The pane's own list through Microsoft's client, a colleague in the same workbook: what an open card shows is stale at once, and nothing is written in a changed form.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { excelHost } from "../../src/add-in/excel-host";
import { openXlsx } from "xlsx-model/open-xlsx";
import { paneWorkbook } from "../../src/pane-workbook/pane-workbook";
import { isStale } from "../../src/taskpane/session";
import { createSession } from "../../src/taskpane/session-store";
import { correct, previewCorrection } from "../../src/taskpane/verify/work/correct";
import { justify } from "../../src/taskpane/verify/work/justify";
import { workStore } from "../../src/taskpane/verify/work/work-store";
import { settled, sheetNamed, simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const EXAMPLE = "exemples/classeur-exemple.xlsx";
/** « Action 6 – 2027 – Total », typed where the others are formulas; and the cell of another discrepancy. */
const [TOTAL, MONTANT] = ["total-de-l-action/6/2027/total", "montant-contractualise/5/2024/etat"] as const;
const CELLS: Readonly<Record<typeof TOTAL | typeof MONTANT, readonly [number, number]>> = {
  [TOTAL]: [13, 10],
  [MONTANT]: [12, 2],
};
const TODAY = "2026-11-24";

async function opened() {
  excel.host.open(openXlsx(new Uint8Array(readFileSync(EXAMPLE)), "classeur.xlsx"));
  const workbook = paneWorkbook(excelHost(Promise.resolve()), () => TODAY);
  const session = createSession(workbook, () => new Date(`${TODAY}T09:30:00`));
  const budget = sheetNamed(excel.host.model, "Tableau budgétaire");
  expect(await session.verify()).toBe(true);
  const isOld = () => isStale(session.getState(), session.getState().outcome);
  const told = () => session.getState().notices.map(({ kind }) => kind);
  const finding = (id: string) => session.getState().outcome?.verification.findings.find((each) => each.id === id);
  const shown = (id: keyof typeof CELLS) => budget.content(...CELLS[id]);
  const colleague = async (id: keyof typeof CELLS, value: number) => {
    await excel.host.editCell(budget, ...CELLS[id], value, "co-author");
    await settled();
  };
  expect(isOld()).toBe(false);
  return { session, store: workStore(session), isOld, told, finding, shown, colleague };
}

it("a preview: stale at once, not applied, and in its place what would be written now", async () => {
  const { session, store, isOld, told, shown, colleague } = await opened();
  await previewCorrection(session, [TOTAL]);
  const { panel } = store.getState();
  if (panel?.kind !== "correct" || !panel.plans[0]) throw new Error("no preview");
  await colleague(TOTAL, 205_000);
  expect(isOld()).toBe(true);
  await correct(session, panel.plans[0], []);
  expect(shown(TOTAL)).toEqual({ value: 205_000, formula: null });
  expect(told()).toEqual(["warning"]);
  const now = store.getState().panel;
  expect(now?.kind === "correct" && now.plans[0]?.corrections[0]?.before.value).toBe(205_000);
  expect(isOld()).toBe(false);
  // What is shown by now can be agreed to.
  if (now?.kind === "correct" && now.plans[0]) await correct(session, now.plans[0], []);
  expect(shown(TOTAL).formula).toBe("=L14+M14");
}, 60_000);

it("a card: its reason is not kept for other figures than those that it shows", async () => {
  const { session, isOld, told, finding, colleague } = await opened();
  const card = finding(MONTANT);
  if (!card) throw new Error("no card");
  await colleague(MONTANT, 40_000);
  expect(isOld()).toBe(true);
  const entry = {
    kind: "reason",
    text: "Virement voté",
    by: "Mme Roy",
    party: "collectivite",
    localParty: "Métropole",
  } as const;
  await justify(session, { finding: card, asOf: TODAY }, entry, "draft", []);
  expect(told()).toEqual(["warning"]);
  expect(finding(MONTANT)).toMatchObject({ justification: null, figures: { found: 4_000_000 } });
}, 60_000);
