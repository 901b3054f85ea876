// Which contract a workbook is held against, and what becomes of the rules while it is not known.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { empreinteDuSigne, sceller } from "../../../../src/core/contract/signed/sceau";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";
import { verify } from "../../../../src/core/verify";
import type { RawSheet, RawWorkbook } from "../../../../src/core/workbook-port";
import { composeVerification } from "../../../../src/core/sheets/compose-verification";
import { annexWorkbook, BUDGET } from "../../../contracts/annex-workbook";
import { contratAmende } from "../../../contracts/avenants";
import { contratDuDepartement } from "../../../contracts/departement-invente";
import { contratSheet, DATE, plain, put, putAvenant, type Edit } from "./contrat-edits";

const START = "2024-07-31";

const withSheets = (raw: RawWorkbook, ...sheets: readonly RawSheet[]): RawWorkbook => ({
  ...raw,
  sheets: [...raw.sheets, ...sheets.map((sheet, index) => ({ ...sheet, id: `contrat-${index}` }))],
});

/** A copy of the sheet in another workbook loses the mark. */
const unmarked = (sheet: RawSheet, name: string): RawSheet => ({ ...sheet, name, resultSheet: null });

const run = (raw: RawWorkbook, asOf = START, source?: "given") =>
  verify(raw, contratIntegre, asOf, source).verification;
const errors = ({ findings }: ReturnType<typeof run>) =>
  findings.filter(({ severity }) => severity === "error").map(({ id }) => id);
const statusOf = ({ rules }: ReturnType<typeof run>, id: string) => {
  const { status, reason } = rules.find(({ rule }) => rule === id) ?? {};
  return { status, ...(reason !== undefined && { reason: plain(reason) }) };
};

const seal = sceller(contratDuDepartement).texte;
const SEAL = empreinteDuSigne(contratDuDepartement);

const unsealed = (...edits: readonly Edit[]) =>
  withSheets(annexWorkbook(contratDuDepartement), contratSheet(contratDuDepartement, ...edits));
const departement = (...edits: readonly Edit[]) => ({ ...unsealed(...edits), seal });

describe("the workbook's own sheet", () => {
  test("is the contract, and no table of another kind", () => {
    const found = run(departement());
    const localParty = contratDuDepartement.collectivite.designation;
    expect(found.contract).toEqual({
      actions: contratDuDepartement.actions.map(({ numero, intitule }) => ({ number: numero, name: intitule })),
      ...{ id: contratDuDepartement.id, avenants: [], source: "workbook", localParty, seal: SEAL },
      years: [
        { year: 2024, status: "firm" },
        { year: 2025, status: "provisional" },
        { year: 2026, status: "provisional" },
      ],
    });
    expect(errors(found)).toEqual([]);
    expect(found.read.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ["budget", BUDGET],
      ["indicators", "Indicateurs"],
      ["deadlines", "Contrat"],
      ["contract", "Contrat"],
    ]);
    expect(found.read.at(-1)).toMatchObject({
      actions: contratDuDepartement.actions.length,
      indicators: contratDuDepartement.actions.flatMap(({ indicateurs }) => indicateurs).length,
    });
    expect(statusOf(found, "contrat-coherent")).toEqual({ status: "compliant" });
  });

  test("is known by its shape where the mark is gone", () => {
    const sheet = unmarked(contratSheet(contratDuDepartement), "Convention");
    const raw = { ...withSheets(annexWorkbook(contratDuDepartement), sheet), seal };
    expect(run(raw).contract.source).toBe("workbook");
    expect(errors(run(raw))).toEqual([]);
  });

  test("with the mark prevails over a copy of it", () => {
    const sheet = contratSheet(contratDuDepartement);
    expect(run(withSheets(departement(), unmarked(sheet, "Contrat (2)"))).contract.source).toBe("workbook");
  });

  test("is left aside for a contract that was given", () => {
    const found = run(withSheets(annexWorkbook(contratIntegre), contratSheet(contratDuDepartement)), START, "given");
    expect(found.contract).toMatchObject({ id: contratIntegre.id, avenants: [], source: "given" });
    expect(errors(found)).toEqual([]);
    expect(statusOf(found, "contrat-coherent")).toEqual({
      status: "not-checkable",
      reason: "La feuille « Contrat » n’est pas vérifiée : un autre contrat a été donné à la vérification.",
    });
  });

  test("is never written by a verification", () => {
    const raw = departement();
    const { verification, dossier } = verify(raw, contratIntegre, START);
    expect(composeVerification(verification, dossier, raw).sheets.map(({ kind }) => kind)).toEqual([
      "ecarts",
      "synthese",
    ]);
  });
});

test("without it the built-in contract serves", () => {
  const found = run(annexWorkbook(contratIntegre));
  expect(found.contract.source).toBe("built-in");
  expect(statusOf(found, "contrat-coherent")).toMatchObject({ status: "not-checkable" });
});

test("two copies without the mark are never decided between", () => {
  const sheet = contratSheet(contratDuDepartement);
  const found = run(withSheets(annexWorkbook(contratDuDepartement), unmarked(sheet, "A"), unmarked(sheet, "B")));
  expect(errors(found)).toEqual([]);
  expect(statusOf(found, "montant-contractualise")).toEqual({
    status: "not-checkable",
    reason: "Les feuilles « A » et « B » peuvent toutes être le contrat : gardez-en une seule, puis relancez.",
  });
  expect(statusOf(found, "contrat-coherent")).toMatchObject({ status: "not-checkable" });
});

test("a mistake in the sheet hides nothing of a contract that is sealed", () => {
  const found = run(departement(put("Actions et montants", 2, "État 2025", "vingt mille")));
  expect(errors(found)).toEqual(["contrat-coherent/action-2-2025-part-etat"]);
  expect(statusOf(found, "montant-contractualise")).toEqual({ status: "compliant" });
  expect(statusOf(found, "contrat-signe")).toMatchObject({ status: "not-checkable" });
});

describe("a sheet with a mistake that hides a figure, where nothing says what was signed", () => {
  const raw = unsealed(put("Actions et montants", 2, "État 2025", "vingt mille"));
  const found = run(raw);

  test("is told at its cell, and nothing is held against the rest of it", () => {
    expect(errors(found)).toEqual(["contrat-signe/sceau", "contrat-coherent/action-2-2025-part-etat"]);
    const [finding] = found.findings.filter(({ rule }) => rule === "contrat-coherent");
    expect(finding?.cells).toHaveLength(1);
    expect(finding?.cells[0]?.sheet).toBe("Contrat");
    for (const rule of [
      "montant-contractualise",
      "cofinancement-minimum",
      "actions-du-contrat",
      "cible-contractualisee",
    ]) {
      expect(statusOf(found, rule)).toEqual({
        status: "not-checkable",
        reason: expect.stringContaining(
          "La feuille « Contrat » a 1 erreur qui empêche de connaître le contrat",
        ) as string,
      });
    }
  });

  test("leaves what needs no contract checked", () => {
    expect(statusOf(found, "tableau-attendu")).toEqual({ status: "compliant" });
    expect(statusOf(found, "montant-lisible")).toEqual({ status: "compliant" });
  });

  test("is highlighted there, and the synthesis says why it is empty", () => {
    const { verification, dossier } = verify(raw, contratIntegre, START);
    const plan = composeVerification(verification, dossier, raw);
    expect(plan.highlights?.some(({ range }) => range.sheet === "Contrat")).toBe(true);
    const synthese = plan.sheets.find(({ kind }) => kind === "synthese");
    const texts = synthese?.cells.flat().map(({ value }) => plain(String(value ?? ""))) ?? [];
    expect(texts.some((text) => text.includes("Pas de synthèse"))).toBe(true);
  });
});

describe("avenants", () => {
  const amended = withSheets(annexWorkbook(contratIntegre), contratSheet(contratAmende));

  test("those signed by the as-of date are in force", () => {
    expect(run(amended, "2025-02-09").contract.avenants).toEqual([]);
    expect(run(amended, DATE).contract.avenants).toEqual([1, 2, 3]);
  });

  test("a part that an avenant changed says which one", () => {
    const { findings } = run(amended, DATE);
    const part = findings.find(({ id }) => id === "montant-contractualise/8/2025/etat");
    expect(part).toMatchObject({
      severity: "error",
      figures: { found: montantFromEuros(35000), expected: montantFromEuros(45000.5) },
    });
    expect(plain(part?.message ?? "")).toContain("Montants 2025 fixés par l’avenant n° 1 du 10/02/2025.");
    const envelope = findings.find(({ id }) => id.startsWith("enveloppe-annuelle/2026"));
    expect(plain(envelope?.message ?? "")).toContain("Montants 2026 fixés par l’avenant n° 2 du 12/03/2026.");
    const split = findings.find(({ id }) => id.startsWith("repartition-par-axe/axe-4/2025"));
    expect(plain(split?.message ?? "")).toContain("l’avenant n° 1");
    const target = findings.find(({ id }) => id.startsWith("cible-contractualisee/4/indicateur-1/2025"));
    expect(plain(target?.message ?? "")).toContain("Cible 2025 fixée par l’avenant n° 1 du 10/02/2025.");
  });

  test("the year that an avenant fixes is due no more", () => {
    const due = (raw: RawWorkbook) =>
      run(raw, DATE)
        .findings.filter(({ rule, severity }) => rule === "avenant-annuel" && severity === "warning")
        .map(({ id, cells }) => [id, cells.length]);
    const one = putAvenant(1, { "Avenant n°": 1, "Signé le": 45698, Année: 2025, "Nouvelle valeur": 350000 });
    expect(due(withSheets(annexWorkbook(contratIntegre), contratSheet(contratIntegre)))).toEqual([
      ["avenant-annuel/2025", 1],
      ["avenant-annuel/2026", 1],
    ]);
    expect(due(withSheets(annexWorkbook(contratIntegre), contratSheet(contratIntegre, one)))).toEqual([
      ["avenant-annuel/2026", 1],
    ]);
  });
});
