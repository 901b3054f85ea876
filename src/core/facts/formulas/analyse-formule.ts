// What sets the formula of a sum apart from the sum it should be: rows it misses, repeats or adds, and texts it ignores.
import type { Entree } from "../lines/amount-entries";
import type { Colonne } from "../../domain/dossier";
import { exactCentimes, weighedCentimes, type Pesee, type Poids } from "./formula-weights";
import type { SommeAffichee, TableSums } from "../lines/table-sums";
import { remember } from "../../domain/remember";

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
  readonly entree: Entree | null;
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

const RANG: Readonly<Record<Colonne, number>> = { etat: 0, collectivite: 1, total: 2 };

/**
 * What the formula makes of each cell that it should add, by the place of that cell among them: columns of figures, for a total
 * over thousands of actions would make as many objects.
 */
class Weights {
  readonly etat: Float64Array;
  readonly collectivite: Float64Array;
  readonly total: Float64Array;
  /** What the formula gets from the row, in centimes. */
  readonly values: Float64Array;
  /** Rows that are counted with their subtotal too. */
  readonly doubled: Uint8Array;
  /** Texts that SUM passes over. */
  readonly texts = new Map<number, Entree>();
  /** After the one found last. */
  private next = 0;

  /** The addends stand in the order of their keys. */
  constructor(
    private readonly addends: readonly Entree[],
    private readonly keyOf: (entree: Entree) => number,
  ) {
    const { length } = addends;
    this.etat = new Float64Array(length);
    this.collectivite = new Float64Array(length);
    this.total = new Float64Array(length);
    this.values = new Float64Array(length);
    this.doubled = new Uint8Array(length);
  }

  placeOf(entree: Entree): number | undefined {
    // A formula counts its rows one after the other, nearly always.
    if (this.addends[this.next] !== entree) {
      const key = this.keyOf(entree);
      this.next = this.search(key);
      if (this.keyAt(this.next) !== key) return undefined;
    }
    this.next += 1;
    return this.next - 1;
  }

  private keyAt(place: number): number {
    const addend = this.addends[place];
    return addend ? this.keyOf(addend) : Infinity;
  }

  private search(key: number): number {
    let low = 0;
    let high = this.addends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keyAt(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(place: number, colonne: Colonne, coefficient: number, value: number): void {
    this[colonne][place] = (this[colonne][place] ?? 0) + coefficient;
    this.values[place] = (this.values[place] ?? 0) + value;
  }
}

class Analysis {
  private readonly defauts: Defaut[] = [];
  private readonly rows: Weights;
  private readonly carried: { readonly entree: Entree; readonly poids: Poids }[] = [];

  constructor(
    private readonly sums: TableSums,
    private readonly somme: SommeAffichee,
  ) {
    // The two parts of an action stand in one row.
    const isAction = somme.entree.kind === "action";
    this.rows = new Weights(somme.addends, ({ index, colonne }) => (isAction ? 3 * index + RANG[colonne] : index));
  }

  run({ poids, constante, masquees }: Extract<Pesee, { kind: "known" }>): AnalyseFormule {
    poids.forEach((weight, entree) => {
      if (weight.coefficient !== 0) this.place(entree, weight);
    });
    for (const carried of this.carried) this.carry(carried.entree, carried.poids);
    let comptees = 0;
    for (let place = 0; place < this.somme.addends.length; place += 1) if (this.judge(place, masquees)) comptees += 1;
    if (constante !== 0) this.report("constante", null, constante * this.sums.centimesIn(this.somme.entree));
    return { defauts: this.defauts, comptees };
  }

  private report(kind: Defaut["kind"], entree: Entree | null, ecart: number): void {
    this.defauts.push({ kind, entree, ecart });
  }

  /** The TOTAL column may add the displayed totals, or the parts of both parties. */
  private isOwnColumn({ annee, colonne }: Entree): boolean {
    const { entree } = this.somme;
    return annee === entree.annee && (colonne === entree.colonne || entree.colonne === "total");
  }

  private place(entree: Entree, weight: Poids): void {
    const own = this.somme.entree;
    if (entree.kind === "action") {
      const place = this.rows.placeOf(entree);
      if (place !== undefined && this.isOwnColumn(entree)) {
        this.rows.add(place, entree.colonne, weight.coefficient, weighedCentimes(entree.cell, weight));
        const isText = entree.cell.lu.kind === "montant" && entree.cell.lu.source === "text";
        if (isText && weight.parSomme !== 0) this.rows.texts.set(place, entree);
        return;
      }
    } else if (entree !== own && this.isOwnColumn(entree)) {
      // An empty cell carries nothing.
      if (entree.cell.lu.kind === "missing" && entree.cell.formula === null) return;
      const isOwnRow = entree.kind === own.kind && entree.index === own.index;
      if (isOwnRow || (own.kind === "total" && entree.kind === "axe")) {
        this.carried.push({ entree, poids: weight });
        return;
      }
    }
    this.report("etranger", entree, weighedCentimes(entree.cell, weight));
  }

  /** A subtotal stands for its actions, unless they are counted already. */
  private carry(entree: Entree, weight: Poids): void {
    const { colonne } = entree;
    const value = weighedCentimes(entree.cell, weight);
    const behind = this.sums.actions(entree.kind === "axe" ? entree.index : null, entree.annee, colonne);
    const places = behind.flatMap((action) => this.rows.placeOf(action) ?? []);
    const isCounted = (place: number) => (this.rows[colonne][place] ?? 0) > 0 || (this.rows.total[place] ?? 0) > 0;
    if (places.length > 0 && places.every(isCounted)) {
      for (const place of places) this.rows.doubled[place] = 1;
      this.report("avec-ses-actions", entree, value);
      return;
    }
    let shown = 0;
    for (const [position, place] of places.entries()) {
      const amount = weight.coefficient * (behind[position] ? exactCentimes(behind[position].cell) : 0);
      this.rows.add(place, colonne, weight.coefficient, amount);
      shown += amount;
    }
    if (Math.abs(value - shown) > 0.5) this.report("report", entree, value - shown);
    else if (value !== shown) this.report("decimales", entree, value - shown);
  }

  /** True when the row is counted exactly once. */
  private judge(place: number, masquees: ReadonlySet<Entree>): boolean {
    const addend = this.somme.addends[place];
    if (!addend) return false;
    const { lu } = addend.cell;
    const ecart = (this.rows.values[place] ?? 0) - (lu.kind === "montant" ? lu.montant : 0);
    const text = this.rows.texts.get(place);
    const isOnce = this.isOnce(addend, place);
    if (!isOnce) {
      const isTotal = addend.colonne === "total";
      const [etat = 0, collectivite = 0] = [this.rows.etat[place], this.rows.collectivite[place]];
      const own = this.rows[addend.colonne][place] ?? 0;
      const count = isTotal ? own + (etat + collectivite) / 2 : own;
      const isEven = !isTotal || etat === collectivite;
      if (!isEven) this.report("parts", addend, ecart);
      else if (count === 0) this.report(masquees.has(addend) ? "masque" : "manque", addend, ecart);
      else this.report(count < 0 ? "signe" : "plusieurs-fois", addend, ecart);
    } else if (text) this.report("texte", text, ecart);
    else if (Math.abs(ecart) > 0.5) this.report("total-affiche", addend, ecart);
    else if (ecart !== 0) this.report("decimales", addend, ecart);
    return isOnce && this.rows.doubled[place] === 0;
  }

  private isOnce({ colonne }: Entree, place: number): boolean {
    const { etat, collectivite, total } = this.rows;
    if (colonne !== "total") return this.rows[colonne][place] === 1;
    if (total[place] === 1) return etat[place] === 0 && collectivite[place] === 0;
    return total[place] === 0 && etat[place] === 1 && collectivite[place] === 1;
  }
}

const analysesOf = remember((sums: TableSums) =>
  remember((somme: SommeAffichee): AnalyseFormule | null => {
    const pesee = sums.weigh(somme.entree);
    return pesee.kind === "known" ? new Analysis(sums, somme).run(pesee) : null;
  }),
);

/** Null when the cell was typed or its formula cannot be told. */
export function analyseFormule(sums: TableSums, somme: SommeAffichee): AnalyseFormule | null {
  // Of a typed figure, as nearly all of them, nothing is to be remembered.
  return sums.weigh(somme.entree).kind === "known" ? analysesOf(sums)(somme) : null;
}
