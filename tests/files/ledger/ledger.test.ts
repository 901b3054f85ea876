// The account of an invented contract with other financing, payments and two years of execution, to the centime, against a
// computation that shares no code with ours; and Synthèse, bilan, Word and procès-verbal on the same figures.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { computeBilan } from "../../../src/core/bilan/compute-bilan";
import type { Dossier } from "../../../src/core/domain/dossier";
import type { Ecriture } from "../../../src/core/domain/ledger/ecriture";
import { ledgerOf } from "../../../src/core/domain/ledger/ledger";
import { montantFromCentimes, toEuros } from "../../../src/core/domain/values/montant";
import { formatMontant } from "../../../src/core/domain/words/format";
import { formatTaux } from "../../../src/core/domain/values/taux";
import { chiffresVerifies } from "../../../src/core/proces-verbal/chiffres";
import { verify } from "../../../src/core/verify";
import type { PlannedCell, RawWorkbook, SheetPlan } from "../../../src/core/workbook-port";
import { composeBilan } from "../../../src/core/writing/bilan/compose-bilan";
import { composeSyntheseSheet } from "../../../src/core/writing/synthese/synthese-sheet";
import { createXlsx } from "../../../src/files/create-xlsx";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { bilanDocx } from "../../../src/word/bilan-docx";
import { contratDuDepartement as convention } from "../../contracts/departement-invente";

const AS_OF = "2027-01-15";
const PERIODE = { debut: 2024, fin: 2025 };
const YEARS = [2024, 2025];
const COLUMNS = ["Exécuté État", "Exécuté Département", "Autres financeurs", "Exécuté Total", "Versé"] as const;

type Independent = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

const folder = mkdtempSync(join(tmpdir(), "ledger-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Uneven cents, so that no two figures are alike; the same on every run. */
function* cents(): Generator<number> {
  for (let seed = 7; ; seed = (seed * 48271) % 2147483647) yield seed % 997;
}

function addRow(
  rows: (string | number | null)[][],
  draw: Generator<number>,
  action: (typeof convention.actions)[number],
) {
  const cells = YEARS.flatMap((annee, index) => {
    const due = action.montants.find((each) => each.annee === annee);
    const next = () => draw.next().value as number;
    const etat = montantFromCentimes(Math.max(0, (due?.etat ?? 0) - next() * (index + 3)));
    const local = montantFromCentimes((due?.collectivite ?? 0) + next());
    const autres = montantFromCentimes(action.numero % 3 === 0 ? 0 : next() * 11);
    const verse = montantFromCentimes(Math.max(0, (due?.etat ?? 0) - (action.numero % 2) * next()));
    const total = montantFromCentimes(etat + local + autres);
    return [etat, local, autres, total, verse].map(toEuros);
  });
  rows.push([`${action.numero} ${action.intitule}`, ...cells]);
}

function rowsOfExecution(): (string | number | null)[][] {
  const draw = cents();
  const rows: (string | number | null)[][] = [
    ["Actions", ...YEARS.flatMap((annee) => [annee, ...COLUMNS.slice(1).map(() => null)])],
    [null, ...YEARS.flatMap(() => COLUMNS)],
  ];
  for (const axe of convention.axes) {
    rows.push([`Axe ${axe.numero} : ${axe.intitule}`]);
    for (const action of convention.actions) if (action.axe === axe.numero) addRow(rows, draw, action);
  }
  return rows;
}

const rows = rowsOfExecution();
let expected: Independent;
let raw: RawWorkbook;
let dossier: Dossier;
let verification: ReturnType<typeof verify>["verification"];

beforeAll(async () => {
  const model = createXlsx("ledger.xlsx");
  const sheet = model.sheets[0];
  if (!sheet) throw new Error("no sheet");
  sheet.name = "Exécution";
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      if (value !== null) sheet.setContent(row, column, { value, formula: null });
    }
  }
  const bytes = model.save();
  const file = join(folder, "ledger.xlsx");
  writeFileSync(file, bytes);
  const contract = Object.fromEntries(
    convention.actions.map(({ numero, axe, montants }) => [
      numero,
      [axe, Object.fromEntries(montants.map((each) => [each.annee, [toEuros(each.etat), toEuros(each.collectivite)]]))],
    ]),
  );
  const script = fileURLToPath(new URL("compute-ledger.py", import.meta.url));
  const output = execFileSync("/usr/bin/python3", [script, file, JSON.stringify(contract)], { encoding: "utf8" });
  expected = JSON.parse(output) as Independent;
  raw = await openFileWorkbook(bytes, "ledger.xlsx").port.read();
  const verified = verify(raw, convention, AS_OF);
  dossier = verified.dossier;
  ({ verification } = verified);
});

function figures({ contractualise, execute, verse, nonUtilise, nonConsomme, taux }: Ecriture) {
  return {
    contractEtat: contractualise.etat,
    contractLocal: contractualise.collectivite,
    etat: execute.etat.montant,
    local: execute.collectivite.montant,
    total: execute.total.montant,
    autres: execute.autres.montant,
    cout: execute.cout.montant,
    verse: verse.montant,
    nonUtilise: nonUtilise.montant,
    reste: nonConsomme.montant,
    taux: taux && Math.floor((taux.numerateur * 10_000) / taux.denominateur),
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

  it("is the same in Synthèse, in the sheets of the report and in the Word document", async () => {
    const bilan = computeBilan(dossier, verification, PERIODE);
    const budget = dossier.budget ?? dossier.execution;
    const synthese = composeSyntheseSheet(verification, { ...dossier, budget }, raw);
    const [financier] = composeBilan(bilan, dossier, raw).sheets;
    const words = strFromU8(unzipSync(await bilanDocx(bilan))["word/document.xml"] ?? new Uint8Array()).replaceAll(
      /<[^>]+>/g,
      "\n",
    );
    const valuesOf = (plan: SheetPlan | undefined) =>
      (plan?.cells ?? []).map((row) => row.map(({ value }: PlannedCell) => value));
    const euros = (centimes: number | null | undefined) => toEuros(montantFromCentimes(centimes ?? -1));

    const shown = valuesOf(synthese);
    const from = shown.findIndex(([first]) => first === "Exécution par axe");
    for (const annee of YEARS) {
      for (const { numero } of convention.axes) {
        const row = shown.slice(from).find(([year, axe]) => year === annee && axe === `Axe ${numero}`);
        const own = expected[`axe-${numero}/${annee}`];
        const parts = [euros(own?.etat), euros(own?.local), euros(own?.total), (own?.taux ?? -1) / 10_000];
        expect(row?.slice(3, 7)).toEqual(parts);
        expect(row?.[8]).toBe(euros(own?.reste));
      }
    }

    const sheet = valuesOf(financier);
    const section = sheet.findIndex(([label]) => String(label).startsWith("Cumul"));
    const total = sheet.slice(section).find(([label]) => String(label).startsWith("TOTAL"));
    const whole = expected["total/cumul"];
    const inOrder = [
      "contractEtat",
      "contractLocal",
      "contracted",
      "etat",
      "local",
      "total",
      "taux",
      "reste",
      "autres",
      "cout",
      "verse",
      "nonUtilise",
    ];
    expect(total?.slice(1, 13)).toEqual(
      inOrder.map((key) => {
        if (key === "taux") return (whole?.taux ?? -1) / 10_000;
        if (key === "contracted") return euros((whole?.contractEtat ?? 0) + (whole?.contractLocal ?? 0));
        return euros(whole?.[key]);
      }),
    );

    for (const [place, own] of Object.entries(expected)) {
      if (!place.startsWith("action-")) continue;
      for (const key of ["total", "etat", "cout", "verse", "nonUtilise"] as const) {
        expect(words, `${place} ${key}`).toContain(formatMontant(montantFromCentimes(own[key] ?? -1)));
      }
      expect(words).toContain(formatTaux(own.total ?? 0, (own.contractEtat ?? 0) + (own.contractLocal ?? 0)));
    }
  });

  it("stands figure by figure in the procès-verbal", () => {
    const chiffres = new Map(chiffresVerifies(dossier).map(({ cle, valeur }) => [cle, valeur]));
    for (const { numero } of convention.actions) {
      for (const annee of YEARS) {
        const own = expected[`action-${numero}/${annee}`];
        const parts = {
          etat: own?.etat,
          collectivite: own?.local,
          total: own?.cout,
          verse: own?.verse,
          autres: own?.autres,
        };
        for (const [part, centimes] of Object.entries(parts)) {
          const valeur = formatMontant(montantFromCentimes(centimes ?? -1));
          expect(chiffres.get(`execution/action-${numero}/${annee}/${part}`), `${numero} ${annee} ${part}`).toBe(
            valeur,
          );
        }
      }
    }
  });
});
