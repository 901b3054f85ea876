// Which formulas count a cell, directly or through other formulas: what a corrected fact makes of the cells after it.
import type { Dossier, MontantCell } from "../../domain/dossier";
import { nearestMontant, type Montant } from "../../domain/values/montant";
import { bandsOf, factOf, type Band } from "../../facts/bands";
import type { YearFact } from "../../facts/fact";
import { tablesOf } from "../../facts/fact-tables";
import { exactCentimes, weigh, type Poids } from "../../facts/formulas/formula-weights";
import { errorSources, isErrorValue } from "../../why/error-sources";

/** What becomes of one amount, in centimes. */
export interface Change {
  /** Null in a table without formulas of sums. */
  readonly fact: YearFact | null;
  /** What the sums that it belongs to gain: they read the amount as it is shown. */
  readonly lu: number;
  /** What SUM gains, which passes over texts, and what an operator such as "+" gains. */
  readonly somme: number;
  readonly operateur: number;
  /** Null once nothing stands there, or a number that is not known. */
  readonly after: Montant | null;
  /** In centimes, with decimals where the amount is finer than a centime. */
  readonly exact?: number;
}

const shownIn = ({ lu }: MontantCell): number => (lu.kind === "montant" ? lu.montant : 0);

const isText = ({ lu }: MontantCell): boolean => lu.kind === "montant" && lu.source === "text";

const isWhole = (centimes: number): boolean => Math.abs(centimes - Math.round(centimes)) < 1e-4;

const NO_SOURCES: ReadonlyMap<YearFact, Poids> = new Map();
const NOBODY: readonly YearFact[] = [];

class TableFormulas {
  /** The formulas that count each cell. */
  private readonly dependents = new Map<YearFact, YearFact[]>();
  private readonly depths = new Map<YearFact, number>();

  constructor(readonly band: Band) {
    for (const fact of band.facts) {
      for (const source of this.sourcesOf(fact).keys()) {
        const own = this.dependents.get(source);
        if (own) own.push(fact);
        else this.dependents.set(source, [fact]);
      }
    }
  }

  /** What its formula counts; nothing where that is not known. */
  private sourcesOf(fact: YearFact): ReadonlyMap<YearFact, Poids> {
    const pesee = weigh(this.band, fact);
    return pesee.kind === "known" ? pesee.poids : NO_SOURCES;
  }

  isOpaque(fact: YearFact): boolean {
    return weigh(this.band, fact).kind === "unknown";
  }

  private dependentsOf(source: YearFact): readonly YearFact[] {
    return this.dependents.get(source) ?? NOBODY;
  }

  /** Whether a formula counts one of the given cells. */
  counts(changes: ReadonlyMap<MontantCell, Change>): boolean {
    return [...changes.values()].some(({ fact }) => fact !== null && this.dependents.has(fact));
  }

  /** How many formulas stand between the cell and typed figures; a formula that comes back to itself has no end. */
  private depthOf(fact: YearFact): number {
    if (fact.cell.formula === null) return 0;
    const known = this.depths.get(fact);
    if (known !== undefined) return known;
    this.depths.set(fact, Infinity);
    let depth = 0;
    for (const source of this.sourcesOf(fact).keys()) {
      depth = Math.max(depth, source.cell.formula === null ? 1 : this.depthOf(source) + 1);
    }
    this.depths.set(fact, depth);
    return depth;
  }

  /** Adds what the formulas show once the given cells are changed, sources before what counts them. */
  propagate(changes: Map<MontantCell, Change>): void {
    const gains = new Map<YearFact, number>();
    const gather = (source: YearFact, { somme, operateur }: Change): void => {
      for (const fact of this.dependentsOf(source)) {
        const poids = this.sourcesOf(fact).get(source);
        if (!poids || changes.has(fact.cell)) continue;
        const gain = poids.parSomme * somme + (poids.coefficient - poids.parSomme) * operateur;
        gains.set(fact, (gains.get(fact) ?? 0) + gain);
      }
    };
    for (const change of [...changes.values()]) {
      if (change.fact) gather(change.fact, change);
    }
    while (gains.size > 0) {
      let next: YearFact | null = null;
      for (const fact of gains.keys()) if (!next || this.depthOf(fact) < this.depthOf(next)) next = fact;
      if (!next) return;
      const gain = gains.get(next) ?? 0;
      gains.delete(next);
      const change = this.depthOf(next) === Infinity ? null : this.recompute(next, gain, changes);
      if (!change) continue;
      changes.set(next.cell, change);
      gather(next, change);
    }
  }

  private recompute(fact: YearFact, gain: number, changes: ReadonlyMap<MontantCell, Change>): Change | null {
    const { cell } = fact;
    if (isErrorValue(cell)) {
      const sources = errorSources(this.band, fact);
      const isSettled = sources.length > 0 && sources.every((source) => changes.has(source.cell));
      return isSettled ? { fact, lu: 0, somme: 0, operateur: 0, after: null } : null;
    }
    if (cell.lu.kind !== "montant") return null;
    const exact = exactCentimes(cell) + gain;
    const after = nearestMontant(exact);
    return {
      fact,
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
    this.tables = tablesOf(dossier).amounts.map((table) => new TableFormulas(bandsOf(table).parts));
  }

  private find(cell: MontantCell): { readonly table: TableFormulas; readonly fact: YearFact } | null {
    for (const table of this.tables) {
      const fact = factOf(table.band, cell);
      if (fact) return { table, fact };
    }
    return null;
  }

  factOf(cell: MontantCell): YearFact | null {
    return this.find(cell)?.fact ?? null;
  }

  /** Whether what the cell shows cannot be computed again. */
  isOpaque(cell: MontantCell): boolean {
    const found = this.find(cell);
    return found?.table.isOpaque(found.fact) ?? false;
  }

  /** Null for nothing, or for a number that nobody knows. */
  changeTo(cell: MontantCell, after: Montant | null): Change {
    const exact = (after ?? 0) - exactCentimes(cell);
    const somme = isText(cell) ? (after ?? 0) : exact;
    return { fact: this.factOf(cell), lu: (after ?? 0) - shownIn(cell), somme, operateur: exact, after };
  }

  propagate(changes: Map<MontantCell, Change>): void {
    for (const table of this.tables) if (table.counts(changes)) table.propagate(changes);
  }
}
