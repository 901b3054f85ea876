// « Justifier » and « Répondre » in a card: what is said of a reason, asked for, proposed, refused and written.
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { unsigned } from "../../../../src/core/domain/justification";
import { texts } from "../../../../src/taskpane/texts";
import { whoTexts } from "../../../../src/taskpane/who/texts";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { expectAccessible } from "../../expect-accessible";
import { showPane } from "../../pane";

/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string) => text.replace(/\s/g, " ");
const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** Of the open card: its name goes on with the discrepancy. */
const action = (label: string) => button(new RegExp(`^${label}`));
const line = (of: RegExp) => screen.getByRole("button", { name: of, expanded: false });

describe("a reason as the card says it", () => {
  const given = unsigned("Recrutement reporté");
  const said = (reason: Partial<typeof given>) => workTexts.reason({ ...given, ...reason }, "Métropole");
  const by = { by: "Mme Roy", party: "collectivite", on: "2026-02-01" } as const;

  it.each([
    ["unsigned, with its own point or without", [{}, { text: "Reporté." }], ["Recrutement reporté.", "Reporté."]],
    [
      "signed, with one point alone, behind the signature",
      [by, { ...by, text: "Reporté." }, { ...by, text: "Reporté…" }, { ...by, text: "Local, travaux, etc." }],
      [
        "Recrutement reporté (Mme Roy, Métropole, 01/02/2026).",
        "Reporté (Mme Roy, Métropole, 01/02/2026).",
        "Reporté… (Mme Roy, Métropole, 01/02/2026).",
        "Local, travaux, etc. (Mme Roy, Métropole, 01/02/2026).",
      ],
    ],
  ])("%s", (_, reasons, wanted) => {
    expect(reasons.map((reason) => plain(said(reason)))).toEqual(wanted.map((text) => `Motif : ${text}`));
  });
});

describe("Justifier", () => {
  async function showJustify() {
    const written: unknown[] = [];
    const pane = showPane({
      justify: async ({ finding: { id } }, entry) => {
        written.push({ finding: id, ...entry });
      },
    });
    await pane.user.click(button(texts.verify));
    await screen.findByRole("heading", { name: workTexts.title });
    return { ...pane, written };
  }

  it("asks once who it is, then for the reason, writes both with the day, and verifies again", async () => {
    localStorage.clear();
    const { user, written, went, container } = await showJustify();
    await user.click(line(/Cofinancement/));
    await user.click(action(workTexts.justify));
    await user.click(button(whoTexts.go));
    expect(screen.getByText(whoTexts.nameMissing)).toBeDefined();
    expect(screen.getByText(whoTexts.partyMissing)).toBeDefined();
    await expectAccessible(container);
    await user.type(screen.getByLabelText(whoTexts.name), "Mme Roy");
    await user.type(screen.getByLabelText(whoTexts.capacity), "directrice");
    await user.click(screen.getByRole("radio", { name: /^La collectivité/ }));
    await user.click(button(whoTexts.go));
    expect(document.activeElement).toBe(screen.getByLabelText(workTexts.wordsLabel.reason));
    await user.click(button(workTexts.save));
    expect(screen.getByText(workTexts.wordsMissing.reason)).toBeDefined();
    await user.type(screen.getByLabelText(workTexts.wordsLabel.reason), " Délibération reportée ");
    expect(written).toEqual([]);
    await expectAccessible(container);
    await user.click(button(workTexts.save));
    await waitFor(() => expect(went.asOf).toHaveLength(2));
    expect(written).toEqual([
      {
        finding: "cofinancement-minimum",
        kind: "reason",
        text: "Délibération reportée",
        by: "Mme Roy",
        party: "collectivite",
        localParty: "Métropole",
        on: "2026-11-24",
      },
    ]);
    expect(screen.queryByRole("button", { name: workTexts.save })).toBeNull();
    // Who signs works here: the verification that follows is his, and the line of the button says so.
    expect(went.by).toEqual([null, "Mme Roy"]);
    expect(button(/^MR · coll\./)).toBeDefined();
  });

  it.each([
    [
      "the party that gave the reason changes it, or comments",
      "collectivite",
      "M. Dupont",
      ["Modifier le motif", "Commenter"],
    ],
    [
      "nobody has said who he is: he is asked before he answers",
      null,
      "",
      ["Répondre", "Modifier le motif", "Commenter"],
    ],
    ["the other party accepts or refuses", "etat", "Mme Petit", ["Accepter", "Refuser…", "Commenter"]],
    ["the same person does not, for whichever party", "etat", "m. dupont", ["Répondre", "Commenter"]],
  ] as const)("%s", async (_, party, name, offered) => {
    const { session, user } = await showJustify();
    act(() => session.declare({ name, capacity: "", party }));
    if (party !== "etat") await user.click(button(/^Attend/));
    await user.click(line(/Montant différent/));
    const card = screen.getByText(/Avenant en cours/).closest("li") as HTMLElement;
    const names = within(card)
      .getAllByRole("button")
      .map((each) => each.textContent);
    expect(names.filter((each) => /motif|Comm|Acc|Ref|Rép/.test(each))).toEqual(offered);
  });

  it("the other party accepts at once, and refuses with a reason only", async () => {
    const { user, written, session } = await showJustify();
    act(() => session.declare({ name: "Mme Petit", capacity: "", party: "etat" }));
    const said = { finding: "montant-contractualise/6", kind: "answer", by: "Mme Petit", party: "etat" };
    await user.click(line(/Montant différent/));
    await user.click(action(workTexts.refuseAsk));
    await user.click(button(workTexts.refuse));
    expect(screen.getByText(/^Dites pourquoi/)).toBeDefined();
    expect(written).toEqual([]);
    await user.type(screen.getByLabelText(workTexts.wordsLabel.answer), "La suite n’est pas dite");
    await user.click(button(workTexts.refuse));
    await waitFor(() =>
      expect(written).toEqual([
        { ...said, decision: "refused", text: "La suite n’est pas dite", localParty: "Métropole", on: "2026-11-24" },
      ]),
    );
    await waitFor(() => line(/Montant différent/));
    await user.click(line(/Montant différent/));
    await user.click(action(workTexts.accept));
    await waitFor(() => expect(written).toHaveLength(2));
    expect(written[1]).toMatchObject({ ...said, decision: "accepted" });
  });

  it("who gave a reason is told that he does not answer it", async () => {
    const { user, session } = await showJustify();
    act(() => session.declare({ name: "m. dupont", capacity: "", party: "etat" }));
    await user.click(line(/Montant différent/));
    await user.click(action(workTexts.answer));
    expect(screen.getByText(workTexts.authorSame)).toBeDefined();
    expect(screen.queryByRole("button", { name: /^Accepter/ })).toBeNull();
  });
});
