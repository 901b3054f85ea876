// Indicators that should fall, that are shares, that are told in words: the annexe as inserted, what is achieved, what is altered, and the report.
import { describe, expect, test } from "vitest";
import { computeBilan } from "../../../src/core/reports/bilan/compute-bilan";
import { formatLocalCell } from "xlsx-model/local-cell";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { composeAnnexe } from "../../../src/core/sheets/annexes/compose-annexe";
import { composeBilan } from "../../../src/core/sheets/bilan/compose-bilan";
import { contratRiche } from "../../contracts/contrat-riche";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { rawWorkbook, type CellLiteral } from "../reading/raw-workbook-builder";
import { styleAt, valuesOf } from "../sheets/written-sheet";

const convention = { ...contratRiche, reglages: { ...contratRiche.reglages, alerteCible: 0.8 } };
const AS_OF = "2027-12-31";
const EMPTY: RawWorkbook = { name: "vide.xlsx", sheets: [], isStructureProtected: false, choices: [] };
const [annexe] = composeAnnexe({ kind: "indicateurs", realises: true }, readDossier(EMPTY, convention, AS_OF));
if (!annexe) throw new Error("no annexe");
const plan = { ...annexe, kind: "contrat" } as const;
const written = valuesOf(plan);
/** Action 1: the share of households that should fall, then how they are welcomed, in words. */
const [IMPAYES, ACCUEIL] = ["Part des ménages en impayé 1", "Qualité de l’accueil 1"].map((label) =>
  written.findIndex((row) => String(row[1]).replace(/ \*\*$/, "") === label),
) as [number, number];
const [T0, CIBLE, REALISE] = [2, 3, 4];

/** The annexe with its formats, and what an agent put at some of its cells. */
function workbook(
  cells: readonly (readonly [row: number, column: number, value: CellValue, format?: string | undefined])[],
) {
  const grid = written.map((values, row) =>
    values.map((value, column): CellLiteral => {
      const [, , typed = value, format] = cells.find((each) => each[0] === row && each[1] === column) ?? [];
      return { value: typed, numberFormat: format ?? styleAt(plan, row, column).numberFormat ?? "General" };
    }),
  );
  const annexes = annexWorkbook(convention);
  const [sheet] = rawWorkbook({ Suivi: grid }).sheets;
  if (!sheet) throw new Error("no sheet");
  const budget = annexes.sheets.filter(({ name }) => !/indicateur/i.test(name));
  return { ...annexes, sheets: [...budget, { ...sheet, id: "suivi" }] };
}

function check(...cells: Parameters<typeof workbook>[0]) {
  const raw = workbook(cells);
  const { verification, dossier } = verify(raw, convention, AS_OF);
  const { findings } = verificationJson(verification);
  const at = (row: number, column: number) => `Suivi!${formatLocalCell(row, column)}`;
  const of = (rule: string) => findings.filter((finding) => finding.rule === rule);
  return { raw, dossier, verification, findings, of, at };
}

const RULES = ["indicateur-lisible", "cible-contractualisee", "t0-contractualise", "indicateurs-du-contrat"];

test("the annexe is the contract's as it is inserted: shares as shares, words as words", () => {
  expect(written[IMPAYES]?.slice(T0, REALISE)).toEqual([0.125, 0.12]);
  expect(styleAt(plan, IMPAYES, REALISE).numberFormat).toMatch(/%$/);
  expect(written[ACCUEIL]?.slice(T0, REALISE)).toEqual(["à construire", "satisfaisante"]);
  const { findings } = check();
  expect(findings.filter(({ rule }) => RULES.includes(rule))).toEqual([]);
});

test("a cumulated indicator is marked on paper, and its row is the contract's all the same", () => {
  const indicateurs = convention.actions.flatMap((action) => action.indicateurs);
  const cumules = indicateurs.filter(({ cumul }) => cumul === true).map(({ intitule }) => `${intitule} **`);
  expect(cumules.length).toBeGreaterThan(0);
  const marked = written.flatMap((row) => (String(row[1]).endsWith("**") ? [row[1]] : []));
  expect(marked.sort()).toEqual(cumules.sort());
  expect(written.filter(([label]) => /^\*\* Valeurs cumulées/.test(String(label)))).toHaveLength(1);
  const { findings, verification } = check();
  expect(findings.filter(({ rule }) => rule === "libelle-du-contrat")).toEqual([]);
  const targets = verification.rules.find(({ rule }) => rule === "cible-contractualisee")?.coverage;
  expect(targets?.compared).toBe(targets?.of);
  expect(targets?.of).toBeGreaterThanOrEqual(indicateurs.length);
});

test("a contract that cumulates nothing has neither mark nor note", () => {
  const plain = {
    ...convention,
    actions: convention.actions.map((action) => ({
      ...action,
      indicateurs: action.indicateurs.map((indicateur) => ({ ...indicateur, cumul: undefined })),
    })),
  };
  const [without] = composeAnnexe({ kind: "indicateurs", realises: true }, readDossier(EMPTY, plain, AS_OF));
  expect(JSON.stringify(without?.cells)).not.toContain("**");
});

test("no control of numbers stands over words", () => {
  const over = (row: number) => plan.controls.filter(({ range }) => range.top <= row && row <= range.bottom).length;
  expect([over(IMPAYES), over(ACCUEIL)]).toEqual([1, 0]);
});

describe("what is altered is an error at its cell", () => {
  test.each<[string, string, number, number, CellValue]>([
    ["a share", "cible-contractualisee", IMPAYES, CIBLE, 0.1201],
    ["a starting share", "t0-contractualise", IMPAYES, T0, 0.13],
    ["a target in words", "cible-contractualisee", ACCUEIL, CIBLE, "excellente"],
    ["a target in words that went", "cible-contractualisee", ACCUEIL, CIBLE, null],
    ["a starting situation in words", "t0-contractualise", ACCUEIL, T0, "bonne"],
  ])("%s", (_, rule, row, column, value) => {
    const { of, at } = check([row, column, value]);
    expect(of(rule)).toMatchObject([{ severity: "error", cells: [at(row, column)] }]);
  });

  test("and the fix of a share is what the cell must hold", () => {
    const { of } = check([IMPAYES, CIBLE, 0.13]);
    expect(of("cible-contractualisee")).toMatchObject([{ found: 13, expected: 12, fix: [{ value: 0.12 }] }]);
  });

  test("a word is no share, an error is no word", () => {
    expect(check([IMPAYES, REALISE, "bonne"]).of("indicateur-lisible")).toHaveLength(1);
    expect(check([ACCUEIL, REALISE, "#REF!"]).of("indicateur-lisible")).toHaveLength(1);
    expect(check([ACCUEIL, REALISE, "bonne"]).of("indicateur-lisible")).toEqual([]);
  });
});

describe("a share that should fall", () => {
  test.each<[CellValue, string | undefined, readonly string[]]>([
    [0.1199, undefined, []],
    [0.12, undefined, []],
    [0, undefined, []],
    ["12 %", "@", []],
    [12, "General", []],
    [0.1201, undefined, ["info"]],
    // 12 / 15 is the alert threshold.
    [0.15, undefined, ["info"]],
    [0.1501, undefined, ["warning"]],
    ["15,01 %", "@", ["warning"]],
  ])("%j is held against 12 %%", (value, format, severities) => {
    const { of, at } = check([IMPAYES, REALISE, value, format]);
    expect(of("cible-atteinte").map(({ severity }) => severity)).toEqual(severities);
    for (const { cells } of of("cible-atteinte")) expect(cells).toEqual([at(IMPAYES, REALISE)]);
  });

  test("is rated by its target over what was achieved, in the report as in the rule", () => {
    const { raw, dossier, verification } = check([IMPAYES, REALISE, 0.15], [ACCUEIL, REALISE, "bonne"]);
    const bilan = computeBilan(dossier, verification, { debut: 2024, fin: 2024 });
    const [impayes, accueil] = bilan.matrice;
    const [mesure] = impayes?.annees ?? [];
    expect(mesure).toMatchObject({ cible: 12, realise: { value: 15 }, niveau: "partielle" });
    expect((mesure?.taux?.numerateur ?? 0) / (mesure?.taux?.denominateur ?? 1)).toBe(0.8);
    expect(impayes?.mentions).toEqual(["doit baisser", "en %"]);
    expect(accueil?.annees[0]).toMatchObject({ cibleEnMots: "satisfaisante", realise: { value: "bonne" } });
    // What is told in words is given: nothing is asked for it.
    expect(bilan.manques.filter(({ texte }) => texte.includes("accueil 1"))).toEqual([]);
    const sheet = composeBilan(bilan, dossier, raw).sheets.find(({ kind }) => kind === "bilan-indicateurs");
    const row = sheet?.cells.find((cells) => String(cells[1]?.value).startsWith("Part des ménages en impayé 1"));
    expect(row?.slice(2, 6).map((cell) => cell?.value)).toEqual([12.5, 12, 15, 0.8]);
    expect(row?.[5]?.formula).toMatch(/ROUND\(D\d+\*10000\/E\d+/);
    expect(row?.[4]?.formula).toMatch(/\*100,/);
  });
});
