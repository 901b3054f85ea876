// A reason that a colleague changes between the display and the click: its new words are shown, and one decides again.
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Qui } from "../../../../src/core/domain/registre";
import type { Finding } from "../../../../src/core/verification";
import { texts } from "../../../../src/taskpane/texts";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { viewTexts } from "../../../../src/taskpane/verify/work/view-texts";
import { DiffersFromShown } from "../../../../src/usecases/as-shown";
import { showPane } from "../../pane";
import { verification } from "../../sample-verification";

const button = (name: string | RegExp) => screen.getByRole("button", { name });

const PETIT: Qui = { name: "Mme Petit", capacity: "", party: "etat" };

/** A workbook in which a colleague changes what is said of one discrepancy between the display and the click. */
async function showChanged(now: Finding["justification"], by: Qui = PETIT) {
  const asked: unknown[] = [];
  let isChanged = false;
  const change = (finding: Finding) =>
    isChanged && finding.id === "montant-contractualise/6" ? { ...finding, justification: now } : finding;
  const pane = showPane({
    verify: async (asOf) => {
      const known = verification({ asOf });
      return { verification: { ...known, findings: known.findings.map(change) }, refusals: [] };
    },
    justify: async ({ finding: { justification } }, entry) => {
      asked.push([justification?.text, entry.kind]);
      const isAsShown = isChanged && justification?.text === now?.text;
      isChanged = true;
      if (!isAsShown) throw new DiffersFromShown("Le motif a changé : rien n’a été écrit.");
    },
  });
  pane.session.declare(by);
  await pane.user.click(button(texts.verify));
  await screen.findByRole("heading", { name: workTexts.title });
  if (by.party === "collectivite") await pane.user.click(button(`${viewTexts.view("attend", by.party)} 1`));
  await pane.user.click(button(/Montant différent/));
  pane.went.cells.length = 0;
  return { ...pane, asked };
}

const REWRITTEN = {
  text: "Motif réécrit",
  by: "Mme Autre",
  on: "2026-11-24",
  decision: null,
  decidedBy: null,
  decidedParty: null,
  remark: null,
  party: "collectivite" as const,
  decidedOn: null,
};

describe("a reason that changed meanwhile", () => {
  it("shows the words that stand now in the place of those that were to be accepted, and asks again", async () => {
    const { user, asked, went } = await showChanged(REWRITTEN);
    await user.click(button(/^Accepter/));
    await screen.findByText(/^Le motif a changé/);
    expect(screen.getByText(/Motif réécrit/)).toBeDefined();
    expect(went.cells).toEqual([]);
    await user.click(button(/^Accepter/));
    await waitFor(() =>
      expect(asked).toEqual([
        ["Avenant en cours", "answer"],
        ["Motif réécrit", "answer"],
      ]),
    );
  });

  it("closes the answer where the reason was withdrawn or answered meanwhile", async () => {
    const { user } = await showChanged(null);
    await user.click(button(/^Refuser…/));
    await user.type(screen.getByLabelText(workTexts.wordsLabel.answer), "Trop vague");
    await user.click(button(workTexts.refuse));
    await screen.findByText(/^Le motif a changé/);
    expect(screen.queryByRole("button", { name: workTexts.refuse })).toBeNull();
    expect(screen.queryByRole("button", { name: workTexts.save })).toBeNull();
  });

  it("keeps what was typed where another reason came in between", async () => {
    const { user } = await showChanged(REWRITTEN, { name: "Mme Roy", capacity: "", party: "collectivite" });
    await user.click(button(/^Modifier le motif/));
    await user.type(screen.getByLabelText(workTexts.wordsLabel.reason), " et plus");
    await user.click(button(workTexts.save));
    await screen.findByText(/^Le motif a changé/);
    expect(screen.getByText(/Motif réécrit/)).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>(workTexts.wordsLabel.reason).value).toBe(
      "Avenant en cours et plus",
    );
  });
});
