// The workbook as it would read once some facts are corrected, and the formulas that count them after them.
import { contractAmount } from "../contract/in-force/contract-amounts";
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier, MontantCell, MontantLu, ValeurCell, ValeurLue } from "../domain/dossier";
import { known, notKnown, type Known } from "../domain/known";
import { montantFromCentimes, type Montant } from "../domain/values/montant";
import type { CorrectedFact } from "../facts/corrected-fact";
import { isBeside, isPart, type ColumnRole } from "../domain/column-roles";
import type { FactTable } from "../facts/fact-tables";
import { groupKeysOf, groupOf, type Group, type GroupKey } from "../facts/groups";
import { shownIn, TELLE_QUELLE, type Lecture } from "../facts/lecture";
import { COLONNES } from "../facts/lines/budget-lines";
import { formulesOf, type Change, type Formules } from "./follow-formulas";

/** What a comparison reads: an amount, a value, or the sum of a group, which is always the same object. */
export type Read = MontantCell | ValeurCell | Group;

/** A figure of a formula may come out a little off the centime that it shows. */
const isWhole = (centimes: number): boolean => Math.abs(centimes - Math.round(centimes)) < 1e-4;

export class LectureCorrigee implements Lecture {
  readonly montants: ReadonlyMap<MontantCell, Change>;
  private readonly typed = new Map<MontantCell, Change>();
  private readonly valeurs = new Map<ValeurCell, number>();
  /** By how many centimes the sum of each group changes. */
  private readonly gains = new Map<Group, number>();
  /** Addresses of the cells of a row that goes away: they are not read any more. */
  private readonly gone = new Set<string>();
  /** A row comes or moves, and nobody knows which formulas would count it. */
  private isReshaped = false;
  private readonly formules: Formules;

  constructor(dossier: Dossier, corrections: readonly CorrectedFact[]) {
    this.formules = formulesOf(dossier);
    for (const correction of corrections) this.apply(correction);
    this.montants = this.formules.propagate(this.typed);
    for (const [cell, { place, after }] of this.montants) {
      if (place?.fact.row.kind !== "action") continue;
      const { fact, band } = place;
      this.gain(band.table, groupKeysOf(band.table, fact.row.index, fact.year), fact, (after ?? 0) - shownIn(cell));
    }
  }

  /** All that reads otherwise than in the workbook as it stands. */
  get changed(): readonly Read[] {
    return [...this.montants.keys(), ...this.valeurs.keys(), ...this.gains.keys()];
  }

  montant(cell: MontantCell): MontantLu {
    const change = this.montants.get(cell);
    if (change) {
      const { after, exact } = change;
      if (after === null) return notKnown("missing", [cell.ref]);
      const lu = { ...known(after, [cell.ref]), source: "number", unit: null } as const;
      return isWhole(exact) ? lu : { ...lu, euros: exact / 100 };
    }
    if (cell.formula === null) return cell.known;
    const isSum = this.isReshaped && this.formules.placeOf(cell)?.fact.row.kind !== "action";
    return isSum || this.formules.isOpaque(cell) ? notKnown("unreadable", [cell.ref]) : cell.known;
  }

  valeur(cell: ValeurCell): ValeurLue {
    const nombre = this.valeurs.get(cell);
    return nombre === undefined ? cell.known : known(nombre, [cell.ref]);
  }

  somme(group: Group): Known<Montant> {
    const before = TELLE_QUELLE.somme(group);
    const gain = this.gains.get(group);
    if (gain === undefined || before.value === null) return before;
    return known(montantFromCentimes(before.value + gain));
  }

  /** Whether a finding about these cells goes away because all of them do. */
  hasLost(cells: readonly CellRef[]): boolean {
    return cells.length > 0 && cells.every((cell) => this.gone.has(formatCellRef(cell)));
  }

  private apply(correction: CorrectedFact): void {
    switch (correction.kind) {
      case "montant":
        this.typed.set(correction.cell, this.formules.changeTo(correction.cell, correction.montant));
        return;
      case "valeur":
        this.valeurs.set(correction.cell, correction.nombre);
        return;
      case "sans-ligne":
        // Payments and other financing of the row go with it; what it says again, and its totals over years, stay.
        for (const { cell, column, year } of correction.row.facts) {
          if (year === null || !(isPart(column) || isBeside(column))) continue;
          this.typed.set(cell, this.formules.changeTo(cell, null));
          this.gone.add(formatCellRef(cell.ref));
        }
        return;
      case "avec-action": {
        const { table, action } = correction;
        const keys: GroupKey[] = ["total", ...keysOfAxe(table, action.axe)];
        for (const { annee: year, colonnes } of table.tableau.annees) {
          for (const column of COLONNES.filter((each) => colonnes[each])) {
            this.gain(table, keys, { year, column }, contractAmount(action, year, column));
          }
        }
        this.isReshaped = true;
        return;
      }
      case "sous-axe": {
        const { table, row, axe } = correction;
        for (const { known, year, column } of row.facts) {
          if (year === null || !isPart(column)) continue;
          const from = groupKeysOf(table, row.index, year).filter((key) => key !== "total");
          this.gain(table, from, { year, column }, -(known.value ?? 0));
          this.gain(table, keysOfAxe(table, axe), { year, column }, known.value ?? 0);
        }
        this.isReshaped = true;
      }
    }
  }

  private gain(
    table: FactTable,
    keys: readonly GroupKey[],
    { year, column }: { readonly year: number; readonly column: ColumnRole },
    centimes: number,
  ): void {
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
