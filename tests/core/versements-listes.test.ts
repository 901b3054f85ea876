// A list of payments, « Versements », read as it is made: its roles, what is asked of it, and one figure everywhere.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { roleOf, type Reponse } from "../../src/core/domain/question";
import { computeBilan } from "../../src/core/reports/bilan/compute-bilan";
import { verify } from "../../src/core/verify";
import { execution, TODAY, withSlips, type Rows } from "./executed-workbook";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook } from "./reading/raw-workbook-builder";

const AMOUNTS = [85000, 45000, 147500, 55000];
const HEADING = ["Date", "Objet", "Exercice", "Montant", "Acte"];
const byAxe: Rows = AMOUNTS.map((montant, index) => ["12/05/2024", `Axe ${index + 1}`, 2024, montant, "arrêté 12"]);
const ofActions: Rows = contratIntegre.actions.map(({ numero, montants }) => {
  const etat = montants.find(({ annee }) => annee === 2024)?.etat ?? 0;
  return ["12/05/2024", `Action ${numero}`, 2024, etat / 100, null];
});

/** No column of the table says anything of payments. */
const unpaid = Object.fromEntries(
  Array.from({ length: 13 }, (_, index) => index + 3).flatMap((row) => [
    [`E${row}`, null],
    [`I${row}`, null],
  ]),
);

function run(
  rows: Rows,
  { sheet = "Versements", paid = false, reponses = [] as readonly Reponse[], alone = false } = {},
) {
  const table = withSlips(execution, paid ? {} : unpaid);
  const sheets = { "Tableau budgétaire": tableauBudgetaire, ...(!alone && { Exécution: table }), [sheet]: rows };
  const { verification, dossier } = verify({ ...rawWorkbook(sheets), reponses }, contratIntegre, TODAY);
  const of = (id: string) => verification.findings.filter(({ rule }) => rule === id);
  const rule = verification.rules.find(({ rule: id }) => id === "versement-du-contrat");
  const bilan = computeBilan(dossier, verification, { debut: 2024, fin: 2024 });
  return { dossier, verification, of, rule, bilan, questions: dossier.questions ?? [] };
}

describe("a list of payments", () => {
  it.each<[string, Rows]>([
    ["by axe", [HEADING, ...byAxe]],
    [
      "by axe, under a title, with a total",
      [["Versements de l’État"], HEADING, ...byAxe, ["Total", null, null, 332500]],
    ],
    [
      "by action, with numbers under « Action »",
      [
        ["Versé le", "Action", "Année", "Montant versé"],
        ...ofActions.map(([date = null, , annee = null, montant = null], index) => [date, index + 1, annee, montant]),
      ],
    ],
    [
      "of the whole year, in two instalments",
      [
        ["Date de versement", "Montant", "Année"],
        ["12/05/2024", 300000, 2024],
        ["03/06/2024", 32500, 2024],
      ],
    ],
    [
      "with the year in what it is for",
      [
        ["Date", "Objet", "Montant"],
        ...AMOUNTS.map((montant, index) => ["12/05/2024", `Axe ${index + 1} – 2024`, montant]),
      ],
    ],
    [
      "in thousands",
      [
        ["Date", "Axe", "Année", "Montant (k€)"],
        ...AMOUNTS.map((montant, index) => ["12/05/2024", index + 1, 2024, montant / 1000]),
      ],
    ],
  ])("is what the State paid: %s", (_, rows) => {
    const { of, dossier, questions } = run(rows);
    expect(dossier.versements).toHaveLength(1);
    expect(questions).toEqual([]);
    expect(of("versement-du-contrat")).toEqual([]);
    expect(dossier.nonLus ?? []).toEqual([]);
    expect(of("somme-a-reverser")).toEqual([]);
  });

  it("is checked without an execution table", () => {
    const { rule } = run([HEADING, ...byAxe], { alone: true });
    expect(rule).toMatchObject({ status: "compliant", coverage: { compared: 5, of: 5 } });
  });

  it("adds nothing to what the table says already, and is held against it", () => {
    const same = run([HEADING, ...byAxe], { paid: true });
    const other = run([HEADING, ...byAxe.slice(1)], { paid: true });
    const without = run([[]], { paid: true });
    expect(same.bilan.financier.cumul.verse).toEqual(without.bilan.financier.cumul.verse);
    expect(same.of("versement-du-contrat").map(({ message }) => message)).toEqual(
      without.of("versement-du-contrat").map(({ message }) => message),
    );
    expect(
      other
        .of("versement-du-contrat")
        .map(({ message }) => message)
        .join(),
    ).toContain("C’est le même argent");
  });

  it.each<[string, Rows, readonly (number | null)[], number]>([
    ["by axe", byAxe, [85000, 45000, 147500, 55000], 332500],
    ["of some axes: the others got nothing", byAxe.slice(1), [0, 45000, 147500, 55000], 247500],
    [
      "of the whole year",
      [["12/05/2024", "Année entière", 2024, 332500.01, null]],
      [null, null, null, null],
      332500.01,
    ],
    [
      "by axe and, in one, by action",
      [...byAxe.slice(1), ["12/05/2024", "Action 1", 2024, 65000, null], ["12/05/2024", "Action 2", 2024, 19000, null]],
      [84000, 45000, 147500, 55000],
      331500,
    ],
  ])("%s reaches the bilan at its own level", (_, rows, axes, total) => {
    const { groupes, annees, cumul, montre } = run([HEADING, ...rows]).bilan.financier;
    const euros = (value: number | null | undefined) => (value === null || value === undefined ? null : value / 100);
    expect(montre.verse).toBe(true);
    expect(groupes.map((groupe) => euros(groupe.annees[0]?.verse.value))).toEqual(axes);
    expect(groupes.map((groupe) => euros(groupe.cumul.verse.value))).toEqual(axes);
    expect([euros(annees[0]?.verse.value), euros(cumul.verse.value)]).toEqual([total, total]);
    expect(euros(annees[0]?.nonUtilise.value)).toBe(Math.max(0, Math.round((total - 332500) * 100) / 100));
  });

  it("by action shows the same figure in the bilan; an action that it does not name got nothing", () => {
    const { bilan } = run([HEADING, ...ofActions.slice(1)]);
    expect(bilan.financier.montre.verse).toBe(true);
    expect(bilan.financier.cumul.verse.value).toBe(33250000 - 6500000);
  });

  it("is a question where its words do not say who paid, and nobody is accused meanwhile", () => {
    const rows: Rows = [["Date", "Objet", "Année", "Montant"], ...byAxe.map((row) => row.slice(0, 4)).slice(1)];
    const asked = run(rows, { sheet: "Paiements" });
    expect(asked.questions.map(({ text }) => text)).toEqual([
      "Feuille «\u00a0Paiements\u00a0»\u00a0: que sont ces montants datés\u00a0?",
    ]);
    expect(asked.of("versement-du-contrat")).toEqual([]);
    expect(asked.verification.verdict.state).toBe("to-confirm");
    const [question] = asked.questions;
    const answer = (index: number): Reponse => {
      const given = question?.answers[index];
      if (!question || !given) throw new Error("no answer");
      return { key: question.key, answer: roleOf(given), by: "Anne", on: TODAY, speaksFor: null };
    };
    const told = run(rows, { sheet: "Paiements", reponses: [answer(0)] });
    expect(told.questions).toEqual([]);
    expect(told.of("versement-du-contrat").map(({ figures }) => figures)).toMatchObject([{ gap: -8500000 }]);
    const aside = run(rows, { sheet: "Paiements", reponses: [answer(1)] });
    expect(aside.of("versement-du-contrat")).toEqual([]);
    expect(aside.dossier.versements).toBeUndefined();
    expect(aside.dossier.reponses).toMatchObject([{ setAside: 24750000 }]);
  });

  it("asks for the year where no line says it, and supposes that of the same sum", () => {
    const rows: Rows = [
      ["Date", "Axe", "Montant"],
      ...AMOUNTS.map((montant, index) => ["12/01/2025", index + 1, montant]),
    ];
    const { questions, of } = run(rows);
    expect(questions).toMatchObject([
      { supposed: { year: 2024 }, asked: "Pour quelle année sont ces versements\u00a0?" },
    ]);
    expect(of("versement-du-contrat")).toEqual([]);
  });

  it.each<[string, Rows]>([
    [
      "what is paid to suppliers",
      [
        ["Date", "Fournisseur", "Objet", "Montant versé"],
        ["12/05/2024", "SARL Dupont", "Action 1", 1200],
      ],
    ],
  ])("is not taken for the State’s in silence: %s", (_, rows) => {
    const { dossier, of } = run(rows, { sheet: "Versements" });
    expect(dossier.versements).toBeUndefined();
    expect(of("versement-du-contrat")).toEqual([]);
  });
});

describe("a number alone under « Action ou axe »", () => {
  const NUMBERED = ["Date", "Montant versé", "Année", "Action ou axe"];
  const bare = (rows: Rows): Rows =>
    rows.map(([date = null, , annee = null, montant = null], index) => [date, montant, annee, index + 1]);
  const said = (role: string): Reponse => ({
    key: { kind: "table", path: ["numéros", "Versements"], sheet: "Versements" },
    answer: { role },
    by: "Mme Durand",
    on: TODAY,
    speaksFor: null,
  });
  it.each([
    ["action", [NUMBERED, ...bare(ofActions)]],
    ["axe", [NUMBERED, ...bare(byAxe)]],
  ])("is asked, with what the amounts are, and read as the %s that it is said to be", (role, rows) => {
    const { questions, of } = run(rows);
    expect(questions.map(({ supposed }) => supposed?.role)).toEqual([role]);
    expect(of("versement-du-contrat").filter(({ severity }) => severity !== "info")).toEqual([]);
    const answered = run(rows, { reponses: [said(role)] });
    expect(answered.questions).toEqual([]);
    expect([answered.of("versement-du-contrat"), answered.bilan.financier.cumul.verse.value]).toEqual([[], 33_250_000]);
  });
  it("is read where only an action bears it", () => {
    const rows = bare(ofActions).slice(4);
    const { questions, dossier } = run([NUMBERED, ...rows]);
    expect(questions).toEqual([]);
    expect(dossier.versements?.[0]?.lignes.map(({ objet }) => objet?.kind)).toEqual(Array(4).fill("action"));
  });
});
