// The runner: statuses, reasons, order, unique identities; a crash stops nothing else.
import { describe, expect, it } from "vitest";
import {
  defineRule,
  HOLDS,
  notComparable,
  type AnyRule,
  type Asked,
  type Report,
  type RuleMeta,
} from "../../../src/core/rules/rule";
import { contratIntegre } from "../../../src/contracts/built-in";
import cibleAtteinte from "../../../src/core/rules/cible-atteinte";
import { rules } from "../../../src/core/rules/index";
import indicateursNationaux from "../../../src/core/rules/indicateurs-nationaux";
import realiseRenseigne from "../../../src/core/rules/realise-renseigne";
import { runRules, TooManyFindings } from "../../../src/core/rules/run-rules";
import { twice } from "./budget-rows";
import { buildDossier } from "./dossier-builder";

const cell = { sheet: "Budget", row: 0, column: 0 };

function ruleThat(
  id: string,
  compare: Parameters<typeof defineRule>[0]["compare"],
  needs: AnyRule["meta"]["needs"] = [],
): AnyRule {
  const messages = {
    a: { text: "A." },
    b: { text: "B.", severity: "warning" },
    c: { text: "C.", severity: "info" },
  } as const;
  return defineRule({
    meta: {
      id,
      articles: ["objet"],
      severity: "error",
      title: "Titre",
      problem: "Problème",
      compares: "montant",
      needs,
      messages,
      page: { contrat: "", verifie: "", conforme: "", ecart: [{ message: "a" }], corriger: "", limites: "" },
    },
    compare,
  });
}

function differs(asked: Asked<RuleMeta>, report: Report<RuleMeta>): void {
  asked.compare("ce montant", () => () => report);
}

describe.each([realiseRenseigne, cibleAtteinte, indicateursNationaux])(
  "$meta.id, without any column of achieved values",
  (rule) => {
    const convention = { ...contratIntegre, indicateursNationaux: ["Nombre de maraudes"] };

    it.each([
      ["the day before the figures of the first year are due", "2025-01-31", true],
      ["the day on which they are, when the other years still run", "2025-02-01", undefined],
    ])("owes nothing until a year is closed: %s", (_, asOf, notDue) => {
      const { results } = runRules([rule], buildDossier({ convention, asOf, indicateurs: {} }));
      expect(results).toMatchObject([{ status: "not-checkable" }]);
      expect(results[0]?.notDue).toBe(notDue);
    });
  },
);

describe("runRules", () => {
  it("lets a crashed rule stop no other, and keeps nothing of what it had found", () => {
    const crash = ruleThat("crash", (_, asked) => {
      differs(asked, { message: "a", cells: [cell], subject: {} });
      throw new TypeError("boum");
    });
    const fine = ruleThat("fine", (_, asked) => asked.compare("ce montant", () => HOLDS));
    const { results, findings } = runRules([crash, fine], buildDossier());
    expect(results.map(({ rule, status }) => [rule, status])).toEqual([
      ["crash", "not-checkable"],
      ["fine", "compliant"],
    ]);
    expect(results[0]?.reason).toContain("boum");
    expect(findings).toEqual([]);
  });

  it("does not run a rule whose table is absent, and says why", () => {
    const never = ruleThat(
      "never",
      () => {
        throw new Error("ran");
      },
      ["indicators"],
    );
    const absent = runRules([never], buildDossier({ indicateurs: null }));
    expect(absent.results[0]).toMatchObject({
      status: "not-checkable",
      reason: "Aucun tableau des indicateurs n’a été trouvé dans le classeur.",
    });
    const several = runRules(
      [never],
      buildDossier({
        indicateurs: null,
        absences: [
          {
            kind: "indicators",
            reason: "plusieurs",
            sheets: [
              { sheet: "S1", why: "A1" },
              { sheet: "S2", why: "A1" },
            ],
          },
        ],
      }),
    );
    expect(several.results[0]?.reason).toBe(
      "Plusieurs tableaux des indicateurs sont possibles\u00a0: «\u00a0S1\u00a0» (A1) et «\u00a0S2\u00a0» (A1).",
    );
  });

  it("never shows as passed what was checked in part only", () => {
    const partial = ruleThat("partial", (_, asked) =>
      asked.compare("ce montant", () => notComparable("Année 2024 : illisible.")),
    );
    expect(runRules([partial], buildDossier()).results[0]).toMatchObject({
      status: "not-checkable",
      reason: "Aucun montant comparé sur 1\u00a0; non comparé\u00a0: ce montant. Année 2024\u00a0: illisible.",
    });
    const both = ruleThat("both", (_, asked) => {
      differs(asked, { message: "c", cells: [cell], subject: {} });
      asked.compare("ce montant", () => notComparable("Le reste."));
    });
    expect(runRules([both], buildDossier()).results[0]).toMatchObject({
      status: "discrepancy",
      reason: "1 montant comparé sur 2\u00a0; non comparé\u00a0: ce montant. Le reste.",
    });
  });

  it("shortens a long list of reasons and says each once", () => {
    const many = ruleThat("many", (_, asked) => {
      for (const letter of "aabcdefg") asked.compare("ce montant", () => notComparable(`${letter}.`));
    });
    expect(runRules([many], buildDossier()).results[0]?.reason).toBe(
      "Aucun montant comparé sur 8\u00a0; non comparés\u00a0: ce montant, ce montant, ce montant et 5 autres. a. b. c. d. e. Et 2 autres.",
    );
  });

  it("orders findings: worst first, then rules, then actions, axes, years and parties", () => {
    const first = ruleThat("first", (_, asked) => {
      differs(asked, { message: "b", cells: [cell], subject: { action: 1 } });
      differs(asked, { message: "a", cells: [cell], subject: { year: 2024 } });
      differs(asked, { message: "a", cells: [cell], subject: { axe: 1, year: 2024 } });
      differs(asked, { message: "a", cells: [cell], subject: { action: 10, year: 2024 } });
      differs(asked, { message: "a", cells: [cell], subject: { action: 2, year: 2025, party: "total" } });
      differs(asked, { message: "a", cells: [cell], subject: { action: 2, year: 2025, party: "etat" } });
      differs(asked, { message: "a", cells: [cell], subject: { action: 2, year: 2024, party: "total" } });
    });
    const second = ruleThat("second", (_, asked) => {
      differs(asked, { message: "c", cells: [cell], subject: {} });
      differs(asked, { message: "a", cells: [cell], subject: { action: 1 } });
    });
    expect(runRules([first, second], buildDossier()).findings.map(({ id }) => id)).toEqual([
      "first/2/2024/total",
      "first/2/2025/etat",
      "first/2/2025/total",
      "first/10/2024",
      "first/axe-1/2024",
      "first/2024",
      "second/1",
      "first/1",
      "second",
    ]);
  });

  it("gives two findings on one subject two identities", () => {
    const same = ruleThat("same", (_, asked) => {
      for (const key of ["occurrence-2", undefined, undefined, undefined]) {
        differs(asked, { message: "a", cells: [cell], subject: {}, ...(key !== undefined && { key }) });
      }
    });
    expect(runRules([same], buildDossier()).findings.map(({ id }) => id)).toEqual([
      "same/occurrence-2",
      "same",
      "same/occurrence-3",
      "same/occurrence-4",
    ]);
  });

  it.each([79_999, 80_000, 80_001])("gives %i findings, unless they are more than 80 000", (count) => {
    const half = (from: number, to: number, id: string) =>
      ruleThat(id, (_, asked) => {
        for (let at = from; at < to; at += 1)
          differs(asked, { message: "a", cells: [cell], subject: {}, key: String(at) });
      });
    const run = () => runRules([half(0, 40_000, "first"), half(40_000, count, "second")], buildDossier());
    if (count > 80_000) expect(run).toThrow(TooManyFindings);
    else expect(run().findings).toHaveLength(count);
  });

  it("keeps identities unique and free of cells in a workbook full of slips", () => {
    const cells = Object.fromEntries(["C4", "D4", "F5", "C15", "G8"].map((address) => [address, -7]));
    const { findings } = runRules(rules, buildDossier({ budget: { rows: (rows) => twice(1)(twice(3)(rows)), cells } }));
    const ids = findings.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /!|\$|\b[A-Z]+\d+\b/.test(id))).toEqual([]);
  });

  it("keeps identities when the table moves or rows are inserted elsewhere", () => {
    const slips = { C4: 1, G14: 2 };
    const moved = { C5: 1, G15: 2 };
    const idsOf = (dossier: Parameters<typeof runRules>[1]) => runRules(rules, dossier).findings.map(({ id }) => id);
    const before = idsOf(buildDossier({ budget: { cells: slips } }));
    const after = idsOf(
      buildDossier({
        budget: {
          rows: (rows) => [{ kind: "action", action: null, label: "Nouvelle", montants: [0, 0] }, ...rows],
          cells: moved,
        },
      }),
    );
    expect(after.filter((id) => !id.includes("nouvelle"))).toEqual(before);
  });
});

describe("the annex tables", () => {
  it.each([
    ["2024-06-30", []],
    ["2026-11-24", ["cible-a-preciser", "cible-a-preciser", "cible-a-preciser", "avenant-annuel", "avenant-annuel"]],
  ])("give no error on %s, and only the warnings for what was left to be set", (asOf, warnings) => {
    const dossier = buildDossier({ asOf });
    const { results, findings } = runRules(rules, dossier);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.filter(({ severity }) => severity === "warning").map(({ rule }) => rule)).toEqual(warnings);
    const said = findings.map(({ rule }) => rule);
    expect(said).toEqual(expect.arrayContaining(["cible-a-preciser", "total-en-formule"]));
    const unchecked = results.filter(({ status }) => status === "not-checkable").map(({ rule }) => rule);
    const lacking = rules.filter(({ meta }) => meta.needs.some((need) => dossier[need] === null));
    // The annex has no subtotal, no formula, no achieved column and no national indicator; other rules lack their whole table.
    expect(unchecked.filter((id) => lacking.every(({ meta }) => meta.id !== id))).toEqual([
      "sous-total-axe",
      "total-de-la-periode",
      "formule-incomplete",
      "realise-renseigne",
      "cible-atteinte",
      "indicateurs-nationaux",
      "echeances",
    ]);
    expect(unchecked).toEqual(expect.arrayContaining(lacking.map(({ meta }) => meta.id)));
  });

  it("are verified with thousands of actions", () => {
    const size = 4000;
    const convention = buildDossier().convention;
    const [axe] = convention.axes;
    const [model] = convention.actions;
    if (!axe || !model) throw new Error("the contract has an axe and an action");
    const actions = Array.from({ length: size }, (_, index) => ({ ...model, axe: axe.numero, numero: index + 1 }));
    const dossier = buildDossier({ convention: { ...convention, axes: [axe], actions }, indicateurs: null });
    const { findings } = runRules(rules, dossier);
    expect(findings.filter(({ rule }) => rule === "total-general")).toEqual([]);
    expect(findings.filter(({ rule }) => rule === "enveloppe-annuelle")).toHaveLength(4);
  });
});
