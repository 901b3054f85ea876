// « Voici comment je lis votre classeur »: one question in focus, what it would change, the answers kept, and the way out.
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Reponse } from "../../src/core/domain/question";
import { A_IGNORER } from "../../src/core/domain/question";
import { readingTexts } from "../../src/taskpane/reading/texts";
import { resultTexts } from "../../src/taskpane/verify/results/texts";
import { whoTexts } from "../../src/taskpane/who/texts";
import { texts } from "../../src/taskpane/texts";
import { expectAccessible } from "./expect-accessible";
import {
  asKnownAgent,
  BP_2024,
  BP_2025,
  FONDS,
  IGNORED,
  REVISED,
  button,
  focusedText,
  rolesKept,
  show,
} from "./asking-pane";

beforeEach(asKnownAgent);

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
        ...{ by: "Claire Martin", on: "2026-11-24", speaksFor: "collectivite" },
      },
    ]);
    expect(document.activeElement).toBe(button(readingTexts.seeResult));
    // Every figure of the tables is in one line, and the title says their sum.
    expect(await screen.findByRole("heading", { name: readingTexts.balanceTitle(10) })).toBeDefined();
    expect(screen.getByText(readingTexts.lieux.aside).nextSibling?.textContent).toBe("2");
    await expectAccessible(container);
    await user.keyboard("{Enter}");
    await screen.findByRole("button", { name: new RegExp(`^${resultTexts.readTitle}`) });
    expect(screen.queryByRole("heading", { name: readingTexts.title })).toBeNull();
  });

  it("is answered at once for alike columns, those alone whose box is ticked", async () => {
    const { user, kept } = await show([BP_2024, BP_2025, FONDS]);
    expect(focusedText()).toMatch(/^La part de l’État votée, année par année/);
    await user.click(screen.getByRole("checkbox", { name: /BP 2025/ }));
    await user.click(button(readingTexts.yesAll(1)));
    await waitFor(() => expect(rolesKept(kept())).toEqual([["BP 2024 Etat", "etat", 2024, "contracted"]]));
    await waitFor(() => expect(focusedText()).toBe(BP_2025.asked));
    expect(screen.getByText(readingTexts.position(2, 3))).toBeDefined();
  });

  it("stands apart of alike columns where it says more or its figures differ: not ticked, with why, and a question of its own", async () => {
    const { user, kept, container } = await show([BP_2024, BP_2025, REVISED]);
    const apart = screen.getByRole<HTMLInputElement>("checkbox", { name: /BP 2026 Etat révisé/ });
    expect(apart.checked).toBe(false);
    expect(screen.getByText(/^2 de ses 8 montants diffèrent/)).toBeDefined();
    expect(screen.getByText(readingTexts.position(1, 2))).toBeDefined();
    await expectAccessible(container);
    await user.click(apart);
    expect(button(readingTexts.yesAll(3))).toBeDefined();
    await user.click(apart);
    await user.click(button(readingTexts.yesAll(2)));
    await waitFor(() => expect(focusedText()).toBe(REVISED.asked));
    expect(screen.getByText(readingTexts.position(2, 2))).toBeDefined();
    expect(rolesKept(kept()).map(([heading]) => heading)).toEqual(["BP 2024 Etat", "BP 2025 Etat"]);
  });

  it("shows the cells of a column without a heading under none, not under an empty one", async () => {
    const bare = { name: "B", heading: "", isAsked: false };
    const { sample } = BP_2024;
    const beside = sample && {
      columns: [bare, ...sample.columns],
      rows: sample.rows.map((row) => ({ ...row, cells: ["", ...row.cells] })),
    };
    const { container } = await show([{ ...BP_2024, ...(beside && { sample: beside }) }]);
    await screen.findByText(/8 montants de plus comparés/);
    await expectAccessible(container);
  });

  it("says in its button what is retained, in the words of the list", async () => {
    const { user } = await show([BP_2024]);
    // In the list, and under the column in the miniature.
    await waitFor(() => expect(screen.getAllByText("Intitulés des lignes")).toHaveLength(2));
    await user.click(button(readingTexts.no));
    expect(screen.queryByRole("list", { name: readingTexts.evidence })).toBeNull();
    await user.click(screen.getByRole("radio", { name: /dépensé/ }));
    expect(button(readingTexts.keep("État, dépensé 2024"))).toBeDefined();
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
    await waitFor(() => expect(rolesKept(kept())).toEqual([["BP 2024 Etat", "collectivite", 2024, "contracted"]]));
  });

  it("asks for a choice, then for its year, where nothing is supposed", async () => {
    const { user, kept, container } = await show([FONDS]);
    await user.click(button(readingTexts.keep(null)));
    expect(screen.getByText(readingTexts.chooseFirst)).toBeDefined();
    expect(document.activeElement).toBe(screen.getAllByRole("radio")[0]);
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
    expect(document.activeElement).toBe(screen.getByLabelText(whoTexts.name));
    await user.click(button(whoTexts.go));
    expect(screen.getByText(whoTexts.nameMissing)).toBeDefined();
    await expectAccessible(container);
    await user.type(screen.getByLabelText(whoTexts.name), "Mme Roy");
    await user.click(screen.getByRole("radio", { name: /^L’État/ }));
    await user.click(button(whoTexts.go));
    await waitFor(() => expect(kept()).toMatchObject([{ by: "Mme Roy", speaksFor: "etat" }]));
    expect(session.getState()).toMatchObject({ qui: { name: "Mme Roy", party: "etat" } });
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
    await user.click(button(new RegExp(`^${readingTexts.answersTitle(1, false)}`)));
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

  it("is taken back by who changes it, and its question comes again", async () => {
    const { user, kept } = await show([BP_2024, FONDS], [GIVEN]);
    await user.click(button(new RegExp(`^${readingTexts.answersTitle(1, false)}`)));
    await user.click(button(/^Changer/));
    await user.click(await screen.findByRole("button", { name: readingTexts.takeBack }));
    await waitFor(() => expect(kept()).toEqual([]));
    await waitFor(() => expect(focusedText()).toBe(BP_2024.asked));
  });

  it("is not written over a colleague’s of the meantime, which is said", async () => {
    const { user, kept, become } = await show([BP_2024, FONDS]);
    act(() => void become([GIVEN]));
    await user.click(button(readingTexts.yes));
    await screen.findByText("Une réponse a été donnée entre-temps.");
    expect(kept()).toEqual([GIVEN]);
  });
});
