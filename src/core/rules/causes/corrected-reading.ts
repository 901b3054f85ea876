// The workbook as it would read once some facts are corrected, formulas after them.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { formatCellRef, type CellRef } from "../../domain/cell-ref";
import type { MontantCell, MontantLu, ValeurCell, ValeurLue } from "../../domain/dossier";
import { montantFromCentimes } from "../../domain/values/montant";
import type { CorrectedFact } from "../../facts/corrected-fact";
import { isBeside, isPart, type ColumnRole } from "../../domain/column-roles";
import type { Row } from "../../facts/fact";
import type { FactTable } from "../../facts/fact-tables";
import { groupKeysOf, groupOf, type Group, type GroupKey } from "../../facts/groups";
import { TELLE_QUELLE, type Lecture, type Somme } from "../../facts/lecture";
import { COLONNES } from "../../facts/lines/budget-lines";
import type { Change, Formules } from "./formulas";

/** Nearly all causes that are tried correct an amount and no value: they share this empty map. */
const NOTHING: ReadonlyMap<ValeurCell, number> = new Map();

const MISSING = { kind: "missing" } as const;
const UNREADABLE = { kind: "unreadable" } as const;

export class LectureCorrigee implements Lecture {
  readonly changes = new Map<MontantCell, Change>();
  private ownValeurs: Map<ValeurCell, number> | null = null;
  /** What the sums of groups gain, in centimes. */
  readonly gains = new Map<Group, number>();
  /** Addresses of the cells of a row that goes away: they are not read any more. */
  private gone: Set<string> | null = null;
  /** A row is added or moves, and nobody knows which formulas would count it. */
  private isReshaped = false;

  constructor(
    private readonly formules: Formules,
    corrections: readonly CorrectedFact[],
    private readonly tables: readonly FactTable[],
  ) {
    for (const correction of corrections) this.apply(correction);
    formules.propagate(this.changes);
    this.countGains();
  }

  get valeurs(): ReadonlyMap<ValeurCell, number> {
    return this.ownValeurs ?? NOTHING;
  }

  montant(cell: MontantCell): MontantLu {
    const change = this.changes.get(cell);
    if (change) {
      const { after, exact } = change;
      if (after === null) return MISSING;
      const lu = { kind: "montant", montant: after, source: "number", unit: null } as const;
      return exact === undefined ? lu : { ...lu, euros: exact / 100 };
    }
    if (cell.formula === null) return cell.lu;
    const isSum = this.isReshaped && this.formules.factOf(cell)?.row.kind !== "action";
    return isSum || this.formules.isOpaque(cell) ? UNREADABLE : cell.lu;
  }

  valeur(cell: ValeurCell): ValeurLue {
    const nombre = this.valeurs.get(cell);
    return nombre === undefined ? cell.lu : { kind: "nombre", nombre };
  }

  somme(group: Group): Somme {
    const before = TELLE_QUELLE.somme(group);
    const gain = this.gains.get(group);
    if (gain === undefined || before.kind === "unreadable") return before;
    return { kind: "montant", montant: montantFromCentimes(before.montant + gain) };
  }

  hasLost(cells: readonly CellRef[]): boolean {
    const { gone } = this;
    return gone !== null && cells.length > 0 && cells.every((cell) => gone.has(formatCellRef(cell)));
  }

  private apply(correction: CorrectedFact): void {
    switch (correction.kind) {
      case "montant":
        this.changes.set(correction.cell, this.formules.changeTo(correction.cell, correction.montant));
        return;
      case "valeur":
        (this.ownValeurs ??= new Map()).set(correction.cell, correction.nombre);
        return;
      case "sans-ligne": {
        const gone = (this.gone ??= new Set());
        const row = rowOf(this.tables, correction);
        // Payments and other financing of the row go with it; what it says again, and its totals over years, stay.
        for (const { cell, column, year } of row?.facts ?? []) {
          if (year === null || !(isPart(column) || isBeside(column))) continue;
          this.changes.set(cell, this.formules.changeTo(cell, null));
          gone.add(formatCellRef(cell.ref));
        }
        return;
      }
      case "avec-action": {
        const { tableau, action } = correction;
        const table = this.tableOf(tableau);
        if (!table) return;
        const keys: GroupKey[] = ["total", ...keysOfAxe(table, action.axe)];
        for (const { annee, colonnes } of tableau.annees) {
          for (const colonne of COLONNES.filter((each) => colonnes[each])) {
            this.gain(table, keys, annee, colonne, contractAmount(action, annee, colonne));
          }
        }
        this.isReshaped = true;
        return;
      }
      case "sous-axe": {
        const { tableau, index, axe } = correction;
        const table = this.tableOf(tableau);
        const row = rowOf(this.tables, correction);
        if (!table || !row) return;
        const from = groupKeysOf(table, index).filter((key) => key !== "total");
        for (const { known, year, column } of row.facts) {
          if (year === null || !isPart(column)) continue;
          this.gain(table, from, year, column, -(known.value ?? 0));
          this.gain(table, keysOfAxe(table, axe), year, column, known.value ?? 0);
        }
        this.isReshaped = true;
      }
    }
  }

  private tableOf(tableau: FactTable["tableau"]): FactTable | undefined {
    return this.tables.find((table) => table.tableau === tableau);
  }

  private countGains(): void {
    for (const { fact, lu } of this.changes.values()) {
      if (fact?.row.kind !== "action" || lu === 0) continue;
      const { row, year, column } = fact;
      const table = this.tables.find(({ rows }) => rows.includes(row));
      if (table) this.gain(table, groupKeysOf(table, row.index), year, column, lu);
    }
  }

  private gain(table: FactTable, keys: readonly GroupKey[], year: number, column: ColumnRole, centimes: number): void {
    if (centimes === 0) return;
    for (const key of keys) {
      const group = groupOf(table, key, year, column);
      this.gains.set(group, (this.gains.get(group) ?? 0) + centimes);
    }
  }
}

/** The groups of an axe, its row of the table among them. */
function keysOfAxe({ tableau: { lignesAxe } }: FactTable, axe: number): GroupKey[] {
  const heading = lignesAxe.findIndex((ligne) => ligne.axe?.numero === axe);
  return heading < 0 ? [`axe-${axe}`] : [`axe-${axe}`, `ligne-${heading}`];
}

function rowOf(
  tables: readonly FactTable[],
  { tableau, index }: { readonly tableau: FactTable["tableau"]; readonly index: number },
): Row | undefined {
  const rows = tables.find((table) => table.tableau === tableau)?.rows;
  return rows?.find((row) => row.kind === "action" && row.index === index);
}
