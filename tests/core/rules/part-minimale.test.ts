// The least share at the level at which a contract states it, and of each party that is bound to one.
import { describe, expect, test } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../../src/core/contract/convention";
import { verify } from "../../../src/core/verify";
import { addFinancer, annexWorkbook } from "../../contracts/annex-workbook";
import { base } from "../../contracts/contrat-riche";

type Cells = Parameters<NonNullable<Parameters<typeof annexWorkbook>[1]>>[0];

const RULE = "cofinancement-minimum";
const AS_OF = "2024-07-31";

function contract(cofinancement: ConventionDefinition["cofinancement"], more: Partial<ConventionDefinition> = {}) {
  const parsed = parseConvention({ ...base, cofinancement, ...more });
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

/** What the rule says of a workbook in which the local party moves so many centimes from the first action to the second, both of one axe. */
function judge(convention: Convention, move: (cells: Cells) => void) {
  const raw = annexWorkbook(convention, (budget) => move(budget));
  const { findings, rules } = verify(raw, convention, AS_OF, "given").verification;
  return {
    ids: findings.filter(({ rule }) => rule === RULE).map(({ id }) => id),
    messages: findings.filter(({ rule }) => rule === RULE).map(({ message }) => message),
    status: rules.find(({ rule }) => rule === RULE)?.status,
  };
}

const plain = contract({ seuil: 0.5 });
const [first] = plain.actions;
const second = plain.actions.find(({ numero, axe }) => numero !== first?.numero && axe === first?.axe);
if (!first || !second) throw new Error("the first axe has two actions");
const local = (budget: Cells, numero: number | string, by: number, year = 0) => {
  const row = budget.find(([label]) => String(label).startsWith(`${numero} `));
  const at = 3 + 3 * year;
  if (row) [row[at], row[at - 2]] = [Number(row[at]) + by, Number(row[at - 2]) + by];
};
/** Each action gives its half exactly, so that what one lacks the others must bring. */
const halves = base.actions.map((action) => ({
  ...action,
  montants: action.montants.map(({ annee, etat }) => ({ annee, etat, collectivite: etat })),
}));
const at = (niveau: "action" | "axe" | "annee" | "contrat") => contract({ seuil: 0.5, niveau }, { actions: halves });

describe("what one action lacks and another of its axe brings", () => {
  const shift = (budget: Cells) => {
    local(budget, first.numero, -0.01);
    local(budget, second.numero, 0.01);
  };
  test.each([
    ["action", [`${RULE}/${first.numero}/2024/metropole`]],
    ["axe", []],
    ["annee", []],
    ["contrat", []],
  ] as const)("a share of each %s", (niveau, wrong) => {
    expect(judge(at(niveau), shift).ids.map((id) => id.replace(/axe-\d+\//, ""))).toEqual(wrong);
  });
});

describe("one centime below, at and above the minimum", () => {
  test.each(["axe", "annee", "contrat"] as const)("of each %s", (niveau) => {
    const of = (by: number) => judge(at(niveau), (budget) => local(budget, first.numero, by));
    expect(of(-0.01).ids).toHaveLength(1);
    expect(of(0)).toMatchObject({ ids: [], status: "compliant" });
    expect(of(0.01)).toMatchObject({ ids: [], status: "compliant" });
  });

  test("a year makes up for another only where the share is one of the whole contract", () => {
    const years = (budget: Cells) => {
      local(budget, first.numero, -0.01, 0);
      local(budget, first.numero, 0.01, 1);
    };
    expect(judge(at("annee"), years).ids).toHaveLength(1);
    expect(judge(at("contrat"), years).ids).toEqual([]);
  });
});

test("an amount that cannot be read leaves the sum unknown, and never too small", () => {
  const unread = judge(at("annee"), (budget) => {
    const row = budget.find(([label]) => String(label).startsWith(`${first.numero} `));
    if (row) row[3] = "voir note";
  });
  expect(unread).toMatchObject({ ids: [], status: "not-checkable" });
});

describe("two parties bound to a share each", () => {
  const bound = contract(
    { seuil: 0.25, financeurs: [{ financeur: "CCAS des Collines", seuil: 0.25 }] },
    {
      autresFinanceurs: [{ nom: "CCAS des Collines", motsColonne: ["CCAS"] }, { nom: "Région" }],
      actions: base.actions.map((action) => ({
        ...action,
        montants: action.montants.map(({ annee }) => ({ annee, etat: 500, collectivite: 250 })),
      })),
      creditsEtat: base.creditsEtat.map(({ annee, statut }) => ({ annee, statut, montant: 500 * base.actions.length })),
    },
  );
  /** A column of the CCAS after each year's, and one of the Région that counts for nothing here. */
  const withColumns =
    (ccas: number, heading = "CCAS") =>
    (budget: Cells): void => {
      addFinancer(budget, bound.annees.length, heading, (_, year) => (year === 0 ? ccas : 250));
      addFinancer(budget, bound.annees.length, "Région", () => 1000);
    };

  test.each([
    [249.99, ["ccas-des-collines"]],
    [250, []],
    // What the CCAS gives is within what the local party's share is of: more of it asks more of the other.
    [250.01, ["metropole"]],
  ])("with %s of the CCAS in the first year", (ccas, wrong) => {
    const { ids } = judge(bound, withColumns(ccas));
    expect([...new Set(ids.map((id) => id.split("/").at(-1)))]).toEqual(wrong);
  });

  test("without a column that names it nothing is said of either", () => {
    expect(judge(bound, withColumns(0, "Autres")).ids).toEqual([]);
    expect(judge(bound, withColumns(0, "Autres")).status).toBe("not-checkable");
  });
});
