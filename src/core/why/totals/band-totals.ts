// The sums of one band of a table of amounts: which are right already, which formula the others should hold, which cannot be computed.
import { COLONNES } from "../../facts/lines/budget-lines";
import type { Band } from "../../facts/bands";
import type { Row, YearFact } from "../../facts/fact";
import { formulaFor, isPlain, missesAutres } from "../../facts/formulas/sum-formulas";
import { isYear, type Sum } from "../../facts/sums";
import { analyseFormule, isCoverageDefect } from "../../facts/formulas/analyse-formule";
import type { MontantCell } from "../../domain/dossier";
import { countedCentimes, exactCentimes, weigh } from "../../facts/formulas/formula-weights";
import { hasAxesBelow } from "./axes-below";

/** Why a sum cannot be computed; `fact` is the one at fault, null where the sum as a whole is. */
export interface Obstacle {
  readonly kind: "illisible" | "texte" | "unites" | "trop-long" | "sans-action" | "axe-dessous";
  readonly fact: YearFact | null;
}

export type Jugement =
  /** Nothing is due there: an empty cell over empty cells, a column that the row does not sum. */
  | { readonly kind: "idle" }
  | { readonly kind: "right"; readonly centimes: number }
  | { readonly kind: "change"; readonly formula: string; readonly centimes: number }
  | { readonly kind: "blocked"; readonly obstacles: readonly Obstacle[] };

/** Half a centime, which rounding may add. */
const ROUNDING = 0.5 + 1e-6;

export class BandTotals {
  private readonly judged = new Map<YearFact, Jugement>();
  private readonly axesBelow: boolean;

  constructor(readonly band: Band) {
    this.axesBelow = hasAxesBelow(band);
    // Actions stand first among the sums: those over their totals find them judged.
    for (const sum of band.sums) this.judged.set(sum.fact, this.judge(sum));
  }

  of(fact: YearFact): Jugement {
    return this.judged.get(fact) ?? { kind: "idle" };
  }

  private judge(sum: Sum<YearFact>): Jugement {
    const { fact, addends, autres } = sum;
    if (this.axesBelow && fact.row.kind === "axe") {
      return { kind: "blocked", obstacles: [{ kind: "axe-dessous", fact: null }] };
    }
    if (!this.isDue(sum)) return { kind: "idle" };
    if (addends.length === 0) {
      return { kind: "blocked", obstacles: [{ kind: "sans-action", fact: null }] };
    }
    const centimes =
      addends.reduce((total, addend) => total + this.centimesOf(addend), 0) +
      autres.reduce((total, { cell }) => total + exactCentimes(cell), 0);
    const formula = formulaFor(sum);
    const obstacles = this.obstaclesOf(sum, formula);
    if (this.isRight(sum, formula)) {
      // The formula itself is right, but for a text that Excel leaves out the figure is not.
      return obstacles.length === 0 || this.shows(fact.cell, centimes)
        ? { kind: "right", centimes }
        : { kind: "blocked", obstacles };
    }
    if (formula === null || obstacles.length > 0) return { kind: "blocked", obstacles };
    return { kind: "change", formula, centimes };
  }

  private isDue({ fact, addends }: Sum<YearFact>): boolean {
    const { cell, row } = fact;
    const { known: lu, formula, text } = cell;
    // Over nothing, zero says what it has to say; a figure or an error does not.
    if (formula !== null || lu.reason !== "missing")
      return addends.length > 0 || lu.reason === "unreadable" || (lu.reason === null && lu.value !== 0);
    if (addends.length === 0) return false;
    const isBlank = addends.every((addend) => addend.cell.known.reason === "missing" && addend.cell.formula === null);
    // Nothing paid, no other financing: no sum is due of it.
    if (row.kind !== "action") return this.band.kind === "parts" ? this.isSummed(fact) : !isBlank;
    // Nothing executed is not zero euros executed, and "nd" over nothing says what it has to say.
    return !isBlank || (this.band.table.key === null && text.trim() === "");
  }

  /** An empty cell of a row of sums is a hole unless that row and its peers leave the column out. */
  private isSummed({ row, year, column }: YearFact): boolean {
    const peers = row.kind === "axe" ? this.band.table.rows.filter(({ kind }) => kind === "axe") : [row];
    if (peers.some((peer) => showsColumn(peer, column))) return true;
    // Rows that have only their label yet leave no column out.
    if (peers.every((peer) => COLONNES.every((each) => !showsColumn(peer, each)))) return true;
    const others = COLONNES.filter((other) => other !== column).map((other) => row.at(year, other)[0]);
    return others.every((other) => other && other.known.reason !== "missing");
  }

  /** What the cell will show once the totals are refreshed, in centimes. */
  centimesOf(fact: YearFact): number {
    const jugement = this.judged.get(fact);
    return jugement?.kind === "change" ? jugement.centimes : exactCentimes(fact.cell);
  }

  /** What the cell shows now, in centimes. */
  shown({ cell }: YearFact): number {
    return exactCentimes(cell);
  }

  /** Whether what the cell will show can be told. */
  isComputable(fact: YearFact): boolean {
    const kind = this.judged.get(fact)?.kind;
    return kind === "change" || (kind !== "blocked" && fact.known.reason !== "unreadable");
  }

  private obstaclesOf(sum: Sum<YearFact>, formula: string | null): readonly Obstacle[] {
    if (!isPlain(sum)) return [{ kind: "unites", fact: null }];
    const obstacles = sum.addends.flatMap((addend): readonly Obstacle[] => {
      const jugement = this.judged.get(addend);
      if (jugement?.kind === "blocked")
        return jugement.obstacles.map((each) => ({ ...each, fact: each.fact ?? addend }));
      return jugement?.kind === "change" ? [] : obstacleAt(addend, addend);
    });
    // What lacks of other financing is told of the total: its own cell has no place in the band.
    const beside = sum.autres.flatMap((other) => obstacleAt(other, { ...sum.fact, cell: other.cell }));
    const all = [...obstacles, ...beside];
    return all.length === 0 && formula === null ? [{ kind: "trop-long", fact: null }] : all;
  }

  private shows(cell: MontantCell, centimes: number): boolean {
    return cell.known.reason === null && Math.abs(exactCentimes(cell) - centimes) <= ROUNDING;
  }

  /** Whether the formula counts what it should, whatever the amounts become. */
  private isRight(sum: Sum<YearFact>, formula: string | null): boolean {
    const { cell } = sum.fact;
    if (cell.formula === null) return false;
    if (cell.formula === formula) return true;
    const pesee = weigh(this.band, sum.fact);
    if (pesee.kind === "typed") return false;
    if (pesee.kind === "unknown") return this.isRightUntold(sum);
    const { defauts } = analyseFormule(this.band, sum) ?? { defauts: [] };
    if (defauts.some((defaut) => isCoverageDefect(defaut) || defaut.kind === "constante")) return false;
    if (missesAutres(sum) !== false) return false;
    const counted = countedCentimes(pesee.poids);
    const told = sum.autres.reduce((total, other) => total + exactCentimes(other.cell), counted);
    return this.shows(cell, told) || (cell.known.reason === "missing" && told === 0);
  }

  /** A formula that cannot be told (SUMIF, a reference to a table) is left where its figure is right. */
  private isRightUntold({ fact: { cell }, addends, autres }: Sum<YearFact>): boolean {
    const added = [...addends, ...autres];
    if (added.some(({ known }) => known.reason === "unreadable")) return true;
    const shown = added.reduce((total, other) => total + exactCentimes(other.cell), 0);
    return this.shows(cell, shown) || (cell.known.reason === "missing" && shown === 0);
  }
}

/** What keeps a formula from adding the amount; `fact` is where it is told. */
function obstacleAt({ cell: { known: lu } }: YearFact, fact: YearFact): readonly Obstacle[] {
  if (lu.reason === "unreadable") return [{ kind: "illisible", fact }];
  return lu.reason === null && lu.source === "text" ? [{ kind: "texte", fact }] : [];
}

const showsColumn = ({ facts }: Row, column: YearFact["column"]): boolean =>
  facts.filter(isYear).some((fact) => fact.column === column && fact.known.reason !== "missing");
