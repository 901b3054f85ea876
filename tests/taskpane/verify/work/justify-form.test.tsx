// « Justifier » and « Répondre » in a card: what is said of a reason, asked for, proposed, refused and written.
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { unsigned } from "../../../../src/core/domain/justification";
import { texts } from "../../../../src/taskpane/texts";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { expectAccessible } from "../../expect-accessible";
import { showPane } from "../../pane";

/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string) => text.replace(/\s/g, " ");
const button = (name: string | RegExp) => screen.getByRole("button", { name });

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

  it("asks for the reason and the name, writes both with the day, and verifies again", async () => {
    const { user, written, went, container } = await showJustify();
    await user.click(screen.getAllByRole("button", { name: workTexts.justify })[0] as HTMLElement);
    expect(document.activeElement).toBe(screen.getByLabelText(workTexts.reasonLabel));
    await user.click(button(workTexts.save));
    expect(screen.getByText(workTexts.reasonMissing)).toBeDefined();
    await user.type(screen.getByLabelText(workTexts.reasonLabel), " Délibération reportée ");
    // Whoever signed last is offered; without a name nothing is written.
    await user.clear(screen.getByLabelText(workTexts.givenBy));
    await user.click(button(workTexts.save));
    expect(screen.getByText(workTexts.authorMissing)).toBeDefined();
    expect(written).toEqual([]);
    await expectAccessible(container);
    await user.type(screen.getByLabelText(workTexts.givenBy), "Mme Roy{Enter}");
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
    // Who signs works here: the verification that follows is his.
    expect(went.by).toEqual([null, "Mme Roy"]);
  });

  it.each([
    ["the party that gave the reason is not offered to answer it", "collectivite", "M. Dupont", ["", ""]],
    ["nobody is, where no party was said", null, "Mme Petit", ["", ""]],
    ["who said that he speaks for the other party is, with his name", "etat", "Mme Petit", ["etat", "Mme Petit"]],
  ] as const)("%s", async (_, party, name, offered) => {
    const { user, session } = await showJustify();
    act(() => {
      session.setParty(party);
      session.setName(name);
    });
    await user.click(button(workTexts.answer));
    const field = (label: string) => screen.getByLabelText<HTMLInputElement | HTMLSelectElement>(label).value;
    expect([field(workTexts.partyLabel), field(workTexts.answeredBy)]).toEqual(offered);
  });

  it("who has just given a reason is not offered to answer it", async () => {
    const { user } = await showJustify();
    await user.click(screen.getAllByRole("button", { name: workTexts.justify })[0] as HTMLElement);
    await user.type(screen.getByLabelText(workTexts.reasonLabel), "Délibération reportée");
    await user.click(button(workTexts.save));
    await user.click(await screen.findByRole("button", { name: workTexts.answer }));
    expect(screen.getByLabelText<HTMLSelectElement>(workTexts.partyLabel).value).toBe("");
  });

  it("lets the other party answer, and not who gave the reason", async () => {
    const { user, written } = await showJustify();
    await user.click(button(workTexts.answer));
    await user.type(screen.getByLabelText(workTexts.answeredBy), "m. dupont");
    await user.click(button(workTexts.accept));
    expect(screen.getByText(workTexts.authorSame)).toBeDefined();
    expect(written).toEqual([]);
    await user.clear(screen.getByLabelText(workTexts.answeredBy));
    await user.type(screen.getByLabelText(workTexts.answeredBy), "Mme Petit");
    await user.click(button(workTexts.accept));
    expect(screen.getByText(workTexts.partyMissing)).toBeDefined();
    await user.selectOptions(screen.getByLabelText(workTexts.partyLabel), "collectivite");
    await user.click(button(workTexts.accept));
    expect(screen.getByText(/Une partie ne répond pas à son propre motif .*\(État\)/)).toBeDefined();
    expect(written).toEqual([]);
    await user.selectOptions(screen.getByLabelText(workTexts.partyLabel), "etat");
    await user.click(button(workTexts.refuse));
    await waitFor(() =>
      expect(written).toEqual([
        {
          finding: "montant-contractualise/6",
          kind: "answer",
          decision: "refused",
          by: "Mme Petit",
          party: "etat",
          localParty: "Métropole",
          on: "2026-11-24",
        },
      ]),
    );
  });
});
