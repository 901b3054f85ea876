// imputation-du-contrat: codes, amounts per axe, and sums, which a wrong amount does not make a second finding.
import rule from "../../../src/core/rules/imputation-du-contrat";
import { contratIntegre } from "../../../src/contracts/built-in";
import { buildImputation } from "./part-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

type Lignes = NonNullable<NonNullable<Parameters<typeof buildImputation>[0]>["lignes"]>;
type Ligne = Parameters<Lignes>[0][number];
type Reperes = NonNullable<Ligne["reperes"]>;

/** What the contract says of each axe, 1 to 4, as its annexe writes it, but for what differs. */
const reperes =
  (differing: (axe: number) => Reperes = () => ({})): Lignes =>
  (lignes) =>
    lignes.map((ligne) => ({
      ...ligne,
      reperes: {
        programme: "304 « Inclusion sociale et protection des personnes »",
        action: "23",
        sousAction: `${22 + (ligne.axe ?? 0)} « ${ligne.label} »`,
        activite: "02",
        ...differing(ligne.axe ?? 0),
      },
    }));

const differing =
  (axe: number, difference: Partial<Ligne>): Lignes =>
  (lignes) =>
    lignes.map((ligne) => (ligne.axe === axe ? { ...ligne, ...difference } : ligne));
const montants =
  (...sums: readonly number[]): Lignes =>
  (lignes) =>
    lignes.map((ligne, index) => ({ ...ligne, montants: [null, sums[index] ?? null] }));

const ONE_CENTIME = {
  message: "montant",
  id: "imputation-du-contrat/axe-3/2024",
  severity: "error",
  cells: ["Imputation!C4"],
  found: 147500.01,
  expected: 147500,
  gap: 0.01,
  fix: [{ cell: "Imputation!C4", value: 147500 }],
} as const;

const TOTAL = {
  message: "somme",
  id: "imputation-du-contrat/2024",
  severity: "error",
  cells: ["Imputation!C6"],
  found: 332000,
  expected: 332500,
  gap: -500,
} as const;

testRule(rule, {
  compliant: [
    { name: "article 3", parts: { imputation: buildImputation({ total: [332500] }) } },
    {
      name: "on what it is charged, in other writings",
      parts: {
        imputation: buildImputation({
          lignes: reperes((axe) => ({
            programme:
              ["P304", "BOP 304", "Programme n° 0304", "Inclusion sociale et protection des personnes"][axe - 1] ?? "",
            activite: axe === 1 ? "2" : "02 « Contractualisation »",
          })),
        }),
      },
    },
    {
      name: "an « Action » that is the contract's own",
      parts: { imputation: buildImputation({ lignes: reperes((axe) => ({ action: `${axe * 2}` })) }) },
    },
    { name: "without a total", parts: { imputation: buildImputation() } },
    {
      name: "a prefix, no space, a number",
      parts: {
        imputation: buildImputation({
          lignes: (lignes) =>
            lignes.map((ligne, index) => ({
              ...ligne,
              code:
                [`BG00/${ligne.code}`, ligne.code.replaceAll(" ", ""), ligne.code.replaceAll(" ", "").slice(1)][
                  index % 3
                ] ?? "",
            })),
        }),
      },
    },
  ],
  discrepancy: [
    {
      name: "one centime too much: the sum is not reported again",
      parts: { imputation: buildImputation({ lignes: differing(3, { montants: [147500.01] }), total: [332500.01] }) },
      findings: [ONE_CENTIME],
    },
    ...(
      [
        ["programme", "305", "programme", "304", "K4"],
        ["action", "24", "action-budgetaire", "23", "L4"],
        ["sousAction", "26", "sous-action", "25", "M4"],
        ["activite", "03", "activite-de-programmation", "02", "N4"],
      ] as const
    ).map(([repere, text, key, value, at]) => ({
      name: `another ${repere}`,
      parts: {
        imputation: buildImputation({ lignes: reperes((axe) => (axe === 3 ? { [repere]: text } : {})) }),
      },
      findings: [
        {
          message: "repere" as const,
          id: `imputation-du-contrat/axe-3/${key}`,
          severity: "error" as const,
          cells: [`Imputation!${at}`],
          fix: [{ cell: `Imputation!${at}`, value }],
        },
      ],
    })),
    {
      name: "the same slip on every row is one",
      parts: { imputation: buildImputation({ lignes: reperes(() => ({ programme: "305" })) }) },
      findings: [
        {
          message: "reperes",
          id: "imputation-du-contrat/programme-305-304",
          severity: "error",
          cells: ["Imputation!K2", "Imputation!K3", "Imputation!K4", "Imputation!K5"],
          found: 4,
          expected: 0,
          gap: 4,
          fix: [2, 3, 4, 5].map((row) => ({ cell: `Imputation!K${row}`, value: "304" })),
        },
      ],
    },
    {
      name: "a total that passes over a text says so",
      parts: {
        imputation: buildImputation({
          lignes: differing(2, { montants: [{ text: "45 000 €", euros: 45000 }] }),
          total: [{ formula: "=SUM(C2:C5)", euros: 287500 }],
        }),
      },
      findings: [
        {
          message: "somme",
          id: "imputation-du-contrat/2024",
          severity: "error",
          cells: ["Imputation!C6"],
          found: 287500,
          expected: 332500,
          gap: -45000,
          explained: true,
        },
      ],
    },
    {
      name: "an empty amount",
      parts: { imputation: buildImputation({ lignes: differing(1, { montants: [null] }), total: [332500] }) },
      findings: [
        {
          message: "non-renseigne",
          id: "imputation-du-contrat/axe-1/2024",
          severity: "error",
          cells: ["Imputation!C2"],
          expected: 85000,
          fix: [{ cell: "Imputation!C2", value: 85000 }],
        },
      ],
    },
    {
      name: "a wrong code keeps its prefix in the fix",
      parts: { imputation: buildImputation({ lignes: differing(2, { code: "BG00/0304 50 23 24 03" }) }) },
      findings: [
        {
          message: "code",
          id: "imputation-du-contrat/axe-2/code",
          severity: "error",
          cells: ["Imputation!B3"],
          fix: [{ cell: "Imputation!B3", value: "BG00/0304 50 23 24 02" }],
        },
      ],
    },
    {
      name: "a digit too few",
      parts: { imputation: buildImputation({ lignes: differing(2, { code: "0304 50 23 24 0" }) }) },
      findings: [
        {
          message: "code",
          id: "imputation-du-contrat/axe-2/code",
          severity: "error",
          cells: ["Imputation!B3"],
          fix: [{ cell: "Imputation!B3", value: "0304 50 23 24 02" }],
        },
      ],
    },
    {
      name: "a wrong amount under a total of neither the rows nor the contract",
      parts: { imputation: buildImputation({ lignes: differing(3, { montants: [147500.01] }), total: [332000] }) },
      findings: [ONE_CENTIME, TOTAL],
    },
    {
      name: "an axe without a row",
      parts: { imputation: buildImputation({ lignes: (lignes) => lignes.slice(1), total: [247500] }) },
      findings: [
        {
          message: "absente",
          id: "imputation-du-contrat/axe-1/ligne",
          severity: "error",
          cells: ["Imputation!B1"],
          found: 0,
          expected: 1,
          gap: -1,
        },
      ],
    },
    {
      name: "a row of no axe",
      parts: {
        imputation: buildImputation({
          lignes: (lignes) => [...lignes, { axe: null, label: "Pilier 9", code: "0304 50 23 29 02", montants: [10] }],
        }),
      },
      findings: [
        {
          message: "inconnue",
          id: "imputation-du-contrat/ligne-pilier-9",
          severity: "error",
          cells: ["Imputation!B6"],
        },
      ],
    },
    {
      name: "a wrong total over right amounts",
      parts: { imputation: buildImputation({ total: [332000] }) },
      findings: [TOTAL],
    },
    {
      name: "a year that nothing splits: its sum alone",
      parts: {
        imputation: buildImputation({ annees: [2023, 2025], lignes: montants(85000, 45000, 160000, 55000) }),
      },
      notCheckable: 2,
      findings: [
        {
          message: "somme",
          id: "imputation-du-contrat/2025",
          severity: "error",
          cells: ["Imputation!D1"],
          found: 345000,
          expected: 350000,
          gap: -5000,
        },
      ],
    },
    {
      name: "what an avenant splits",
      convention: {
        ...contratIntegre,
        creditsEtat: contratIntegre.creditsEtat.map((credit) =>
          credit.annee === 2024
            ? {
                ...credit,
                repartition: credit.repartition?.map((part) =>
                  part.axe === 1 ? { ...part, montant: contratIntegre.creditsEtat[1]?.montant ?? part.montant } : part,
                ),
              }
            : credit,
        ),
      },
      parts: { imputation: buildImputation() },
      findings: [
        {
          message: "montant",
          id: "imputation-du-contrat/axe-1/2024",
          severity: "error",
          cells: ["Imputation!C2"],
          found: 85000,
          expected: 350000,
          gap: -265000,
          fix: [{ cell: "Imputation!C2", value: 350000 }],
        },
      ],
    },
  ],
  notCheckable: [
    {
      name: "an unreadable amount, and the sum that depends on it",
      parts: { imputation: buildImputation({ lignes: differing(1, { montants: ["?"] }), total: [1] }) },
      notCheckable: 2,
    },
    {
      name: "a contract without imputation",
      convention: petitContrat,
      parts: { imputation: buildImputation() },
      notCheckable: 1,
    },
  ],
});
