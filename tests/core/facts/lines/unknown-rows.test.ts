// A sentence names a dozen rows that were not recognised, and counts the others.
import { expect, it } from "vitest";
import type { TableauBudgetaire } from "../../../../src/core/domain/dossier";
import { describeRowsNotRecognised, describeUnknownRows } from "../../../../src/core/facts/lines/demandes";

const tableau = (rows: number, contradictions = 0): TableauBudgetaire =>
  ({
    lignesNonReconnues: Array.from({ length: rows }, (_, row) => ({ label: { ref: { row } } })),
    lignesAction: Array.from({ length: contradictions }, (_, row) => ({
      designe: true,
      label: { ref: { row: 100 + row } },
    })),
  }) as unknown as TableauBudgetaire;

it("names all of them as long as that is no longer than counting them", () => {
  expect([0, 1, 2, 12, 13, 14].map((rows) => describeUnknownRows(tableau(rows)))).toEqual([
    null,
    "ligne non reconnue : 1",
    "lignes non reconnues : 1 et 2",
    "lignes non reconnues : 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 et 12",
    "lignes non reconnues : 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 et 13",
    "lignes non reconnues : 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 et 2 autres",
  ]);
});

it("names those that contradict themselves only where they are asked for", () => {
  expect(describeUnknownRows(tableau(1, 1))).toBe("lignes non reconnues : 1 et 101");
  expect(describeRowsNotRecognised(tableau(1, 1))).toBe("ligne non reconnue : 1");
});
