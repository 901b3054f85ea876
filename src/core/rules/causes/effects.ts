// Whether a correction would also settle another finding, by computing again what the finding compares.
import type { Entree } from "../../domain/lines/amount-entries";
import { nameActionRows } from "../../domain/lines/budget-lines";
import { leastLocalPart } from "../../domain/contrat/contract-amounts";
import type { Dossier } from "../../domain/dossier";
import { weighedCentimes, type Poids } from "../../domain/formulas/formula-weights";
import { montantFromCentimes, montantFromEuros, type Montant } from "../../domain/values/montant";
import { groupByAxe } from "../../domain/lines/sums";
import type { SommeAffichee, TableSums } from "../../domain/lines/table-sums";
import type { Finding } from "../../verification";
import { entreeOf, type Change, type Correction } from "./corrections";

type Weights = ReadonlyMap<Entree, Poids>;

const SUM_RULES: ReadonlySet<string> = new Set([
  "total-de-l-action",
  "execution-coherente",
  "sous-total-axe",
  "total-general",
]);
const NOTHING: Weights = new Map();
const ZERO = montantFromCentimes(0);

const centimesOf = (euros: number | null): number => (euros === null ? 0 : montantFromEuros(euros));

/** Half a centime or less is the same amount once rounded. */
const isNone = (centimes: number): boolean => Math.abs(centimes) < 0.5;

const isWhole = (centimes: number): boolean => Math.abs(centimes - Math.round(centimes)) < 1e-4;

export class Effects {
  private readonly byEntree = new Map<Entree, Correction[]>();
  private readonly byShift = new Map<string, Correction[]>();
  private readonly influences = new Map<Entree, Weights | null>();
  private rowsOfAxe: ReadonlyMap<number, readonly number[]> | null = null;

  constructor(
    private readonly dossier: Dossier,
    private readonly sums: TableSums,
    corrections: readonly Correction[],
  ) {
    for (const correction of corrections) {
      for (const entree of correction.changes.keys()) push(this.byEntree, entree, correction);
      for (const { axe, annee, colonne } of correction.shifts) {
        push(this.byShift, `${axe}/${annee}/${colonne}`, correction);
      }
    }
  }

  /** The corrections that would settle the finding; its own is not asked. */
  settling(finding: Finding): readonly Correction[] {
    const settling = this.find(finding);
    return [...new Set(settling)].filter((correction) => correction.finding !== finding);
  }

  private find(finding: Finding): readonly Correction[] {
    const { rule, subject } = finding;
    if (rule === "enveloppe-annuelle" && subject.year !== undefined) {
      return this.settlingSplit(finding, this.sums.actions(null, subject.year, "etat"), [null]);
    }
    if (rule === "repartition-par-axe") return this.settlingAxe(finding);
    const entree = entreeOf(finding, this.sums);
    if (!entree) return [];
    const somme = SUM_RULES.has(rule) ? this.sums.sumAt(entree.cell) : null;
    if (somme) return this.settlingSum(finding, somme);
    if (rule === "cofinancement-minimum") return this.settlingShare(entree);
    if (rule === "montant-contractualise" && finding.expected !== null) {
      const expected = centimesOf(finding.expected);
      return this.settlingCell(entree, ({ after }) => after === null || after === expected);
    }
    if (rule === "montant-positif") {
      const own = this.settlingCell(entree, ({ after }) => after === null || after >= 0);
      return own.length > 0 ? own : this.settlingShown(entree, (centimes) => centimes >= 0);
    }
    return rule === "centimes-caches" ? this.settlingShown(entree, isWhole) : [];
  }

  private at(entree: Entree): readonly Correction[] {
    return this.byEntree.get(entree) ?? [];
  }

  private settlingCell(entree: Entree, isSettled: (change: Change) => boolean): Correction[] {
    return this.at(entree).filter(({ changes }) => {
      const change = changes.get(entree);
      return change !== undefined && isSettled(change);
    });
  }

  private settlingShare({ index, annee }: Entree): Correction[] {
    const etat = this.sums.find("action", index, annee, "etat");
    const local = this.sums.find("action", index, annee, "collectivite");
    if (!etat || !local) return [];
    const after = (entree: Entree, { changes }: Correction): Montant => {
      const change = changes.get(entree);
      if (change) return change.after ?? ZERO;
      return entree.cell.lu.kind === "montant" ? entree.cell.lu.montant : ZERO;
    };
    const { seuil } = this.dossier.convention.cofinancement;
    return [...this.at(etat), ...this.at(local)].filter(
      (correction) => after(local, correction) >= leastLocalPart(seuil, after(etat, correction)),
    );
  }

  /** A sum of State's parts against an amount of the contract. */
  private settlingSplit(
    finding: Finding,
    addends: readonly Entree[],
    scopes: readonly (number | null)[],
  ): Correction[] {
    const effects = new Map<Correction, number>();
    for (const addend of addends) {
      for (const correction of this.at(addend)) add(effects, correction, correction.changes.get(addend)?.lu ?? 0);
    }
    for (const axe of scopes) this.addShifts(effects, axe, finding, 1);
    return settled(effects, centimesOf(finding.gap));
  }

  private settlingAxe(finding: Finding): Correction[] {
    const { axe, year } = finding.subject;
    if (axe === undefined || year === undefined) return [];
    this.rowsOfAxe ??= this.groupRows();
    const addends = (this.rowsOfAxe.get(axe) ?? []).flatMap((row) => this.sums.find("action", row, year, "etat") ?? []);
    const scopes = this.sums.tableau.lignesAxe.flatMap((ligne, index) => (ligne.axe?.numero === axe ? [index] : []));
    return this.settlingSplit(finding, addends, scopes);
  }

  private groupRows(): ReadonlyMap<number, readonly number[]> {
    const { tableau } = this.sums;
    const indexOf = new Map(tableau.lignesAction.map((ligne, index) => [ligne, index]));
    const { byAxe } = groupByAxe(tableau, nameActionRows(tableau.lignesAction));
    return new Map([...byAxe].map(([axe, rows]) => [axe, rows.flatMap(({ ligne }) => indexOf.get(ligne) ?? [])]));
  }

  /** `sign` tells on which side of the comparison the gained rows stand. */
  private addShifts(effects: Map<Correction, number>, axe: number | null, { subject }: Finding, sign: number): void {
    const colonne = subject.party === "metropole" ? "collectivite" : (subject.party ?? "total");
    for (const correction of new Set(this.byShift.get(`${axe}/${subject.year}/${colonne}`))) {
      const gained = correction.shifts
        .filter((shift) => shift.axe === axe && shift.annee === subject.year && shift.colonne === colonne)
        .reduce((sum, { centimes }) => sum + centimes, 0);
      add(effects, correction, sign * gained);
    }
  }

  private settlingSum(finding: Finding, { entree, addends }: SommeAffichee): Correction[] {
    const pesee = this.sums.weigh(entree);
    const weights = pesee.kind === "typed" ? NOTHING : this.influence(entree);
    // What cannot be computed again is never said to be settled.
    if (!weights) return [];
    const effects = new Map<Correction, number>();
    for (const addend of addends) {
      for (const correction of this.at(addend)) add(effects, correction, -(correction.changes.get(addend)?.lu ?? 0));
    }
    for (const [source, poids] of weights) {
      for (const correction of this.at(source)) add(effects, correction, gainOf(poids, correction.changes.get(source)));
    }
    // Nobody knows whether the formula would count a row that comes or moves.
    if (pesee.kind === "typed" && entree.kind !== "action") {
      this.addShifts(effects, entree.kind === "axe" ? entree.index : null, finding, -1);
    }
    return [...settled(effects, this.gapOf(finding, entree)), ...this.at(entree).filter((own) => isOwn(own, finding))];
  }

  /** To the decimal where the formula can be computed, else to the centime. */
  private gapOf({ found, expected }: Finding, entree: Entree): number {
    const shown = centimesOf(found);
    const exact = this.exactOf(entree);
    return (exact !== null && Math.abs(exact - shown) < 0.5 + 1e-6 ? exact : shown) - centimesOf(expected);
  }

  private exactOf(entree: Entree): number | null {
    const pesee = this.sums.weigh(entree);
    if (pesee.kind !== "known") return null;
    let exact = pesee.constante * this.sums.centimesIn(entree);
    for (const [source, poids] of pesee.poids) exact += weighedCentimes(source.cell, poids);
    return exact;
  }

  /** By what a formula shows once a cell that it counts is corrected. */
  private settlingShown(entree: Entree, isSettled: (centimes: number) => boolean): Correction[] {
    const weights = this.influence(entree);
    const exact = this.exactOf(entree);
    if (!weights || exact === null) return [];
    const effects = new Map<Correction, number>();
    for (const [source, poids] of weights) {
      for (const correction of this.at(source)) add(effects, correction, gainOf(poids, correction.changes.get(source)));
    }
    return [...effects].filter(([, effect]) => isSettled(exact + effect)).map(([correction]) => correction);
  }

  /** How often the formula counts each cell, through the totals that it takes up; null when it cannot be told. */
  private influence(entree: Entree): Weights | null {
    const known = this.influences.get(entree);
    if (known !== undefined) return known;
    // A formula that comes back to itself has no value to compute.
    this.influences.set(entree, null);
    const computed = this.computeInfluence(entree);
    this.influences.set(entree, computed);
    return computed;
  }

  private computeInfluence(entree: Entree): Weights | null {
    const pesee = this.sums.weigh(entree);
    if (pesee.kind === "typed") return NOTHING;
    if (pesee.kind === "unknown") return null;
    const weights = new Map<Entree, Poids>();
    const gather = (source: Entree, { coefficient, parSomme }: Poids): void => {
      const before = weights.get(source) ?? { coefficient: 0, parSomme: 0 };
      weights.set(source, {
        coefficient: before.coefficient + coefficient,
        parSomme: before.parSomme + parSomme,
      });
    };
    for (const [source, poids] of pesee.poids) {
      gather(source, poids);
      // An action's own formula is followed where its correction is made.
      if (source.kind === "action") continue;
      const behind = this.influence(source);
      if (!behind) return null;
      for (const [leaf, { coefficient, parSomme }] of behind) {
        gather(leaf, { coefficient: coefficient * poids.coefficient, parSomme: parSomme * poids.coefficient });
      }
    }
    return weights;
  }
}

/** The correction of another finding at the cell itself, for the same value. */
function isOwn({ finding: other, key }: Correction, { cells, expected }: Finding): boolean {
  return other.cells[0] === cells[0] && key === `${cells[0]}=${centimesOf(expected)}`;
}

function gainOf({ coefficient, parSomme }: Poids, change: Change | undefined): number {
  return change ? parSomme * change.somme + (coefficient - parSomme) * change.operateur : 0;
}

function push<Key>(map: Map<Key, Correction[]>, key: Key, correction: Correction): void {
  const list = map.get(key);
  if (list) list.push(correction);
  else map.set(key, [correction]);
}

function add(effects: Map<Correction, number>, correction: Correction, centimes: number): void {
  effects.set(correction, (effects.get(correction) ?? 0) + centimes);
}

function settled(effects: ReadonlyMap<Correction, number>, gap: number): Correction[] {
  return [...effects]
    .filter(([, effect]) => !isNone(effect) || !isNone(gap))
    .filter(([, effect]) => isNone(gap + effect))
    .map(([correction]) => correction);
}
