// What follows from what: named cases, and on random workbooks each cause is really corrected and the workbook read again.
import { findingJson } from "../../../../src/core/verification-json";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Finding } from "../../../../src/core/verification";
import { verify } from "../../../../src/core/verify";
import { saidAnyway } from "../../../said-anyway";
import { runs } from "../../../seeded";
import { computed, withFormulas, type Saisies } from "./computed-workbook";

const ANYWAY = saidAnyway(computed({}), contratIntegre, "2024-06-30");

function findingsOf(saisies: Saisies): Finding[] {
  const { findings } = verify(computed(saisies), contratIntegre, "2024-06-30").verification;
  return findings.filter(({ rule }) => !ANYWAY.has(rule));
}

/** "finding <- cause", in the order of the list. */
const told = (saisies: Saisies) => findingsOf(saisies).map(({ id, causedBy }) => `${id} <- ${causedBy ?? "–"}`);

describe("a search that is given up", () => {
  const summary = (mostSteps?: number) =>
    verify(computed({ C10: 45700 }), contratIntegre, "2024-06-30", "built-in", { mostSteps }).verification.summary;

  it("is told with the counts, and counts each finding for itself", () => {
    expect(summary(0)).toMatchObject({ causesNotSought: true, consequences: 0, toDo: 5 });
  });

  it("is not spoken of otherwise", () => {
    expect(summary()).toMatchObject({ consequences: 4, toDo: 1 });
    expect(summary()).not.toHaveProperty("causesNotSought");
  });
});

describe("a wrong amount", () => {
  it("comes first, with every sum that it makes wrong", () => {
    expect(told({ C10: 45700 })).toEqual([
      "montant-contractualise/5/2024/etat <- –",
      "total-de-l-action/5/2024/total <- montant-contractualise/5/2024/etat",
      "repartition-par-axe/axe-3/2024/etat <- montant-contractualise/5/2024/etat",
      "total-general/2024/etat <- montant-contractualise/5/2024/etat",
      "enveloppe-annuelle/2024/etat <- montant-contractualise/5/2024/etat",
    ]);
  });

  it("makes no formula wrong, but what the contract fixes", () => {
    expect(told({ ...withFormulas(), C10: 45700 })).toEqual([
      "montant-contractualise/5/2024/etat <- –",
      "repartition-par-axe/axe-3/2024/etat <- montant-contractualise/5/2024/etat",
      "enveloppe-annuelle/2024/etat <- montant-contractualise/5/2024/etat",
    ]);
  });

  it("reaches a typed subtotal through the formula of the action's total", () => {
    expect(told({ ...withFormulas(), C10: 45700, B9: 295000 })).toContain(
      "sous-total-axe/axe-3/2024/total <- montant-contractualise/5/2024/etat",
    );
  });

  it("leaves a sum alone that two of them make wrong together", () => {
    const lines = told({ C4: 64000, C10: 47000 });
    expect(lines).toContain("total-general/2024/etat <- –");
    expect(lines).toContain("enveloppe-annuelle/2024/etat <- –");
    expect(lines).toContain("total-de-l-action/1/2024/total <- montant-contractualise/1/2024/etat");
  });

  it("leaves a sum alone that either of two would settle", () => {
    // The typed total fits either amount of 1 000 too little being right: nobody knows which.
    const lines = told({ C4: 64000, C10: 46500, C15: 331500 });
    expect(lines).toContain("total-general/2024/etat <- –");
  });

  it("stands behind the worse finding of the same cell", () => {
    expect(told({ G4: 64999.99, E4: 129999.99, E15: 699999.99, G15: 349999.99 })).toEqual([
      "cofinancement-minimum/1/2025/metropole <- –",
      "montant-contractualise/1/2025/metropole <- cofinancement-minimum/1/2025/metropole",
    ]);
  });
});

describe("a wrong total", () => {
  it("makes the sum of the totals wrong", () => {
    expect(told({ H10: 130000 })).toEqual([
      "total-de-l-action/5/2026/total <- –",
      "total-general/2026/total <- total-de-l-action/5/2026/total",
    ]);
  });

  it("is caused by its formula, and causes the total that takes it up", () => {
    expect(told({ ...withFormulas(), C12: "=SUM(C13:C13)" })).toEqual([
      "formule-incomplete/axe-4/2024/etat <- –",
      "sous-total-axe/axe-4/2024/etat <- formule-incomplete/axe-4/2024/etat",
      "total-general/2024/etat <- formule-incomplete/axe-4/2024/etat",
    ]);
  });

  it("is caused by a text that SUM ignores", () => {
    expect(told({ ...withFormulas(), C4: "65 000 €", B4: 130000 })).toEqual([
      "montant-lisible/1/2024/etat <- –",
      "sous-total-axe/axe-1/2024/etat <- montant-lisible/1/2024/etat",
      "total-general/2024/etat <- montant-lisible/1/2024/etat",
    ]);
  });

  it("by a formula that cannot be told has no known cause", () => {
    expect(told({ C10: 45700, C15: '=SUMIF(A4:A14,"*",C4:C14)+1800' })).toContain("total-general/2024/etat <- –");
  });
});

describe("an error value", () => {
  it("follows from the word that the formula stumbles over, through every total that takes it up", () => {
    const lines = told({ ...withFormulas(), C4: "nd" });
    for (const total of ["1/2024/total", "axe-1/2024/total", "2024/total"]) {
      expect(lines).toContain(`montant-lisible/${total} <- montant-contractualise/1/2024/etat`);
    }
  });

  it("from an unreadable text, and from an amount typed as a text", () => {
    expect(told({ ...withFormulas(), C4: "Entre 200 et 500" })).toContain(
      "montant-lisible/1/2024/total <- montant-lisible/1/2024/etat",
    );
    expect(told({ ...withFormulas(), C4: "65 000 €" })).toContain(
      "montant-lisible/2024/total <- montant-lisible/1/2024/etat",
    );
  });

  it("has no one cause where two cells make it", () => {
    const lines = told({ ...withFormulas(), C4: "nd", C5: "nd" });
    expect(lines).toContain("montant-lisible/axe-1/2024/total <- –");
    expect(lines).toContain("montant-lisible/1/2024/total <- montant-contractualise/1/2024/etat");
  });

  it("is the formula's own where it takes up nothing wrong, and makes the totals above it wrong", () => {
    const lines = told({ ...withFormulas(), B4: "=C4/0" });
    expect(lines).toContain("montant-lisible/1/2024/total <- –");
    expect(lines).toContain("montant-lisible/2024/total <- montant-lisible/1/2024/total");
  });

  it("names the cell in its explanation", () => {
    const found = findingsOf({ ...withFormulas(), C4: "nd" }).find(({ id }) => id === "montant-lisible/2024/total");
    expect(found?.explanation).toBe(
      "La formule additionne un texte au lieu d’un nombre\u00a0: l’action 1 – part État (C4).",
    );
  });
});

describe("a subtotal below nothing", () => {
  it("follows from the negative amount in it", () => {
    expect(told({ ...withFormulas(), C4: -65000 })).toContain(
      "montant-positif/axe-1/2024/etat <- montant-contractualise/1/2024/etat",
    );
  });
});

describe("a row", () => {
  it("too many carries all that it is wrong about", () => {
    const label = "1 Prévenir le décrochage par une prévention spécialisée renforcée";
    const lines = told({ A5: label });
    expect(lines[0]).toBe("actions-du-contrat/1/ligne-2 <- –");
    // Its eight amounts, all wrong by the same share, are one finding.
    expect(lines.filter((line) => line.endsWith("<- actions-du-contrat/1/ligne-2"))).toEqual([
      expect.stringMatching(/^montant-contractualise\/taux-/),
    ]);
    expect(lines).toContain("actions-du-contrat/2 <- –");
  });

  const without = (row: number): Saisies =>
    Object.fromEntries([..."ABCDEFGHIJKLM"].map((column) => [`${column}${row}`, null]));

  it("that lacks settles the envelope and the typed totals", () => {
    const lines = told(without(14));
    expect(lines[0]).toBe("actions-du-contrat/8 <- –");
    expect(lines.filter((line) => !line.endsWith("<- actions-du-contrat/8"))).toEqual([lines[0]]);
    expect(lines.length).toBeGreaterThan(12);
  });

  it.each([
    ["first", 5, { C3: 85000 }, "sous-total-axe/axe-1/2024/etat <- actions-du-contrat/2"],
    ["last", 14, { C12: 55000 }, "sous-total-axe/axe-4/2024/etat <- actions-du-contrat/8"],
  ])("that lacks settles the typed subtotal of its axe, the %s one", (_, row, subtotal, line) => {
    expect(told({ ...without(row), ...subtotal })).toContain(line);
  });
});

/** A small generator, so that a failure can be run again. */
function randomizer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomSlips(seed: number): Saisies {
  const random = randomizer(seed);
  const pick = <Item>(items: ArrayLike<Item>): Item => items[random(items.length)] as Item;
  const saisies: Record<string, Saisies[string]> = {};
  for (const [address, formula] of Object.entries(withFormulas())) {
    const isSubtotal = ["3", "6", "9", "12"].includes(address.slice(1));
    if (random(10) < 6 || isSubtotal) saisies[address] = formula;
  }
  for (let slips = 1 + random(4); slips > 0; slips -= 1) {
    const column = pick("BCDEFGHIJKLM");
    const row = pick([4, 5, 7, 8, 10, 11, 13, 14, 3, 6, 9, 12, 15]);
    const amount = 1000 * (1 + random(200));
    const slip = random(5);
    if (slip === 0) saisies[`${column}15`] = `=SUM(${column}4:${column}13)-SUM(${column}6,${column}9,${column}12)`;
    else if (slip === 1) saisies[`${column}${pick([4, 8, 11])}`] = `${amount} €`;
    else if (slip === 2) saisies[`${column}${pick([3, 9])}`] = `=SUM(${column}4:${column}5)+${amount}`;
    else saisies[`${column}${row}`] = amount + (slip === 3 ? 0.01 : 0);
  }
  return saisies;
}

/** The cell as the cause's correction leaves it. */
function correct(saisies: Saisies, finding: Finding): Saisies {
  const { cells, expected, fix } = findingJson(finding);
  const address = cells[0]?.split("!")[1] ?? "";
  const proposed = fix?.find(({ cell }) => cell === cells[0]);
  return { ...saisies, [address]: proposed?.formula ?? proposed?.value ?? expected };
}

describe("random slips", () => {
  const books = Array.from({ length: runs(24, 240) }, (_, seed) => {
    const saisies = randomSlips(seed);
    return { seed, saisies, findings: findingsOf(saisies) };
  });

  it.each(books)("seed $seed: each cause settles its consequences", ({ saisies, findings }) => {
    const place = new Map(findings.map(({ id }, index) => [id, index]));
    for (const { id, causedBy } of findings) {
      if (causedBy === null) continue;
      const cause = findings[place.get(causedBy) ?? -1];
      if (!cause) throw new Error(`no cause ${causedBy}`);
      expect(place.get(causedBy)).toBeLessThan(place.get(id) ?? -1);
      if (cause.rule === "actions-du-contrat") continue;
      const left = findingsOf(correct(saisies, cause)).map((finding) => finding.id);
      expect(left, `${id} <- ${causedBy} ${JSON.stringify(saisies)}`).not.toContain(id);
      expect(left).not.toContain(causedBy);
    }
  });

  it("have consequences to speak of", () => {
    const consequences = books.flatMap(({ findings }) => findings.filter(({ causedBy }) => causedBy !== null));
    expect(consequences.length).toBeGreaterThan(books.length);
  });
});
