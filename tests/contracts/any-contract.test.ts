// Any contract of the programme: Dijon's and an invented département's go through the same reading and the same rules.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { parseConvention } from "../../src/contracts/parse-convention";
import { leastLocalPart } from "../../src/core/contract/in-force/contract-amounts";
import type { Convention } from "../../src/core/contract/convention";
import { empreinteDuSigne } from "../../src/core/contract/signed/sceau";
import { toEuros } from "../../src/core/domain/values/montant";
import { draftConvention } from "../../src/core/drafting/draft-convention";
import { verificationJson } from "../../src/core/verification-json";
import { verify } from "../../src/core/verify";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { cleanContent } from "../properties/content";
import { namedLayouts } from "../properties/named-layouts";
import { writeWorkbook } from "../properties/workbook-layout";
import { annexWorkbook, BUDGET } from "./annex-workbook";
import { contratDuDepartement } from "./departement-invente";

const contracts: readonly Convention[] = [contratIntegre, contratDuDepartement];
const AT_THE_BEGINNING = "2024-07-31";

const verifyGiven = (raw: RawWorkbook, convention: Convention, asOf = AT_THE_BEGINNING) =>
  verificationJson(verify(raw, convention, asOf, "given").verification);

describe.each(contracts)("$id", (convention) => {
  const { actions, annees, axes } = convention;
  const indicateurs = actions.reduce((sum, action) => sum + action.indicateurs.length, 0);

  test("its annex tables are read whole and give no error and no warning", () => {
    const { read, findings, rules, contract } = verifyGiven(annexWorkbook(convention), convention);
    const seal = empreinteDuSigne(convention);
    const localParty = convention.collectivite.designation;
    // Dijon's definition says where each value stands; the other counts as confirmed by whoever gives it.
    const confirmed = convention.sources ? {} : { confirmedByGiver: true };
    const { years, ...told } = contract;
    expect(told).toEqual({ id: convention.id, avenants: [], source: "given", localParty, seal, ...confirmed });
    expect(years?.map(({ year }) => year)).toEqual(annees.map(({ annee }) => annee));
    expect(read).toMatchObject([
      {
        kind: "budget",
        actions: actions.length,
        axes: axes.length,
        years: annees.map(({ annee }) => annee),
        ignoredRows: [],
      },
      { kind: "indicators", actions: actions.length, indicators: indicateurs, ignoredRows: [] },
    ]);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    const held = [
      "actions-du-contrat",
      "action-dans-son-axe",
      "annees-du-contrat",
      "total-de-l-action",
      "cofinancement-minimum",
    ];
    const amounts = [
      "montant-contractualise",
      "enveloppe-annuelle",
      "repartition-par-axe",
      "total-general",
      "cible-contractualisee",
    ];
    const compliant = rules.filter(({ status }) => status === "compliant").map(({ rule }) => rule);
    expect(compliant).toEqual(expect.arrayContaining([...held, ...amounts]));
  });

  test("a local part one centime under its minimum is found at its cell", () => {
    const [first] = actions;
    const [year] = first?.montants ?? [];
    if (!first || !year) throw new Error("the contract has an action and a year");
    const least = toEuros(leastLocalPart(convention.cofinancement.seuil, year.etat) ?? year.etat);
    const at = (local: number) =>
      verifyGiven(
        annexWorkbook(convention, (budget) => {
          const row = budget[3] ?? [];
          row[3] = local;
        }),
        convention,
      ).findings.filter(({ rule }) => rule === "cofinancement-minimum");
    expect(at(least)).toEqual([]);
    expect(at(Math.round(least * 100 - 1) / 100)).toMatchObject([
      { id: `cofinancement-minimum/1/${year.annee}/metropole`, cells: [`'${BUDGET}'!D4`], expected: least, gap: -0.01 },
    ]);
  });

  test("a year is closed after its own last day, whatever the calendar", () => {
    const [first] = annees;
    if (!first) throw new Error("the contract has a year");
    const ids = (asOf: string) => verifyGiven(annexWorkbook(convention), convention, asOf).findings.map(({ id }) => id);
    const second = annees[1]?.debut ?? "";
    expect(ids(first.fin)).not.toContain(`avenant-annuel/${annees[1]?.annee}`);
    expect(ids(second)).toContain(`avenant-annuel/${annees[1]?.annee}`);
  });

  test("its definition can be made from its annex tables, and serves", () => {
    const raw = annexWorkbook(convention);
    const draft = draftConvention(raw);
    if (!draft.ok) throw new Error(draft.message);
    expect(draft.definition.collectivite.designation).toBe(convention.collectivite.motsColonne[0]);
    const parsed = parseConvention({ ...draft.definition, cofinancement: convention.cofinancement });
    if (!parsed.ok) throw new Error(parsed.message);
    const made = parsed.convention;
    expect(made.axes.map(({ numero, intitule }) => ({ numero, intitule }))).toEqual(
      axes.map(({ numero, intitule }) => ({ numero, intitule })),
    );
    const essence = ({ numero, axe, intitule, montants, indicateurs: all }: Convention["actions"][number]) => ({
      numero,
      axe,
      intitule,
      montants,
      indicateurs: all.map(({ intitule: label, t0, cibles }) => ({ label, t0, cibles })),
    });
    expect(made.actions.map(essence)).toEqual(actions.map(essence));
    expect(made.creditsEtat).toEqual(convention.creditsEtat);
    expect(verifyGiven(raw, made).findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(draft.definition.questions.map(({ champ }) => champ)).toEqual(
      expect.arrayContaining(["cofinancement.seuil", "imputation.lignes"]),
    );
  });
});

describe.each(contracts)("$id, in any layout", (convention) => {
  const content = { ...cleanContent(convention, "2024-06-30"), execution: null, pages: [] };

  test.each(namedLayouts.map(({ name, layout }) => [name, layout] as const))(
    "%s: its definition can be made and serves that workbook",
    (name, layout) => {
      const { raw } = writeWorkbook(content, layout);
      const draft = draftConvention(raw);
      if (!draft.ok) throw new Error(draft.message);
      const parsed = parseConvention(draft.definition);
      if (!parsed.ok) throw new Error(parsed.message);
      const made = parsed.convention;
      const amounts = ({ actions }: Convention) => actions.map(({ axe, montants }) => [axe, montants]);
      expect(amounts(made)).toEqual(amounts(convention));
      expect(verifyGiven(raw, made).findings.filter(({ severity }) => severity === "error")).toEqual([]);
      const indicators = ({ actions }: Convention) => actions.map(({ indicateurs }) => indicateurs.length);
      // The other table names whole actions that are cut in two here; where it is not known again, it says so.
      if (name === "labels split over two cells") {
        const asked = draft.definition.questions.map(({ champ }) => champ);
        const lost = made.actions.filter((action) => action.indicateurs.length === 0);
        const unsaid = lost.filter((action) => !asked.includes(`actions[${made.actions.indexOf(action)}].indicateurs`));
        expect(unsaid).toEqual([]);
      } else expect(indicators(made)).toEqual(indicators(convention));
    },
  );
});

test("an amount that cannot be read is asked for, and is 0 meanwhile", () => {
  const draft = draftConvention(
    annexWorkbook(contratDuDepartement, (budget) => {
      const row = budget[3] ?? [];
      row[2] = "à voir";
    }),
  );
  if (!draft.ok) throw new Error(draft.message);
  expect(draft.definition.actions[0]?.montants[0]).toMatchObject({ etat: 0, collectivite: 32167 });
  expect(draft.definition.questions).toContainEqual({
    champ: "actions[0].montants[0].etat",
    question: expect.stringContaining("« à voir » n’est pas un montant") as string,
  });
});

test("a workbook without a budget table makes no contract", () => {
  const raw = annexWorkbook(contratDuDepartement);
  const sheets = raw.sheets.filter(({ name }) => name !== BUDGET);
  expect(draftConvention({ ...raw, sheets })).toMatchObject({ ok: false });
});

test("nothing about Dijon stands outside its definition", () => {
  const root = new URL("../../src/", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const elsewhere = files.filter(
    (name) =>
      !/^contracts[/\\](?:dijon|built-in)/.test(name) && /dijon|"DM"/i.test(readFileSync(new URL(name, root), "utf8")),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(elsewhere).toEqual([]);
});
