// The pane around the list to finish: its states, the date, what goes wrong, and accessibility.
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { WorkbookError } from "xlsx-model/plan";
import type { PaneWorkbook } from "../../src/taskpane/session-store";
import { openingTexts } from "../../src/taskpane/opening/texts";
import { settingTexts } from "../../src/taskpane/setting-texts";
import { texts } from "../../src/taskpane/texts";
import { resultTexts } from "../../src/taskpane/verify/results/texts";
import { expectAccessible } from "./expect-accessible";
import { showPane } from "./pane";
import { finding, rule, verification } from "./sample-verification";

const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string) => text.replace(/\s/g, " ");

/** The date and « Effacer » are behind the date, in a script of their own. */
async function openSettings(user: ReturnType<typeof showPane>["user"]) {
  await user.click(button(/réglages|nom, date/i));
  await screen.findByLabelText(settingTexts.dateLabel);
}

async function showResults(changes: Partial<PaneWorkbook> = {}) {
  const pane = showPane(changes);
  await pane.user.click(button(texts.verify));
  await screen.findByRole("heading", { name: new RegExp(resultTexts.readTitle) });
  return pane;
}

describe("before a verification", () => {
  it("says what to do and that nothing leaves the computer", async () => {
    const { container } = showPane();
    expect(await screen.findByRole("heading", { name: openingTexts.recognised })).toBeDefined();
    expect(screen.getByText(plain(texts.privacy))).toBeDefined();
    await expectAccessible(container);
  });

  it("offers today's date, another one, and the way back", async () => {
    const { user, went } = showPane();
    await openSettings(user);
    const date = screen.getByLabelText<HTMLInputElement>(settingTexts.dateLabel);
    expect(date.value).toBe("24/11/2026");
    await user.clear(date);
    await user.type(date, "30/6/2024");
    await user.click(button(texts.verify));
    await screen.findByRole("heading", { name: new RegExp(resultTexts.readTitle) });
    await user.click(button(settingTexts.backToToday));
    expect(document.activeElement).toBe(date);
    expect(date.value).toBe("24/11/2026");
    await user.click(button(texts.verify));
    await waitFor(() => expect(went.asOf).toEqual(["2024-06-30", "2026-11-24"]));
  });
});

describe("a date that is none", () => {
  it("is told once it is typed, and nothing is read", async () => {
    const { user, went } = showPane();
    await openSettings(user);
    const date = screen.getByLabelText<HTMLInputElement>(settingTexts.dateLabel);
    await user.clear(date);
    expect(date.value).toBe("");
    await user.type(date, "0202-06-30");
    expect(screen.queryByText(plain(texts.dateInvalid))).toBeNull();
    await user.click(button(texts.verify));
    expect(screen.getAllByText(plain(texts.dateInvalid)).length).toBeGreaterThan(0);
    expect(date.getAttribute("aria-invalid")).toBe("true");
    // Half a date is not today.
    await user.clear(date);
    await user.type(date, "30/06");
    await user.click(button(texts.verify));
    expect(date.value).toBe("30/06");
    expect(went.asOf).toEqual([]);
  });
});

describe("while it runs", () => {
  it("says the step, then that Excel waits for the cell, in a live region", async () => {
    let waiting: () => void = () => {};
    const { user, container } = showPane({
      verify: (_, onStep, onWaitingForCell) => {
        void onStep("read");
        waiting = onWaitingForCell;
        return new Promise(() => {});
      },
    });
    await user.click(button(texts.verify));
    const [status] = screen.getAllByRole("status");
    expect(status?.textContent).toBe(texts.step("read"));
    act(() => waiting());
    expect(status?.textContent).toBe(texts.waitingForCell);
    // Still in the tab order, so that the keyboard does not lose its place.
    expect(button(texts.verify).getAttribute("aria-disabled")).toBe("true");
    await expectAccessible(container);
  });
});

describe("once it has ended", () => {
  it("the live region tells the verdict, and not again after another job", async () => {
    const { user } = await showResults();
    const [status] = screen.getAllByRole("status");
    expect(status?.textContent).toBe(texts.finished(verification().verdict.sentence));
    await openSettings(user);
    await user.click(button(settingTexts.clear));
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

describe("a cell that was gone to", () => {
  it("is told to who does not see the sheet", async () => {
    const { user } = await showResults();
    await user.click(button(/Cofinancement sous le minimum/));
    await waitFor(() =>
      expect(screen.getAllByRole("status")[0]?.textContent).toMatch(/^Cellule [A-Z]+\d+ sélectionnée, feuille «.*».$/),
    );
  });
});

describe("results", () => {
  it("put the work first, and what it was made of below, closed", async () => {
    await showResults();
    const headings = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent ?? "");
    const order = [
      /à traiter · 1.justifié$/,
      /^Écarts/,
      /^Remarques/,
      /^Reprendre les réponses/,
      /^Ce qui a été lu/,
      /^Règles non/,
      /^Règles resp/,
    ];
    const places = order.map((words) => headings.findIndex((heading) => words.test(heading)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(screen.queryByText(/cours de définition/)).toBeNull();
  });

  it("tell what was read and every rule when all is open, accessibly", async () => {
    const { container, user } = await showResults();
    // Of the lines of the list one is open at a time.
    const closedOnes = () =>
      screen
        .queryAllByRole("button", { expanded: false })
        .filter((each) => each.dataset["finding"] === undefined && each.closest("main > div:first-of-type") === null);
    for (let closed = closedOnes(); closed.length > 0; closed = closedOnes()) {
      for (const each of closed) await user.click(each);
    }
    expect(screen.getByText(/^8.actions, 4.axes, 2024-2027$/)).toBeDefined();
    expect(screen.getByText("'Tableau budgétaire'!A3:M18")).toBeDefined();
    expect(screen.getByText(/Ligne.20.*cours de définition/)).toBeDefined();
    expect(screen.getAllByText("Règle pas encore disponible dans cette version.")).toHaveLength(1);
    expect(screen.getByText(/Titre de actions-du-contrat/)).toBeDefined();
    expect(screen.getByText(/Les litiges/)).toBeDefined();
    expect(screen.getByText("La collectivité donne plus.")).toBeDefined();
    await expectAccessible(container);
  });

  it("of a workbook without any table of the contract say that none was recognised", async () => {
    const only = finding("tableau-attendu", { cells: [], message: "Aucun tableau.", subject: {} });
    const { user } = await showResults({
      verify: async () => ({ verification: verification({ read: [], findings: [only] }), refusals: [] }),
    });
    await user.click(button(new RegExp(resultTexts.readTitle)));
    expect(screen.getByText(plain(resultTexts.readNothing))).toBeDefined();
  });

  it("never reassure while rules could not be checked", async () => {
    const sentence = "Aucun écart à traiter, mais 1 point n’a pas pu être vérifié entièrement.";
    const found = verification({
      findings: [],
      rules: [rule("a", "compliant"), rule("b", "not-checkable", "Feuille absente.")],
      verdict: { state: "to-do", sentence, covers: ["budget"], without: [] },
      summary: { ...verification().summary, justified: 0, toDo: 0 },
    });
    await showResults({ verify: async () => ({ verification: found, refusals: [] }) });
    expect(screen.getByText(sentence)).toBeDefined();
    expect(screen.getByRole("heading", { name: "Plus rien à traiter" })).toBeDefined();
    expect(screen.queryByText(/^Conforme/)).toBeNull();
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
    expect(button(/Cofinancement sous le minimum/)).toBeDefined();
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

  it("says what succeeded and that it made the results stale in one notice, which can be closed until the next edit", async () => {
    const { user, went, session } = await showResults();
    await act(() =>
      session.perform("annexe", async () => {
        session.noteEdit();
        return [{ kind: "success", text: "Feuille insérée." }];
      }),
    );
    expect(screen.getByText(plain(`Feuille insérée. ${texts.stale}`))).toBeDefined();
    expect(screen.getAllByRole("button", { name: texts.hide })).toHaveLength(1);
    await user.click(button(texts.hide));
    expect(screen.queryByText(/Feuille insérée|Résultats périmés/)).toBeNull();
    act(() => went.edit());
    expect(screen.getByText(plain(texts.stale))).toBeDefined();
  });

  it("closes each of several by itself", async () => {
    const { user, session } = showPane();
    await act(() =>
      session.perform("annexe", async () => ["Une.", "Deux."].map((text) => ({ kind: "warning", text }) as const)),
    );
    const [first] = screen.getAllByRole("button", { name: texts.hide });
    await user.click(first as HTMLElement);
    expect(screen.queryByText("Une.")).toBeNull();
    expect(screen.getByText("Deux.")).toBeDefined();
  });

  it("clears the highlights and says so", async () => {
    const { user } = showPane();
    await openSettings(user);
    await user.click(button(settingTexts.clear));
    expect(await screen.findByText(plain(texts.cleared))).toBeDefined();
  });
});
