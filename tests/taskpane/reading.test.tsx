// « Voici comment je lis votre classeur »: one question in focus, what it would change, the answers kept, and the way out.
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, Question, Reponse } from "../../src/core/domain/question";
import { A_IGNORER } from "../../src/core/domain/question";
import { cleReponse, joindreReponses } from "../../src/core/domain/reponses";
import type { ReadingProgress } from "../../src/core/reading-progress";
import type { Verification } from "../../src/core/verification";
import { readingTexts } from "../../src/taskpane/reading/texts";
import { resultTexts } from "../../src/taskpane/verify/results/texts";
import { texts } from "../../src/taskpane/texts";
import { DiffersFromShown } from "../../src/usecases/as-shown";
import { expectAccessible } from "./expect-accessible";
import { showPane } from "./pane";
import { cellsAt, verification } from "./sample-verification";

const role = (year: number, party: "etat" | "collectivite", nature: "contracted" | "executed"): Answer => {
  const short = `${party === "etat" ? "L’État" : "La part Métropole"} : ${nature === "contracted" ? "voté" : "dépensé"}`;
  return { role: nature, year, party, nature, short, label: `${short} ${year}` };
};
const IGNORED: Answer = { role: A_IGNORER, label: "Ne pas comparer" };

function question(column: number, heading: string, years: readonly number[], isSupposed = true): Question {
  const [year = 2024] = years;
  return {
    about: "column",
    key: { kind: "column", path: [heading], sheet: "Budget" },
    text: `Colonne ${heading} : est-ce cela ?`,
    place: `Colonne ${heading}`,
    asked: `Est-ce la part de l’État votée pour ${year} ?`,
    range: { sheet: "Budget", top: 3, bottom: 10, left: column, right: column },
    supposed: isSupposed ? role(year, "etat", "contracted") : null,
    evidence: ["ses montants sont ceux du contrat"],
    answers: [
      ...years.flatMap((each) => [role(each, "etat", "contracted"), role(each, "collectivite", "contracted")]),
      role(year, "etat", "executed"),
      IGNORED,
    ],
    amounts: 8,
    sample: {
      columns: [
        { name: "A", heading: "Action", isAsked: false },
        { name: "C", heading, isAsked: true },
      ],
      rows: [{ number: 4, cells: ["1 Prévenir", "65 000"], isAsked: false }],
    },
    ...(isSupposed && { sameAsContract: { same: 8, of: 8, year, party: "etat", what: "la part de l’État votée" } }),
  };
}

const BP_2024 = question(2, "BP 2024 Etat", [2024]);
const BP_2025 = question(5, "BP 2025 Etat", [2025]);
const FONDS = question(13, "Fonds", [2024, 2025], false);

/** As the core counts it: what is asked no more is compared, and an amount of the local party differs from the contract. */
const progressOf = (kept: readonly Reponse[]): ReadingProgress => ({
  understood: 10 + 8 * kept.length,
  waiting: 0,
  compared: 8 * kept.filter(({ answer }) => answer.nature === "contracted").length,
  discrepancies: kept
    .filter(({ answer }) => answer.party === "collectivite")
    .map(({ key }) => ({
      id: `wrong ${key.path.join()}`,
      cells: cellsAt("Budget!C4", "Budget!C5", "Budget!C6", "Budget!C7"),
    })),
});

/** A workbook that keeps answers and asks the rest. */
async function show(asked: readonly Question[], begun: readonly Reponse[] = []) {
  let kept: readonly Reponse[] = begun;
  const isKept = (one: Pick<Reponse, "key">) => kept.some((other) => cleReponse(other) === cleReponse(one));
  const verified = (): Verification => {
    const questions = asked.filter((one) => !isKept(one));
    const whole = verification({
      rules: [
        {
          rule: "montant-lisible",
          article: "–",
          title: "",
          status: "compliant",
          coverage: { compared: 10 + 8 * kept.length, of: 1, missing: [] },
        },
        {
          rule: "montant-contractualise",
          article: "–",
          title: "",
          status: "compliant",
          coverage: { compared: 0, of: 1, missing: [] },
        },
      ],
      answers: kept.map((reponse) => ({
        reponse,
        label:
          asked
            .find((one) => cleReponse(one) === cleReponse(reponse))
            ?.answers.find(
              ({ role: given, party, year }) =>
                given === reponse.answer.role && party === reponse.answer.party && year === reponse.answer.year,
            )?.label ?? "",
        range: asked.find((one) => cleReponse(one) === cleReponse(reponse))?.range ?? null,
        setAside: null,
      })),
    });
    return {
      ...whole,
      verdict: {
        state: questions.length > 0 ? "to-confirm" : "conforming",
        sentence: "",
        covers: [],
        without: [],
        ...(questions.length > 0 && { questions }),
      },
    };
  };
  const pane = showPane({
    verify: async () => ({ verification: verified(), refusals: [] }),
    questions: async () => ({
      preview: async (_, given) => progressOf(joindreReponses(kept, given)),
      reopen: async (_, answered) => asked.find((one) => cleReponse(one) === cleReponse(answered)) ?? null,
      answer: async (given, shown) => {
        const stands = kept.filter((one) => given.some((other) => cleReponse(other) === cleReponse(one)));
        const was = shown.filter((one) => given.some((other) => cleReponse(other) === cleReponse(one)));
        if (JSON.stringify(stands) !== JSON.stringify(was))
          throw new DiffersFromShown("Une réponse a été donnée entre-temps.");
        kept = joindreReponses(kept, given);
      },
      withdraw: async (shown) => {
        kept = kept.filter((one) => !shown.some((other) => cleReponse(other) === cleReponse(one)));
      },
    }),
  });
  const become = (others: readonly Reponse[]) => (kept = others);
  await pane.user.click(screen.getByRole("button", { name: texts.verify }));
  await screen.findByRole("heading", { name: readingTexts.title });
  return { ...pane, kept: () => kept, become };
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const focusedText = () => document.activeElement?.textContent ?? "";
const rolesKept = (kept: readonly Reponse[]) =>
  kept.map(({ key, answer: { party, year, nature } }) => [key.path[0], party, year, nature]);

beforeEach(() => {
  // As in a pane in which the agent works: here it would not be so where the button that had the focus has gone.
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  localStorage.clear();
  localStorage.setItem("contrat-local-des-solidarites/name", "Claire Martin");
  localStorage.setItem("contrat-local-des-solidarites/party", "local");
});

describe("what was not understood", () => {
  it("takes the place of the list; its question has the focus, what it changes is said, and one press answers it", async () => {
    const { container, user, kept, went } = await show([BP_2024]);
    await screen.findByText(/8 montants de plus comparés au contrat, aucun écart/);
    expect(focusedText()).toBe(BP_2024.asked);
    expect(went.cells).toEqual([]);
    await expectAccessible(container);
    await user.keyboard("{Enter}");
    expect(kept()).toEqual([]);
    await user.click(button(readingTexts.yes));
    await screen.findByText(readingTexts.done);
    expect(kept()).toEqual([
      {
        key: BP_2024.key,
        answer: { role: "contracted", year: 2024, party: "etat", nature: "contracted" },
        ...{ by: "Claire Martin", on: "2026-11-24", speaksFor: "local" },
      },
    ]);
    expect(document.activeElement).toBe(button(readingTexts.seeResult));
    await expectAccessible(container);
    await user.keyboard("{Enter}");
    await screen.findByRole("button", { name: new RegExp(`^${resultTexts.readTitle}`) });
    expect(screen.queryByRole("heading", { name: readingTexts.title })).toBeNull();
  });

  it("is answered at once for alike columns, those alone whose box is ticked", async () => {
    const { user, kept } = await show([BP_2024, BP_2025, FONDS]);
    expect(focusedText()).toMatch(/^L’État : voté, année par année/);
    await user.click(screen.getByRole("checkbox", { name: /BP 2025/ }));
    await user.click(button(readingTexts.yesAll(1)));
    await waitFor(() => expect(rolesKept(kept())).toEqual([["BP 2024 Etat", "etat", 2024, "contracted"]]));
    await waitFor(() => expect(focusedText()).toBe(BP_2025.asked));
    expect(screen.getByText(readingTexts.position(2, 3))).toBeDefined();
  });

  it("is put last by « Plus tard », and one by one where that is asked for", async () => {
    const { user } = await show([BP_2024, BP_2025, FONDS]);
    await user.click(button(readingTexts.oneByOne));
    expect(focusedText()).toBe(BP_2024.asked);
    await user.click(button(readingTexts.later));
    expect(focusedText()).toBe(BP_2025.asked);
  });

  it("says that the figures contradict an answer before it is given, which is given all the same", async () => {
    const { user, kept } = await show([BP_2024]);
    await user.click(button(readingTexts.no));
    expect(focusedText()).toBe(readingTexts.openQuestion(BP_2024));
    await user.click(screen.getByRole("radio", { name: /Métropole : voté/ }));
    await screen.findByText(readingTexts.contradicted);
    expect(await screen.findByText(/1 écart/)).toBeDefined();
    expect(kept()).toEqual([]);
    await user.click(button(/^Retenir/));
    await waitFor(() => expect(rolesKept(kept())).toEqual([["BP 2024 Etat", "local", 2024, "contracted"]]));
  });

  it("asks for a choice, then for its year, where nothing is supposed", async () => {
    const { user, kept, container } = await show([FONDS]);
    await user.click(button(readingTexts.keep(null)));
    expect(screen.getByText(readingTexts.chooseFirst)).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "L’État : voté" }));
    await user.click(button(readingTexts.keep(null)));
    expect(screen.getByText(readingTexts.whichFirst(true))).toBeDefined();
    await user.selectOptions(screen.getByRole("combobox"), "2025");
    await expectAccessible(container);
    await user.click(button(/^Retenir/));
    await waitFor(() => expect(rolesKept(kept())).toEqual([["Fonds", "etat", 2025, "contracted"]]));
  });

  it("asks once who answers, and writes nothing before", async () => {
    localStorage.clear();
    const { user, kept, session, container } = await show([BP_2024, FONDS]);
    await user.click(button(readingTexts.yes));
    expect(document.activeElement).toBe(screen.getByLabelText(readingTexts.name));
    await user.click(button(readingTexts.save));
    expect(screen.getByText(readingTexts.nameMissing)).toBeDefined();
    await expectAccessible(container);
    await user.type(screen.getByLabelText(readingTexts.name), "Mme Roy");
    await user.selectOptions(screen.getByLabelText(readingTexts.party), "etat");
    await user.click(button(readingTexts.save));
    await waitFor(() => expect(kept()).toMatchObject([{ by: "Mme Roy", speaksFor: "etat" }]));
    expect(session.getState()).toMatchObject({ name: "Mme Roy", party: "etat" });
  });

  it("is left unanswered at a price that is said; the list then comes, and comes again without a question", async () => {
    const { user } = await show([BP_2024, FONDS]);
    expect(screen.getByText(readingTexts.skipPrice(16))).toBeDefined();
    await user.click(button(readingTexts.skip));
    await screen.findByRole("button", { name: resultTexts.answer(2) });
    await user.click(button(texts.verify));
    await screen.findByRole("button", { name: resultTexts.answer(2) });
    await user.click(button(resultTexts.answer(2)));
    await screen.findByRole("heading", { name: readingTexts.title });
  });
});

describe("an answer", () => {
  const GIVEN: Reponse = {
    key: BP_2024.key,
    answer: { role: "contracted", year: 2024, party: "etat", nature: "contracted" },
    ...{ by: "Ana", on: "2026-11-20", speaksFor: "etat" },
  };

  it("is taken back by « Annuler », and its question comes again", async () => {
    const { user, kept } = await show([BP_2024, FONDS]);
    await user.click(button(readingTexts.yes));
    await user.click(await screen.findByRole("button", { name: /^Annuler/ }));
    await waitFor(() => expect(kept()).toEqual([]));
    await waitFor(() => expect(focusedText()).toBe(BP_2024.asked));
  });

  it("is changed from the list of answers; until another is given, the first one stays", async () => {
    const { user, kept } = await show([BP_2024, FONDS], [GIVEN]);
    await user.click(button(new RegExp(`^${readingTexts.answersTitle(1)}`)));
    await user.click(button(/^Changer/));
    const list = await screen.findByRole("radiogroup");
    expect(within(list).getByRole<HTMLInputElement>("radio", { name: /L’État : voté/ }).checked).toBe(true);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(focusedText()).toBe(FONDS.asked));
    expect(kept()).toEqual([GIVEN]);
    await user.click(button(/^Changer/));
    await user.click(await screen.findByRole("radio", { name: IGNORED.label }));
    await user.click(button(/^Retenir/));
    await waitFor(() => expect(kept().map(({ answer }) => answer)).toEqual([{ role: A_IGNORER }]));
    await user.click(await screen.findByRole("button", { name: /^Annuler/ }));
    await waitFor(() => expect(kept()).toEqual([GIVEN]));
  });

  it("is not written over a colleague’s of the meantime, which is said", async () => {
    const { user, kept, become } = await show([BP_2024, FONDS]);
    act(() => void become([GIVEN]));
    await user.click(button(readingTexts.yes));
    await screen.findByText("Une réponse a été donnée entre-temps.");
    expect(kept()).toEqual([GIVEN]);
  });
});
