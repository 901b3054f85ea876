// The one walk over what a table of amounts shows: each of its cells becomes a fact, named and placed once.
import type { MontantCell } from "../domain/cells";
import { cellKey } from "../domain/cell-ref";
import type { LigneDeSommes, MontantsParAnnee, TableauBudgetaire } from "../domain/tables";
import {
  knownAmount,
  type ActionRow,
  type AmountFact,
  type ColumnRole,
  type FactSubject,
  type PeriodFact,
  type Row,
  type YearFact,
} from "./fact";
import { COLONNES, LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne } from "./lines/budget-lines";
import { nameGroups } from "./lines/name-groups";
import { unitAt } from "./lines/table-places";

/** What the facts of a table need to know of it. */
export interface Scanned {
  /** First word of the facts' keys: "budget". */
  readonly id: string;
  readonly tableau: TableauBudgetaire;
  /** Of the amounts that are said to be nothing else. */
  readonly nature: "contracted" | "executed";
}

type Shown = Omit<LigneDeSommes, "label">;

type ParAnnee = ReadonlyMap<number, readonly MontantCell[]>;

const NONE: readonly YearFact[] = [];

/** Made fact by fact, then only read. */
class ScannedRow<Kind extends Row["kind"] = Row["kind"], Named extends Ligne = Ligne> implements Row {
  readonly subject: FactSubject;
  readonly years: ReadonlySet<number>;
  readonly facts: AmountFact[] = [];
  private readonly byYear = new Map<number, Partial<Record<ColumnRole, YearFact[]>>>();
  private readonly periods = new Map<ColumnRole, number>();

  constructor(
    readonly kind: Kind,
    readonly index: number,
    readonly ligne: Named,
    readonly shown: Shown,
  ) {
    const { axe, action } = ligne.place;
    this.years = new Set(shown.montants.keys());
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

/** Whose amounts a column holds. */
function partyOf(column: ColumnRole): AmountFact["party"] {
  switch (column) {
    case "verse":
    case "contractualise-etat":
      return "etat";
    case "contractualise-collectivite":
      return "collectivite";
    case "contractualise-total":
      return "total";
    default:
      return column;
  }
}

/** Numbers what comes again: the second one gets "#2". */
export function numberAgain(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const rank = (seen.get(key) ?? 0) + 1;
    seen.set(key, rank);
    return rank === 1 ? key : `${key}#${rank}`;
  };
}

class TableScanner {
  readonly facts: AmountFact[] = [];
  private readonly numbered = numberAgain();
  private readonly units = new Map<string, AmountFact["unit"]>();

  constructor(private readonly scanned: Scanned) {}

  /** The parts of every row first, then what stands beside them. */
  scan(): Pick<Scan, "rows" | "actions"> {
    const { tableau } = this.scanned;
    const actions = nameActionRows(tableau.lignesAction).map(
      (row, index) => new ScannedRow("action", index, row, row.ligne),
    );
    const axes = nameAxeRows(tableau.lignesAxe).flatMap((row, index) =>
      row.ligne.sousTotal ? [new ScannedRow("axe", index, row, row.ligne.sousTotal)] : [],
    );
    const total = tableau.total ? [new ScannedRow("total", 0, LIGNE_TOTAL, tableau.total)] : [];
    const groups = nameGroups(tableau).map(
      ({ ligne, groupe }, index) => new ScannedRow("groupe", index, ligne, groupe.ligne),
    );
    const rows: readonly ScannedRow[] = [...actions, ...axes, ...total, ...groups];
    for (const row of rows) this.takeParts(row, row.shown.montants);
    for (const row of rows) {
      const { verses, autres, contractualises } = row.shown;
      if (verses) this.takeEach(row, verses, "verse");
      if (autres) this.takeEach(row, autres, "autres");
      // The whole before its parts.
      if (contractualises) {
        for (const colonne of ["total", "etat", "collectivite"] as const) {
          this.takeRepeated(row, contractualises, colonne);
        }
      }
      this.takePeriods(row);
    }
    return { rows, actions };
  }

  private takeParts(row: ScannedRow, montants: MontantsParAnnee): void {
    for (const [year, cells] of montants) {
      for (const colonne of COLONNES) {
        const cell = cells[colonne];
        if (cell) this.take(row, year, colonne, cell);
      }
    }
  }

  private takeEach(row: ScannedRow, byYear: ParAnnee, column: ColumnRole): void {
    for (const [year, cells] of byYear) for (const cell of cells) this.take(row, year, column, cell);
  }

  private takeRepeated(row: ScannedRow, montants: MontantsParAnnee, colonne: (typeof COLONNES)[number]): void {
    for (const [year, cells] of montants) {
      const cell = cells[colonne];
      if (cell) this.take(row, year, `contractualise-${colonne}`, cell);
    }
  }

  private takePeriods(row: ScannedRow): void {
    for (const { parts, annees, autres, verses, contractualises } of row.shown.totauxDesAnnees ?? []) {
      const take = (column: ColumnRole, cell: MontantCell | null): void => {
        if (cell) this.takePeriod(row, column, cell, annees);
      };
      for (const colonne of COLONNES) take(colonne, parts[colonne]);
      for (const cell of autres) take("autres", cell);
      for (const cell of verses) take("verse", cell);
      for (const colonne of COLONNES) take(`contractualise-${colonne}`, contractualises[colonne]);
    }
  }

  private take(row: ScannedRow, year: number, column: ColumnRole, cell: MontantCell): void {
    this.keep(row, { ...this.figure(row, year, column, cell), year });
  }

  private takePeriod(row: ScannedRow, column: ColumnRole, cell: MontantCell, span: PeriodFact["span"]): void {
    this.keep(row, { ...this.figure(row, null, column, cell), year: null, span });
  }

  private keep(row: ScannedRow, fact: AmountFact): void {
    row.keep(fact);
    this.facts.push(fact);
  }

  private figure(row: ScannedRow, year: number | null, column: ColumnRole, cell: MontantCell): Omit<YearFact, "year"> {
    const { id, nature } = this.scanned;
    const said = year !== null && column === "contractualise-total" ? "contractualise" : column;
    return {
      key: this.numbered(`${id}/${keyOfRow(row)}/${year ?? "periode"}/${said}`),
      subject: row.subject,
      role: "read",
      cell,
      row,
      column,
      rank: row.nextRank(year, column),
      party: partyOf(column),
      nature: column === "verse" ? "paid" : column.startsWith("contractualise") ? "contracted" : nature,
      unit: this.unitOf(cell),
      known: knownAmount(cell),
    };
  }

  /** Looked up once a column. */
  private unitOf({ ref }: MontantCell): AmountFact["unit"] {
    const column = cellKey({ ...ref, row: 0 });
    let unit = this.units.get(column);
    if (unit === undefined) this.units.set(column, (unit = unitAt(this.scanned.tableau, ref)));
    return unit;
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
