// Which formulas count a cell, directly or through other formulas: what a corrected fact makes of the cells after it.
import { addUnder } from "../domain/group-by";
import type { Dossier, MontantCell } from "../domain/dossier";
import { remember } from "../domain/remember";
import { nearestMontant, type Montant } from "../domain/values/montant";
import { bandsOf, type Band } from "../facts/bands";
import type { YearFact } from "../facts/fact";
import { tablesOf } from "../facts/fact-tables";
import { exactCentimes, weigh, type Poids } from "../facts/formulas/formula-weights";
import { errorSources, isErrorValue } from "./error-sources";

/** An amount among the parts of its table, where formulas of sums are looked at. */
interface Place {
  readonly band: Band;
  readonly fact: YearFact;
}

/** What one amount becomes. */
export interface Change {
  /** Null for an amount that no sum of parts counts, such as a payment. */
  readonly place: Place | null;
  /** Null once nothing stands there, or a number that is not known. */
  readonly after: Montant | null;
  /** In centimes, with decimals where the amount is finer than a centime. */
  readonly exact: number;
}

type Changes = Map<MontantCell, Change>;

const isText = ({ known: lu }: MontantCell): boolean => lu.reason === null && lu.source === "text";

/** What a formula gains where it counts a cell that changes: SUM passed over a text that an operator such as "+" counted. */
function gainFrom(cell: MontantCell, { exact }: Change, { coefficient, parSomme }: Poids): number {
  const operator = exact - exactCentimes(cell);
  const sum = isText(cell) ? exact : operator;
  return parSomme * sum + (coefficient - parSomme) * operator;
}

const NO_SOURCES: ReadonlyMap<YearFact, Poids> = new Map();

/** What its formula counts; nothing where that is not known. */
function sourcesOf({ band, fact }: Place): ReadonlyMap<YearFact, Poids> {
  const pesee = weigh(band, fact);
  return pesee.kind === "known" ? pesee.poids : NO_SOURCES;
}

/** The formulas of every table of a dossier. */
export class Formules {
  private readonly places = new Map<MontantCell, Place>();
  /** The formulas that count each cell. */
  private readonly dependents = new Map<MontantCell, Place[]>();
  private readonly depths = new Map<MontantCell, number>();

  constructor(dossier: Dossier) {
    for (const table of tablesOf(dossier).amounts) {
      const band = bandsOf(table).parts;
      for (const fact of band.facts) {
        const place = { band, fact };
        this.places.set(fact.cell, place);
        for (const { cell } of sourcesOf(place).keys()) addUnder(this.dependents, cell, place);
      }
    }
  }

  placeOf(cell: MontantCell): Place | null {
    return this.places.get(cell) ?? null;
  }

  /** Whether what the cell shows cannot be computed again. */
  isOpaque(cell: MontantCell): boolean {
    const place = this.placeOf(cell);
    return place !== null && weigh(place.band, place.fact).kind === "unknown";
  }

  /** Null for nothing, or for a number that nobody knows. */
  changeTo(cell: MontantCell, after: Montant | null): Change {
    return { place: this.placeOf(cell), after, exact: after ?? 0 };
  }

  /** The changes that were asked for, with those of the formulas that count them: each after all that it counts. */
  propagate(asked: ReadonlyMap<MontantCell, Change>): Changes {
    const changes: Changes = new Map(asked);
    const gains = new Map<Place, number>();
    const gather = (source: YearFact, change: Change): void => {
      for (const place of this.dependents.get(source.cell) ?? []) {
        const poids = sourcesOf(place).get(source);
        if (!poids || changes.has(place.fact.cell)) continue;
        gains.set(place, (gains.get(place) ?? 0) + gainFrom(source.cell, change, poids));
      }
    };
    for (const change of asked.values()) if (change.place) gather(change.place.fact, change);
    while (gains.size > 0) {
      const next = [...gains.keys()].reduce((one, other) => (this.depthOf(other) < this.depthOf(one) ? other : one));
      const gain = gains.get(next) ?? 0;
      gains.delete(next);
      const change = this.depthOf(next) === Infinity ? null : recompute(next, gain, changes);
      if (!change) continue;
      changes.set(next.fact.cell, change);
      gather(next.fact, change);
    }
    return changes;
  }

  /** How many formulas stand between the cell and typed figures; a formula that comes back to itself has no end. */
  private depthOf(place: Place): number {
    const { cell } = place.fact;
    if (cell.formula === null) return 0;
    const known = this.depths.get(cell);
    if (known !== undefined) return known;
    this.depths.set(cell, Infinity);
    let depth = 0;
    for (const source of sourcesOf(place).keys()) {
      depth = Math.max(depth, this.depthOf({ band: place.band, fact: source }) + 1);
    }
    this.depths.set(cell, depth);
    return depth;
  }
}

/** Null where what the formula would show cannot be told. */
function recompute(place: Place, gain: number, changes: Changes): Change | null {
  const { cell } = place.fact;
  if (isErrorValue(cell)) {
    const sources = errorSources(place.band, place.fact);
    const isSettled = sources.length > 0 && sources.every((source) => changes.has(source.cell));
    return isSettled ? { place, after: null, exact: 0 } : null;
  }
  if (cell.known.reason !== null) return null;
  const exact = exactCentimes(cell) + gain;
  return { place, after: nearestMontant(exact), exact };
}

export const formulesOf = remember((dossier: Dossier) => new Formules(dossier));
