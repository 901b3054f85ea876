// A workbook made of nothing but inserted annexes is read whole, and has nothing wrong but what only its agents can know or do.
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { parseConvention } from "../../src/contracts/parse-convention";
import { conventionEnVigueur } from "../../src/core/contract/in-force/en-vigueur";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";
import { verify } from "../../src/core/verify";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { contratDuDepartement } from "../contracts/departement-invente";
import { dueWarnings } from "./due-warnings";

const DATES = ["2024-06-30", "2025-06-30", "2026-11-25", "2028-02-15"];

/** Whose figures agree with each other, whatever the day. */
const AVENANTS: ConventionDefinition["avenants"] = [
  {
    numero: 1,
    signeLe: "2025-02-10",
    creditsEtat: [
      {
        annee: 2025,
        montant: 355000.5,
        repartition: [
          { axe: 1, montant: 85000 },
          { axe: 2, montant: 45000 },
          { axe: 3, montant: 160000 },
          { axe: 4, montant: 65000.5 },
        ],
      },
    ],
    montants: [
      { action: 8, annee: 2025, partie: "etat", montant: 40000.5 },
      { action: 8, annee: 2025, partie: "collectivite", montant: 40000.5 },
    ],
    cibles: [2024, 2025, 2026, 2027].map((annee) => ({ action: 4, indicateur: 1, annee, valeur: 80 })),
  },
  {
    numero: 2,
    signeLe: "2026-03-12",
    creditsEtat: [{ annee: 2026, montant: 350000 }],
    montants: [2026, 2027].map((annee) => ({ action: 3, annee, partie: "etat" as const, montant: 15000 })),
    actionsNouvelles: [
      {
        numero: 9,
        axe: 2,
        intitule: "Ouvrir un point d’accueil numérique",
        montants: [2026, 2027].map((annee) => ({ annee, etat: 10000, collectivite: 12000.5 })),
        indicateurs: [{ numero: 1, intitule: "Nombre de visiteurs", t0: 0, cibles: [{ annee: 2026, valeur: 400 }] }],
      },
    ],
  },
];

function amended(): Convention {
  const parsed = parseConvention({ ...dijonMetropole20242027, avenants: AVENANTS });
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

const tables = (choice: boolean): readonly AnnexeRequest[] => [
  { kind: "budget", sousTotaux: choice },
  { kind: "indicateurs", realises: choice },
];

const others: readonly AnnexeRequest[] = [
  { kind: "execution", annee: null },
  { kind: "fiches", action: null },
  { kind: "imputation" },
  { kind: "echeancier" },
];

const COMBINATIONS: readonly (readonly [string, readonly AnnexeRequest[]])[] = [
  ["all", [...tables(true), ...others]],
  ["all, without subtotals nor achieved columns", [...tables(false), ...others]],
  ["in another order", [...[...others].reverse(), ...tables(true)]],
  ["the two tables", tables(true)],
  ["the two tables, without options", tables(false)],
  ["the execution of each year", [...tables(false), { kind: "execution", annee: null }]],
  ["the execution of one year", [...tables(true), { kind: "execution", annee: 2025 }]],
  ["the fiches", [...tables(true), { kind: "fiches", action: null }]],
  ["one fiche", [...tables(false), { kind: "fiches", action: 5 }]],
  ["the imputation", [...tables(false), { kind: "imputation" }]],
  ["the deadlines", [...tables(true), { kind: "echeancier" }]],
];

/** `contrat` is laid out first, as the agent who records an avenant does, and prevails from then on. */
async function workbookOf(
  convention: Convention,
  asOf: string,
  requests: readonly AnnexeRequest[],
  contrat: Convention | null,
) {
  const { port, model } = openFileWorkbook(createXlsx("annexes.xlsx").save(), "annexes.xlsx");
  const [blank] = model.sheets;
  if (contrat) await insertAnnexe(port, contrat, asOf, [{ kind: "contrat" }]);
  await insertAnnexe(port, convention, asOf, requests);
  if (blank) model.removeSheet(blank.id);
  return { raw: await port.read(), tabs: model.sheets.map(({ name }) => name) };
}

const CONTRACTS = [
  ["Dijon's contract", contratIntegre, null],
  ["Dijon's contract in its own sheet", contratIntegre, contratIntegre],
  ["Dijon's contract, with avenants recorded in its sheet", contratIntegre, amended()],
  ["an invented département", contratDuDepartement, null],
  ["an invented département in its own sheet", contratDuDepartement, contratDuDepartement],
] as const;

/** One date for each contract and combination, the next one each time: each contract and each combination meets every date. */
const CASES = CONTRACTS.flatMap(([name, convention, contrat], contract) =>
  COMBINATIONS.map(([combination, requests], at) => {
    const asOf = DATES[(contract + at) % DATES.length] ?? "";
    return { name, combination, asOf, convention, contrat, requests };
  }),
);

it.each(CASES)("$name: $combination, on $asOf", async ({ convention, contrat, requests, asOf }) => {
  const { raw, tabs } = await workbookOf(convention, asOf, requests, contrat);
  const { verification, dossier } = verify(raw, convention, asOf);
  const inForce = conventionEnVigueur(contrat ?? convention, asOf).convention;

  // The sheet « Contrat » twice where its deadlines serve, for want of an annexe of them.
  expect(new Set(verification.read.map(({ sheet }) => sheet))).toEqual(new Set(tabs));
  expect(dossier.absences).toEqual([]);
  expect(verification.rules.filter(({ reason = "" }) => /erreur interne|planté/u.test(reason))).toEqual([]);
  const found = (severity: string) => verification.findings.filter((finding) => finding.severity === severity);
  expect(found("error")).toEqual([]);
  const has = (kind: AnnexeRequest["kind"]) => requests.some((request) => request.kind === kind);
  const due = dueWarnings({
    convention: inForce,
    asOf,
    held: {
      execution: has("execution"),
      realises: requests.some((request) => request.kind === "indicateurs" && request.realises),
      fiches: dossier.fiches?.flatMap(({ action }) => action?.numero ?? []) ?? [],
      echeancier: has("echeancier"),
      contrat: contrat !== null,
    },
  });
  const warnings = found("warning").map(({ id }) => id);
  expect(warnings.sort()).toEqual(due);
  // Avenants that were signed after their year had begun are remarks too.
  const remarks = new Set<string>(["cible-a-preciser", "echeances", "avenant-annuel"]);
  const informed = found("info").filter(({ rule }) => !remarks.has(rule));
  expect(informed).toEqual([]);
});
