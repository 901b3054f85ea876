// What people said of columns and rows is told to the other party: in the headline, on « Écarts », in the procès-verbal and in the report.
import { describe, expect, it } from "vitest";
import { contratsIntegres } from "../../../../src/contracts/built-in";
import { composeVerification } from "../../../../src/core/sheets/compose-verification";
import { composeProcesVerbalSheet } from "../../../../src/core/sheets/proces-verbal-sheet";
import { dresserProcesVerbal } from "../../../../src/core/reports/proces-verbal/proces-verbal";
import type { Reponse } from "../../../../src/core/domain/question";
import type { RawWorkbook, SheetPlan } from "../../../../src/core/workbook-port";
import { verify } from "../../../../src/core/verify";
import { formatReport } from "../../../../src/cli/verifier/report-text";
import { budget, PLAIN, say, workbook } from "./asked";

const raw = workbook({
  Budget: budget([...PLAIN, "Fonds Barnier"]).map((row, at) => (at === 0 ? row : [...row, 12_000])),
});
const [question] = say(raw).questions;
if (!question) throw new Error("nothing is asked");
const IGNORED: Reponse = {
  key: question.key,
  answer: { role: "ne pas comparer" },
  ...{ by: "Mme Roy", on: "2026-11-24", speaksFor: "etat" },
};

const verified = (reponses: readonly Reponse[]) =>
  verify({ ...raw, reponses } satisfies RawWorkbook, contratsIntegres, "2024-06-30");
const textOf = ({ cells }: SheetPlan): string =>
  cells
    .flat()
    .map(({ value }) => value ?? "")
    .join("\n")
    .replace(/\s/g, " ");

const SAID = /Rien de cela : ne pas comparer, 96 000,00 € laissés de côté \(Mme Roy, État, 24\/11\/2026\)/;

describe("what is asked", () => {
  it("is said once, with what to do: no list says meanwhile that the column is not there, or was not read", () => {
    const words = PLAIN.map((heading) => heading?.toString().replace(/^Etat 2025$/, "BP 2025 Etat") ?? null);
    const unclear = verify(workbook({ Budget: budget(words) }), contratsIntegres, "2024-06-30").verification;
    const report = formatReport(unclear, false).replace(/\s/gu, " ");
    expect(report).toContain("À préciser d’abord : Colonne E, « BP 2025 Etat ».");
    expect(report).not.toMatch(/aucune colonne « part|mais non comparés|n’a pas été lu/);
  });
});

describe("an answer that sets amounts aside", () => {
  const { verification, dossier } = verified([IGNORED]);
  const pv = dresserProcesVerbal({ verification, dossier }, { produit: "1", regles: "1" });

  it("stands on « Écarts », with where, how much, by whom and when, and in its headline", () => {
    const [ecarts] = composeVerification(verification, dossier, raw).sheets;
    const text = ecarts ? textOf(ecarts) : "";
    expect(text).toMatch(/Colonne « Fonds Barnier » \(Budget!N2:N9\)/);
    expect(text).toMatch(SAID);
    expect(text).toMatch(/règles? non vérifiables?\. 96 000,00 € laissés de côté par Mme Roy\./);
  });

  it("is counted without the row of its own total", () => {
    const total = ["TOTAL", ...PLAIN.slice(1).map(() => null), 96_000];
    const rows = budget([...PLAIN, "Fonds Barnier"]).map((row, at) => (at === 0 ? row : [...row, 12_000]));
    const { dossier: summed } = verify(
      { ...workbook({ Budget: [...rows, total] }), reponses: [IGNORED] },
      contratsIntegres,
      "2024-06-30",
    );
    expect(summed.reponses?.map(({ setAside }) => setAside)).toEqual([9_600_000]);
  });

  it("of a row is counted without the columns of totals", () => {
    const [first = []] = budget(PLAIN).slice(1);
    const rows = workbook({ Budget: [...budget(PLAIN), ["CCAS", ...first.slice(1)]] });
    const parts = first.filter((value, at) => at > 0 && at % 3 !== 0 && typeof value === "number").map(Number);
    const reponse: Reponse = { ...IGNORED, key: { kind: "row", path: ["CCAS"], sheet: "Budget" } };
    const { dossier: summed } = verify({ ...rows, reponses: [reponse] }, contratsIntegres, "2024-06-30");
    const sum = parts.reduce((total, one) => total + one, 0);
    expect(summed.reponses?.map(({ setAside }) => setAside)).toEqual([sum * 100]);
  });

  it("stands in the procès-verbal and in what the command line prints", () => {
    expect(textOf(composeProcesVerbalSheet(pv))).toMatch(SAID);
    expect(formatReport(verification, false).replace(/\s/g, " ")).toMatch(SAID);
  });

  it("given otherwise after the procès-verbal, is named by its check", () => {
    const other = verified([{ ...IGNORED, by: "M. Petit" }]);
    const after = dresserProcesVerbal(other, { produit: "1", regles: "1" });
    expect(after.empreinte).not.toBe(pv.empreinte);
    const named = after.chiffres.filter(({ libelle }) => libelle.startsWith("Réponse"));
    expect(named.map(({ libelle, valeur }) => `${libelle} ${valeur}`.replace(/\s/g, " "))).toEqual([
      expect.stringMatching(/Colonne « Fonds Barnier » .*M\. Petit/),
    ]);
  });
});

it("an answer to what is there no more is told to serve no longer; without answers nothing is said of any", () => {
  const gone: Reponse = { ...IGNORED, key: { kind: "column", path: ["Autre fonds"], sheet: "Budget" } };
  const { verification, dossier } = verified([gone]);
  const [ecarts] = composeVerification(verification, dossier, raw).sheets;
  expect(ecarts && textOf(ecarts)).toMatch(/Cet intitulé n’est plus dans le classeur/);
  const none = verified([]);
  const [plain] = composeVerification(none.verification, none.dossier, raw).sheets;
  expect(plain && textOf(plain)).not.toMatch(/Réponses données/);
});
