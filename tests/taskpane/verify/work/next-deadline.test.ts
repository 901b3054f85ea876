// Which deadline stands above the list.
import { expect, it } from "vitest";
import type { ContractDeadline } from "../../../../src/core/verification";
import { nextDeadline } from "../../../../src/taskpane/verify/work/next-deadline";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";

const cell = { sheet: "Échéances", row: 4, column: 0 };

function deadline(daysLeft: number, changes: Partial<ContractDeadline> = {}): ContractDeadline {
  return {
    id: `e${daysLeft}`,
    label: "Rapport d’exécution",
    article: "2.3",
    date: "2026-06-30",
    source: "setting",
    nature: "obligation",
    daysLeft,
    done: false,
    doneOn: null,
    cell,
    ...changes,
  };
}

it("is the latest of those that are not done, else the next to come", () => {
  expect(nextDeadline([deadline(30), deadline(-240), deadline(-1)])?.daysLeft).toBe(-240);
  expect(nextDeadline([deadline(-240, { done: true }), deadline(90), deadline(30)])?.daysLeft).toBe(30);
});

it("is none where everything is done, and never a right or the end of the contract", () => {
  expect(
    nextDeadline([deadline(-1, { done: true }), deadline(5, { nature: "right" }), deadline(9, { nature: "end" })]),
  ).toBeNull();
});

it("is not said to be late by a workbook that keeps no deadlines", () => {
  expect(nextDeadline([deadline(-1, { cell: null }), deadline(0, { cell: null })])?.daysLeft).toBe(0);
});

it.each([
  [-240, "Rapport d’exécution : en retard de 240 jours"],
  [-1, "Rapport d’exécution : en retard de 1 jour"],
  [0, "Rapport d’exécution : à rendre aujourd’hui"],
  [1, "Rapport d’exécution : dans 1 jour"],
])("says %i days in words", (days, words) => {
  expect(workTexts.late("Rapport d’exécution", days).replace(/\u00a0/g, " ")).toBe(words);
});
