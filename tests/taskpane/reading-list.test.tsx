// All that is read is listed, and may be said to be something else; the sheet goes along once that is asked for.
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { A_IGNORER } from "../../src/core/domain/question";
import { readingTexts } from "../../src/taskpane/reading/texts";
import { expectAccessible } from "./expect-accessible";
import { asKnownAgent, BP_2024, BP_2025, FONDS, IGNORED, READ, button, focusedText, show } from "./asking-pane";

beforeEach(asKnownAgent);

describe("what is read", () => {
  const asRead = /^Colonne D, «\u00a0Métropole 2024\u00a0», lue comme\u00a0: Métropole, voté 2024\. Changer$/;

  it("is listed, what it is chosen in its card, and left as it was by Escape, the keyboard back where it was", async () => {
    const { user, kept, container } = await show([FONDS]);
    // So few columns are open at once.
    await screen.findByRole("button", { name: asRead });
    await expectAccessible(container);
    await user.click(button(asRead));
    const list = await screen.findByRole("radiogroup");
    expect(within(list).getByRole<HTMLInputElement>("radio", { name: /Métropole : voté/ }).checked).toBe(true);
    expect(screen.getByText(readingTexts.changingRead)).toBeDefined();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(focusedText()).toBe("Métropole, voté"));
    expect(kept()).toEqual([]);
  });

  it("may be said to be something else, which is kept as any answer and taken back by « Annuler »", async () => {
    const { user, kept } = await show([FONDS]);
    await user.click(await screen.findByRole("button", { name: asRead }));
    await user.click(await screen.findByRole("radio", { name: IGNORED.label }));
    await user.click(button(/^Retenir/));
    await waitFor(() => expect(kept()).toMatchObject([{ key: READ.key, answer: { role: A_IGNORER } }]));
    await user.click(await screen.findByRole("button", { name: /^Annuler/ }));
    await waitFor(() => expect(kept()).toEqual([]));
  });
});

describe("the sheet", () => {
  it("shows alike columns one after the other, and says which", async () => {
    const { user, went } = await show([BP_2024, BP_2025]);
    const see = () => user.click(button(/^Voir dans la feuille/));
    await see();
    await see();
    await see();
    expect(went.cells).toEqual(["Budget!C4:C11", "Budget!F4:F11", "Budget!C4:C11"]);
    expect(screen.getByText(readingTexts.seen("Colonne BP 2024 Etat", 1, 2))).toBeDefined();
  });

  it("shows all the cells of a question once that is asked for, and from then on of each next one", async () => {
    const { user, went } = await show([BP_2024, FONDS]);
    await user.click(button(/^Voir dans la feuille/));
    expect(went.cells).toEqual(["Budget!C4:C11"]);
    await user.click(button(readingTexts.later));
    expect(went.cells).toEqual(["Budget!C4:C11", "Budget!N4:N11"]);
  });
});
