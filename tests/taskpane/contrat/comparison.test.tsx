// « Comparer deux versions » as an agent uses it: a file is chosen, what differs is shown, and its sheet written.
import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { comparisonTexts } from "../../../src/taskpane/contrat/comparison-texts";
import { texts } from "../../../src/taskpane/texts";
import { compareAndShow, type ComparaisonMontree } from "../../../src/usecases/compare-workbook";
import { withSlips } from "../../core/executed-workbook";
import { tableauBudgetaire } from "../../core/reading/annexes";
import { rawWorkbook } from "../../core/reading/raw-workbook-builder";
import { expectAccessible } from "../expect-accessible";
import { showPane, workbook } from "../pane";
import { situation } from "../sample-situation";

const raw = (slips: Parameters<typeof withSlips>[1] = {}) =>
  rawWorkbook({ "Tableau budgétaire": withSlips(tableauBudgetaire, slips) });
const REFERENCE = { ...raw(), name: "etat.xlsx" };
const compare = (slips: Parameters<typeof withSlips>[1]): ComparaisonMontree =>
  // As it comes from the other thread.
  structuredClone(compareAndShow(raw(slips), REFERENCE, { contrats: contratIntegre, asOf: "2026-11-24" }));

async function showCompared(compared: ComparaisonMontree) {
  const written: ComparaisonMontree[] = [];
  const names: string[] = [];
  const pane = showPane({
    situate: async () => situation(),
    contrat: {
      ...workbook().port.contrat,
      async compare(_, { name }) {
        names.push(name);
        return compared;
      },
      async writeComparison(shown) {
        written.push(shown);
        return { sheetName: "Comparaison", refusals: [], kept: [] };
      },
    },
  });
  await pane.user.click(screen.getByRole("tab", { name: texts.tab.contrat }));
  await screen.findByRole("heading", { name: comparisonTexts.title });
  const chooser = pane.container.querySelector<HTMLInputElement>("input[type=file]");
  if (!chooser) throw new Error("no file to choose");
  await pane.user.upload(chooser, new File(["x"], "etat.xlsx"));
  return { ...pane, written, names };
}

const plain = (text: string | null | undefined) => text?.replace(/\s/g, " ") ?? "";

describe("two versions compared", () => {
  it("are shown figure by figure, what changes the verdict first, and the others when asked", async () => {
    const { container, names, user, went } = await showCompared(compare({ C4: 64_999.99, B4: null }));
    await screen.findByRole("heading", { name: /2 chiffres diffèrent/ });
    expect(names).toEqual(["etat.xlsx"]);
    expect(plain(container.textContent)).toContain("65 000,00 € → 64 999,99 €");
    expect(plain(container.textContent)).toContain("Nouvel écart : Action 1 – 2024 – part État");
    await expectAccessible(container);
    const all = screen.queryByRole("button", { name: comparisonTexts.all(2) });
    if (all) await user.click(all);
    await user.click(screen.getAllByRole("button", { name: /C4/ })[0] ?? container);
    expect(went.cells).toEqual(["'Tableau budgétaire'!C4"]);
  });

  it("are written to their sheet as they were shown", async () => {
    const compared = compare({ C4: 64_999.99 });
    const { user, written } = await showCompared(compared);
    await user.click(await screen.findByRole("button", { name: comparisonTexts.write }));
    expect(written).toMatchObject([{ feuille: compared.feuille }]);
    expect(await screen.findByText(/La feuille .* est écrite/)).toBeTruthy();
  });

  it("are said to be the same, and to be old once the workbook was edited", async () => {
    const { session, went } = await showCompared(compare({}));
    await screen.findByRole("heading", { name: /Rien ne diffère/ });
    expect(screen.queryByRole("button", { name: comparisonTexts.write })).toBeNull();
    await session.watch();
    act(() => went.edit());
    expect(await screen.findByText(comparisonTexts.stale)).toBeTruthy();
  });
});
