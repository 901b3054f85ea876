// Where the keyboard is after an action that takes away what had it.
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TotalChange } from "../../src/core/why/totals/total-change";
import { WorkbookError } from "xlsx-model/plan";
import { openingTexts } from "../../src/taskpane/opening/texts";
import { LongList } from "../../src/taskpane/reports/long-list";
import { texts } from "../../src/taskpane/texts";
import { ChangeTable } from "../../src/taskpane/totals/change-table";
import { texts as totalsTexts } from "../../src/taskpane/totals/texts";
import { showPane } from "./pane";
import { situation } from "./sample-situation";
import { verification } from "./sample-verification";

const focused = (): string =>
  document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "";
const press = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  (await screen.findByRole("button", { name })).focus();
  await user.keyboard("{Enter}");
};

let hasFocus = true;
beforeEach(() => {
  hasFocus = true;
  // In jsdom a page whose focused element goes is one without focus.
  vi.spyOn(document, "hasFocus").mockImplementation(() => hasFocus);
});

describe("what is taken away with the keyboard on it", () => {
  it.each([
    [openingTexts.toAnnexes, texts.documents.annexes],
    [openingTexts.toContract, texts.tab.contrat],
  ])("by « %s », which shows another tab, leaves it on that tab", async (name, tab) => {
    const { user } = showPane({ situate: async () => situation({ etat: "etranger" }) });
    await press(user, name);
    await waitFor(() => expect(focused()).toBe(tab));
  });

  it("by « Arrêter » leaves it on « Vérifier »", async () => {
    const { user } = showPane({
      async verify(_, onStep) {
        await onStep("read");
        await vi.waitFor(() => expect(screen.getByText(texts.stopping)).toBeTruthy());
        await onStep("check");
        return { verification: verification(), refusals: [] };
      },
    });
    await press(user, texts.verify);
    await press(user, texts.stop);
    await waitFor(() => expect(focused()).toBe(texts.verify));
    expect(screen.getByText(texts.stopped.replace(/\s/g, " "))).toBeTruthy();
  });

  it("by « Réessayer », which reads the workbook, leaves it beside", async () => {
    let isRefused = true;
    const { user } = showPane({
      situate: async () => {
        if (isRefused) throw new WorkbookError("Validez la cellule.");
        return situation();
      },
    });
    await screen.findByText("Validez la cellule.");
    isRefused = false;
    await press(user, openingTexts.again);
    await screen.findByRole("heading", { name: openingTexts.recognised });
    await waitFor(() => expect(focused()).toBe(texts.verify));
  });

  it("is not taken back where the keyboard is in Excel's cells", async () => {
    const { user } = showPane({ situate: async () => situation({ etat: "etranger" }) });
    await screen.findByRole("button", { name: openingTexts.toAnnexes });
    hasFocus = false;
    await press(user, openingTexts.toAnnexes);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(focused()).not.toBe(texts.documents.annexes);
  });
});

describe("the last of « Afficher … de plus »", () => {
  const change = (row: number): TotalChange => ({
    cell: { sheet: "Budget", row, column: 1 },
    label: `Total ${row}`,
    grandeur: "montant",
    before: { formula: null, text: "1,00", figure: 100 },
    formula: "=A1",
    after: 200,
    value: 2,
    numberFormat: null,
    isHidden: false,
  });

  it("leaves the keyboard on the first of the totals that came", async () => {
    const user = userEvent.setup();
    const changes = Array.from({ length: 120 }, (_, row) => change(row));
    render(<ChangeTable caption="Totaux" changes={changes} selectedCell={null} onSelectCell={() => {}} />);
    await press(user, totalsTexts.more(50));
    expect(focused()).toMatch(/^Total 50,/);
    await press(user, totalsTexts.more(20));
    expect(focused()).toMatch(/^Total 100,/);
    expect(screen.queryByRole("button", { name: /^Afficher/ })).toBeNull();
  });

  it("leaves it on the first of what lacks that came", async () => {
    const user = userEvent.setup();
    const items = Array.from({ length: 17 }, (_, at) => ({ key: String(at), content: `Manque ${at + 1}` }));
    render(<LongList items={items} moreLabel={(count) => `Afficher ${count} de plus`} />);
    await press(user, "Afficher 2 de plus");
    expect(focused()).toBe("Manque 16");
  });
});
