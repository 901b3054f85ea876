// The sums that a table shows: each total, subtotal and action's total, with the cells that it should add.
import { addressFrom, indexEntries, type AmountEntries, type Entree } from "./amount-entries";
import type { Colonne, MontantCell, TableauBudgetaire } from "../../domain/dossier";
import { isSameSheet, type CellRef, type RangeRef } from "../../domain/cell-ref";
import { readCouverture } from "../../domain/formulas/formula-coverage";
import { TYPED, weigh, type Pesee } from "../formulas/formula-weights";
import { sumFormula, sumOf } from "../../domain/formulas/sum-formula";
import { EUROS } from "../../domain/values/unite";
import { remember } from "../../domain/remember";
import { groupeDe } from "./groupes";
import { hasOneUnit, unitAt } from "./table-places";

/** A cell of sums and the cells that it should add, once each: an action's two parts, or the actions' own cells. */
export interface SommeAffichee {
  readonly entree: Entree;
  readonly addends: readonly Entree[];
  /** Of an action's total: the other financing that belongs to it too. */
  readonly autres: readonly MontantCell[];
}

/** Of as many cells the unit is looked at once, however many rules ask. */
const MANY = 10;

const NO_OTHERS: readonly MontantCell[] = [];

interface Peers {
  formulas: number;
  all: number;
}

export class TableSums {
  readonly entries: AmountEntries;
  /** The cells of sums: thousands, of which few are looked at further. */
  readonly shown: readonly Entree[];
  private readonly known = new Map<Entree, SommeAffichee>();
  private readonly weighed = new Map<Entree, Pesee>();
  private readonly plain = new Map<Pick<SommeAffichee, "entree" | "addends">, boolean>();
  /** Of the sums of thousands of rows: several rules ask for them. */
  private readonly formulas = new Map<SommeAffichee, string | null>();
  private peers: ReadonlyMap<string | number, Peers> | null = null;
  private readonly units = new Map<string, TableauBudgetaire["unit"][]>();
  private readonly isOneUnit: boolean;
  private sheet: string | null = null;
  /** Of that sheet, by their columns. */
  private ofSheet: TableauBudgetaire["unit"][] = [];

  constructor(readonly tableau: TableauBudgetaire) {
    this.entries = indexEntries(tableau);
    this.isOneUnit = hasOneUnit(tableau);
    this.shown = this.entries.all.filter((entree) => this.isSum(entree));
  }

  /** Each with what it should add. */
  get sums(): readonly SommeAffichee[] {
    return this.shown.flatMap((entree) => this.sommeOf(entree) ?? []);
  }

  private isSum({ kind, index, annee, colonne }: Entree): boolean {
    if (kind !== "action") return true;
    if (colonne !== "total") return false;
    return this.part("etat", index, annee) !== undefined && this.part("collectivite", index, annee) !== undefined;
  }

  private part(colonne: Colonne, index: number, annee: number): Entree | undefined {
    return this.entries.ofActions(annee, colonne)[index];
  }

  /** The same object each time; null for a cell of no sum. */
  sommeOf(entree: Entree): SommeAffichee | null {
    let somme = this.known.get(entree);
    if (somme) return somme;
    const addends = this.addendsOf(entree);
    if (!addends) return null;
    somme = { entree, addends, autres: this.autresOf(entree) };
    this.known.set(entree, somme);
    return somme;
  }

  private addendsOf({ kind, index, annee, colonne }: Entree): readonly Entree[] | null {
    if (kind === "total") return this.actions(null, annee, colonne);
    if (kind === "axe") return this.actions(index, annee, colonne);
    if (colonne !== "total") return null;
    const etat = this.part("etat", index, annee);
    const collectivite = this.part("collectivite", index, annee);
    return etat && collectivite ? [etat, collectivite] : null;
  }

  private autresOf({ kind, index, annee }: Entree): readonly MontantCell[] {
    return kind === "action" ? (this.tableau.lignesAction[index]?.autres?.get(annee) ?? NO_OTHERS) : NO_OTHERS;
  }

  /** Whether the formula counts other financing otherwise than once each; null where that cannot be told. */
  missesAutres({ entree: { cell }, autres }: SommeAffichee): boolean | null {
    if (autres.length === 0) return false;
    if (cell.formula === null) return null;
    const couverture = readCouverture(cell.formula, cell.ref.sheet);
    if (couverture.kind === "unknown") return null;
    const timesOf = ({ ref }: MontantCell): number =>
      couverture.termes.reduce((sum, { range, coefficient }) => sum + (isWithin(ref, range) ? coefficient : 0), 0);
    return autres.some((other) => timesOf(other) !== 1);
  }

  find(kind: Entree["kind"], index: number, annee: number, colonne: Colonne): Entree | null {
    const { lignesAction, lignesAxe, total } = this.tableau;
    const row = kind === "action" ? lignesAction[index] : kind === "axe" ? lignesAxe[index]?.sousTotal : total;
    const cell = row?.montants.get(annee)?.[colonne];
    return cell ? this.entries.of(cell) : null;
  }

  /** The cells of the actions under an axe heading, or of all with null, from top to bottom. */
  actions(axe: number | null, annee: number, colonne: Colonne): readonly Entree[] {
    return groupeDe(this.tableau, axe === null ? "total" : `ligne-${axe}`, annee, colonne).entrees;
  }

  sumAt(cell: MontantCell): SommeAffichee | null {
    const entree = this.entries.of(cell);
    return entree && this.sommeOf(entree);
  }

  weigh(entree: Entree): Pesee {
    // A typed figure, as nearly all of them: nothing of it is to be remembered.
    if (entree.cell.formula === null) return TYPED;
    let pesee = this.weighed.get(entree);
    if (!pesee) this.weighed.set(entree, (pesee = this.weighOnce(entree)));
    return pesee;
  }

  /** What a formula adds across columns in different units has no plain meaning. */
  private weighOnce(entree: Entree): Pesee {
    const pesee = weigh(entree.cell, this.entries, this.centimesIn(entree));
    if (pesee.kind !== "known") return pesee;
    return this.isInOneUnit(entree, pesee.poids.entrees) ? pesee : { kind: "unknown" };
  }

  private isInOneUnit(entree: Entree, others: readonly Entree[]): boolean {
    if (this.isOneUnit) return true;
    const unit = this.unitOf(entree);
    return others.every((other) => this.unitOf(other) === unit);
  }

  private unitOf({ cell: { ref } }: Entree): TableauBudgetaire["unit"] {
    // Cells of one sheet stand together.
    if (ref.sheet !== this.sheet) {
      this.sheet = ref.sheet;
      this.ofSheet = this.units.get(ref.sheet) ?? [];
      this.units.set(ref.sheet, this.ofSheet);
    }
    return (this.ofSheet[ref.column] ??= unitAt(this.tableau, ref));
  }

  /** Whether the cells that a sum adds show figures of its own unit. */
  isPlain(somme: Pick<SommeAffichee, "entree" | "addends">): boolean {
    const { entree, addends } = somme;
    if (addends.length < MANY) return this.isInOneUnit(entree, addends);
    let isPlain = this.plain.get(somme);
    if (isPlain === undefined) this.plain.set(somme, (isPlain = this.isInOneUnit(entree, addends)));
    return isPlain;
  }

  /** Centimes in one unit of the cell. */
  centimesIn(entree: Entree): number {
    return 100 * EUROS[this.unitOf(entree)];
  }

  /** A typed number where most of its peers are formulas: the other sums of the row, or the other actions' totals. */
  isTypedOverFormula({ entree }: SommeAffichee): boolean {
    if (entree.cell.formula !== null) return false;
    this.peers ??= countPeers(this.shown);
    const { formulas, all } = this.peers.get(peerKey(entree)) ?? { formulas: 0, all: 0 };
    return formulas * 2 > all - 1;
  }

  /** The formula that the cell should hold; null when it has nothing to add, or nothing that a plain sum can. */
  formulaFor(somme: SommeAffichee): string | null {
    if (!this.isPlain(somme)) return null;
    if (somme.entree.kind === "action") return this.addOf(somme);
    let formula = this.formulas.get(somme);
    if (formula === undefined) this.formulas.set(somme, (formula = this.sumOf(somme)));
    return formula;
  }

  private sumOf({ entree, addends }: SommeAffichee): string | null {
    return sumFormula(
      addends.map(({ cell }) => cell.ref),
      entree.cell.ref.sheet,
    );
  }

  private addOf({ entree, addends, autres }: SommeAffichee): string {
    const { sheet } = entree.cell.ref;
    const addresses = addends.map(({ cell }) => addressFrom(cell.ref, sheet));
    for (const { ref } of autres) addresses.push(addressFrom(ref, sheet));
    // "+" stumbles over a word such as "nd", which SUM passes over.
    const hasWord = addends.some(({ cell }) => isWord(cell)) || autres.some(isWord);
    return hasWord ? `=${sumOf(addresses)}` : `=${addresses.join("+")}`;
  }
}

/** Something stands in the cell that is no amount: a word, or a formula that shows nothing. */
const isWord = (cell: MontantCell): boolean =>
  // Its text is made when it is asked for.
  cell.lu.kind === "missing" && (cell.formula !== null || cell.text.trim() !== "");

const isWithin = ({ sheet, row, column }: CellRef, { sheet: on, top, left, bottom, right }: RangeRef): boolean =>
  row >= top && row <= bottom && column >= left && column <= right && isSameSheet(sheet, on);

const peerKey = ({ kind, index, annee }: Entree): string | number => (kind === "action" ? annee : `${kind}/${index}`);

function countPeers(shown: readonly Entree[]): ReadonlyMap<string | number, Peers> {
  const counts = new Map<string | number, Peers>();
  shown.forEach((entree) => {
    const key = peerKey(entree);
    let peers = counts.get(key);
    if (!peers) counts.set(key, (peers = { formulas: 0, all: 0 }));
    peers.all += 1;
    if (entree.cell.formula !== null) peers.formulas += 1;
  });
  return counts;
}

export const sumsOf = remember((tableau: TableauBudgetaire) => new TableSums(tableau));
