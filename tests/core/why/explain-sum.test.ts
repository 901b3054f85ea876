// The words of an explanation: what is certain, what fits alone or as well as another, and nothing else.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { explainSum } from "../../../src/core/why/explain-sum";
import { bandsOf, factAt, sumOf } from "../../../src/core/facts/bands";
import { budgetTable } from "../../../src/core/facts/fact-tables";
import { montantFromCentimes } from "../../../src/core/domain/values/montant";
import { annexWithSubtotals, unknownAction, without } from "../rules/budget-rows";
import { buildDossier, cellRef, type Description } from "../rules/dossier-builder";
import { typographie } from "../../../src/core/domain/words/typographie";

function explain(budget: NonNullable<Description["budget"]>, address = "C15"): string | null {
  const dossier = buildDossier({ budget });
  if (!dossier.budget) throw new Error("no budget table");
  const band = bandsOf(budgetTable(dossier.budget)).parts;
  const fact = factAt(band, cellRef("Budget", address));
  const somme = fact && sumOf(band, fact);
  if (!somme) throw new Error(`no sum in ${address}`);
  const expected = somme.addends.reduce((sum, { cell: { known: lu } }) => sum + (lu.reason === null ? lu.value : 0), 0);
  const { known: lu } = somme.fact.cell;
  const found = lu.reason === null ? lu.value : null;
  const explanation = explainSum(contratIntegre, band, somme, {
    found,
    expected: montantFromCentimes(expected),
    asContracted: () => false,
  });
  return explanation === null ? null : typographie(explanation).replace(/\u00a0/g, " ");
}

const formula = (text: string, euros: number) => ({ formula: text, euros });

describe("a formula", () => {
  it.each<[string, NonNullable<Description["budget"]>, string]>([
    [
      "a row missing",
      { cells: { C15: formula("=SUM(C4:C13)", 302500) } },
      "La formule ne compte pas l’action 8 (C14).",
    ],
    [
      "a row twice",
      { cells: { C15: formula("=SUM(C4:C14)+C7", 357500) } },
      "La formule compte plus d’une fois l’action 3 (C7).",
    ],
    [
      "a row taken away",
      { cells: { C15: formula("=SUM(C4:C13)-C14", 272500) } },
      "La formule soustrait au lieu d’ajouter l’action 8 (C14).",
    ],
    [
      "the subtotals with their actions",
      { rows: annexWithSubtotals, cells: { C15: formula("=SUM(C3:C14)", 665000) } },
      "La formule compte un sous-total en plus de ses actions : l’axe 1 (C3), l’axe 2 (C6), l’axe 3 (C9) et l’axe 4 (C12).",
    ],
    [
      "a subtotal that is wrong itself",
      { rows: annexWithSubtotals, cells: { C6: 46000, C15: formula("=C3+C6+C9+C12", 333500) } },
      "La formule reprend un total qui n’est pas la somme de ses lignes : l’axe 2 (C6).",
    ],
    [
      "a text",
      { cells: { C4: { text: "65 000 €", euros: 65000 }, C15: formula("=SUM(C4:C14)", 267500) } },
      "SOMME ignore un montant saisi comme un texte : l’action 1 (C4).",
    ],
    [
      "a number within",
      { cells: { C15: formula("=SUM(C4:C14)+1000", 333500) } },
      "La formule ajoute un nombre saisi dans la formule : 1 000,00 €.",
    ],
    [
      "a cell of another column",
      { cells: { C15: formula("=SUM(C4:C14)+F4", 397500) } },
      "La formule compte aussi l’action 1 – 2025 (F4), qu’elle ne devrait pas additionner.",
    ],
    [
      "two defects, which make the gap together",
      { cells: { C15: formula("=SUM(C4:C13)+C7", 327500) } },
      "La formule compte plus d’une fois l’action 3 (C7). La formule ne compte pas l’action 8 (C14).",
    ],
    [
      "decimals finer than a centime",
      { cells: { C4: 65000.004, C5: 20000.004, C15: formula("=SUM(C4:C14)", 332500.008) } },
      "La formule additionne des décimales plus fines que le centime : l’action 1 (C4) et l’action 2 (C5).",
    ],
  ])("%s", (_, budget, expected) => {
    expect(explain(budget)).toBe(expected);
  });

  it("says nothing when its defects do not make the gap", () => {
    expect(explain({ cells: { C15: formula("=SUM(C4:C13)", 999999) } })).toBeNull();
  });

  it("is explained by a text only, when it cannot be told", () => {
    const c4 = { text: "65 000 €", euros: 65000 };
    expect(explain({ cells: { C4: c4, C15: formula("=SUM(T[État])", 267500) } })).toBe(
      "SOMME ignore un montant saisi comme un texte : l’action 1 (C4).",
    );
  });

  it("names the part that an action's total leaves out", () => {
    expect(explain({ cells: { B4: formula("=C4", 65000) } }, "B4")).toBe(
      "La formule ne compte pas la part Métropole (D4).",
    );
  });
});

const totalFormulas = Object.fromEntries(
  [..."BDEFGHIJKLM"].map((column) => [`${column}15`, formula(`=SUM(${column}4:${column}14)`, 0)]),
);

describe("a typed total", () => {
  it.each<[string, NonNullable<Description["budget"]>, string | null]>([
    ["digits swapped", { cells: { C15: 323500 } }, "Deux chiffres du total sont intervertis (332 500,00 € attendu)."],
    ["the sign", { cells: { C15: -332500 } }, "Le signe du total est inversé."],
    ["a row missing", { cells: { C15: 267500 } }, "Le total ne compte pas l’action 1 (C4)."],
    ["a row twice", { cells: { C15: 432500 } }, "Le total compte deux fois l’action 6 (C11)."],
    [
      "two rows that fit as well",
      { cells: { C15: 312500 } },
      "Le total ne compte pas l’action 2 (C5), ou bien le total ne compte pas l’action 4 (C8).",
    ],
    [
      "the subtotals, all of them",
      { rows: annexWithSubtotals, cells: { C15: 665000 } },
      "Le total compte les sous-totaux en plus de leurs actions.",
    ],
    [
      "one amount that is not the contract's",
      { cells: { C10: 45700 } },
      "Un seul montant s’écarte du contrat d’exactement cet écart, l’action 5 (C10) : 45 700,00 € au lieu de 47 500,00 €, deux chiffres intervertis.",
    ],
    ["nothing that fits", { cells: { C15: 332501 } }, null],
    [
      "three rows that fit: a weak explanation",
      { rows: (rows) => [...rows, unknownAction("X", [20000, 0])], cells: { C15: 332500 } },
      null,
    ],
    [
      "a number among formulas",
      {
        cells: { ...totalFormulas, C15: 332501 },
      },
      "Un nombre est saisi là où les autres totaux de la ligne sont des formules.",
    ],
  ])("%s", (_, budget, expected) => {
    expect(explain(budget)).toBe(expected);
  });

  it.each<[string, NonNullable<Description["budget"]>, string, string | null]>([
    [
      "an action that the table no longer has, though another is worth the gap",
      { rows: without(2), cells: { C14: 332500 } },
      "C14",
      "Le total compte encore l’action 2, absente (20 000,00 € au contrat).",
    ],
    [
      "two of them",
      { rows: (rows) => without(7)(without(8)(rows)), cells: { C13: 332500 } },
      "C13",
      "Le total compte encore l’action 7 et l’action 8, absentes (55 000,00 € au contrat).",
    ],
    [
      "one of an axe's two",
      { rows: (rows) => without(2)(annexWithSubtotals(rows)), cells: { C3: 85000 } },
      "C3",
      "Le total compte encore l’action 2, absente (20 000,00 € au contrat).",
    ],
    ["an absent action that is not the gap", { rows: without(2), cells: { C14: 400000 } }, "C14", null],
  ])("%s", (_, budget, address, expected) => {
    expect(explain(budget, address)).toBe(expected);
  });
});
