// What sets the formula of a sum apart from the sum it should be: rows it misses, repeats or adds, and texts it ignores.
import type { Entree } from "../lines/amount-entries";
import type { Colonne } from "../dossier";
import { exactCentimes, weighedCentimes, type Pesee, type Poids } from "./formula-weights";
import type { SommeAffichee, TableSums } from "../lines/table-sums";
import { remember } from "../remember";

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

interface RowWeights {
  readonly addend: Entree;
  readonly times: Record<Colonne, number>;
  /** What the formula gets from the row, in centimes. */
  value: number;
  /** A text that SUM passes over. */
  text: Entree | null;
  doubled: boolean;
}

const RANG: Readonly<Record<Colonne, number>> = { etat: 0, collectivite: 1, total: 2 };

class Analysis {
  private readonly defauts: Defaut[] = [];
  private readonly rows = new Map<number, RowWeights>();
  private readonly carried: { readonly entree: Entree; readonly poids: Poids }[] = [];

  constructor(
    private readonly sums: TableSums,
    private readonly somme: SommeAffichee,
  ) {
    for (const addend of somme.addends) {
      this.rows.set(this.keyOf(addend), {
        addend,
        times: { etat: 0, collectivite: 0, total: 0 },
        value: 0,
        text: null,
        doubled: false,
      });
    }
  }

  run({ poids, constante, masquees }: Extract<Pesee, { kind: "known" }>): AnalyseFormule {
    poids.forEach((weight, entree) => {
      if (weight.coefficient !== 0) this.place(entree, weight);
    });
    for (const carried of this.carried) this.carry(carried.entree, carried.poids);
    let comptees = 0;
    for (const row of this.rows.values()) if (this.judge(row, masquees)) comptees += 1;
    if (constante !== 0) this.report("constante", null, constante * this.sums.centimesIn(this.somme.entree));
    return { defauts: this.defauts, comptees };
  }

  /** The two parts of an action stand in one row. */
  private keyOf({ index, colonne }: Entree): number {
    return this.somme.entree.kind === "action" ? 3 * index + RANG[colonne] : index;
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
      const row = this.rows.get(this.keyOf(entree));
      if (row && this.isOwnColumn(entree)) {
        row.times[entree.colonne] += weight.coefficient;
        row.value += weighedCentimes(entree.cell, weight);
        const isText = entree.cell.lu.kind === "montant" && entree.cell.lu.source === "text";
        if (isText && weight.parSomme !== 0) row.text = entree;
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
    const value = weighedCentimes(entree.cell, weight);
    const behind = this.sums.actions(entree.kind === "axe" ? entree.index : null, entree.annee, entree.colonne);
    const rows = behind.flatMap((action) => this.rows.get(this.keyOf(action)) ?? []);
    const isCounted = ({ times }: RowWeights) => times[entree.colonne] > 0 || times.total > 0;
    if (rows.length > 0 && rows.every(isCounted)) {
      for (const row of rows) row.doubled = true;
      this.report("avec-ses-actions", entree, value);
      return;
    }
    let shown = 0;
    for (const [position, row] of rows.entries()) {
      const amount = weight.coefficient * (behind[position] ? exactCentimes(behind[position].cell) : 0);
      row.times[entree.colonne] += weight.coefficient;
      row.value += amount;
      shown += amount;
    }
    if (Math.abs(value - shown) > 0.5) this.report("report", entree, value - shown);
    else if (value !== shown) this.report("decimales", entree, value - shown);
  }

  /** True when the row is counted exactly once. */
  private judge({ addend, times, value, text, doubled }: RowWeights, masquees: ReadonlySet<Entree>): boolean {
    const { lu } = addend.cell;
    const ecart = value - (lu.kind === "montant" ? lu.montant : 0);
    const { etat, collectivite, total } = times;
    const isOnce = this.isOnce(addend, times);
    if (!isOnce) {
      const isTotal = addend.colonne === "total";
      const count = isTotal ? total + (etat + collectivite) / 2 : times[addend.colonne];
      const isEven = !isTotal || etat === collectivite;
      if (!isEven) this.report("parts", addend, ecart);
      else if (count === 0) this.report(masquees.has(addend) ? "masque" : "manque", addend, ecart);
      else this.report(count < 0 ? "signe" : "plusieurs-fois", addend, ecart);
    } else if (text) this.report("texte", text, ecart);
    else if (Math.abs(ecart) > 0.5) this.report("total-affiche", addend, ecart);
    else if (ecart !== 0) this.report("decimales", addend, ecart);
    return isOnce && !doubled;
  }

  private isOnce(addend: Entree, { etat, collectivite, total }: Record<Colonne, number>): boolean {
    if (addend.colonne === "etat") return etat === 1;
    if (addend.colonne === "collectivite") return collectivite === 1;
    return (total === 1 && etat === 0 && collectivite === 0) || (total === 0 && etat === 1 && collectivite === 1);
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
  return analysesOf(sums)(somme);
}
