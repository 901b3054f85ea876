// What sets the formula of a sum apart from the sum it should be: rows it misses, repeats or adds, and texts it ignores.
import type { Colonne } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import { colonneOf, type Band } from "../bands";
import type { YearFact } from "../fact";
import { rowsUnder } from "../groups";
import { isBeside } from "../../domain/column-roles";
import { isInColumn, type Sum } from "../sums";
import { centimesIn, exactCentimes, weigh, weighedCentimes, type Pesee, type Poids } from "./formula-weights";

/** `ecart` is what it brings to the gap, in centimes. */
export interface Defaut {
  readonly kind:
    | "manque"
    | "masque"
    | "plusieurs-fois"
    | "signe"
    | "parts"
    | "etranger"
    | "avec-ses-actions"
    /** From here on the right cells are counted, but not for the amounts they show. */
    | "texte"
    | "report"
    | "total-affiche"
    | "decimales"
    | "constante";
  /** Null for a number written in the formula. */
  readonly fact: YearFact | null;
  readonly ecart: number;
}

export interface AnalyseFormule {
  readonly defauts: readonly Defaut[];
  /** Of the cells to add, how many the formula counts exactly once. */
  readonly comptees: number;
}

const COVERAGE: ReadonlySet<Defaut["kind"]> = new Set([
  "manque",
  "masque",
  "plusieurs-fois",
  "signe",
  "parts",
  "etranger",
  "avec-ses-actions",
]);

/** Whether the formula itself is wrong, whatever the amounts. */
export function isCoverageDefect({ kind }: Defaut): boolean {
  return COVERAGE.has(kind);
}

/** What the formula makes of one cell that it should add. */
interface Weight {
  readonly addend: YearFact;
  /** How often it counts each part of the row. */
  readonly counts: Record<Colonne, number>;
  /** What it gets from the row, in centimes. */
  value: number;
  /** The row is counted with its subtotal too. */
  isDoubled: boolean;
  /** A text that SUM passes over. */
  text: YearFact | null;
}

class Analysis {
  private readonly defauts: Defaut[] = [];
  private readonly weights = new Map<string, Weight>();
  private readonly carried: { readonly fact: YearFact; readonly poids: Poids }[] = [];

  constructor(
    private readonly band: Band,
    private readonly sum: Sum<YearFact>,
  ) {
    for (const addend of sum.addends) {
      this.weights.set(this.placeOf(addend), {
        addend,
        counts: { etat: 0, collectivite: 0, total: 0 },
        value: 0,
        isDoubled: false,
        text: null,
      });
    }
  }

  /** The two parts of an action stand in one row; any other sum adds a cell a row. */
  private placeOf(fact: YearFact): string {
    const { index } = fact.row;
    return this.sum.fact.row.kind === "action" ? `${index}/${colonneOf(fact)}` : `${index}`;
  }

  run({ poids, constante, masquees }: Extract<Pesee, { kind: "known" }>): AnalyseFormule {
    for (const [fact, weight] of poids) if (weight.coefficient !== 0) this.place(fact, weight);
    for (const { fact, poids: weight } of this.carried) this.carry(fact, weight);
    let comptees = 0;
    for (const weight of this.weights.values()) if (this.judge(weight, masquees)) comptees += 1;
    if (constante !== 0) this.report("constante", null, constante * centimesIn(this.sum.fact));
    return { defauts: this.defauts, comptees };
  }

  private report(kind: Defaut["kind"], fact: YearFact | null, ecart: number): void {
    this.defauts.push({ kind, fact, ecart });
  }

  /** The TOTAL column may add the displayed totals, or the parts of both parties. */
  private isOwnColumn(other: YearFact): boolean {
    const { fact } = this.sum;
    if (other.year !== fact.year) return false;
    if (isBeside(fact.column)) return isInColumn(other.cell, fact.cell);
    return other.column === fact.column || colonneOf(fact) === "total";
  }

  private place(fact: YearFact, weight: Poids): void {
    const own = this.sum.fact;
    const { cell, row } = fact;
    if (row.kind === "action") {
      const place = this.isOwnColumn(fact) ? this.weights.get(this.placeOf(fact)) : undefined;
      if (place) {
        this.add(place, fact, weight, weighedCentimes(cell, weight));
        if (cell.known.reason === null && cell.known.source === "text" && weight.parSomme !== 0) place.text = fact;
        return;
      }
    } else if (fact !== own && this.isOwnColumn(fact)) {
      // An empty cell carries nothing.
      if (cell.known.reason === "missing" && cell.formula === null) return;
      if (row === own.row || (own.row.kind === "total" && row.kind === "axe")) {
        this.carried.push({ fact, poids: weight });
        return;
      }
    }
    this.report("etranger", fact, weighedCentimes(cell, weight));
  }

  private add(place: Weight, fact: YearFact, { coefficient }: Poids, value: number): void {
    place.counts[colonneOf(fact)] += coefficient;
    place.value += value;
  }

  /** A subtotal stands for its actions, unless they are counted already. */
  private carry(fact: YearFact, weight: Poids): void {
    const colonne = colonneOf(fact);
    const value = weighedCentimes(fact.cell, weight);
    const behind = rowsUnder(this.band.table, fact.row)
      .flatMap((row) => row.at(fact.year, fact.column))
      .flatMap((action) => {
        const place = this.weights.get(this.placeOf(action));
        return place ? [{ action, place }] : [];
      });
    const isCounted = ({ counts }: Weight) => counts[colonne] > 0 || counts.total > 0;
    if (behind.length > 0 && behind.every(({ place }) => isCounted(place))) {
      for (const { place } of behind) place.isDoubled = true;
      this.report("avec-ses-actions", fact, value);
      return;
    }
    let shown = 0;
    for (const { action, place } of behind) {
      const amount = weight.coefficient * exactCentimes(action.cell);
      this.add(place, fact, weight, amount);
      shown += amount;
    }
    if (Math.abs(value - shown) > 0.5) this.report("report", fact, value - shown);
    else if (value !== shown) this.report("decimales", fact, value - shown);
  }

  /** True when the row is counted exactly once. */
  private judge({ addend, counts, value, text, isDoubled }: Weight, masquees: ReadonlySet<YearFact>): boolean {
    const ecart = value - (addend.known.value ?? 0);
    const colonne = colonneOf(addend);
    const isOnce = isCountedOnce(colonne, counts);
    if (!isOnce) {
      const isTotal = colonne === "total";
      const { etat, collectivite } = counts;
      const count = isTotal ? counts.total + (etat + collectivite) / 2 : counts[colonne];
      if (isTotal && etat !== collectivite) this.report("parts", addend, ecart);
      else if (count === 0) this.report(masquees.has(addend) ? "masque" : "manque", addend, ecart);
      else this.report(count < 0 ? "signe" : "plusieurs-fois", addend, ecart);
    } else if (text) this.report("texte", text, ecart);
    else if (Math.abs(ecart) > 0.5) this.report("total-affiche", addend, ecart);
    else if (ecart !== 0) this.report("decimales", addend, ecart);
    return isOnce && !isDoubled;
  }
}

function isCountedOnce(colonne: Colonne, counts: Readonly<Record<Colonne, number>>): boolean {
  const { etat, collectivite, total } = counts;
  if (colonne !== "total") return counts[colonne] === 1;
  if (total === 1) return etat === 0 && collectivite === 0;
  return total === 0 && etat === 1 && collectivite === 1;
}

const analysesOf = remember((band: Band) =>
  remember((sum: Sum<YearFact>): AnalyseFormule | null => {
    const pesee = weigh(band, sum.fact);
    return pesee.kind === "known" ? new Analysis(band, sum).run(pesee) : null;
  }),
);

/** Null when the cell was typed or its formula cannot be told. */
export const analyseFormule = (band: Band, sum: Sum<YearFact>): AnalyseFormule | null => analysesOf(band)(sum);
