// The share of each axe as a formula: its subtotal, or its actions, over the total of the table.
import { groupBy } from "../../domain/group-by";
import { formatCellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { YearFact } from "../../facts/fact";
import { groupOf, type GroupKey } from "../../facts/groups";
import type { Colonne, TableauBudgetaire } from "../../domain/dossier";
import { sumFormula } from "xlsx-model/formula-text/sum-formula";
import type { RawCells } from "./raw-cells";
import { findSharePlaces, type SharePlace } from "./share-places";
import type { BandTotals } from "./band-totals";

export interface ShareChange {
  readonly place: SharePlace;
  readonly formula: string;
  /** A ratio. */
  readonly part: number;
  /** What the cell shows of it: 1 for a ratio, 100 for "25,6" under a heading that says "%". */
  readonly scale: 1 | 100;
  readonly before: number | null;
}

export interface ShareTotals {
  readonly changes: readonly ShareChange[];
  readonly unchanged: number;
  /** French clauses: shares that cannot be told or computed. */
  readonly undated: readonly string[];
  readonly blocked: readonly SharePlace[];
}

interface Term {
  /** English, without its "=". */
  readonly text: string;
  /** As it will be, in centimes. */
  readonly centimes: number;
  /** As it is shown now. */
  readonly shown: number;
}

/** A share that someone rounded by hand is still the same share. */
const ROUGH = 0.006;
const EXACT = 1e-6;

export class Shares {
  private readonly terms = new Map<string, Term | null>();

  constructor(
    private readonly totals: BandTotals,
    /** The other tables of the workbook. */
    private readonly others: readonly TableauBudgetaire[],
    private readonly cells: RawCells,
  ) {}

  plan(): ShareTotals {
    const { places, undated } = findSharePlaces(this.totals.band.table, this.others, this.cells);
    const changes: ShareChange[] = [];
    const blocked: SharePlace[] = [];
    let unchanged = 0;
    for (const group of groupBySeries(places)) {
      const scale = this.scaleOf(group);
      const planned = group.map((place) => ({ place, change: this.planOne(place, scale) }));
      // A bare "%" is this share only where the figures say so.
      if (!group.every(({ isPlain }) => isPlain) && !this.isLikely(planned)) continue;
      for (const { place, change } of planned) {
        if (change === "right") unchanged += 1;
        else if (change === null) blocked.push(place);
        else changes.push(change);
      }
    }
    return { changes, unchanged, undated: undated.map(formatCellRef), blocked };
  }

  private isLikely(planned: readonly { readonly change: ShareChange | "right" | null }[]): boolean {
    const told = planned.flatMap(({ change }) => (change === null ? [] : [change]));
    const close = told.map((change) =>
      change === "right" ? true : change.before === null ? null : Math.abs(change.before - change.part) <= ROUGH,
    );
    return close.some((each) => each === true) && close.filter((each) => each === false).length * 3 <= close.length;
  }

  private scaleOf(group: readonly SharePlace[]): 1 | 100 {
    const shown = group.flatMap(({ cell }) => this.cells.number(cell) ?? []);
    const isPercent = group.some(({ cell }) => this.cells.numberFormat(cell).includes("%"));
    return !isPercent && shown.some((value) => Math.abs(value) > 1.5) ? 100 : 1;
  }

  private planOne(place: SharePlace, scale: 1 | 100): ShareChange | "right" | null {
    const { cell, axe, annee, colonne } = place;
    const own = this.term("axe", axe, annee, colonne);
    const whole = this.term("total", 0, annee, colonne);
    if (!own || !whole) return null;
    const part = whole.centimes === 0 ? 0 : own.centimes / whole.centimes;
    const share = `IF(${whole.text}=0,0,${own.text}/${whole.text})`;
    const formula = scale === 1 ? `=${share}` : `=100*${share}`;
    const value = this.cells.number(cell);
    const old = this.cells.formula(cell);
    const shown = whole.shown === 0 ? 0 : own.shown / whole.shown;
    const isRight = old !== null && (old === formula || (value !== null && Math.abs(value / scale - shown) <= EXACT));
    if (isRight) return "right";
    return { place, formula, part, scale, before: value === null ? null : value / scale };
  }

  /** What a row of sums shows in a column, or the sum of its actions where it shows nothing; null where nothing tells. */
  private term(kind: "axe" | "total", index: number, annee: number, colonne: Colonne): Term | null {
    const key = `${kind}/${index}/${annee}/${colonne}`;
    let term = this.terms.get(key);
    if (term === undefined) this.terms.set(key, (term = this.findTerm(kind, index, annee, colonne)));
    return term;
  }

  private findTerm(kind: "axe" | "total", index: number, annee: number, colonne: Colonne): Term | null {
    const { table } = this.totals.band;
    const row = table.rows.find((each) => each.kind === kind && each.index === index);
    const sum = row?.at(annee, colonne)[0];
    const jugement = sum && this.totals.of(sum);
    if (jugement?.kind === "blocked") return null;
    if (sum && (jugement?.kind === "right" || jugement?.kind === "change")) {
      return { text: addressOf(sum, kind), centimes: jugement.centimes, shown: this.totals.shown(sum) };
    }
    const key: GroupKey = kind === "axe" ? `ligne-${index}` : "total";
    const actions = groupOf(table, key, annee, colonne).facts;
    const [first] = actions;
    const parts = colonne === "total" && !first ? this.bothParts(kind, index, annee) : null;
    if (parts) return parts;
    const formula =
      first &&
      sumFormula(
        actions.map(({ cell }) => cell.ref),
        first.cell.ref.sheet,
      );
    if (!formula || actions.some((action) => !this.totals.isComputable(action))) return null;
    const add = (value: (fact: YearFact) => number) => actions.reduce((total, action) => total + value(action), 0);
    return {
      text: formula.slice(1),
      centimes: add((action) => this.totals.centimesOf(action)),
      shown: add((action) => this.totals.shown(action)),
    };
  }

  /** In a table without a Total column. */
  private bothParts(kind: "axe" | "total", index: number, annee: number): Term | null {
    const etat = this.term(kind, index, annee, "etat");
    const collectivite = this.term(kind, index, annee, "collectivite");
    if (!etat || !collectivite) return null;
    return {
      text: `(${etat.text}+${collectivite.text})`,
      centimes: etat.centimes + collectivite.centimes,
      shown: etat.shown + collectivite.shown,
    };
  }
}

/** The total's row stays when the formula is copied down. */
function addressOf({ cell: { ref } }: YearFact, kind: "axe" | "total"): string {
  const local = formatLocalCell(ref.row, ref.column);
  return kind === "total" ? local.replace(/(?<!\d)(\d+)$/, "$$$1") : local;
}

const groupBySeries = (places: readonly SharePlace[]): readonly (readonly SharePlace[])[] => [
  ...groupBy(places, ({ cell, series }) => `${cell.sheet}\n${series}`).values(),
];
