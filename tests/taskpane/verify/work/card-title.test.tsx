// What a card shows under the heading of its group, and what a screen reader hears of it: always all.
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { unsigned } from "../../../../src/core/domain/justification";
import type { Finding } from "../../../../src/core/verification";
import { texts } from "../../../../src/taskpane/texts";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { viewTexts } from "../../../../src/taskpane/verify/work/view-texts";
import type { Grouping } from "../../../../src/taskpane/verify/work/work-list";
import { expectAccessible } from "../../expect-accessible";
import { showPane } from "../../pane";
import { BUDGET, cellsAt, finding, verification } from "../../sample-verification";

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** The lines of a card as they are heard, and as they are seen. */
function linesOf(id: string): { readonly heard: readonly string[]; readonly seen: readonly string[] } {
  const card = document.querySelector(`[data-finding="${id}"]`);
  const lines = [...(card?.children ?? [])];
  const seen = lines.map((line) => {
    const shown = [...line.childNodes].filter(
      (node) => !(node instanceof HTMLElement) || getComputedStyle(node).position !== "absolute",
    );
    return plain(shown.map(({ textContent }) => textContent ?? "").join(""));
  });
  return { heard: lines.map(({ textContent }) => plain(textContent ?? "")), seen };
}

const FINDINGS: readonly Finding[] = [
  finding("cofinancement-minimum", {
    id: "a",
    subject: { axe: 1, action: 1, year: 2025, party: "collectivite" },
    cells: cellsAt(`${BUDGET}G7`),
  }),
  finding("cofinancement-minimum", {
    id: "b",
    subject: { axe: 1, action: 2, year: 2025, party: "collectivite" },
    cells: cellsAt(`${BUDGET}G8`),
  }),
  finding("repartition-par-axe", { id: "c", subject: { axe: 1, year: 2026 }, cells: cellsAt(`${BUDGET}A6`) }),
  // Of the workbook as a whole, several under one heading: their cells tell them apart, or nothing does.
  finding("echeances", { id: "d", subject: {}, cells: cellsAt(`${BUDGET}A20`) }),
  finding("echeances", { id: "e", subject: {}, cells: [] }),
];

async function showGrouped(grouping: Grouping) {
  const pane = showPane({ verify: async () => ({ verification: verification({ findings: FINDINGS }), refusals: [] }) });
  await pane.user.click(screen.getByRole("button", { name: texts.verify }));
  await screen.findByRole("heading", { name: workTexts.title });
  await pane.user.click(screen.getByRole("button", { name: workTexts.filters }));
  await pane.user.selectOptions(screen.getByLabelText(workTexts.grouping), grouping);
  return pane;
}

const SHEET = "Tableau budgétaire";
const PROBLEM = "Cofinancement sous le minimum";
const WHOLE = [PROBLEM, "Action 1 · 2025 · part Métropole", `${SHEET}, G7`];

describe("the title of a card", () => {
  it("is its place under the heading of its problem; where it has none, its cell, then the problem", async () => {
    const { container } = await showGrouped("problem");
    expect(linesOf("a")).toEqual({
      heard: [`${PROBLEM}, Action 1 · 2025 · part Métropole, erreur`, `${SHEET}, G7`],
      seen: ["Action 1 · 2025 · part Métropole", `${SHEET}, G7`],
    });
    expect(linesOf("d")).toEqual({ heard: [`Échéance non tenue, ${SHEET}, A20, erreur`], seen: [`${SHEET}, A20`] });
    expect(linesOf("e").seen).toEqual(["Échéance non tenue"]);
    // Alone of its problem, it has no heading above its own.
    expect(linesOf("c").seen).toEqual(["Répartition par axe différente du contrat", "Axe 1 · 2026", `${SHEET}, A6`]);
    await expectAccessible(container);
  });

  it("says in words what its mark shows: how serious it is, or how far it is settled", async () => {
    const justification = { ...unsigned("Motif"), by: "Mme Roy" };
    const accepted = { ...justification, decision: "accepted", decidedBy: "M. Petit" } as const;
    const marked: readonly Finding[] = [
      finding("total-general", { id: "error" }),
      finding("montant-positif", { id: "warning", severity: "warning" }),
      finding("sous-consommation", { id: "justified", justification }),
      finding("sur-execution", { id: "accepted", justification: accepted }),
    ];
    const pane = showPane({ verify: async () => ({ verification: verification({ findings: marked }), refusals: [] }) });
    await pane.user.click(screen.getByRole("button", { name: texts.verify }));
    await screen.findByRole("heading", { name: workTexts.title });
    for (const [id, mark, view] of [
      ["error", "Erreur", "a-traiter"],
      ["warning", "Avertissement", "a-traiter"],
      ["justified", "Justifié", "attend"],
      ["accepted", "Accepté", "regles"],
    ] as const) {
      await pane.user.click(screen.getByRole("button", { name: new RegExp(`^${viewTexts.view(view, null)}`) }));
      expect(linesOf(id).heard[0]).toMatch(new RegExp(`, ${mark.toLowerCase()}$`));
      expect(linesOf(id).seen[0]).not.toContain(mark.toLowerCase());
      const card = document.querySelector(`[data-finding="${id}"]`)?.closest("li");
      expect(card?.querySelector("[title][aria-hidden]")?.getAttribute("title")).toBe(mark);
    }
  });

  it.each([
    ["action", [PROBLEM, "2025 · part Métropole", `${SHEET}, G7`], ["Axe 1 · 2026", `${SHEET}, A6`]],
    ["axe", WHOLE, ["2026", `${SHEET}, A6`]],
    ["sheet", [PROBLEM, "Action 1 · 2025 · part Métropole", "G7"], ["Axe 1 · 2026", "A6"]],
  ] as const)(
    "grouped by %s does not show that again, and says it to who listens",
    async (grouping, ofAction, ofAxe) => {
      await showGrouped(grouping);
      expect(linesOf("a").seen).toEqual(ofAction);
      expect(linesOf("c").seen.slice(1)).toEqual(ofAxe);
      const heard = linesOf("a").heard.join(" ");
      for (const word of ["Action 1", "2025", "part Métropole", SHEET, "G7", PROBLEM]) {
        expect(heard.toLowerCase()).toContain(word.toLowerCase());
      }
      expect(screen.getByRole("button", { name: new RegExp(`^${PROBLEM}.*Action 1.*G7`) })).toBeDefined();
    },
  );
});
