// The account of an invented contract with other financing, payments and two years of execution, to the centime, against a
// computation that shares no code with ours; then each figure of Synthèse, bilan, Word and procès-verbal against the same.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { computeBilan } from "../../../src/core/reports/bilan/compute-bilan";
import { columnName } from "xlsx-model/local-cell";
import type { Dossier } from "../../../src/core/domain/dossier";
import type { Ecriture } from "../../../src/core/facts/ledger/ecriture";
import { ledgerOf } from "../../../src/core/facts/ledger/ledger";
import { montantFromCentimes, toEuros } from "../../../src/core/domain/values/montant";
import { verify } from "../../../src/core/verify";
import type { WorkbookPort } from "../../../src/core/workbook-port";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import type { SheetModel } from "xlsx-model/workbook-model";
import { establishProcesVerbal } from "../../../src/usecases/establish-proces-verbal";
import { verifyWorkbook } from "../../../src/usecases/verify-workbook";
import { writeBilan } from "../../../src/usecases/write-bilan";
import { bilanDocx } from "../../../src/word/bilan-docx";
import { contratDuDepartement as convention } from "../../contracts/departement-invente";
import { computedByLibreOffice } from "../../libreoffice";

const AS_OF = "2027-01-15";
const PERIODE = { debut: 2024, fin: 2025 };
const YEARS = [2024, 2025];
const COLUMNS = ["Exécuté État", "Exécuté Département", "Autres financeurs", "Exécuté Total", "Versé"] as const;

type Content = string | number | null;
type Documents = Record<string, Record<string, Record<string, number | null>>>;
/** Of a document: the places, the periods and the columns that it shows. */
type Asked = Readonly<Record<string, readonly [readonly string[], readonly string[], readonly string[]]>>;
type Independent = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

const folder = mkdtempSync(join(tmpdir(), "ledger-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Uneven cents, so that no two figures are alike; the same on every run. */
function* cents(): Generator<number> {
  for (let seed = 7; ; seed = (seed * 48271) % 2147483647) yield seed % 997;
}

function addRow(rows: Content[][], draw: Generator<number>, action: (typeof convention.actions)[number]) {
  const cells = YEARS.flatMap((annee, index) => {
    const due = action.montants.find((each) => each.annee === annee);
    const next = () => draw.next().value as number;
    const etat = montantFromCentimes(Math.max(0, (due?.etat ?? 0) - next() * (index + 3)));
    const local = montantFromCentimes((due?.collectivite ?? 0) + next());
    const autres = montantFromCentimes(Number(action.numero) % 3 === 0 ? 0 : next() * 11);
    const verse = montantFromCentimes(Math.max(0, (due?.etat ?? 0) - (Number(action.numero) % 2) * next()));
    const total = montantFromCentimes(etat + local + autres);
    return [etat, local, autres, total, verse].map(toEuros);
  });
  rows.push([`${action.numero} ${action.intitule}`, ...cells]);
}

function rowsOfExecution(): Content[][] {
  const draw = cents();
  const rows: Content[][] = [
    ["Actions", ...YEARS.flatMap((annee) => [annee, ...COLUMNS.slice(1).map(() => null)])],
    [null, ...YEARS.flatMap(() => COLUMNS)],
  ];
  const addSums = (label: string, ranges: readonly (readonly [first: number, last: number])[]): void => {
    const sums = YEARS.flatMap(() => COLUMNS).map((_, index) => {
      const column = columnName(index + 1);
      return `=SUM(${ranges.map(([first, last]) => `${column}${first}:${column}${last}`).join(",")})`;
    });
    rows.push([label, ...sums]);
  };
  const ranges: (readonly [number, number])[] = [];
  for (const axe of convention.axes) {
    rows.push([`Axe ${axe.numero} : ${axe.intitule}`]);
    const first = rows.length + 1;
    for (const action of convention.actions) if (action.axe === axe.numero) addRow(rows, draw, action);
    const range = [first, rows.length] as const;
    ranges.push(range);
    addSums(`Sous-total axe ${axe.numero}`, [range]);
  }
  addSums("TOTAL", ranges);
  return rows;
}

function rowsOfBudget(): Content[][] {
  const years = convention.annees.map(({ annee }) => annee);
  return [
    ["Actions", ...years.flatMap((annee) => [annee, null, null])],
    [null, ...years.flatMap(() => ["Total", "État", "Département"])],
    ...convention.axes.flatMap(({ numero, intitule }): Content[][] => [
      [`Axe ${numero} : ${intitule}`],
      ...convention.actions
        .filter(({ axe }) => axe === numero)
        .map((action) => [
          `${action.numero} ${action.intitule}`,
          ...action.montants.flatMap(({ etat, collectivite }) =>
            [montantFromCentimes(etat + collectivite), etat, collectivite].map(toEuros),
          ),
        ]),
    ]),
  ];
}

function fill(sheet: SheetModel, rows: readonly (readonly Content[])[]): void {
  for (const [row, cells] of rows.entries()) {
    for (const [column, content] of cells.entries()) {
      const isFormula = typeof content === "string" && content.startsWith("=");
      if (content !== null)
        sheet.setContent(row, column, { value: isFormula ? null : content, formula: isFormula ? content : null });
    }
  }
}

const python = (script: string, ...args: readonly string[]): unknown =>
  JSON.parse(
    execFileSync("/usr/bin/python3", [fileURLToPath(new URL(script, import.meta.url)), ...args], { encoding: "utf8" }),
  );

let expected: Independent;
let port: WorkbookPort;
let save: () => Uint8Array;
let dossier: Dossier;
let verification: ReturnType<typeof verify>["verification"];

beforeAll(async () => {
  const model = createXlsx("ledger.xlsx");
  const [sheet] = model.sheets;
  if (!sheet) throw new Error("no sheet");
  sheet.name = "Exécution";
  fill(sheet, rowsOfExecution());
  fill(model.addSheet("Budget"), rowsOfBudget());
  const bytes = model.save();
  const file = join(folder, "ledger.xlsx");
  writeFileSync(file, bytes);
  expected = python("compute-ledger.py", file) as Independent;
  ({ port, save } = openFileWorkbook(bytes, "ledger.xlsx"));
  const verified = verify(await port.read(), convention, AS_OF, "given");
  dossier = verified.dossier;
  ({ verification } = verified);
});

function figures({ contractualise, execute, verse, nonUtilise, nonConsomme, taux }: Ecriture) {
  return {
    contractEtat: contractualise.etat,
    contractLocal: contractualise.collectivite,
    etat: execute.etat.value,
    local: execute.collectivite.value,
    total: execute.total.value,
    autres: execute.autres.value,
    cout: execute.cout.value,
    verse: verse.value,
    nonUtilise: nonUtilise.value,
    reste: nonConsomme.value,
    contracted: contractualise.total,
    taux: taux && Math.floor((taux.numerateur * 10_000) / taux.denominateur + 0.5),
  };
}

describe("the account of an invented contract", () => {
  it("is right to the centime: per action, axe and in all, in each year and cumulated", () => {
    const { groupes, annees, cumul } = computeBilan(dossier, verification, PERIODE).financier;
    const found: Record<string, unknown> = {};
    const put = (place: string, years: readonly ({ readonly annee: number } & Ecriture)[], sum: Ecriture): void => {
      for (const year of years) found[`${place}/${year.annee}`] = figures(year);
      found[`${place}/cumul`] = figures(sum);
    };
    for (const groupe of groupes) {
      put(`axe-${groupe.axe.numero}`, groupe.annees, groupe.cumul);
      for (const ligne of groupe.lignes) put(`action-${ligne.action.numero}`, ligne.annees, ligne.cumul);
    }
    put("total", annees, cumul);
    expect(Object.keys(found)).toHaveLength((convention.actions.length + convention.axes.length + 1) * 3);
    expect(found).toEqual(expected);
    expect(ledgerOf(dossier).hasAutres(YEARS) && ledgerOf(dossier).hasVerses(YEARS)).toBe(true);
  });

  it("is shown without a difference by Synthèse, the report's sheets, the Word document and the procès-verbal", async () => {
    await verifyWorkbook(port, convention, AS_OF, undefined, { source: "given" });
    const { bilan } = await writeBilan(port, convention, { asOf: AS_OF, periode: PERIODE, source: "given" });
    await establishProcesVerbal(port, convention, AS_OF, null, "given");
    writeFileSync(join(folder, "four.xlsx"), computedByLibreOffice(save()));
    writeFileSync(join(folder, "four.docx"), await bilanDocx(bilan));
    const shown = python("read-documents.py", join(folder, "four.xlsx"), join(folder, "four.docx")) as Documents;

    const places = {
      actions: convention.actions.map(({ numero }) => `action-${numero}`),
      axes: convention.axes.map(({ numero }) => `axe-${numero}`),
      total: ["total"],
    };
    const all = [...places.actions, ...places.axes, ...places.total];
    const periods = [...YEARS.map(String), "cumul"];
    const contracted = ["contractEtat", "contractLocal", "contracted"];
    const executed = ["etat", "local", "total", "taux", "reste"];
    const beside = ["autres", "cout", "verse", "nonUtilise"];
    const asked: Asked = {
      "Bilan financier": [all, periods, [...contracted, ...executed, ...beside]],
      "Bilan par axe": [[...places.axes, "total"], ["cumul"], ["contracted", ...executed]],
      Synthèse: [[...places.axes, "total"], YEARS.map(String), [...contracted, ...executed]],
      "Procès-verbal": [all, YEARS.map(String), ["etat", "local", "autres", "cout", "verse"]],
      "Word, exécution financière": [all, periods, [...contracted, ...executed]],
      "Word, synthèse par axe": [places.axes, ["cumul"], ["contracted", "total", "taux", "reste"]],
      "Word, action par action": [
        places.actions,
        periods,
        ["contracted", "total", "taux", "etat", "cout", "verse", "nonUtilise"],
      ],
    };
    const wanted = Object.fromEntries(
      Object.entries(asked).map(([document, [where, when, keys]]) => [
        document,
        Object.fromEntries(
          where.flatMap((place) =>
            when.map((period) => {
              const own = expected[`${place}/${period}`];
              return [`${place}/${period}`, Object.fromEntries(keys.map((key) => [key, own?.[key]]))];
            }),
          ),
        ),
      ]),
    );
    // Of the year that is not over, Synthèse shows what is contracted alone.
    for (const place of [...places.axes, "total"]) delete shown["Synthèse"]?.[`${place}/2026`];
    expect(shown).toEqual(wanted);
  });
});
