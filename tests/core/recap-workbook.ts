// Workbooks with totals per axe on a sheet of their own, as the contract has them but for what is typed otherwise.
import { contratIntegre } from "../../src/contracts/built-in";
import { verificationJson } from "../../src/core/verification-json";
import { verify } from "../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

export type Row = readonly CellLiteral[];
export type Colonne = "etat" | "collectivite" | "total";

export const YEARS = [2024, 2025, 2026, 2027];
export const AXES = [1, 2, 3, 4];
export const WORDS = { etat: "État", collectivite: "Métropole", total: "Total" };

/** Euros of the contract: of the actions of one axe, or of all with null. */
export function contracted(axe: number | null, annee: number, colonne: Colonne): number {
  const actions = contratIntegre.actions.filter((action) => axe === null || action.axe === axe);
  const amounts = actions.flatMap(({ montants }) => montants.find((each) => each.annee === annee) ?? []);
  return (
    amounts.reduce((sum, { etat, collectivite }) => {
      const parts = { etat, collectivite, total: etat + collectivite };
      return sum + parts[colonne];
    }, 0) / 100
  );
}

export type Typed = (axe: number | null, annee: number, colonne: Colonne, sum: number) => CellLiteral;

interface Recap {
  readonly colonnes?: readonly Colonne[];
  readonly annees?: readonly number[];
  readonly axes?: readonly number[];
  /** What stands in a cell instead of the contract's sum. */
  readonly typed?: Typed;
  readonly hasTotal?: boolean;
  readonly word?: (colonne: Colonne, annee: number) => string;
}

export function recap({
  colonnes = ["etat", "collectivite"],
  annees = YEARS,
  axes = AXES,
  typed = (_axe, _annee, _colonne, sum) => sum,
  hasTotal = true,
  word = (colonne, annee) => `${WORDS[colonne]} ${annee}`,
}: Recap = {}): Row[] {
  const slots = annees.flatMap((annee) => colonnes.map((colonne) => ({ annee, colonne })));
  const row = (label: string, axe: number | null): Row => [
    label,
    ...slots.map(({ annee, colonne }) => typed(axe, annee, colonne, contracted(axe, annee, colonne))),
  ];
  return [
    ["Axes", ...slots.map(({ annee, colonne }) => word(colonne, annee))],
    ...axes.map((axe) => row(`Axe ${axe}`, axe)),
    ...(hasTotal ? [row("TOTAL", null)] : []),
  ];
}

export const wrongAt =
  (axe: number | null, annee: number, colonne: Colonne, by = 5000): Typed =>
  (...[atAxe, atAnnee, atColonne, sum]) =>
    atAxe === axe && atAnnee === annee && atColonne === colonne ? sum + by : sum;

export function verifySheets(
  sheets: Readonly<Record<string, readonly Row[]>>,
  budget: readonly Row[] = tableauBudgetaire,
) {
  const raw = rawWorkbook({ Budget: budget, ...sheets, Indicateurs: tableauIndicateurs });
  return verificationJson(verify(raw, contratIntegre, "2024-06-30").verification);
}
