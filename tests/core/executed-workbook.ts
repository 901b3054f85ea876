// A workbook with two closed years, executed and achieved as the contract says, and a way to plant slips in it.
import { formatCellRef } from "xlsx-model/cell-ref";
import type { Finding } from "../../src/core/verification";
import { tableauBudgetaire, tableauIndicateurs } from "./reading/annexes";
import type { CellLiteral } from "./reading/raw-workbook-builder";
import { cellRef } from "./rules/dossier-builder";

export type Rows = readonly (readonly CellLiteral[])[];
export type Slips = Readonly<Record<string, CellLiteral>>;

export const TODAY = "2026-11-24";

/** 2024 in columns B to E, 2025 in F to I: executed as contracted, and what the State has paid. */
export const execution: Rows = tableauBudgetaire.map((row, index): readonly CellLiteral[] => {
  if (row.length < 13) return row;
  if (index === 0) return ["Année", 2024, null, null, null, 2025, null, null, null];
  const [label = null, ...amounts] = row;
  const paid = (etat: CellLiteral | undefined): CellLiteral => (index === 1 ? "Versé" : (etat ?? null));
  return [label, ...amounts.slice(0, 3), paid(amounts[1]), ...amounts.slice(3, 6), paid(amounts[4])];
});

/** Targets and achieved values side by side: D and E are 2024, F and G 2025, H and I the coming targets. */
export const indicateurs: Rows = tableauIndicateurs.map((row, index): readonly CellLiteral[] => {
  if (row.length < 7) return row;
  const [action = null, label = null, t0 = null, first = null, second = null, ...coming] = row;
  if (index === 0) {
    return [action, label, t0, "Cible 2024", "Réalisé 2024", "Cible 2025", "Réalisé 2025", "Cible 2026", "Cible 2027"];
  }
  const reached = (target: CellLiteral): CellLiteral => (typeof target === "number" ? target : 10);
  return [action, label, t0, first, reached(first), second, reached(second), ...coming];
});

export function withSlips(rows: Rows, slips: Slips): Rows {
  const copy = rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(slips)) {
    const { row, column } = cellRef("", address);
    const cells = copy[row];
    if (!cells) throw new Error(`no row for ${address}`);
    cells[column] = value;
  }
  return copy;
}

/** The rules on executed amounts and achieved values, and those that read their cells. */
export const OURS = new Set([
  "montant-lisible",
  "montant-positif",
  "execution-renseignee",
  "execution-coherente",
  "cofinancement-execute",
  "contribution-plafonnee-au-cout",
  "sous-consommation",
  "sur-execution",
  "indicateur-lisible",
  "indicateurs-du-contrat",
  "realise-renseigne",
  "cible-atteinte",
  "indicateurs-nationaux",
]);

/** Identity, severity and cells of what these rules found. */
export function told(findings: readonly Finding[]): readonly (readonly string[])[] {
  return findings
    .filter(({ rule }) => OURS.has(rule))
    .map(({ id, severity, cells }) => [id, severity, ...cells.map(formatCellRef)]);
}
