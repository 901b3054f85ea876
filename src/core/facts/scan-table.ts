// The one walk over what a table of amounts shows: each of its cells becomes a fact, named and placed once.
import type { MontantCell } from "../domain/cells";
import { cellKey } from "../domain/cell-ref";
import type { LigneDeSommes, MontantsParAnnee, TableauBudgetaire } from "../domain/tables";
import { knownAmount, type AmountFact, type ColumnRole, type FactSubject, type Row } from "./fact";
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

const NONE: readonly AmountFact[] = [];

/** Made fact by fact, then only read. */
class ScannedRow implements Row {
  readonly subject: FactSubject;
  readonly facts: AmountFact[] = [];
  private readonly byYear = new Map<number | null, Partial<Record<ColumnRole, AmountFact[]>>>();

  constructor(
    readonly kind: Row["kind"],
    readonly index: number,
    readonly ligne: Ligne,
    readonly shown: Shown,
  ) {
    const { axe, action } = ligne.place;
    this.subject = {
      ...(axe !== undefined && { axe: String(axe) }),
      ...(action !== undefined && { action: String(action) }),
    };
  }

  at(year: number | null, column: ColumnRole): readonly AmountFact[] {
    return this.byYear.get(year)?.[column] ?? NONE;
  }

  /** The list that the next fact of that column and year joins. */
  listAt(year: number | null, column: ColumnRole): AmountFact[] {
    let columns = this.byYear.get(year);
    if (!columns) this.byYear.set(year, (columns = {}));
    return (columns[column] ??= []);
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

  rows(): readonly ScannedRow[] {
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
    return [...actions, ...axes, ...total, ...groups];
  }

  /** The parts of every row first, then what stands beside them. */
  scan(): readonly Row[] {
    const rows = this.rows();
    for (const row of rows) this.takeParts(row, row.shown.montants, (colonne) => colonne);
    for (const row of rows) {
      const { verses, autres, contractualises } = row.shown;
      if (verses) this.takeEach(row, verses, "verse");
      if (autres) this.takeEach(row, autres, "autres");
      // The whole before its parts.
      if (contractualises) {
        this.takeRepeated(row, contractualises, "total");
        this.takeRepeated(row, contractualises, "etat");
        this.takeRepeated(row, contractualises, "collectivite");
      }
      this.takePeriods(row);
    }
    return rows;
  }

  private takeParts(
    row: ScannedRow,
    montants: MontantsParAnnee,
    columnOf: (colonne: (typeof COLONNES)[number]) => ColumnRole,
  ) {
    for (const [year, cells] of montants) {
      for (const colonne of COLONNES) {
        const cell = cells[colonne];
        if (cell) this.take(row, year, columnOf(colonne), cell);
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
        if (cell) this.take(row, null, column, cell, annees);
      };
      for (const colonne of COLONNES) take(colonne, parts[colonne]);
      for (const cell of autres) take("autres", cell);
      for (const cell of verses) take("verse", cell);
      for (const colonne of COLONNES) take(`contractualise-${colonne}`, contractualises[colonne]);
    }
  }

  private take(
    row: ScannedRow,
    year: number | null,
    column: ColumnRole,
    cell: MontantCell,
    span: AmountFact["span"] = null,
  ): void {
    const { id, nature } = this.scanned;
    const beside = row.listAt(year, column);
    const said = year !== null && column === "contractualise-total" ? "contractualise" : column;
    const fact: AmountFact = {
      key: this.numbered(`${id}/${keyOfRow(row)}/${year ?? "periode"}/${said}`),
      subject: row.subject,
      year,
      role: "read",
      cell,
      row,
      column,
      rank: beside.length + 1,
      party: partyOf(column),
      nature: column === "verse" ? "paid" : column.startsWith("contractualise") ? "contracted" : nature,
      unit: this.unitOf(cell),
      known: knownAmount(cell),
      span,
    };
    beside.push(fact);
    row.facts.push(fact);
    this.facts.push(fact);
  }

  /** Looked up once a column. */
  private unitOf({ ref }: MontantCell): AmountFact["unit"] {
    const column = cellKey({ ...ref, row: 0 });
    let unit = this.units.get(column);
    if (unit === undefined) this.units.set(column, (unit = unitAt(this.scanned.tableau, ref)));
    return unit;
  }
}

export function scanTable(scanned: Scanned): { readonly rows: readonly Row[]; readonly facts: readonly AmountFact[] } {
  const scanner = new TableScanner(scanned);
  const rows = scanner.scan();
  return { rows, facts: scanner.facts };
}
