// The one walk over what a table of amounts shows: each of its cells becomes a fact, named and placed once.
import type { Action, Axe } from "../contract/convention";
import { yearsShown, type ShownAmount, type Shows } from "../domain/amounts";
import { COLUMN_ROLES, isPart, roleOf, type ColumnRole } from "../domain/column-roles";
import type { TableauBudgetaire } from "../domain/tables";
import type { ActionRow, AmountFact, FactSubject, Row, YearFact } from "./fact";
import { LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne } from "./lines/budget-lines";
import { nameGroups } from "./lines/name-groups";

/** What the facts of a table need to know of it. */
export interface Scanned {
  /** First word of the facts' keys: "budget". */
  readonly id: string;
  readonly tableau: TableauBudgetaire;
  /** Of the amounts that are said to be nothing else. */
  readonly nature: "contracted" | "executed";
}

const NONE: readonly YearFact[] = [];

/** Made fact by fact, then only read. */
class ScannedRow<Kind extends Row["kind"] = Row["kind"], Named extends Ligne = Ligne> implements Row {
  readonly action: Action | null;
  readonly axe: Axe | null;
  readonly subject: FactSubject;
  readonly years: ReadonlySet<number>;
  readonly facts: AmountFact[] = [];
  private readonly byYear = new Map<number, Partial<Record<ColumnRole, YearFact[]>>>();
  private readonly periods = new Map<ColumnRole, number>();

  constructor(
    readonly kind: Kind,
    readonly index: number,
    readonly ligne: Named,
    readonly shown: Shows,
    of: { readonly action?: Action | null; readonly axe?: Axe | null } = {},
  ) {
    this.action = of.action ?? null;
    this.axe = of.axe ?? null;
    const { axe, action } = ligne.place;
    this.years = yearsShown(shown);
    this.subject = {
      ...(axe !== undefined && { axe: String(axe) }),
      ...(action !== undefined && { action: String(action) }),
    };
  }

  at(year: number, column: ColumnRole): readonly YearFact[] {
    return this.byYear.get(year)?.[column] ?? NONE;
  }

  /** How many of that column and year there are with the next one. */
  nextRank(year: number | null, column: ColumnRole): number {
    if (year !== null) return this.at(year, column).length + 1;
    const rank = (this.periods.get(column) ?? 0) + 1;
    this.periods.set(column, rank);
    return rank;
  }

  keep(fact: AmountFact): void {
    this.facts.push(fact);
    if (fact.year === null) return;
    let columns = this.byYear.get(fact.year);
    if (!columns) this.byYear.set(fact.year, (columns = {}));
    (columns[fact.column] ??= []).push(fact);
  }
}

/** "action-1", "axe-2", "action-5/ligne-2", "total". */
function keyOfLigne({ place: { action, axe }, key }: Ligne): string {
  const place = action !== undefined ? `action-${action}` : axe === undefined ? null : `axe-${axe}`;
  return [place, key].filter((part) => part !== null && part !== undefined).join("/") || "total";
}

const keyOfRow = ({ kind, ligne }: Row): string =>
  kind === "axe" || kind === "groupe" ? `sous-total/${keyOfLigne(ligne)}` : keyOfLigne(ligne);

/** Numbers what comes again: the second one gets "#2". */
export function numberAgain(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const rank = (seen.get(key) ?? 0) + 1;
    seen.set(key, rank);
    return rank === 1 ? key : `${key}#${rank}`;
  };
}

/** Year by year, whatever the order of the columns. */
function inOrder({ shown, years }: ScannedRow): readonly ShownAmount[] {
  const places = new Map([...years].map((year, at) => [year, at]));
  const placeOf = ({ year, column }: ShownAmount): number =>
    (year === null ? places.size : (places.get(year) ?? 0)) * COLUMN_ROLES.length + COLUMN_ROLES.indexOf(column);
  return [...shown.amounts].sort((one, other) => placeOf(one) - placeOf(other));
}

class TableScanner {
  readonly facts: AmountFact[] = [];
  private readonly numbered = numberAgain();

  constructor(private readonly scanned: Scanned) {}

  /** The parts of every row first, then what stands beside them. */
  scan(): Pick<Scan, "rows" | "actions"> {
    const { tableau } = this.scanned;
    const actions = nameActionRows(tableau.lignesAction).map(
      (row, index) => new ScannedRow("action", index, row, row.ligne, { action: row.ligne.action }),
    );
    const axes = nameAxeRows(tableau.lignesAxe);
    const groups = new Map(nameGroups(tableau).map(({ index, ligne }) => [index, ligne]));
    const sums = tableau.sommes.map((somme, at) => {
      const { of } = somme;
      const index = of.kind === "axe" ? of.index : of.kind === "groupe" ? at : 0;
      const axe = of.kind === "axe" ? axes[index] : undefined;
      return new ScannedRow(of.kind, index, axe ?? groups.get(at) ?? LIGNE_TOTAL, somme, axe && { axe: axe.ligne.axe });
    });
    const rows: readonly ScannedRow[] = [...actions, ...sums];
    const isFirst = ({ year, column }: ShownAmount): boolean => year !== null && isPart(column);
    const shown = rows.map((row) => ({ row, amounts: inOrder(row) }));
    for (const { row, amounts } of shown) for (const amount of amounts) if (isFirst(amount)) this.take(row, amount);
    for (const { row, amounts } of shown) for (const amount of amounts) if (!isFirst(amount)) this.take(row, amount);
    return { rows, actions };
  }

  private take(row: ScannedRow, { year, span, column, unit, cell, entete }: ShownAmount): void {
    const { id, nature } = this.scanned;
    const role = roleOf(column);
    const said = year !== null && column === "contractualise-total" ? "contractualise" : column;
    const fact = {
      key: this.numbered(`${id}/${keyOfRow(row)}/${year ?? "periode"}/${said}`),
      subject: row.subject,
      role: "read",
      row,
      span,
      ...(entete !== undefined && { entete }),
      column,
      rank: row.nextRank(year, column),
      party: role.party,
      nature: role.nature ?? nature,
      unit,
      cell,
      known: cell.known,
    } as const;
    // Told apart for the compiler, which does not carry it into the object.
    const dated: AmountFact = year === null ? { ...fact, year } : { ...fact, year };
    row.keep(dated);
    this.facts.push(dated);
  }
}

export interface Scan {
  readonly rows: readonly Row[];
  readonly actions: readonly ActionRow[];
  readonly facts: readonly AmountFact[];
}

export function scanTable(scanned: Scanned): Scan {
  const scanner = new TableScanner(scanned);
  return { ...scanner.scan(), facts: scanner.facts };
}
