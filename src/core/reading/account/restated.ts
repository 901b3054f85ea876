// Figures beside the tables that say again what a table says, under words that tell of which year: they are compared with it.
import { isSameSheet, sheetKey, type RangeRef } from "xlsx-model/cell-ref";
import type { Action, Axe } from "../../contract/convention";
import type { Dossier, FicheLue, TableauImputation } from "../../domain/dossier";
import type { Part, Periode } from "../../domain/natures";
import type { Row } from "../../facts/fact";
import { imputedRows } from "../../facts/imputed";
import { tablesOf, type FactTable } from "../../facts/fact-tables";
import { COLONNES } from "../../facts/lines/budget-lines";
import { isPart } from "../../domain/column-roles";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";

/** What is known of a row, or of a sum of rows: centimes by year and part, "2024/etat", "periode/total". */
type Known = Map<string, Set<number>>;

const keyOf = (annee: Periode, part: Part): string => `${annee}/${part}`;

function learn(known: Known, key: string, centimes: number): void {
  const values = known.get(key);
  if (values) values.add(centimes);
  else known.set(key, new Set([centimes]));
}

/** The amounts of each year and part, and their sums over the years. */
function amountsOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, centimes: number): void => void sums.set(key, (sums.get(key) ?? 0) + centimes);
  for (const row of rows) {
    for (const annee of new Set(
      row.facts.flatMap(({ year, column }) => (year !== null && isPart(column) ? year : [])),
    )) {
      const [etat = null, local = null, total = null] = COLONNES.map(
        (colonne) => row.at(annee, colonne)[0]?.known.value ?? null,
      );
      const whole = total ?? (etat ?? 0) + (local ?? 0);
      for (const [part, centimes] of [
        ["etat", etat],
        ["collectivite", local],
        ["total", whole],
      ] as const) {
        if (centimes === null) continue;
        add(keyOf(annee, part), centimes);
        add(keyOf("periode", part), centimes);
      }
    }
  }
  return sums;
}

/** Answers whether words and a place say what a figure repeats, and whether it does. */
export class Restated {
  private readonly rows = new Map<string, Known>();
  private readonly actions = new Map<Action, Known>();
  private readonly axes = new Map<Axe, Known>();
  private readonly wholes: Known = new Map();
  private readonly fiches: readonly FicheLue[];
  /** Row and amount. */
  private readonly imputed = new Set<string>();

  constructor(
    dossier: Pick<Dossier, "budget" | "execution" | "imputation" | "fiches">,
    private readonly headings: HeadingReader,
    private readonly labels: LabelReader,
  ) {
    this.fiches = dossier.fiches ?? [];
    for (const table of tablesOf(dossier).amounts) this.learnTable(table);
    if (dossier.imputation) this.learnImputation(dossier.imputation);
  }

  private learnImputation(imputation: TableauImputation): void {
    const { range } = imputation;
    const rows = imputedRows(imputation).map(({ facts }) =>
      facts.flatMap(({ cell, known }) => (known.value === null ? [] : [{ row: cell.ref.row, montant: known.value }])),
    );
    for (const { row, montant } of rows.flat()) this.imputed.add(`${sheetKey(range.sheet)}/${row}/${montant}`);
    // A second total stands right below the first.
    for (const { montant } of rows.at(-1) ?? [])
      this.imputed.add(`${sheetKey(range.sheet)}/${range.bottom + 1}/${montant}`);
  }

  private learnTable({ actions }: FactTable): void {
    this.learnAll(this.wholes, actions);
    for (const row of actions) {
      const { sheet, row: at } = row.ligne.ligne.label.ref;
      this.learnAll(entry(this.rows, `${sheetKey(sheet)}/${at}`), [row]);
      if (row.action) this.learnAll(entry(this.actions, row.action), [row]);
    }
    for (const axe of this.labels.axes) {
      const own = actions.filter(({ action }) => action?.axe === axe.numero);
      this.learnAll(entry(this.axes, axe), own);
    }
  }

  private learnAll(known: Known, rows: readonly Row[]): void {
    for (const [key, centimes] of amountsOf(rows)) learn(known, key, centimes);
  }

  /** The fiche on whose page the row stands: the nearest title above it. */
  private ficheAt(sheet: string, row: number): FicheLue | undefined {
    return this.fiches.filter(({ titre: { ref } }) => isSameSheet(ref.sheet, sheet) && ref.row <= row).at(-1);
  }

  /** `around` are the words beside it and over its column, the nearest first; without a year among them nobody knows what it would repeat. */
  holds(centimes: number, around: readonly string[], { sheet, top }: RangeRef): boolean {
    if (this.imputed.has(`${sheetKey(sheet)}/${top}/${centimes}`)) return true;
    const fiche = this.ficheAt(sheet, top);
    // Over the figures of a fiche stand the answers of its other fields.
    const words = fiche ? around.slice(0, 1) : around;
    const said = words.map((text) => this.headings.read(text));
    const named = words.map((text) => this.labels.read(text));
    const action = named.find((meaning) => meaning.action)?.action ?? fiche?.action;
    const annees = said.flatMap(({ annee }) => annee ?? []);
    if (annees.length === 0 && !fiche) return false;
    const parts = said.flatMap(({ part }) => (part === null || part === "autres" ? [] : part));
    if (said.some(({ part }) => part === "autres")) return false;
    const axe = named.find((meaning) => meaning.axe)?.axe;
    const known = action
      ? this.actions.get(action)
      : axe
        ? this.axes.get(axe)
        : (this.rows.get(`${sheetKey(sheet)}/${top}`) ?? this.wholes);
    const asked = parts.length > 0 ? parts : COLONNES;
    // A fiche tells of its action alone, and may tell of no year.
    const isAsked = (key: string): boolean =>
      (annees.length === 0 || annees.some((annee) => key.startsWith(`${annee}/`))) &&
      asked.some((part) => key.endsWith(`/${part}`));
    return [...(known ?? [])].some(([key, values]) => values.has(centimes) && isAsked(key));
  }
}

function entry<Key>(all: Map<Key, Known>, key: Key): Known {
  const own = all.get(key) ?? new Map<string, Set<number>>();
  all.set(key, own);
  return own;
}
