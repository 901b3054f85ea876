// The tab « Totaux » over a real workbook file: the preview, the agent's word on it, the figures per axe.
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { FileWorkbook } from "../../../src/files/file-workbook";
import { isStale } from "../../../src/taskpane/session";
import { texts } from "../../../src/taskpane/totals/texts";
import { startTotals } from "../../../src/taskpane/totals/totals-store";
import { applyTotals, previewTotals } from "../../../src/usecases/refresh-totals";
import { contentAt, fileOf, type Sheets } from "../../core/why/totals/refreshed";
import { tableauBudgetaire } from "../../core/reading/annexes";
import type { CellLiteral } from "../../core/reading/raw-workbook-builder";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";

const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string) => text.replace(/\s/g, " ");

function annex(changes: Readonly<Record<string, CellLiteral>> = {}): Sheets {
  const rows = tableauBudgetaire.map((row) => [...row]);
  for (const [place, value] of Object.entries(changes)) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    const cells = rows[row];
    if (cells) cells[column] = value;
  }
  return { "Tableau budgétaire": rows };
}

async function showTotals(sheets: Sheets = annex({ "3,1": 130001 })) {
  const file = fileOf(sheets);
  const pane = showPane({ totals: serviceOf(file) });
  await pane.user.click(screen.getByRole("tab", { name: "Documents" }));
  await pane.user.click(screen.getByRole("tab", { name: "Totaux" }));
  await screen.findByRole("button", { name: texts.start });
  return { ...pane, file };
}

const serviceOf = ({ port }: FileWorkbook) => ({
  preview: (asOf: string) => previewTotals(port, contratIntegre, asOf),
  apply: (asOf: string, accepted: Parameters<typeof applyTotals>[3]) =>
    applyTotals(port, contratIntegre, asOf, accepted),
});

describe("the preview", () => {
  it("shows each change with its old content, new value and difference, and writes nothing", async () => {
    const { user, container, file } = await showTotals();
    const before = file.save();
    await user.click(button(texts.start));
    await screen.findByRole("heading", { name: "44 cellules à modifier" });
    const changed = screen.getByRole("table", { name: texts.changedTitle });
    const [name, figures] = within(changed).getAllByRole("row").slice(1);
    expect(name?.textContent).toBe("Action 1 – 2024 – Total");
    expect(plain(figures?.textContent ?? "")).toBe("130 001,00 €130 000,00 €−1,00 €");
    expect(within(changed).getByText(/B4 : saisi → =C4\+D4/)).toBeDefined();
    expect(within(screen.getByRole("table", { name: texts.sameTitle })).getAllByRole("rowheader")).toHaveLength(43);
    expect(file.save()).toEqual(before);
    await expectAccessible(container);
  });

  it("leads to each cell", async () => {
    const { user, went } = await showTotals();
    await user.click(button(texts.start));
    await user.click(await screen.findByRole("button", { name: /^Action 1 – 2024 – Total, aller à la cellule/ }));
    expect(went.cells).toEqual(["'Tableau budgétaire'!B4"]);
  });

  it("is out of date after an edit, until the workbook is read again", async () => {
    const { user, session, went, container } = await showTotals();
    await act(() => session.watch());
    await user.click(button(texts.start));
    await screen.findByRole("button", { name: /^Remplacer/ });
    expect(screen.queryByText(plain(texts.stale))).toBeNull();
    act(() => went.edit());
    expect(screen.getByText(plain(texts.stale))).toBeDefined();
    await expectAccessible(container);
    await user.click(button(texts.startAgain));
    await waitFor(() => expect(screen.queryByText(plain(texts.stale))).toBeNull());
    await user.click(await screen.findByRole("button", { name: /^Remplacer/ }));
    await screen.findByRole("heading", { name: texts.doneTitle(44) });
    expect(screen.queryByText(plain(texts.stale))).toBeNull();
    act(() => went.edit());
    expect(screen.getByText(plain(texts.stale))).toBeDefined();
  });

  it("goes when the agent says no, and the keyboard keeps its place", async () => {
    const { user, file } = await showTotals();
    await user.click(button(texts.start));
    await user.click(await screen.findByRole("button", { name: texts.cancel }));
    expect(screen.queryByRole("table")).toBeNull();
    expect(contentAt(file, "'Tableau budgétaire'!B4").formula).toBeNull();
    expect(document.activeElement).toBe(button(texts.start));
  });

  it("says what must be corrected first", async () => {
    const { user } = await showTotals(annex({ "3,2": "à voir" }));
    await user.click(button(texts.start));
    await screen.findByRole("heading", { name: texts.blockedTitle(1) });
    expect(screen.getByText(/montant illisible, « à voir »/)).toBeDefined();
  });
});

describe("the refresh", () => {
  it("writes what was shown, then shows the figures per axe and year, in a table and a chart", async () => {
    const { user, container, file } = await showTotals();
    await user.click(button(texts.start));
    await user.click(await screen.findByRole("button", { name: "Remplacer 44 cellules" }));
    const title = await screen.findByRole("heading", { name: texts.doneTitle(44) });
    expect(document.activeElement).toBe(title);
    expect(contentAt(file, "'Tableau budgétaire'!B4")).toEqual({ value: 130000, formula: "=C4+D4" });
    const table = screen.getByRole("table", { name: texts.tableCaption(2025) });
    const told = within(table)
      .getAllByRole("row")
      .map((row) => plain([...row.children].map((cell) => cell.textContent).join(" | ")));
    expect(told).toEqual([
      "Axe, part du total | État | Métropole | Total",
      ...["Axe 1 24,29 % | 85 000 | 85 000 | 170 000", "État au contrat : 85 000, écart 0"],
      ...["Axe 2 12,86 % | 45 000 | 45 000 | 90 000", "État au contrat : 45 000, écart 0"],
      ...["Axe 3 45,71 % | 160 000 | 160 000 | 320 000", "État au contrat : 160 000, écart 0"],
      ...["Axe 4 17,14 % | 60 000 | 60 000 | 120 000", "État au contrat : 60 000, écart 0"],
      ...["Total | 350 000 | 350 000 | 700 000", "État au contrat : 350 000, écart 0"],
    ]);
    const charts = screen.getAllByRole("img");
    expect(charts).toHaveLength(4);
    expect([...(charts[1]?.querySelectorAll("text") ?? [])].map(({ textContent }) => plain(textContent))).toEqual([
      ...["État", "Métropole", "Montant de l’État au contrat"],
      ...["Axe 1", "85 000", "85 000", "Axe 2", "45 000", "45 000"],
      ...["Axe 3", "160 000", "160 000", "Axe 4", "60 000", "60 000"],
    ]);
    await expectAccessible(container);
  });

  it("finds nothing to change the second time, and makes a verification stale", async () => {
    const { user, session } = await showTotals();
    await act(() => session.verify());
    await user.click(button(texts.start));
    await user.click(await screen.findByRole("button", { name: /^Remplacer/ }));
    await screen.findByRole("heading", { name: texts.doneTitle(44) });
    expect(isStale(session.getState(), session.getState().outcome)).toBe(true);
    await user.click(button(texts.startAgain));
    await screen.findByRole("heading", { name: texts.nothingTitle });
    expect(screen.getByText(plain(texts.nothing(44)))).toBeDefined();
  });

  it("refuses when the workbook changed meanwhile, and shows what would change now", async () => {
    const { user, file } = await showTotals();
    await user.click(button(texts.start));
    await screen.findByRole("button", { name: /^Remplacer/ });
    file.model.sheets[0]?.setContent(3, 2, { value: 1, formula: null });
    await user.click(button(/^Remplacer/));
    await screen.findByText(/Le classeur a changé depuis l’aperçu/);
    expect(contentAt(file, "'Tableau budgétaire'!B4").formula).toBeNull();
    // What would be written now is shown, and can be agreed to.
    await user.click(await screen.findByRole("button", { name: /^Remplacer/ }));
    await screen.findByRole("heading", { name: texts.doneTitle(44) });
    expect(contentAt(file, "'Tableau budgétaire'!B4").formula).not.toBeNull();
  });
});

describe("without a table", () => {
  it("is one sentence", async () => {
    const { user } = await showTotals({ Notes: [["Rien"]] });
    await user.click(button(texts.start));
    await screen.findByText(/Aucun tableau budgétaire ni tableau d’exécution n’a été reconnu/);
    expect(button(texts.start)).toBeDefined();
  });
});

describe("from the ribbon", () => {
  it("shows the tab and the preview", async () => {
    const { session } = showPane({ totals: serviceOf(fileOf(annex())) });
    await act(async () => expect(await startTotals(session)).toBe(true));
    await screen.findByRole("heading", { name: "44 cellules à modifier" });
    expect(screen.getByRole("tab", { name: "Totaux" }).getAttribute("aria-selected")).toBe("true");
  });
});
