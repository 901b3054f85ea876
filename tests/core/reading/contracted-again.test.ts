// An execution table says again what was contracted, beside other financing and what the State paid: each column is read as what it is.
import { cellIn, cellsIn } from "./figures";
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { toEuros } from "../../../src/core/domain/values/montant";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";
import type { NumeroAction } from "../../../src/core/domain/values/numero-action";

const DATE = "2026-11-24";

/** As the annexe lays it out: 10 € of other financing for each action. */
function executed(annee: 2024 | 2026, contracted: (exact: number, action: NumeroAction) => CellLiteral) {
  const rows = contratIntegre.actions.map(({ numero, intitule, montants }): CellLiteral[] => {
    const own = montants.find((each) => each.annee === annee);
    const [etat, local] = [toEuros(own?.etat ?? (0 as never)), toEuros(own?.collectivite ?? (0 as never))];
    return [`${numero} ${intitule}`, contracted(etat + local, numero), etat, local, 10, etat + local + 10, 1, 0, etat];
  });
  const words = ["Contractualisé", "Exécuté État", "Exécuté Métropole", "Autres financeurs", "Exécuté Total"];
  return [
    ["Actions", annee, null, null, null, null, null, null, null],
    [null, ...words, "Taux", "Écart", "Versé par l’État"],
    ...rows,
  ];
}

function check(annee: 2024 | 2026, contracted: (exact: number, action: NumeroAction) => CellLiteral) {
  const annexes = annexWorkbook(contratIntegre);
  const [sheet] = rawWorkbook({ Exécution: executed(annee, contracted) }).sheets;
  if (!sheet) throw new Error("no sheet");
  const raw = { ...annexes, sheets: [...annexes.sheets, { ...sheet, id: "execution" }] };
  const json = verificationJson(verify(raw, contratIntegre, DATE).verification);
  const found = (rule: string) => json.findings.filter((finding) => finding.rule === rule);
  return { dossier: readDossier(raw, contratIntegre, DATE), found, json };
}

describe("what was contracted, said again", () => {
  test("is no other plan, and other financing beside it is executed", () => {
    const { dossier, found } = check(2024, (exact) => exact);
    const [ligne] = dossier.execution?.lignesAction ?? [];
    expect(cellIn(ligne, 2024, "contractualise-total")?.known).toMatchObject({ value: 13_000_000 });
    expect(cellsIn(ligne, 2024, "autres").map(({ known: lu }) => lu)).toMatchObject([{ value: 1000 }]);
    expect(cellIn(dossier.execution?.lignesAction[0], 2024, "verse")?.known).toMatchObject({ value: 6_500_000 });
    expect(dossier.budget?.plages).toBeUndefined();
    expect([...found("montant-contractualise"), ...found("execution-coherente")]).toEqual([]);
  });

  test.each([
    ["a cent less", -0.01],
    ["a cent more", 0.01],
  ])("is an error at its cell where the year is firm: %s", (_, gap) => {
    const { found } = check(2024, (exact, action) => (action === 3 ? exact + gap : exact));
    expect(found("montant-contractualise")).toMatchObject([
      { id: "montant-contractualise/3/2024/total/repete", severity: "error", cells: ["Exécution!B5"], gap },
    ]);
  });

  test("is a warning where the year is provisional, and nothing where it is left empty", () => {
    const { found } = check(2026, (exact, action) => (action === 3 ? exact - 1 : exact));
    expect(found("montant-contractualise")).toMatchObject([{ severity: "warning", cells: ["Exécution!B5"] }]);
    expect(check(2026, () => null).found("montant-contractualise")).toEqual([]);
  });
});

describe("the subtotals and the total of what was contracted, said again", () => {
  const { actions, axes } = contratIntegre;
  const contracted = (annee: number, own: typeof actions) =>
    own.reduce((sum, { montants }) => {
      const year = montants.find((each) => each.annee === annee);
      return sum + toEuros(year?.etat ?? (0 as never)) + toEuros(year?.collectivite ?? (0 as never));
    }, 0);

  /** With an axe's heading, its actions and its subtotal, then the total; `gaps` are added to these last, `row` to action 1. */
  function checkSums(annee: 2024 | 2026, { axe2 = 0, total = 0, row = 0, isSummed = false }) {
    const line = (label: string, amount: number): CellLiteral[] => [label, amount, null, null, null];
    const rows = axes.flatMap(({ numero, intitule }) => {
      const own = actions.filter((action) => action.axe === numero);
      return [
        [`Axe « ${intitule} »`],
        ...own.map((action) =>
          line(`${action.numero} ${action.intitule}`, contracted(annee, [action]) + (action.numero === 1 ? row : 0)),
        ),
        line(
          `Sous-total de l’axe ${numero}`,
          contracted(annee, own) + (numero === 2 ? axe2 : 0) + (isSummed && numero === 1 ? row : 0),
        ),
      ];
    });
    const grid = [
      ["Actions", annee, null, null, null],
      [null, "Contractualisé", "Exécuté État", "Exécuté Métropole", "Exécuté Total"],
      ...rows,
      line("TOTAL", contracted(annee, [...actions]) + total + (isSummed ? row : 0)),
    ];
    const annexes = annexWorkbook(contratIntegre);
    const [sheet] = rawWorkbook({ Exécution: grid }).sheets;
    if (!sheet) throw new Error("no sheet");
    const raw = { ...annexes, sheets: [...annexes.sheets, { ...sheet, id: "execution" }] };
    return verificationJson(verify(raw, contratIntegre, DATE).verification).findings.filter(
      ({ rule }) => rule === "montant-contractualise",
    );
  }

  test("hold where they are the contract's, and where they sum rows that are told already", () => {
    expect(checkSums(2024, {})).toEqual([]);
    expect(checkSums(2024, { row: 100, isSummed: true }).map(({ id }) => id)).toEqual([
      "montant-contractualise/1/2024/total/repete",
    ]);
    expect(checkSums(2024, { row: 100 }).map(({ id }) => id)).toEqual(["montant-contractualise/1/2024/total/repete"]);
  });

  test.each([
    ["a subtotal", 2024, { axe2: -0.01 }, "montant-contractualise/axe-2/2024/total/repete", "error", "Exécution!B10"],
    ["a subtotal", 2026, { axe2: 0.01 }, "montant-contractualise/axe-2/2026/total/repete", "warning", "Exécution!B10"],
    ["the total", 2024, { total: 0.01 }, "montant-contractualise/2024/total/repete", "error", "Exécution!B19"],
  ] as const)("of %s in %s, a cent beside is told at its cell", (_, annee, gaps, id, severity, cell) => {
    expect(checkSums(annee, gaps)).toMatchObject([{ id, severity, cells: [cell] }]);
  });
});

test("what the State paid, over the words that every group of the table repeats, is paid and no second total", () => {
  const groups = ["Total", "État", "Métropole", "Versé"];
  const rows = contratIntegre.actions.map(({ numero, intitule, montants }): CellLiteral[] => {
    const own = [2024, 2025].map((annee) => montants.find((each) => each.annee === annee));
    const etats = own.map((each) => toEuros(each?.etat ?? (0 as never)));
    const locals = own.map((each) => toEuros(each?.collectivite ?? (0 as never)));
    const totals = etats.map((etat, at) => etat + (locals[at] ?? 0));
    return [`${numero} ${intitule}`, ...totals, ...etats, ...locals, ...etats.map((etat) => etat / 2)];
  });
  const [sheet] = rawWorkbook({
    Exécution: [
      ["Actions", ...groups.flatMap((group) => [group, null])],
      [null, ...groups.flatMap(() => ["Réalisé 2024", "Réalisé 2025"])],
      ...rows,
    ],
  }).sheets;
  if (!sheet) throw new Error("no sheet");
  const annexes = annexWorkbook(contratIntegre);
  const raw = { ...annexes, sheets: [...annexes.sheets, { ...sheet, id: "execution" }] };
  const { execution } = readDossier(raw, contratIntegre, DATE);
  expect(cellIn(execution?.lignesAction[0], 2024, "verse")?.known).toMatchObject({ value: 3_250_000 });
  const { findings } = verificationJson(verify(raw, contratIntegre, DATE).verification);
  expect(findings.filter(({ rule }) => rule === "annees-du-contrat")).toEqual([]);
});
