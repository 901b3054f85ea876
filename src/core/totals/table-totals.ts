// The sums of one table of amounts: which are right already, which formula the others should hold, which cannot be computed.
import type { Entree } from "../facts/lines/amount-entries";
import { COLONNES } from "../facts/lines/budget-lines";
import type { TableMontants } from "../facts/lines/amount-tables";
import { analyseFormule, isCoverageDefect } from "../facts/formulas/analyse-formule";
import type { MontantCell } from "../domain/dossier";
import { exactCentimes } from "../facts/formulas/formula-weights";
import { showsColumn } from "../facts/lines/sums";
import { hasAxesBelow } from "./axes-below";
import { sumsOf, type SommeAffichee, type TableSums } from "../facts/lines/table-sums";

/** Why a sum cannot be computed; `entree` is the cell at fault, null where the sum as a whole is. */
export interface Obstacle {
  readonly kind: "illisible" | "texte" | "unites" | "trop-long" | "sans-action" | "axe-dessous";
  readonly entree: Entree | null;
}

export type Jugement =
  /** Nothing is due in the cell: it is empty over empty cells, or the row does not sum this column. */
  | { readonly kind: "idle" }
  | { readonly kind: "right"; readonly centimes: number }
  | { readonly kind: "change"; readonly formula: string; readonly centimes: number }
  | { readonly kind: "blocked"; readonly obstacles: readonly Obstacle[] };

/** Half a centime, which rounding may add. */
const ROUNDING = 0.5 + 1e-6;

export class TableTotals {
  readonly sums: TableSums;
  private readonly judged = new Map<Entree, Jugement>();
  private readonly axesBelow: boolean;

  constructor(readonly table: TableMontants) {
    this.sums = sumsOf(table.tableau);
    this.axesBelow = hasAxesBelow(this.sums);
    // Actions stand first among the entries: the sums over their totals find them judged.
    for (const somme of this.sums.sums) this.judged.set(somme.entree, this.judge(somme));
  }

  of(entree: Entree): Jugement {
    return this.judged.get(entree) ?? { kind: "idle" };
  }

  private judge(somme: SommeAffichee): Jugement {
    const { entree, addends } = somme;
    if (this.axesBelow && entree.kind === "axe") {
      return { kind: "blocked", obstacles: [{ kind: "axe-dessous", entree: null }] };
    }
    if (!this.isDue(somme)) return { kind: "idle" };
    if (addends.length === 0) {
      return { kind: "blocked", obstacles: [{ kind: "sans-action", entree: null }] };
    }
    const centimes =
      addends.reduce((sum, addend) => sum + this.centimesOf(addend), 0) +
      somme.autres.reduce((sum, cell) => sum + exactCentimes(cell), 0);
    const formula = this.sums.formulaFor(somme);
    const obstacles = this.obstaclesOf(somme, formula);
    if (this.isRight(somme, formula)) {
      // The formula itself is right, but for a text that Excel leaves out the figure is not.
      return obstacles.length === 0 || this.shows(entree.cell, centimes)
        ? { kind: "right", centimes }
        : { kind: "blocked", obstacles };
    }
    if (formula === null || obstacles.length > 0) return { kind: "blocked", obstacles };
    return { kind: "change", formula, centimes };
  }

  private isDue({ entree, addends }: SommeAffichee): boolean {
    const { cell, kind } = entree;
    const { lu, formula, text } = cell;
    // Over nothing, zero says what it has to say; a figure or an error does not.
    if (formula !== null || lu.kind !== "missing")
      return addends.length > 0 || lu.kind === "unreadable" || (lu.kind === "montant" && lu.montant !== 0);
    if (addends.length === 0) return false;
    const isBlank = addends.every((addend) => addend.cell.lu.kind === "missing" && addend.cell.formula === null);
    // Where nothing was paid and nothing else financed, no sum of it is due.
    if (kind !== "action") return this.table.aCote ? !isBlank : this.isSummed(entree);
    // Nothing executed is not the same as zero euros executed, and "nd" over nothing says what it has to say.
    return !isBlank || (this.table.key === null && text.trim() === "");
  }

  /** An empty cell of a row of sums is a hole unless that row and its peers leave the column out. */
  private isSummed({ kind, index, annee, colonne }: Entree): boolean {
    const { lignesAxe, total } = this.table.tableau;
    const row = kind === "axe" ? lignesAxe[index]?.sousTotal : total;
    const peers = kind === "axe" ? lignesAxe.flatMap(({ sousTotal }) => sousTotal ?? []) : row ? [row] : [];
    if (peers.some(({ montants }) => showsColumn(montants, colonne))) return true;
    // Rows that have only their label yet leave no column out.
    if (peers.every(({ montants }) => COLONNES.every((each) => !showsColumn(montants, each)))) return true;
    const cells = COLONNES.filter((other) => other !== colonne).map((other) => row?.montants.get(annee)?.[other]);
    return cells.every((cell) => cell && cell.lu.kind !== "missing");
  }

  /** What the cell will show once the totals are refreshed, in centimes. */
  centimesOf(entree: Entree): number {
    const jugement = this.judged.get(entree);
    return jugement?.kind === "change" ? jugement.centimes : exactCentimes(entree.cell);
  }

  /** What the cell shows now, in centimes. */
  shown({ cell }: Entree): number {
    return exactCentimes(cell);
  }

  /** Whether what the cell will show can be told. */
  isComputable(entree: Entree): boolean {
    const kind = this.judged.get(entree)?.kind;
    return kind === "change" || (kind !== "blocked" && entree.cell.lu.kind !== "unreadable");
  }

  private obstaclesOf(somme: SommeAffichee, formula: string | null): readonly Obstacle[] {
    if (!this.sums.isPlain(somme)) return [{ kind: "unites", entree: null }];
    const obstacles = somme.addends.flatMap((addend): Obstacle[] => {
      const jugement = this.judged.get(addend);
      if (jugement?.kind === "blocked")
        return jugement.obstacles.map((each) => ({ ...each, entree: each.entree ?? addend }));
      if (jugement?.kind === "change") return [];
      const { lu } = addend.cell;
      if (lu.kind === "unreadable") return [{ kind: "illisible", entree: addend }];
      return lu.kind === "montant" && lu.source === "text" ? [{ kind: "texte", entree: addend }] : [];
    });
    for (const cell of somme.autres) {
      const entree = { ...somme.entree, cell };
      if (cell.lu.kind === "unreadable") obstacles.push({ kind: "illisible", entree });
      else if (cell.lu.kind === "montant" && cell.lu.source === "text") obstacles.push({ kind: "texte", entree });
    }
    return obstacles.length === 0 && formula === null ? [{ kind: "trop-long", entree: null }] : obstacles;
  }

  private shows(cell: MontantCell, centimes: number): boolean {
    return cell.lu.kind === "montant" && Math.abs(exactCentimes(cell) - centimes) <= ROUNDING;
  }

  /** Whether the formula counts what it should, whatever the amounts become. */
  private isRight(somme: SommeAffichee, formula: string | null): boolean {
    const { cell } = somme.entree;
    if (cell.formula === null) return false;
    if (cell.formula === formula) return true;
    const pesee = this.sums.weigh(somme.entree);
    if (pesee.kind === "typed") return false;
    if (pesee.kind === "unknown") return this.isRightUntold(somme);
    const { defauts } = analyseFormule(this.sums, somme) ?? { defauts: [] };
    if (defauts.some((defaut) => isCoverageDefect(defaut) || defaut.kind === "constante")) return false;
    if (this.sums.missesAutres(somme) !== false) return false;
    const told = somme.autres.reduce((sum, other) => sum + exactCentimes(other), pesee.poids.centimes);
    return this.shows(cell, told) || (cell.lu.kind === "missing" && told === 0);
  }

  /** A formula that cannot be told (SUMIF, a reference to a table) is left where its figure is right. */
  private isRightUntold({ entree: { cell }, addends, autres }: SommeAffichee): boolean {
    const added = [...addends.map((addend) => addend.cell), ...autres];
    if (added.some(({ lu }) => lu.kind === "unreadable")) return true;
    const shown = added.reduce((sum, other) => sum + exactCentimes(other), 0);
    return this.shows(cell, shown) || (cell.lu.kind === "missing" && shown === 0);
  }
}
