// Which formulas count a cell, directly or through other formulas: what a corrected fact makes of the cells after it.
import type { Dossier, MontantCell } from "../../domain/dossier";
import { errorSources, isErrorValue } from "../../why/error-sources";
import { exactCentimes, type Comptes } from "../../facts/formulas/formula-weights";
import type { Entree } from "../../facts/lines/amount-entries";
import { amountTables } from "../../facts/lines/amount-tables";
import { sumsOf, type TableSums } from "../../facts/lines/table-sums";
import { nearestMontant, type Montant } from "../../domain/values/montant";

/** What becomes of one amount, in centimes. */
export interface Change {
  /** Null in a table that holds no formulas of sums. */
  readonly entree: Entree | null;
  /** What the sums that it belongs to gain, which read it as it is shown. */
  readonly lu: number;
  /** What SUM gains, which passes over texts; and what an operator does. */
  readonly somme: number;
  readonly operateur: number;
  /** Null once nothing stands there, or a number that nobody knows. */
  readonly after: Montant | null;
  /** In centimes, where finer than one. */
  readonly exact?: number;
}

const shownIn = ({ lu }: MontantCell): number => (lu.kind === "montant" ? lu.montant : 0);

const isText = ({ lu }: MontantCell): boolean => lu.kind === "montant" && lu.source === "text";

const isWhole = (centimes: number): boolean => Math.abs(centimes - Math.round(centimes)) < 1e-4;

const NOBODY: readonly Entree[] = [];

class TableFormulas {
  /** The formulas that count each cell, by its position; neighbours that the same formulas count share one list. */
  private readonly dependents: (readonly Entree[])[];
  private readonly depths = new Map<Entree, number>();

  constructor(readonly sums: TableSums) {
    const { all } = sums.entries;
    this.dependents = Array<readonly Entree[]>(all.length).fill(NOBODY);
    all.forEach((entree) => {
      if (entree.cell.formula !== null) this.addTo(entree);
    });
  }

  /** One more of those that count its sources. */
  private addTo(entree: Entree): void {
    // The list of the source before it is its own as well, nearly always.
    let last: readonly Entree[] = NOBODY;
    let list: readonly Entree[] = [entree];
    const longer = new Map([[last, list]]);
    this.sourcesOf(entree)?.entrees.forEach(({ position }) => {
      const known = this.dependents[position] ?? NOBODY;
      if (known !== last) {
        last = known;
        list = longer.get(known) ?? [...known, entree];
        longer.set(known, list);
      }
      this.dependents[position] = list;
    });
  }

  /** What its formula counts; null where that is not known. */
  private sourcesOf(entree: Entree): Comptes | null {
    const pesee = entree.cell.formula === null ? null : this.sums.weigh(entree);
    return pesee?.kind === "known" ? pesee.poids : null;
  }

  isOpaque(entree: Entree): boolean {
    return entree.cell.formula !== null && this.sums.weigh(entree).kind === "unknown";
  }

  /** The entries that depend on this one; none where the cell is of another table. */
  private dependentsOf(source: Entree): readonly Entree[] {
    const { position } = source;
    return this.sums.entries.all[position] === source ? (this.dependents[position] ?? NOBODY) : NOBODY;
  }

  /** Whether a formula counts one of the given cells. */
  counts(changes: ReadonlyMap<MontantCell, Change>): boolean {
    let isCounted = false;
    changes.forEach(({ entree }) => (isCounted ||= entree !== null && this.dependentsOf(entree) !== NOBODY));
    return isCounted;
  }

  /** How many formulas stand between the cell and typed figures; a formula that comes back to itself has no end. */
  private depthOf(entree: Entree): number {
    if (entree.cell.formula === null) return 0;
    const known = this.depths.get(entree);
    if (known !== undefined) return known;
    this.depths.set(entree, Infinity);
    let depth = 0;
    for (const source of this.sourcesOf(entree)?.entrees ?? []) {
      depth = Math.max(depth, source.cell.formula === null ? 1 : this.depthOf(source) + 1);
    }
    this.depths.set(entree, depth);
    return depth;
  }

  /** Adds what the formulas show once the given cells are changed, sources before what counts them. */
  propagate(changes: Map<MontantCell, Change>): void {
    const gains = new Map<Entree, number>();
    const gather = (source: Entree, { somme, operateur }: Change): void => {
      for (const entree of this.dependentsOf(source)) {
        const poids = this.sourcesOf(entree)?.of(source);
        if (!poids || changes.has(entree.cell)) continue;
        const gain = poids.parSomme * somme + (poids.coefficient - poids.parSomme) * operateur;
        gains.set(entree, (gains.get(entree) ?? 0) + gain);
      }
    };
    for (const change of [...changes.values()]) {
      if (change.entree) gather(change.entree, change);
    }
    while (gains.size > 0) {
      let next: Entree | null = null;
      for (const entree of gains.keys()) if (!next || this.depthOf(entree) < this.depthOf(next)) next = entree;
      if (!next) return;
      const gain = gains.get(next) ?? 0;
      gains.delete(next);
      const change = this.depthOf(next) === Infinity ? null : this.recompute(next, gain, changes);
      if (!change) continue;
      changes.set(next.cell, change);
      gather(next, change);
    }
  }

  private recompute(entree: Entree, gain: number, changes: ReadonlyMap<MontantCell, Change>): Change | null {
    const { cell } = entree;
    if (isErrorValue(cell)) {
      const sources = errorSources(this.sums, entree);
      const isSettled = sources.length > 0 && sources.every((source) => changes.has(source.cell));
      return isSettled ? { entree, lu: 0, somme: 0, operateur: 0, after: null } : null;
    }
    if (cell.lu.kind !== "montant") return null;
    const exact = exactCentimes(cell) + gain;
    const after = nearestMontant(exact);
    return {
      entree,
      lu: after - shownIn(cell),
      somme: gain,
      operateur: gain,
      after,
      ...(!isWhole(exact) && { exact }),
    };
  }
}

/** The formulas of every table of a dossier. */
export class Formules {
  private readonly tables: readonly TableFormulas[];

  constructor(dossier: Dossier) {
    this.tables = amountTables(dossier).map(({ tableau }) => new TableFormulas(sumsOf(tableau)));
  }

  private tableOf(cell: MontantCell): { readonly table: TableFormulas; readonly entree: Entree } | null {
    for (const table of this.tables) {
      const entree = table.sums.entries.of(cell);
      if (entree) return { table, entree };
    }
    return null;
  }

  entreeOf(cell: MontantCell): Entree | null {
    return this.tableOf(cell)?.entree ?? null;
  }

  /** Whether what the cell shows cannot be computed again. */
  isOpaque(cell: MontantCell): boolean {
    const found = this.tableOf(cell);
    return found?.table.isOpaque(found.entree) ?? false;
  }

  /** Null for nothing, or for a number that nobody knows. */
  changeTo(cell: MontantCell, after: Montant | null): Change {
    const entree = this.entreeOf(cell);
    const exact = (after ?? 0) - exactCentimes(cell);
    const somme = isText(cell) ? (after ?? 0) : exact;
    return { entree, lu: (after ?? 0) - shownIn(cell), somme, operateur: exact, after };
  }

  propagate(changes: Map<MontantCell, Change>): void {
    for (const table of this.tables) if (table.counts(changes)) table.propagate(changes);
  }
}
