// The workbook as it would read once some facts are corrected, formulas after them.
import { formatCellRef, type CellRef } from "../../domain/cell-ref";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { CorrectedFact } from "../../facts/corrected-fact";
import type { Colonne, MontantCell, MontantLu, TableauBudgetaire, ValeurCell, ValeurLue } from "../../domain/dossier";
import { TELLE_QUELLE, type Lecture, type Somme } from "../../facts/lecture";
import { COLONNES } from "../../facts/lines/budget-lines";
import { clesDeLigne, groupeDe, type CleDeGroupe, type Groupe } from "../../facts/lines/groupes";
import { rowsOfTable } from "../../facts/lines/rows-of-table";
import { montantFromCentimes } from "../../domain/values/montant";
import type { Change, Formules } from "./formulas";

/** Nearly all causes that are tried correct an amount and no value: they share this empty map. */
const NOTHING: ReadonlyMap<ValeurCell, number> = new Map();

const MISSING = { kind: "missing" } as const;
const UNREADABLE = { kind: "unreadable" } as const;

export class LectureCorrigee implements Lecture {
  readonly changes = new Map<MontantCell, Change>();
  private ownValeurs: Map<ValeurCell, number> | null = null;
  /** What the sums of groups gain, in centimes. */
  readonly gains = new Map<Groupe, number>();
  /** Addresses of a row that goes: nothing is said of it any more. */
  private gone: Set<string> | null = null;
  /** A row comes or moves: nobody knows which formulas would count it. */
  private isReshaped = false;

  constructor(
    private readonly formules: Formules,
    corrections: readonly CorrectedFact[],
    private readonly tableaux: readonly TableauBudgetaire[],
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
    const isSum = this.isReshaped && this.formules.entreeOf(cell)?.kind !== "action";
    return isSum || this.formules.isOpaque(cell) ? UNREADABLE : cell.lu;
  }

  valeur(cell: ValeurCell): ValeurLue {
    const nombre = this.valeurs.get(cell);
    return nombre === undefined ? cell.lu : { kind: "nombre", nombre };
  }

  somme(groupe: Groupe): Somme {
    const before = TELLE_QUELLE.somme(groupe);
    const gain = this.gains.get(groupe);
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
        for (const cell of [...rowCells(correction).map((each) => each.cell), ...besideCells(correction)]) {
          this.changes.set(cell, this.formules.changeTo(cell, null));
          gone.add(formatCellRef(cell.ref));
        }
        return;
      }
      case "avec-action": {
        const { tableau, action } = correction;
        const cles: CleDeGroupe[] = ["total", ...clesDAxe(tableau, action.axe)];
        for (const { annee, colonnes } of tableau.annees) {
          for (const colonne of COLONNES.filter((each) => colonnes[each])) {
            this.gain(tableau, cles, annee, colonne, contractAmount(action, annee, colonne));
          }
        }
        this.isReshaped = true;
        return;
      }
      case "sous-axe": {
        const { tableau, index, axe } = correction;
        const from = clesDeLigne(tableau, index).filter((cle) => cle !== "total");
        for (const { cell, annee, colonne } of rowCells(correction)) {
          const centimes = cell.lu.kind === "montant" ? cell.lu.montant : 0;
          this.gain(tableau, from, annee, colonne, -centimes);
          this.gain(tableau, clesDAxe(tableau, axe), annee, colonne, centimes);
        }
        this.isReshaped = true;
      }
    }
  }

  private countGains(): void {
    for (const { entree, lu } of this.changes.values()) {
      if (entree?.kind !== "action" || lu === 0) continue;
      const { index, annee, colonne, cell } = entree;
      const tableau = this.tableaux.find(
        ({ lignesAction }) => lignesAction[index]?.montants.get(annee)?.[colonne] === cell,
      );
      if (tableau) this.gain(tableau, clesDeLigne(tableau, index), annee, colonne, lu);
    }
  }

  private gain(
    tableau: TableauBudgetaire,
    cles: readonly CleDeGroupe[],
    annee: number,
    colonne: Colonne,
    centimes: number,
  ): void {
    if (centimes === 0) return;
    for (const cle of cles) {
      const groupe = groupeDe(tableau, cle, annee, colonne);
      this.gains.set(groupe, (this.gains.get(groupe) ?? 0) + centimes);
    }
  }
}

/** The groups of an axe, its row of the table among them. */
function clesDAxe({ lignesAxe }: TableauBudgetaire, axe: number): CleDeGroupe[] {
  const heading = lignesAxe.findIndex((ligne) => ligne.axe?.numero === axe);
  return heading < 0 ? [`axe-${axe}`] : [`axe-${axe}`, `ligne-${heading}`];
}

interface RowOfTable {
  readonly tableau: TableauBudgetaire;
  readonly index: number;
}

function rowCells({ tableau, index }: RowOfTable) {
  return [...(tableau.lignesAction[index]?.montants ?? [])].flatMap(([annee, cells]) =>
    COLONNES.flatMap((colonne) => {
      const cell = cells[colonne];
      return cell ? [{ cell, annee, colonne }] : [];
    }),
  );
}

/** Payments and other financing of the row: in no group of amounts, and gone with it all the same. */
function besideCells({ tableau, index }: RowOfTable) {
  const row = rowsOfTable(tableau)[index];
  return [...(row?.autres?.values() ?? []), ...(row?.verses?.values() ?? [])].flat();
}
