// echeances: the day itself and the next, ninety days and ninety-one, done and not done, with and without a sheet.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import avenantAnnuel from "../../../src/core/rules/avenant-annuel";
import rule from "../../../src/core/rules/echeances";
import { reportsIn } from "./rule-tester";
import { runRules } from "../../../src/core/rules/run-rules";
import { collect, reasonsOf } from "../../../src/core/rules/collect";
import { buildDossier } from "./dossier-builder";
import { compliantLines, convention, line, only, otherLines, passee, REPORT, SETTING } from "./echeancier-saisi";
import { buildEcheancier } from "./part-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const tardive = { ...passee, message: "tardive", severity: "info" } as const;
const proche = { ...passee, message: "proche", severity: "info" } as const;
const inOrder = { etabli: "2026-02-02", delibere: "2026-03-05", fait: "2026-03-12" } as const;
const ordre = { message: "ordre", severity: "info" } as const;
const setting = (asOf: string, jours?: number) => ({
  convention: {
    ...only([SETTING]),
    ...(jours !== undefined && { reglages: { ...contratIntegre.reglages, joursDeCloture: jours } }),
  },
  asOf,
  parts: { echeancier: buildEcheancier([{ id: SETTING }]) },
});
const ofSetting = { id: `echeances/${SETTING}` } as const;
testRule(rule, {
  compliant: [
    ...compliantLines,
    { name: "ninety-one days before", convention, asOf: "2025-12-30", parts: line() },
    { name: "done", convention, asOf: "2026-11-24", parts: line({ fait: "2026-03-12" }) },
    { name: "done on its day", convention, asOf: "2026-11-24", parts: line({ fait: "2026-03-31" }) },
    { name: "made, deliberated and handed over", convention, asOf: "2026-11-24", parts: line(inOrder) },
    {
      name: "made, deliberated and handed over on one day",
      convention,
      asOf: "2026-11-24",
      parts: line({ etabli: "2026-03-12", delibere: "2026-03-12", fait: "2026-03-12" }),
    },
    { name: "done, without a date", convention, asOf: "2026-11-24", parts: line({ etat: "fait" }) },
    {
      name: "an avenant that is recorded",
      convention: {
        ...only(["avenant-2025"]),
        creditsEtat: contratIntegre.creditsEtat.map((credit) => ({ ...credit, statut: "ferme" as const })),
      },
      asOf: "2026-11-24",
      parts: { echeancier: buildEcheancier([{ id: "avenant-2025" }]) },
    },
  ],
  discrepancy: [
    ...otherLines,
    {
      name: "done the day after",
      convention,
      asOf: "2026-11-24",
      parts: line({ fait: "2026-04-01" }),
      findings: [tardive],
    },
    ...[
      { name: "a right, ninety days before", asOf: "2027-08-02", message: "annoncee" as const },
      { name: "a right, on its last day", asOf: "2027-10-31", message: "annoncee" as const },
      { name: "a right, once passed", asOf: "2027-11-01", message: "revolue" as const },
    ].map(({ name, asOf, message }) => ({
      name,
      convention: only(["denonciation"]),
      asOf,
      parts: { echeancier: buildEcheancier([{ id: "denonciation" }]) },
      findings: [{ ...passee, message, severity: "info" as const, id: "echeances/denonciation" }],
    })),
    { name: "ninety days before", convention, asOf: "2025-12-31", parts: line(), findings: [proche] },
    {
      name: "deliberated upon after it was handed over",
      convention,
      asOf: "2026-11-24",
      parts: line({ ...inOrder, delibere: "2026-03-13" }),
      findings: [{ ...ordre, id: `echeances/${REPORT}-delibere`, cells: ["Échéancier!F2"] }],
    },
    {
      name: "made the day after the verification, which is not made yet",
      convention,
      asOf: "2026-03-31",
      parts: line({ etabli: "2026-04-01" }),
      findings: [
        proche,
        { message: "pas-encore", severity: "info", id: `echeances/${REPORT}-etabli`, cells: ["Échéancier!E2"] },
      ],
    },
    {
      name: "made after it was deliberated upon",
      convention,
      asOf: "2026-11-24",
      parts: line({ ...inOrder, etabli: "2026-03-06" }),
      findings: [{ ...ordre, id: `echeances/${REPORT}-etabli`, cells: ["Échéancier!E2"] }],
    },
    {
      name: "indicators of a year, on the day its figures are due",
      ...setting("2025-02-01"),
      findings: [{ ...proche, ...ofSetting }],
    },
    { name: "indicators of a year, the day after", ...setting("2025-02-02"), findings: [{ ...passee, ...ofSetting }] },
    {
      name: "indicators of a year that is closed at once",
      ...setting("2025-01-02", 0),
      findings: [{ ...passee, ...ofSetting }],
    },
    { name: "on the day", convention, asOf: "2026-03-31", parts: line(), findings: [proche] },
    { name: "the day after", convention, asOf: "2026-04-01", parts: line(), findings: [passee] },
    {
      name: "to be done later than today",
      convention,
      asOf: "2026-04-01",
      parts: line({ fait: "2026-04-02" }),
      findings: [
        passee,
        { message: "pas-encore", severity: "info", id: `echeances/${REPORT}-fait`, cells: ["Échéancier!D2"] },
      ],
    },
    {
      name: "no line for it",
      convention: only([REPORT, "indicateurs-2024"]),
      asOf: "2026-04-01",
      parts: line({ fait: "2026-03-01" }),
      findings: [{ ...passee, id: "echeances/indicateurs-2024", cells: ["Échéancier!A1"] }],
    },
    {
      name: "the whole contract at the end of 2026",
      asOf: "2026-11-24",
      parts: { echeancier: buildEcheancier() },
      findings: [
        // The avenants of 2025 and 2026 are findings of avenant-annuel.
        ...(
          [
            ["indicateurs-2024", 2],
            ["indicateurs-2025", 4],
            [REPORT, 6],
          ] as const
        ).map(([id, row]) => ({
          ...passee,
          id: `echeances/${id}`,
          cells: [`Échéancier!A${row}`, `Échéancier!D${row}`],
        })),
        ...["indicateurs-2026", "avenant-2027"].map((id, index) => ({
          ...proche,
          id: `echeances/${id}`,
          cells: [`Échéancier!A${index + 7}`, `Échéancier!D${index + 7}`],
        })),
      ],
    },
  ],
  notCheckable: [
    { name: "no deadlines sheet", convention, asOf: "2026-11-24", notCheckable: 1 },
    {
      name: "words that say neither",
      convention,
      asOf: "2026-11-24",
      parts: line({ etat: "illisible" }),
      notCheckable: 1,
    },
    {
      name: "words for the day of an act",
      convention,
      asOf: "2025-01-01",
      parts: line({ delibere: "au printemps" }),
      notCheckable: 1,
    },
    { name: "a contract without deadlines", convention: petitContrat, asOf: "2026-11-24", notCheckable: 1 },
  ],
});

it("names the deadlines passed where there is no deadlines sheet", () => {
  const reasons = reasonsOf(collect(rule, buildDossier({ asOf: "2026-11-24" })));
  expect(reasons).toHaveLength(1);
  for (const { intitule, date } of contratIntegre.echeances) {
    if (date <= "2027-02-22") expect(reasons[0]).toContain(intitule);
    else expect(reasons[0]).not.toContain(intitule);
  }
});

it.each([
  ["2026-03-31", "aujourd’hui"],
  ["2026-03-30", "dans 1 jour"],
])("says how near the deadline is on %s", (asOf, quand) => {
  const reports = reportsIn(collect(rule, buildDossier({ convention, asOf, parts: line() })));
  expect(reports[0]?.data).toMatchObject({ quand });
});

it("says of a date whether the contract states it or it was set", () => {
  const sources = (ids: readonly string[]) =>
    reportsIn(
      collect(
        rule,
        buildDossier({ convention: only(ids), asOf: "2026-11-24", parts: { echeancier: buildEcheancier() } }),
      ),
    ).map(({ data }) => data?.["source"]);
  expect(sources([REPORT, "indicateurs-2025"])).toEqual([
    "date indicative, 32 jours après la fin de l’année : l’article 2.3 demande l’acte sans le dater",
    "date de l’article 2.3",
  ]);
});

it.each([
  ["rapport-execution", "Article\u00a02.3."],
  ["denonciation", "Article\u00a06."],
  ["fin-du-contrat", "Article\u00a04."],
])("cites the article that asks for it, and no other: %s", (id, cited) => {
  const dossier = buildDossier({
    convention: only([id]),
    asOf: "2028-01-15",
    parts: { echeancier: buildEcheancier([{ id }]) },
  });
  const { findings } = runRules([rule], dossier);
  expect(findings.map(({ article, message }) => [article, message.slice(-cited.length)])).toEqual([
    [cited.slice("Article ".length, -1), cited],
  ]);
  expect(findings[0]?.message).not.toContain("Articles");
});

it("tells a setting among the deadlines passed, where there is no deadlines sheet", () => {
  const [reason = ""] = reasonsOf(collect(rule, buildDossier({ asOf: "2026-11-24" })));
  expect(reason).toContain("(01/02/2026, date indicative)");
  expect(reason).toContain("(31/03/2026)");
});

it("says in days how late a thing was done", () => {
  const reports = reportsIn(
    collect(rule, buildDossier({ convention, asOf: "2026-11-24", parts: line({ fait: "2026-06-30" }) })),
  );
  expect(reports[0]?.data).toMatchObject({ fait: "30/06/2026", jours: "91 jours" });
});

it.each([
  ["2026-12-31", { "avenant-annuel": 0, echeances: 1 }],
  ["2027-01-01", { "avenant-annuel": 1, echeances: 0 }],
  ["2027-01-02", { "avenant-annuel": 1, echeances: 0 }],
])("leaves a late avenant to one rule on %s", (asOf, expected) => {
  const signed = contratIntegre.creditsEtat.map((credit) =>
    credit.annee === 2027 ? credit : { ...credit, statut: "ferme" as const },
  );
  const dossier = buildDossier({
    convention: { ...only(["avenant-2027"]), creditsEtat: signed },
    asOf,
    parts: { echeancier: buildEcheancier([{ id: "avenant-2027" }]) },
  });
  const counted = [avenantAnnuel, rule].map((each) => [each.meta.id, reportsIn(collect(each, dossier)).length]);
  expect(Object.fromEntries(counted)).toEqual(expected);
});

it("tells the acts of a report that is not handed over, and the later date of the national calendar beside the contract’s", () => {
  const parts = line({ etabli: "2026-02-02", delibere: "2026-03-05" });
  const [report] = reportsIn(collect(rule, buildDossier({ convention, asOf: "2026-04-01", parts })));
  expect(report?.data).toMatchObject({ date: "31/03/2026" });
  expect(report?.data?.["remarque"]).toContain("Établi le 02/02/2026, délibéré le 05/03/2026");
  expect(report?.data?.["remarque"]).toContain("30/06/2026");
  const earlier = reportsIn(collect(rule, buildDossier({ convention, asOf: "2026-02-02", parts })))[0];
  expect(earlier?.data?.["remarque"]).not.toContain("délibéré");
});
