// Procès-verbaux that follow each other: what tells that one was replaced, changed or put in another place, and what only a kept one tells.
import { describe, expect, it } from "vitest";
import { empreinteDesChiffres, formatEmpreinte } from "../../../../src/core/reports/proces-verbal/empreinte";
import type { ProcesVerbal } from "../../../../src/core/reports/proces-verbal/proces-verbal";
import { comparerSuites, precedentsDe, suiteApres } from "../../../../src/core/reports/proces-verbal/suite";
import type { CellValue } from "xlsx-model/plan";
import { withSlips } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { check, drawUp, kept, plain, rowOf, SHEETS } from "./established";

const at = (asOf: string, value: number, precedents: ProcesVerbal["precedents"] = []) =>
  drawUp({ ...SHEETS, "Tableau budgétaire": withSlips(tableauBudgetaire, { C4: value }) }, { asOf, precedents });

const first = at("2025-03-01", 65_001);
const second = at("2025-09-01", 65_002, suiteApres(kept(first)));
const third = at("2026-03-01", 65_003, suiteApres(kept(second)));

/** The row of the unprinted list that is of one procès-verbal. */
const lineOf = (cells: CellValue[][], rang: number): CellValue[] => {
  const line = cells.find((row) => row.at(-1) === `proces-verbal/${rang}`);
  if (!line) throw new Error(`no procès-verbal ${rang}`);
  return line;
};

/** What somebody does who knows how a fingerprint is made. */
function seal(cells: CellValue[][]): void {
  const list = cells.slice(cells.findIndex((row) => row.at(-1) === "Identifiant") + 1);
  const figures = list.flatMap((row) => {
    const cle = row.at(-1);
    return typeof cle === "string" && cle !== "" ? [{ cle, valeur: String(row[1] ?? "") }] : [];
  });
  rowOf(cells, "Empreinte des chiffres")[1] = formatEmpreinte(empreinteDesChiffres(figures));
}

const valueOf = (cells: CellValue[][], rang: number): CellValue => lineOf(cells, rang)[1] ?? null;

/** Each procès-verbal in the other's place, as if it had been drawn up so. */
function swap(cells: CellValue[][], withDates: boolean): void {
  const [one, two] = [String(valueOf(cells, 1)), String(valueOf(cells, 2))];
  const dated = (date: string, print: string) => `${date.slice(0, 10)}${print.slice(10)}`;
  lineOf(cells, 1)[1] = withDates ? dated(one, two) : two;
  lineOf(cells, 2)[1] = withDates ? dated(two, one) : one;
}

describe("procès-verbaux that follow each other", () => {
  it("each carry those of before with their fingerprints, within their own, and print the last one", () => {
    expect(precedentsDe(third.chiffres).map(({ valeur }) => plain(valeur))).toEqual([
      `01/03/2025, ${first.empreinte}`,
      `01/09/2025, ${second.empreinte}`,
    ]);
    expect(third.empreinte).not.toBe(at("2026-03-01", 65_003).empreinte);
    expect(plain(kept(third).rubriques.precedent)).toBe(
      `n° 2 du 01/09/2025, empreinte ${formatEmpreinte(second.empreinte).slice(0, 17)}…`,
    );
    expect(kept(first).rubriques.precedent).toBe("aucun");
    expect(check(third, third).identique).toBe(true);
  });

  it("one that was drawn up before they followed each other is identical still", () => {
    const { identique, differences } = check(first, first, (cells) => {
      cells.splice(cells.indexOf(rowOf(cells, "Procès-verbal précédent")), 1);
    });
    expect({ identique, differences }).toEqual({ identique: true, differences: [] });
  });

  it.each([
    ["put in the other's place", (cells: CellValue[][]) => swap(cells, false), "est plus récent que le suivant"],
    ["left out", (cells: CellValue[][]) => void lineOf(cells, 1).fill(null), "le n° 2 se trouve à la place du n° 1"],
    ["made unreadable", (cells: CellValue[][]) => void (lineOf(cells, 2)[1] = "01/09/2025"), "n’a plus de date"],
  ])("is broken where one was %s, also by who makes the fingerprint again", (_, edit, said) => {
    const now = (cells: CellValue[][]) => {
      edit(cells);
      seal(cells);
    };
    const { identique, alterations } = check(third, third, now);
    expect(identique).toBe(false);
    expect(plain(alterations.join(" "))).toContain(said);
    expect(plain(alterations.join(" "))).not.toContain("Son empreinte n’est pas celle");
  });

  it("is told of on the signed page: another one cannot be put there", () => {
    const { differences } = check(third, third, (cells) => {
      rowOf(cells, "Procès-verbal précédent")[1] = "aucun";
    });
    expect(plain(differences.join())).toContain("Procès-verbal précédent : « aucun » au procès-verbal");
  });

  it("says that the one before was no longer as it had been drawn up", () => {
    const changed = kept(first, (cells) => {
      const figure = cells.find((row) => String(row[1]).startsWith("65") && String(row.at(-1)).startsWith("budget/"));
      if (figure) figure[1] = "1,00 €";
    });
    const after = at("2025-09-01", 65_002, suiteApres(changed));
    expect(kept(after).rubriques.precedent).toContain("modifié après avoir été établi");
    expect(check(after, after).alterations.join()).toContain("avait été modifié");
  });
});

describe("a procès-verbal held against one that was kept", () => {
  const against = (own: ReturnType<typeof kept>, reference: ProcesVerbal) => {
    const { isBroken, phrase } = comparerSuites(own, kept(reference));
    return [isBroken, plain(phrase)];
  };

  it("is the same one, one after it, or one before it", () => {
    expect(against(kept(second), second)).toEqual([
      false,
      "Le procès-verbal est celui de la référence, n° 2 du 01/09/2025.",
    ]);
    expect(against(kept(third), first)).toEqual([
      false,
      "Le procès-verbal du classeur fait suite à celui de la référence, n° 1 du 01/03/2025.",
    ]);
    expect(against(kept(first), third)[0]).toBe(false);
    expect(against(kept(first), third)[1]).toContain("est plus récent");
  });

  it("does not follow it where it was drawn up again, whatever its fingerprint says of itself", () => {
    const anew = at("2026-03-01", 65_003, suiteApres(kept(at("2025-09-01", 65_999, suiteApres(kept(first))))));
    expect(against(kept(anew), second)[0]).toBe(true);
    expect(against(kept(anew), first)[0]).toBe(false);
    expect(against(kept(at("2026-03-01", 65_003)), second)[0]).toBe(true);
    const swapped = kept(third, (cells) => {
      swap(cells, true);
      seal(cells);
    });
    expect(against(swapped, second)[0]).toBe(true);
    expect(against(swapped, second)[1]).toContain("dans un autre ordre");
  });
});
