// The question between two tables of the same years: asked, answered by one click, kept, and open to change.
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { WorkbookError } from "../../../src/core/workbook-port";
import type { TableChoice, Verification } from "../../../src/core/verification";
import { texts } from "../../../src/taskpane/texts";
import { resultTexts } from "../../../src/taskpane/verify/results/texts";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";
import { verification } from "../sample-verification";

const NOW = "'Tableau budgétaire'!A3";
const OLD = "'Budget (ancien)'!A1";
/** Closed, with how many tables were read. */
const READ = new RegExp(`^${resultTexts.readTitle}`);

function choice(chosen: string | null): TableChoice {
  const candidate = (sheet: string, range: string, heading: string) => ({
    ...{ sheet, range, heading, actions: 8, years: [2024, 2025, 2026, 2027] },
    chosen: heading === chosen,
  });
  return {
    kind: "budget",
    candidates: [candidate("Tableau budgétaire", "A3:M18", NOW), candidate("Budget (ancien)", "A1:M15", OLD)],
  };
}

/** As long as nothing is chosen no budget table is read. */
function verified(chosen: string | null): Verification {
  const whole = verification({ choices: [choice(chosen)], unread: [{ sheet: "Brouillon", reason: "masquée" }] });
  return chosen === null ? { ...whole, read: [] } : whole;
}

/** A workbook that keeps what the agent chose. */
async function showQuestion(begun: string | null = null) {
  let chosen = begun;
  const chosenTables: string[] = [];
  const pane = showPane({
    verify: async () => ({ verification: verified(chosen), refusals: [] }),
    async chooseTable(_asOf, { kind }, heading) {
      chosenTables.push(`${kind} ${heading}`);
      chosen = heading;
    },
  });
  await pane.user.click(screen.getByRole("button", { name: texts.verify }));
  await screen.findByRole("heading", { name: READ });
  return { ...pane, chosenTables };
}

const question = () => screen.queryByRole("heading", { name: /Quel tableau budgétaire/ });
const buttons = () => screen.queryAllByRole("button", { name: /^Vérifier ce tableau/ });

describe("two tables of the same years", () => {
  it("are listed with sheet, range and number of actions, and a button each that says which", async () => {
    const { container } = await showQuestion();
    expect(question()).not.toBeNull();
    expect(buttons().map((button) => button.getAttribute("aria-label"))).toEqual([
      resultTexts.chooseTableAt("Tableau budgétaire", "A3:M18"),
      resultTexts.chooseTableAt("Budget (ancien)", "A1:M15"),
    ]);
    const [first] = buttons();
    expect(first?.closest("li")?.textContent).toMatch(/Tableau budgétaire.*A3:M18.*8.actions, 2024-2027/);
    await expectAccessible(container);
  });

  it("are decided between by one click, which verifies; the keyboard keeps its place", async () => {
    const { user, chosenTables, container } = await showQuestion();
    buttons()[1]?.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(question()).toBeNull());
    expect(chosenTables).toEqual([`budget ${OLD}`]);
    const made = screen.getByRole("heading", { name: /Tableau budgétaire.*votre choix/ });
    expect(document.activeElement).toBe(made);
    await expectAccessible(container);
  });

  it("can be chosen anew", async () => {
    const { user, chosenTables } = await showQuestion(OLD);
    expect(buttons()).toEqual([]);
    await user.click(screen.getByRole("button", { name: resultTexts.choiceChange }));
    expect(screen.getByText(resultTexts.candidateChosen)).toBeDefined();
    expect(buttons()).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: resultTexts.chooseTableAt("Tableau budgétaire", "A3:M18") }));
    await waitFor(() => expect(chosenTables).toEqual([`budget ${NOW}`]));
  });

  it("stay a question when the choice cannot be kept", async () => {
    const { user } = showPane({
      verify: async () => ({ verification: verified(null), refusals: [] }),
      chooseTable: () => Promise.reject(new WorkbookError("Ôtez la protection.")),
    });
    await user.click(screen.getByRole("button", { name: texts.verify }));
    await screen.findByRole("heading", { name: READ });
    await user.click(screen.getByRole("button", { name: resultTexts.chooseTableAt("Budget (ancien)", "A1:M15") }));
    expect(await screen.findByText("Ôtez la protection.")).toBeDefined();
    expect(question()).not.toBeNull();
  });
});

describe("without a choice", () => {
  it("nothing is asked; hidden sheets are named", async () => {
    const { user } = showPane({
      verify: async () => ({
        verification: verification({ unread: [{ sheet: "Brouillon", reason: "masquée" }] }),
        refusals: [],
      }),
    });
    await user.click(screen.getByRole("button", { name: texts.verify }));
    await user.click(await screen.findByRole("button", { name: READ }));
    expect(screen.getByText(/« Brouillon ».*masquée/)).toBeDefined();
    expect(question()).toBeNull();
  });
});
