// What was decided of money not used, as it is noted in the annexe « Versements »: read, shown everywhere with one figure.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { composeVersements } from "../../src/core/sheets/annexes/versements";
import { composeSyntheseSheet } from "../../src/core/sheets/synthese/synthese-sheet";
import { computeBilan } from "../../src/core/reports/bilan/compute-bilan";
import { constater } from "../../src/core/reports/tableau-de-bord/constater";
import { verify } from "../../src/core/verify";
import { execution, TODAY, withSlips, type Rows } from "./executed-workbook";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

const PAYMENTS: Rows = contratIntegre.actions.map(({ numero, montants }) => [
  "12/05/2024",
  (montants.find(({ annee }) => annee === 2024)?.etat ?? 0) / 100,
  2024,
  `Action ${numero}`,
]);

/** The annexe as it is inserted, its empty lines filled in order. */
function annexe(payments: Rows, decisions: Rows): Rows {
  const enVigueur = { convention: contratIntegre, avenants: [], asOf: TODAY };
  const rows: CellLiteral[][] = composeVersements(enVigueur).cells.map((row) => row.map(({ value }) => value));
  const fill = (heading: string, lines: Rows): void => {
    const first = rows.findIndex(([cell]) => cell === heading) + 1;
    for (const [index, line] of lines.entries()) rows[first + index] = [...line];
  };
  fill("Date", payments);
  fill("Décidé le", decisions);
  return rows;
}

/** Of the first action 40 000 € of 65 000 € were executed in 2024; nobody typed payments in the table itself. */
const table = withSlips(
  execution,
  Object.fromEntries([
    ...Array.from({ length: 13 }, (_, index) => index + 3).flatMap((row) => [
      [`E${row}`, null],
      [`I${row}`, null],
    ]),
    ["C4", 40000],
  ]),
);

function run(decisions: Rows) {
  const sheets = { "Tableau budgétaire": tableauBudgetaire, Exécution: table, Versements: annexe(PAYMENTS, decisions) };
  const raw = rawWorkbook(sheets);
  const { verification, dossier } = verify(raw, contratIntegre, TODAY);
  const bilan = computeBilan(dossier, verification, { debut: 2024, fin: 2024 });
  const constat = constater(dossier, verification, "classeur.xlsx");
  return {
    verification,
    found: verification.findings.filter(({ rule }) => rule === "somme-a-reverser"),
    bilan,
    aReverser: constat.etat === "lu" ? [constat.aReverser, constat.decide] : null,
    synthese: JSON.stringify(composeSyntheseSheet(verification, dossier, raw)).replaceAll("\u00a0", " "),
  };
}

describe("the annexe « Versements »", () => {
  it("is read as a list of payments, and empty as nothing", () => {
    const { verification, found } = run([]);
    expect(verification.read.map(({ kind }) => kind)).toEqual(["budget", "execution", "payments"]);
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([
      ["somme-a-reverser/1/2024/etat/verse", "warning"],
    ]);
    expect(run([]).verification.unread).toEqual([]);
    const empty = verify(
      rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, Versements: annexe([], []) }),
      contratIntegre,
      TODAY,
    );
    expect(empty.verification.leftAside ?? []).toEqual([]);
    expect(empty.verification.unread).toEqual([]);
  });

  it("has its total read below the lines that are left to fill in, and held against them", () => {
    const rows = annexe(PAYMENTS, []);
    const total = rows.find(([label]) => label === "TOTAL") as CellLiteral[];
    const found = (amount: number) => {
      total[1] = amount;
      const sheets = { "Tableau budgétaire": tableauBudgetaire, Exécution: table, Versements: rows };
      const { findings, unread } = verify(rawWorkbook(sheets), contratIntegre, TODAY).verification;
      return [unread.length, findings.some(({ id }) => id.endsWith("/total-liste"))];
    };
    const paid = PAYMENTS.reduce((sum, [, amount]) => sum + Number(amount), 0);
    expect(found(paid)).toEqual([0, false]);
    expect(found(paid + 0.01)).toEqual([0, true]);
  });

  it("gives a decision with its date, in the same words and figure everywhere", () => {
    const { verification, found, bilan, aReverser, synthese } = run([
      ["12/03/2025", 25000, 2024, "Action 1", "reportée", 2026],
    ]);
    expect(verification.read.map(({ kind }) => kind)).toContain("decisions");
    expect(found.map(({ severity, figures }) => [severity, figures?.unit === "montant" && figures.gap])).toEqual([
      ["warning", 2_500_000],
    ]);
    const said = "25 000,00 € reportés sur 2026 (décision du 12/03/2025)";
    const plain = (text: string) => text.replaceAll("\u00a0", " ");
    expect(plain(found[0]?.message ?? "")).toContain(said);
    const [first] = bilan.financier.groupes.flatMap(({ lignes }) => lignes);
    expect(first?.suites.map(({ texte }) => plain(texte))).toEqual([`Versé et non utilisé : ${said}`]);
    expect(first?.cumul.nonUtilise.value).toBe(2_500_000);
    expect(aReverser).toEqual([2_500_000, 2_500_000]);
    expect(synthese).toContain(`Action 1 – 25 000,00 € versés et non utilisés : ${said}.`);
  });

  it.each([
    ["nothing", null],
    ["a part of it", 10_000],
    ["all of it", 25_000],
    ["more than that", 25_000.01],
  ])("leaves all that was not used at stake where one party notes a decision on %s", (_, amount) => {
    const { found } = run(amount === null ? [] : [["12/03/2025", amount, 2024, "Action 1", "rendue"]]);
    expect(found.map(({ enJeu }) => enJeu)).toEqual([2_500_000]);
  });

  it.each<[string, readonly CellLiteral[]]>([
    ["without an amount", ["12/03/2025", null, 2024, "Action 1", "rendue"]],
    ["of words that say two things", ["12/03/2025", 25000, 2024, "Action 1", "reportée ou rendue"]],
    ["of a year that is not the contract's", ["12/03/2025", 25000, 2019, "Action 1", "rendue"]],
    ["carried over backwards", ["12/03/2025", 25000, 2025, "Action 1", "reportée", 2024]],
    ["of an action that the contract has not", ["12/03/2025", 25000, 2024, "Action 99", "rendue"]],
  ])("names a decision %s, which decides nothing", (_, line) => {
    const { verification, found } = run([line]);
    expect(verification.unread.map(({ sheet, reason }) => [sheet, reason.startsWith("décision ")])).toEqual([
      ["Versements", true],
    ]);
    expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it.each([
    "Reporté",
    "report sur 2026",
    "remboursement",
    "reversée à l’État",
    "réduction",
    "déduction",
    "sans suite",
    "aucune",
  ])("reads « %s »", (suite) => {
    const { verification } = run([["12/03/2025", 25000, 2024, "Action 1", suite]]);
    expect(verification.read.map(({ kind }) => kind)).toContain("decisions");
    expect(verification.unread).toEqual([]);
  });
});
