// What changed in the sheet « Contrat », its avenants among it, and a reason reworded or taken away: each is named with its cell.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatLocalCell } from "xlsx-model/local-cell";
import { sceller } from "../../../../src/core/contract/signed/sceau";
import { describeChangement } from "../../../../src/core/reports/proces-verbal/describe-controle";
import { dresserProcesVerbal, type ProcesVerbal } from "../../../../src/core/reports/proces-verbal/proces-verbal";
import { verify } from "../../../../src/core/verify";
import { execution, withSlips, type Slips } from "../../executed-workbook";
import { contratSheet, find, put, putAvenant, putParametre, type Edit } from "../../reading/contrat/contrat-edits";
import { rawWorkbook } from "../../reading/raw-workbook-builder";
import { AS_OF, check, drawUp, plain, SHEETS } from "./established";

function drawUpWith(...edits: readonly Edit[]): ProcesVerbal {
  const raw = rawWorkbook(SHEETS);
  const sheet = { ...contratSheet(contratIntegre, ...edits), id: "contrat" };
  const workbook = { ...raw, seal: sceller(contratIntegre).texte, sheets: [...raw.sheets, sheet] };
  const versions = { produit: "1.2.3", regles: "abcdef012345" };
  return dresserProcesVerbal(verify(workbook, contratIntegre, AS_OF), versions);
}

function addressOf(section: string, line: number, heading: string): string {
  let address = "";
  contratSheet(contratIntegre, (cells) => {
    const { row, column } = find(cells, section, line, heading);
    address = `Contrat!${formatLocalCell(row, column)}`;
  });
  return address;
}

const named = (signed: ProcesVerbal, now: ProcesVerbal) =>
  check(signed, now).changements.map((each) => [each.cellule, plain(describeChangement(each))]);

describe("of the sheet « Contrat »", () => {
  const signed = drawUpWith();

  it("nothing is named where nothing changed", () => {
    expect(check(signed, drawUpWith()).identique).toBe(true);
  });

  it.each([
    [
      "an amount",
      put("Actions et montants", 1, "État 2026", 65_000.01),
      () => addressOf("Actions et montants", 1, "État 2026"),
      "Contrat – Action 1 – 2026 – part État : 65 000,00 € au procès-verbal, 65 000,01 € à présent.",
    ],
    [
      "a target",
      put("Indicateurs et cibles", 2, "Cible 2027", 3),
      () => addressOf("Indicateurs et cibles", 2, "Cible 2027"),
      /^Contrat – Action \d – indicateur \d – cible 2027 : .* 3 à présent\.$/,
    ],
    [
      "a setting",
      putParametre("Alerte sur les cibles (réglage)", 0.7),
      () => expect.stringMatching(/^Contrat!C\d+$/),
      "Contrat – Alerte sur les cibles (réglage) : 80 % au procès-verbal, 70 % à présent.",
    ],
  ] as const)("%s is named by its cell", (_, edit, address, sentence) => {
    const text = typeof sentence === "string" ? sentence : expect.stringMatching(sentence);
    expect(named(signed, drawUpWith(edit))).toEqual([[address(), text]]);
  });

  it("an avenant added, and one changed afterwards, are named at their line", () => {
    const line = { "Avenant n°": 1, Année: 2026, Action: 1, Partie: "État" };
    const avenant = (day: string, amount: number) =>
      drawUpWith(putAvenant(1, { ...line, "Signé le": day, "Nouvelle valeur": amount }));
    const at = addressOf("Avenants", 1, "Avenant n°");
    const first = avenant("12/03/2026", 60_000);
    expect(named(signed, first)).toEqual([
      [
        at,
        "Avenant n° 1 – Action 1 – 2026 – part État : absent du procès-verbal, 60 000,00 €, signé le 12/03/2026 à présent.",
      ],
    ]);
    expect(named(first, avenant("13/03/2026", 60_000))).toMatchObject([[at, expect.stringContaining("13/03/2026")]]);
    expect(named(first, avenant("12/03/2026", 61_000))).toMatchObject([[at, expect.stringContaining("61 000,00 €")]]);
    expect(named(first, signed)).toMatchObject([[at, expect.stringContaining("n’est plus dans le classeur")]]);
  });
});

describe("of the reasons", () => {
  /** 2024 is spent far below what was foreseen; the reason stands in the table's own column. */
  const given = (reason: string | null): ProcesVerbal => {
    const rows = withSlips(execution, { C4: 10_000, D4: 10_000, B4: 20_000 } satisfies Slips);
    const told = rows.map((row, index) => [...row, index === 1 ? "Justification" : index === 3 ? reason : null]);
    return drawUp({ ...SHEETS, Exécution: told });
  };

  it("one reworded, one taken away and one added are named with their cell", () => {
    const signed = given("Recrutement tardif");
    const cellOf = (pv: ProcesVerbal) => pv.chiffres.find(({ cle }) => cle.startsWith("motif/"))?.cellule;
    const at = cellOf(signed);
    expect(at).toMatch(/^Exécution!/);
    expect(named(signed, given("Recrutement très tardif")).filter(([cell]) => cell === at)).not.toEqual([]);
    expect(named(signed, given(null))).toContainEqual([at, expect.stringContaining("n’est plus dans le classeur")]);
    expect(named(given(null), signed)).toContainEqual([at, expect.stringContaining("absent du procès-verbal")]);
    expect(check(signed, given(null)).identique).toBe(false);
  });
});
