// The pane as an agent meets it: states, filters, keyboard, the way to a cell, and accessibility.
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { WorkbookError } from "../../src/core/workbook-port";
import type { PaneWorkbook } from "../../src/taskpane/session-store";
import { texts } from "../../src/taskpane/texts";
import { expectAccessible } from "./expect-accessible";
import { showPane } from "./pane";
import { BUDGET, finding, rule, verification } from "./sample-verification";

const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string) => text.replace(/\s/g, " ");

async function showResults(changes: Partial<PaneWorkbook> = {}) {
  const pane = showPane(changes);
  await pane.user.click(button(texts.verify));
  await screen.findByRole("heading", { name: texts.readTitle });
  return pane;
}

describe("before a verification", () => {
  it("says what to do and that nothing leaves the computer", async () => {
    const { container } = showPane();
    expect(screen.getByRole("heading", { name: texts.emptyTitle })).toBeDefined();
    expect(screen.getByText(plain(texts.privacy))).toBeDefined();
    await expectAccessible(container);
  });

  it("offers today's date, another one, and the way back", async () => {
    const { user, went } = showPane();
    const date = screen.getByLabelText<HTMLInputElement>(texts.dateLabel);
    expect(date.value).toBe("2026-11-24");
    await user.clear(date);
    await user.type(date, "2024-06-30");
    await user.click(button(texts.verify));
    await screen.findByRole("heading", { name: texts.readTitle });
    await user.click(button(texts.backToToday));
    expect(document.activeElement).toBe(date);
    expect(date.value).toBe("2026-11-24");
    await user.click(button(texts.verify));
    await waitFor(() => expect(went.asOf).toEqual(["2024-06-30", "2026-11-24"]));
  });
});

describe("a date that is none", () => {
  it("is told once it is typed, and nothing is read", async () => {
    const { user, went } = showPane();
    const date = screen.getByLabelText<HTMLInputElement>(texts.dateLabel);
    await user.clear(date);
    expect(date.value).toBe("");
    await user.type(date, "0202-06-30");
    expect(screen.queryByText(plain(texts.dateInvalid))).toBeNull();
    await user.click(button(texts.verify));
    expect(screen.getAllByText(plain(texts.dateInvalid)).length).toBeGreaterThan(0);
    expect(date.getAttribute("aria-invalid")).toBe("true");
    expect(went.asOf).toEqual([]);
  });
});

describe("while it runs", () => {
  it("says the step, then that Excel waits for the cell, in a live region", async () => {
    let waiting: () => void = () => {};
    const { user, container } = showPane({
      verify: (_, onStep, onWaitingForCell) => {
        onStep("read");
        waiting = onWaitingForCell;
        return new Promise(() => {});
      },
    });
    await user.click(button(texts.verify));
    const status = screen.getByRole("status");
    expect(status.textContent).toBe(texts.step("read"));
    act(() => waiting());
    expect(status.textContent).toBe(texts.waitingForCell);
    // Still in the tab order, so that the keyboard does not lose its place.
    expect(button(texts.verify).getAttribute("aria-disabled")).toBe("true");
    await expectAccessible(container);
  });
});

describe("once it has ended", () => {
  it("the live region tells the verdict, and not again after another job", async () => {
    const { user } = await showResults();
    const [status] = screen.getAllByRole("status");
    expect(status?.textContent).toMatch(/^Vérification terminée/);
    await user.click(button(texts.clear));
    await screen.findByText(plain(texts.cleared));
    expect(status?.textContent).toBe("");
  });

  it("the live region tells no verdict of a verification that failed", async () => {
    let fails = false;
    const { user } = await showResults({
      async verify() {
        if (fails) throw new WorkbookError("Validez la cellule.");
        return { verification: verification(), refusals: [] };
      },
    });
    fails = true;
    await user.click(button(texts.verify));
    await screen.findByText("Validez la cellule.");
    expect(screen.getAllByRole("status")[0]?.textContent).toBe("");
  });
});

describe("results", () => {
  it("tell what was read, the verdict, every list, and are accessible when all is open", async () => {
    const { container, user } = await showResults();
    expect(screen.getByRole("heading", { name: /2.erreurs, 2.avertissements/ })).toBeDefined();
    expect(screen.getByText(plain("8\u00a0actions, 4\u00a0axes, 2024-2027"))).toBeDefined();
    expect(screen.getByText("'Tableau budgétaire'!A3:M18")).toBeDefined();
    for (const closed of screen.getAllByRole("button", { expanded: false })) await user.click(closed);
    expect(screen.getByText(/Ligne.20.*cours de définition/)).toBeDefined();
    expect(screen.getAllByText("Règle pas encore disponible dans cette version.")).toHaveLength(1);
    expect(screen.getByText(/Titre de actions-du-contrat/)).toBeDefined();
    expect(screen.getByText(/Le logo du Pacte des solidarités/)).toBeDefined();
    await expectAccessible(container);
  });

  it("group findings by rule, the worst first, each kind in words", async () => {
    await showResults();
    const titles = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
    expect(titles.filter((title) => title?.startsWith("Titre"))).toEqual([
      "Titre de cofinancement-minimum (art.\u00a02.2)1\u00a0écart et 1\u00a0conséquence",
      "Titre de cible-a-preciser (annexe)1\u00a0écart",
      "Titre de montant-contractualise (art.\u00a02.2)2\u00a0écarts",
    ]);
    const item = button("Action 1 – 2025 : il manque 0,01 €.").closest("li");
    expect(item?.textContent).toContain("Un centime manque.");
    expect(item?.textContent).toContain("Erreur");
  });

  it("put a consequence under its cause; by itself it tells where it comes from", async () => {
    const { user } = await showResults();
    const caused = screen.getByRole("list", { name: texts.alsoCausesOf("Action 1 – 2025 : il manque 0,01 €.") });
    expect(within(caused).getByRole("button", { name: "Total 2025 faux." })).toBeDefined();
    expect(button("Action 1 – 2025 : il manque 0,01 €.").closest("li")?.contains(caused)).toBe(true);
    expect(screen.queryByText(/Se réglera/)).toBeNull();
    await user.selectOptions(screen.getByLabelText(texts.actionFilter), "none");
    expect(screen.getByText(plain(texts.causedBy("Action 1 – 2025 : il manque 0,01 €.")))).toBeDefined();
  });

  it("show five consequences, then the others", async () => {
    const consequences = Array.from({ length: 7 }, (_, index) =>
      finding("total-general", { id: `total-general/${index}`, message: `Total ${index}`, causedBy: "cause" }),
    );
    const findings = [finding("montant-contractualise", { id: "cause", severity: "warning" }), ...consequences];
    const { user } = await showResults({
      verify: async () => ({ verification: verification({ findings }), refusals: [] }),
    });
    expect(screen.getAllByRole("button", { name: /^Total \d/ })).toHaveLength(5);
    await user.click(button(texts.showMore(2)));
    expect(screen.getAllByRole("button", { name: /^Total \d/ })).toHaveLength(7);
  });

  it("tell the justification of a finding", async () => {
    await showResults();
    expect(screen.getByText(/Avenant en cours \(M\. Dupont, 12\/10\/2026\)/)).toBeDefined();
  });

  it("lead to the cell with one click, and to each cell where there are several", async () => {
    const { user, went } = await showResults();
    await user.click(button("Total 2025 faux."));
    await user.click(button("Cibles à préciser."));
    await user.click(button(texts.goTo("Indicateurs!D9")));
    await user.click(button(texts.goTo("Autre!E9")));
    expect(went.cells).toEqual([`${BUDGET}E18`, "Indicateurs!C9", "Indicateurs!D9", "Autre!E9"]);
    expect(button(texts.goTo("Autre!E9")).getAttribute("aria-current")).toBe("true");
  });

  it("show a finding without a cell as plain text", async () => {
    const only = finding("tableau-attendu", { cells: [], message: "Aucun tableau.", subject: {} });
    await showResults({
      verify: async () => ({ verification: verification({ read: [], findings: [only] }), refusals: [] }),
    });
    expect(screen.getByText("Aucun tableau.").tagName).toBe("P");
    expect(screen.getByText(plain(texts.readNothing))).toBeDefined();
  });

  it("never reassure while rules could not be checked", async () => {
    const rules = [rule("a", "compliant"), rule("b", "not-checkable", "Feuille absente.")];
    await showResults({ verify: async () => ({ verification: verification({ findings: [], rules }), refusals: [] }) });
    expect(screen.getByText(plain(texts.verdictPartial(1)))).toBeDefined();
    expect(screen.queryByText(plain(texts.verdictAllHeld(2)))).toBeNull();
  });
});

describe("filters", () => {
  const findings = () =>
    screen
      .getAllByRole("listitem")
      .filter((item) => /^(Action|Total|Cibles|La col|Montant)/.test(item.textContent ?? ""));

  it("keep one kind, then one action, and give all back", async () => {
    const { user } = await showResults();
    expect(findings()).toHaveLength(5);
    await user.click(button(/2.erreurs/));
    expect(findings()).toHaveLength(2);
    expect(button(/2.erreurs/).getAttribute("aria-pressed")).toBe("true");
    await user.selectOptions(screen.getByLabelText(texts.actionFilter), "4");
    expect(screen.getByText(plain(texts.noneMatches))).toBeDefined();
    await user.click(button(texts.resetFilter));
    expect(findings()).toHaveLength(5);
    await user.selectOptions(screen.getByLabelText(texts.actionFilter), "none");
    expect(findings().map(({ textContent }) => textContent)).toEqual([expect.stringContaining("Total 2025 faux.")]);
  });
});

describe("long lists", () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    finding(index < 2000 ? "montant-contractualise" : "total-general", { id: `f${index}`, message: `Écart ${index}` }),
  );

  it("begin with the first group open and short, and grow on demand", async () => {
    const { user } = await showResults({
      verify: async () => ({ verification: verification({ findings: many }), refusals: [] }),
    });
    const shown = () => screen.queryAllByRole("button", { name: /^Écart \d/ }).length;
    expect(shown()).toBe(25);
    await user.click(button(texts.showMore(25)));
    expect(shown()).toBe(50);
    await user.click(button(/Titre de total-general/));
    expect(shown()).toBe(75);
  });

  it("show the first of many cells, then all", async () => {
    const cells = Array.from({ length: 40 }, (_, index) => `${BUDGET}B${index + 1}`);
    const { user, went } = await showResults({
      verify: async () => ({ verification: verification({ findings: [finding("a", { cells })] }), refusals: [] }),
    });
    expect(screen.queryByRole("button", { name: texts.goTo(`${BUDGET}B40`) })).toBeNull();
    await user.click(button(texts.moreCells(28)));
    await user.click(button(texts.goTo(`${BUDGET}B40`)));
    expect(went.cells).toEqual([`${BUDGET}B40`]);
  });
});

describe("what goes wrong", () => {
  it("shows a failure with what to do", async () => {
    const { user, container } = showPane({ verify: () => Promise.reject(new WorkbookError("Validez la cellule.")) });
    await user.click(button(texts.verify));
    expect(await screen.findByText("Validez la cellule.")).toBeDefined();
    expect(button(texts.verify).getAttribute("aria-disabled")).not.toBe("true");
    await expectAccessible(container);
  });

  it("shows refusals beside the results", async () => {
    const refusal = "La feuille « A » est protégée : ses cellules n’ont pas été surlignées.";
    await showResults({ verify: async () => ({ verification: verification(), refusals: [refusal] }) });
    expect(screen.getByText(plain(refusal))).toBeDefined();
    expect(button("Total 2025 faux.")).toBeDefined();
  });

  it("says that results are stale after an edit, and verifies again", async () => {
    const { user, went, container } = await showResults();
    expect(screen.queryByText(plain(texts.stale))).toBeNull();
    act(() => went.edit());
    expect(screen.getByText(plain(texts.stale))).toBeDefined();
    await expectAccessible(container);
    await user.click(button(texts.verifyAgain));
    await waitFor(() => expect(screen.queryByText(plain(texts.stale))).toBeNull());
    expect(went.asOf).toHaveLength(2);
  });

  it("clears the highlights and says so", async () => {
    const { user } = showPane();
    await user.click(button(texts.clear));
    expect(await screen.findByText(plain(texts.cleared))).toBeDefined();
  });
});

describe("keyboard", () => {
  it("reaches everything in reading order: verify, a filter, a finding, a group", async () => {
    const { user, went } = showPane();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: texts.tab.verify }));
    await user.tab();
    expect(document.activeElement).toBe(button(texts.verify));
    await user.keyboard("{Enter}");
    await screen.findByRole("heading", { name: texts.readTitle });
    expect(document.activeElement).toBe(button(texts.verify));
    const reached: (string | null)[] = [];
    for (
      let tabs = 0;
      tabs < 40 && document.activeElement !== button("Action 1 – 2025 : il manque 0,01 €.");
      tabs += 1
    ) {
      await user.tab();
      reached.push(document.activeElement?.textContent ?? null);
    }
    const order = [texts.clear, texts.ignoredRows(1), texts.all].map((text) => reached.indexOf(text));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    await user.keyboard(" ");
    expect(went.cells).toEqual([`${BUDGET}G7`]);
  });

  it("closes and opens a group", async () => {
    const { user } = await showResults();
    const group = button(/Titre de cible-a-preciser/);
    group.focus();
    await user.keyboard("{Enter}");
    expect(group.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByRole("button", { name: "Cibles à préciser." })).toBeNull();
    await user.keyboard("{Enter}");
    const region = document.getElementById(group.getAttribute("aria-controls") ?? "");
    expect(within(region as HTMLElement).getByRole("button", { name: "Cibles à préciser." })).toBeDefined();
  });
});

describe("the contract", () => {
  it("is offered among the annexes, until it is in the workbook", async () => {
    const source = "workbook" as const;
    const found = verification({ contract: { id: "contrat-test", avenants: [], source } });
    const { user, findByText } = showPane({ verify: async () => ({ verification: found, refusals: [] }) });
    await user.click(screen.getByRole("button", { name: texts.openAnnexes }));
    expect(screen.getByRole("tab", { name: texts.tab.annexes }).getAttribute("aria-selected")).toBe("true");
    await user.click(screen.getByRole("tab", { name: texts.tab.verify }));
    await user.click(screen.getByRole("button", { name: texts.verify }));
    expect(await findByText(plain(texts.contractInWorkbook))).toBeTruthy();
    expect(screen.queryByRole("button", { name: texts.openAnnexes })).toBeNull();
  });
});
