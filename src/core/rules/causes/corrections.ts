// What correcting a finding would change in a table of amounts, amount by amount.
import type { Entree } from "../../domain/lines/amount-entries";
import { COLONNES } from "../../domain/lines/budget-lines";
import { formatCellRef, parseCellRef } from "../../domain/cell-ref";
import { contractAmount } from "../../domain/contrat/contract-amounts";
import type { Colonne, Dossier } from "../../domain/dossier";
import { exactCentimes, sumCentimes } from "../../domain/formulas/formula-weights";
import { montantFromCentimes, montantFromEuros, type Montant } from "../../domain/values/montant";
import { remember } from "../../domain/remember";
import type { TableSums } from "../../domain/lines/table-sums";
import type { Finding } from "../../verification";

/** A change of one amount, in centimes. */
export interface Change {
  /** Of the amount as it is read; what the sums that it belongs to gain. */
  readonly lu: number;
  /** As SUM sees it, which passes over texts; and as an operator does. */
  readonly somme: number;
  readonly operateur: number;
  /** Null once the row is gone. */
  readonly after: Montant | null;
}

/** What the rows under an axe heading, or all with null, gain although no cell of theirs changes. */
export interface Shift {
  readonly axe: number | null;
  readonly annee: number;
  readonly colonne: Colonne;
  readonly centimes: number;
}

export interface Correction {
  readonly finding: Finding;
  /** The same for two findings that the same change would settle. */
  readonly key: string;
  readonly changes: ReadonlyMap<Entree, Change>;
  readonly shifts: readonly Shift[];
}

const AMOUNT_RULES: ReadonlySet<string> = new Set([
  "cofinancement-minimum",
  "montant-contractualise",
  "total-de-l-action",
  "execution-coherente",
  "sous-total-axe",
  "total-general",
]);

const montantOf = ({ cell: { lu } }: Entree): Montant => (lu.kind === "montant" ? lu.montant : montantFromCentimes(0));

const isText = ({ cell: { lu } }: Entree): boolean => lu.kind === "montant" && lu.source === "text";

function changeTo(entree: Entree, after: Montant): Change {
  const exact = after - exactCentimes(entree.cell);
  return { lu: after - montantOf(entree), somme: isText(entree) ? after : exact, operateur: exact, after };
}

function removal(entree: Entree): Change {
  const exact = -exactCentimes(entree.cell);
  return { lu: -montantOf(entree), somme: isText(entree) ? 0 : exact, operateur: exact, after: null };
}

/** The entry that a finding points at. */
export function entreeOf(finding: Finding, sums: TableSums): Entree | null {
  return entreesOf(sums)(finding);
}

const entreesOf = remember((sums: TableSums) =>
  remember(({ cells: [cell] }: Finding): Entree | null => {
    const ref = cell === undefined ? null : parseCellRef(cell);
    return ref && sums.entries.at(ref);
  }),
);

export class Corrections {
  private readonly rowByLabel: ReadonlyMap<string, number>;

  constructor(
    private readonly dossier: Dossier,
    private readonly sums: TableSums,
  ) {
    const { lignesAction } = sums.tableau;
    this.rowByLabel = new Map(lignesAction.map(({ label }, index) => [formatCellRef(label.ref), index]));
  }

  /** Null for a finding whose correction is not told by its figures, or would change no amount. */
  of(finding: Finding): Correction | null {
    const { rule } = finding;
    if (AMOUNT_RULES.has(rule)) return this.toExpected(finding);
    if (rule === "formule-incomplete") return this.rightFormula(finding);
    if (rule === "montant-lisible" || rule === "centimes-caches") return this.plainNumber(finding);
    if (rule === "actions-du-contrat") return this.row(finding);
    return rule === "action-dans-son-axe" ? this.move(finding) : null;
  }

  private setting(finding: Finding, entree: Entree, after: Montant): Correction {
    const changes = new Map([[entree, changeTo(entree, after)]]);
    const key = `${formatCellRef(entree.cell.ref)}=${after}`;
    return { finding, key, changes: this.withTotals(changes), shifts: [] };
  }

  private toExpected(finding: Finding): Correction | null {
    const entree = entreeOf(finding, this.sums);
    if (!entree || finding.expected === null) return null;
    // A fix in the table's unit; cofinancement-minimum proposes the contract's own amount, which is above its minimum.
    const [fix] = finding.fix ?? [];
    const euros =
      finding.rule === "cofinancement-minimum" && typeof fix?.value === "number"
        ? (fix.value * this.sums.centimesIn(entree)) / 100
        : finding.expected;
    return this.setting(finding, entree, montantFromEuros(euros));
  }

  private rightFormula(finding: Finding): Correction | null {
    const entree = entreeOf(finding, this.sums);
    const somme = entree && this.sums.sumAt(entree.cell);
    if (!somme || !finding.fix) return null;
    const after = sumCentimes(somme.addends.map(({ cell }) => cell));
    return this.setting(finding, somme.entree, montantFromCentimes(after));
  }

  private plainNumber(finding: Finding): Correction | null {
    const entree = entreeOf(finding, this.sums);
    return entree?.cell.lu.kind === "montant" ? this.setting(finding, entree, entree.cell.lu.montant) : null;
  }

  private rowOf(finding: Finding): number | null {
    return this.rowByLabel.get(finding.cells[0] ?? "") ?? null;
  }

  private *cellsOf(row: number): Generator<Entree> {
    for (const annee of this.sums.tableau.lignesAction[row]?.montants.keys() ?? []) {
      for (const colonne of COLONNES) {
        const entree = this.sums.find("action", row, annee, colonne);
        if (entree) yield entree;
      }
    }
  }

  private row(finding: Finding): Correction | null {
    const { found, subject } = finding;
    if (found !== null && found > 1) {
      const row = this.rowOf(finding);
      if (row === null) return null;
      const changes = new Map([...this.cellsOf(row)].map((entree) => [entree, removal(entree)]));
      return { finding, key: `-${row}`, changes, shifts: [] };
    }
    const action = found === 0 ? this.dossier.convention.actions.find(({ numero }) => numero === subject.action) : null;
    if (!action) return null;
    const axe = this.headingOf(action.axe);
    const shifts = this.sums.tableau.annees.flatMap(({ annee, colonnes }) =>
      COLONNES.filter((colonne) => colonnes[colonne]).flatMap((colonne) => {
        const shift = { annee, colonne, centimes: contractAmount(action, annee, colonne) };
        return [{ ...shift, axe: null }, ...(axe === null ? [] : [{ ...shift, axe }])];
      }),
    );
    return { finding, key: `+${action.numero}`, changes: new Map(), shifts };
  }

  private headingOf(numero: number): number | null {
    const index = this.sums.tableau.lignesAxe.findIndex(({ axe }) => axe?.numero === numero);
    return index < 0 ? null : index;
  }

  private move(finding: Finding): Correction | null {
    const row = this.rowOf(finding);
    const to = finding.expected === null ? null : this.headingOf(finding.expected);
    if (row === null || to === null) return null;
    const from = this.sums.tableau.lignesAction[row]?.ligneAxe ?? null;
    const shifts = [...this.cellsOf(row)].flatMap((entree) => {
      const { annee, colonne } = entree;
      const centimes = montantOf(entree);
      const gain = { axe: to, annee, colonne, centimes };
      return from === null ? [gain] : [gain, { ...gain, axe: from, centimes: -centimes }];
    });
    return { finding, key: `>${row}`, changes: new Map(), shifts };
  }

  /** An action's Total that is a formula follows its parts. */
  private withTotals(changes: ReadonlyMap<Entree, Change>): ReadonlyMap<Entree, Change> {
    const all = new Map(changes);
    for (const [entree, { somme, operateur }] of changes) {
      if (entree.kind !== "action" || entree.colonne === "total") continue;
      const total = this.sums.find("action", entree.index, entree.annee, "total");
      const pesee = total && this.sums.weigh(total);
      const poids = pesee?.kind === "known" ? pesee.poids.get(entree) : undefined;
      if (!total || !poids || total.cell.lu.kind !== "montant") continue;
      const gained = poids.parSomme * somme + (poids.coefficient - poids.parSomme) * operateur;
      const exact = exactCentimes(total.cell) + gained;
      const after = montantFromCentimes(Math.round(exact));
      all.set(total, { lu: after - montantOf(total), somme: gained, operateur: gained, after });
    }
    return all;
  }
}
