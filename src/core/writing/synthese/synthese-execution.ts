// The rows of the execution by axe: what has been spent of what the contract gives, as live formulas over the agent's cells.
import type { Groupe } from "../../domain/lines/axe-groups";
import { formatLocalCell, formatLocalRange } from "../../domain/cell-ref";
import { contractAmount, isClosed } from "../../domain/contrat/contract-amounts";
import type { Convention } from "../../domain/contrat/convention";
import type { TableauExecution } from "../../domain/dossier";
import { addMontants, montantFromCentimes, subtractMontants, toEuros, type Montant } from "../../domain/values/montant";
import type { PlannedCell } from "../../workbook-port";
import { textCell } from "../sheets/sheet-builder";
import { ABSENT, axeHead, COLUMN, NONE, sideOf, sumGroup, totalHead, type Side, type Source } from "./synthese-rows";

export interface ExecutionRow {
  readonly cells: readonly PlannedCell[];
  readonly etat: Side;
  readonly collectivite: Side;
  readonly total: Side;
  readonly contrat: Montant | null;
}

type Part = "etat" | "collectivite" | "total";

/** The years of the contract for which the table gives some amount. */
export function executedYears({ annees }: Convention, { annees: columns, lignesAction }: TableauExecution) {
  const given = new Set(columns.map(({ annee }) => annee));
  const isRead = (annee: number): boolean =>
    lignesAction.some(({ montants }) =>
      Object.values(montants.get(annee) ?? {}).some((cell) => cell?.lu.kind === "montant"),
    );
  return annees.filter(({ annee }) => given.has(annee) && isRead(annee));
}

export function describeYear(annee: Convention["annees"][number], asOf: string): string {
  return isClosed(annee, asOf) ? "close" : asOf < annee.debut ? "à venir" : "en cours";
}

/** Without its notes, of which the total's say what the parts' do. */
function derivedTotal(etat: Side, collectivite: Side, row: number): Side {
  const { montant: first, incomplete: isFirstIncomplete } = etat;
  const { montant: second, incomplete: isSecondIncomplete } = collectivite;
  if (first === null || second === null) return { cell: ABSENT, montant: null, notes: [], incomplete: true };
  const montant = addMontants(first, second);
  const formula = `=${formatLocalCell(row, COLUMN.etat)}+${formatLocalCell(row, COLUMN.collectivite)}`;
  const incomplete = isFirstIncomplete || isSecondIncomplete;
  return { cell: { value: toEuros(montant), formula }, montant, notes: [], incomplete };
}

function contracted({ actions }: Convention, axe: number | null, annee: number): Montant | null {
  if (axe === null) return null;
  return actions
    .filter((action) => action.axe === axe)
    .reduce((sum, action) => addMontants(sum, contractAmount(action, annee, "total")), montantFromCentimes(0));
}

/** Rate and rest from the cells of the same row. */
function finishRow(
  head: readonly PlannedCell[],
  row: number,
  situation: string,
  { etat, collectivite, total, contrat }: Omit<ExecutionRow, "cells">,
  contratCell: PlannedCell,
  notes: readonly string[],
): ExecutionRow {
  const at = (column: keyof typeof COLUMN): string => formatLocalCell(row, COLUMN[column]);
  const { montant } = total;
  const known = montant !== null && contrat !== null && !total.incomplete ? { montant, contrat } : null;
  const rate: PlannedCell = known
    ? {
        value: known.contrat === 0 ? "" : known.montant / known.contrat,
        formula: `=IF(${at("contrat")}=0,"",${at("total")}/${at("contrat")})`,
      }
    : NONE;
  const rest: PlannedCell = known
    ? {
        value: toEuros(subtractMontants(known.contrat, known.montant)),
        formula: `=ROUND(${at("contrat")}-${at("total")},2)`,
      }
    : NONE;
  const figures = [etat.cell, collectivite.cell, total.cell, rate, contratCell, rest];
  const cells = [...head, ...figures, textCell(situation), textCell(notes.join("\n"))];
  return { cells, etat, collectivite, total, contrat };
}

export function composeExecutionRow(
  source: Source,
  groupe: Groupe,
  year: Convention["annees"][number],
  asOf: string,
  row: number,
): ExecutionRow {
  const { convention, budget } = source;
  const { annee } = year;
  const colonnes = budget.annees.find((candidate) => candidate.annee === annee)?.colonnes;
  const side = (part: Part): Side => sideOf(sumGroup(source, groupe, annee, part), "");
  const [etat, collectivite] = [side("etat"), side("collectivite")];
  const total = colonnes?.total ? side("total") : derivedTotal(etat, collectivite, row);
  const contrat = contracted(convention, groupe.axe, annee);
  const names: Readonly<Record<Part, string>> = {
    etat: "État",
    collectivite: convention.collectivite.designation,
    total: "Total",
  };
  const notes = Object.entries({ etat, collectivite, total }).flatMap(([part, { notes: own }]) =>
    own.filter((note) => note !== "").map((note) => `${names[part as Part]} – ${note}`),
  );
  return finishRow(
    axeHead(annee, groupe),
    row,
    `Année ${describeYear(year, asOf)}`,
    { etat, collectivite, total, contrat },
    contrat === null ? NONE : { value: toEuros(contrat) },
    [...(contrat === null ? ["Hors du contrat"] : []), ...notes],
  );
}

/** Adds the rows of the year that stand just above. */
export function composeExecutionTotal(
  year: Convention["annees"][number],
  asOf: string,
  above: readonly ExecutionRow[],
  row: number,
): ExecutionRow {
  const rangeOf = (column: number): string =>
    formatLocalRange({ top: row - above.length, bottom: row - 1, left: column, right: column });
  const sum = (montants: readonly Montant[]): Montant =>
    montants.reduce<Montant>((total, montant) => addMontants(total, montant), montantFromCentimes(0));
  const side = (part: Part): Side => {
    const montants = above.map((each) => each[part].montant);
    const known = montants.filter((montant) => montant !== null);
    if (known.length < montants.length) return { cell: ABSENT, montant: null, notes: [], incomplete: true };
    const cell = { value: toEuros(sum(known)), formula: `=SUM(${rangeOf(COLUMN[part])})` };
    return { cell, montant: sum(known), notes: [], incomplete: above.some((each) => each[part].incomplete) };
  };
  const contrat = sum(above.flatMap((each) => each.contrat ?? []));
  const contratCell = { value: toEuros(contrat), formula: `=SUM(${rangeOf(COLUMN.contrat)})` };
  const sides = { etat: side("etat"), collectivite: side("collectivite"), total: side("total"), contrat };
  return finishRow(totalHead(year.annee), row, `Année ${describeYear(year, asOf)}`, sides, contratCell, []);
}
