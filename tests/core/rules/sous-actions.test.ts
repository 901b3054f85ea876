// Rows of the contract's own sub-actions and operators: parts of their action, never actions apart; each amount is held against the contract's.
import { describe, expect, it } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../../src/core/contract/convention";
import { definitionOf } from "../../../src/core/contract/signed/sceau";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { contratDuDepartement } from "../../contracts/departement-invente";
import type { CellLiteral } from "../reading/raw-workbook-builder";

const base = definitionOf(contratDuDepartement) as ConventionDefinition;
const [first] = base.actions;
if (!first) throw new Error("the contract has an action");

type Parties = Pick<ConventionDefinition["actions"][number]["montants"][number], "annee" | "etat" | "collectivite">;

const cents = (euros: number): number => Math.round(euros * 100);
const firstHalf = (euros: number): number => Math.floor(cents(euros) / 2) / 100;
const otherHalf = (euros: number): number => (cents(euros) - cents(firstHalf(euros))) / 100;
const share = (of: (euros: number) => number): Parties[] =>
  first.montants.map(({ annee, etat, collectivite }) => ({ annee, etat: of(etat), collectivite: of(collectivite) }));
const HALVES = [share(firstHalf), share(otherHalf)] as const;

function contract(changes: Partial<ConventionDefinition["actions"][number]>): Convention {
  const parsed = parseConvention({ ...base, actions: [{ ...first, ...changes }, ...base.actions.slice(1)] });
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

const NUMBERED = [
  { numero: "1.1", intitule: "Accueil de jour", operateur: "CCAS", montants: [...HALVES[0]] },
  { numero: "1.2", intitule: "Hébergement accompagné", operateur: "Association Alpha", montants: [...HALVES[1]] },
];
const WITHOUT = NUMBERED.map(({ numero, intitule }) => ({ numero, intitule }));
const LETTERED = NUMBERED.map((each, rank) => ({ ...each, numero: rank === 0 ? "A1.a" : "A1.b" }));

/** Under the first action, its two halves; `off` is added to the State's part of the first one. */
function said(convention: Convention, names: readonly string[], off = 0) {
  const raw = annexWorkbook(convention, (budget) => {
    const rows = names.map((name, rank): CellLiteral[] => [
      name,
      ...(HALVES[rank] ?? []).flatMap(({ etat, collectivite }, year) => {
        const state = (cents(etat) + (rank === 0 && year === 0 ? off : 0)) / 100;
        return [(cents(state) + cents(collectivite)) / 100, state, collectivite];
      }),
    ]);
    budget.splice(4, 0, ...rows);
  });
  const { findings, verdict } = verificationJson(verify(raw, convention, "2024-07-31", "given").verification);
  return { state: verdict.state, ids: findings.filter(({ severity }) => severity !== "info").map(({ id }) => id) };
}

const ETAT = "montant-contractualise/1/2024/etat";
const TOTAL = "montant-contractualise/1/2024/total";

describe("rows of sub-actions, by whatever says which they are", () => {
  it.each([
    ["numbers and words", contract({ sousActions: NUMBERED }), ["1.1 Accueil de jour", "1.2 Hébergement accompagné"]],
    ["words alone", contract({ sousActions: NUMBERED }), ["Accueil de jour", "Hébergement accompagné"]],
    ["the noun", contract({ sousActions: NUMBERED }), ["Sous-action n° 1.1", "Sous-action n° 1.2 : hébergement"]],
    ["operators", contract({ sousActions: NUMBERED }), ["CCAS", "Association Alpha"]],
    ["letters", contract({ sousActions: LETTERED }), ["A1.a Accueil de jour", "A1.b"]],
  ])("%s", (_, convention, names) => {
    expect(said(convention, names)).toEqual({ state: "conforming", ids: [] });
    // One cent off is that cell's discrepancy, and no action apart.
    for (const off of [-1, 1]) {
      const { ids } = said(convention, names, off);
      expect(ids).toHaveLength(2);
      expect(ids[0]).toContain(`${ETAT}/sous-action-`);
      expect(ids[1]).toContain(`${TOTAL}/sous-action-`);
    }
  });
});

describe("without amounts of their own they add up to their action", () => {
  it.each([
    ["sub-actions", contract({ sousActions: WITHOUT }), ["1.1 Accueil de jour", "1.2"]],
    ["operators", contract({ operateurs: ["CCAS", "Association Alpha"] }), ["CCAS", "Association Alpha"]],
  ])("%s", (_, convention, names) => {
    expect(said(convention, names)).toEqual({ state: "conforming", ids: [] });
    for (const off of [-1, 1]) {
      expect(said(convention, names, off).ids).toEqual([`${ETAT}/sous-actions`, `${TOTAL}/sous-actions`]);
    }
  });

  it("are not compared while one of them has no row, which is no accusation and no « Conforme »", () => {
    expect(said(contract({ sousActions: WITHOUT }), ["1.1 Accueil de jour"])).toEqual({ state: "to-do", ids: [] });
  });
});

it("words that the contract does not have are no sub-action of it", () => {
  expect(said(contract({ sousActions: NUMBERED }), ["Autre chose", "Encore une autre"], 1).state).toBe("to-confirm");
});
