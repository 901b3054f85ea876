// The account of the execution as agents keep it, laid out over some years, and what its verification says.
import { contratIntegre } from "../../../src/contracts/built-in";
import { toEuros } from "../../../src/core/domain/values/montant";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";

const DATE = "2026-11-24";
export const WORDS = [
  "Contractualisé État",
  "Contractualisé Métropole",
  "Versé par l’État",
  "Exécuté État",
  "Exécuté Métropole",
  "Autres financeurs",
  "Coût total",
];
export const { actions } = contratIntegre;

export type Grid = readonly (readonly CellLiteral[])[];
export type Slips = Readonly<Record<string, number>>;

/** Executed and paid as contracted, with 10 € of others. */
export function figures(numero: number, annee: number): number[] {
  const own = actions.find((action) => action.numero === numero)?.montants.find((each) => each.annee === annee);
  if (!own) throw new Error("no amount");
  const [etat, local] = [toEuros(own.etat), toEuros(own.collectivite)];
  return [etat, local, etat, etat, local, 10, etat + local + 10];
}

const add = (rows: readonly number[][]): number[] =>
  WORDS.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));

/** A band of columns for each group of years; `slips` are added to the figure of an action in a column: "3/2". */
export function table(
  bands: readonly (readonly [heading: CellLiteral, annees: readonly number[]])[],
  slips: Slips = {},
): Grid {
  const under = WORDS.slice(1).map(() => null);
  const rows = actions.map(({ numero, intitule }): CellLiteral[] => {
    const cells = bands.flatMap(([, annees]) => add(annees.map((annee) => figures(Number(numero), annee))));
    return [`${numero} ${intitule}`, ...cells.map((value, at) => value + (slips[`${numero}/${at}`] ?? 0))];
  });
  return [
    ["Actions", ...bands.flatMap(([heading]) => [heading, ...under])],
    [null, ...bands.flatMap(() => WORDS)],
    ...rows,
  ];
}

export function check(sheets: Readonly<Record<string, Grid>>, withBudget = true) {
  const annexes = annexWorkbook(contratIntegre);
  const own = rawWorkbook(sheets).sheets.map((sheet, index) => ({ ...sheet, id: `execution-${index}` }));
  const kept = annexes.sheets.filter(({ name }) => withBudget || name !== "Tableau budgétaire");
  const raw = { ...annexes, sheets: [...kept, ...own] };
  const json = verificationJson(verify(raw, contratIntegre, DATE).verification);
  return {
    dossier: readDossier(raw, contratIntegre, DATE),
    json,
    found: (rule: string) => json.findings.filter((finding) => finding.rule === rule),
  };
}
