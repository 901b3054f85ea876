// Builds dossiers from a compact description: the two annex tables of a contract, and what differs from them.
import { contratIntegre } from "../../../src/contracts/built-in";
import { conventionEnVigueur } from "../../../src/core/domain/contrat/avenant";
import { columnIndex, type CellRef } from "../../../src/core/domain/cell-ref";
import type { Action, Axe, Convention, Indicateur } from "../../../src/core/domain/contrat/convention";
import type {
  AnneeColonnes,
  Cell,
  Colonne,
  Dossier,
  LigneAction,
  LigneAxe,
  LigneIndicateur,
  MontantCell,
  MontantsParAnnee,
  TableauBudgetaire,
  TableauExecution,
  TableauIndicateurs,
  ValeurCell,
} from "../../../src/core/domain/dossier";
import { montantFromEuros, toEuros } from "../../../src/core/domain/values/montant";
import { actionOf } from "./action-of";
import { givenByOthers } from "./cofinance";
import { formulaOf, montantLu, textOf, valeurLue, type Saisie } from "./saisie";

export interface AxeRow {
  readonly kind: "axe";
  readonly axe: Axe | null;
  readonly label: string;
  /** Amounts on the heading row itself. */
  readonly subtotal?: boolean;
}

export interface ActionRow {
  readonly kind: "action";
  readonly action: Action | null;
  readonly label: string;
  /** Numbers of the actions that its number and its words name. */
  readonly contradiction?: readonly [number, number];
  readonly reconnaissance?: LigneAction["reconnaissance"];
  /** [État, local party] of each year; the contract's by default, else 0. */
  readonly montants?: readonly [number, number];
}

export type BudgetRow = AxeRow | ActionRow | { readonly kind: "total" };

export interface IndicatorRow {
  readonly action: Action | null;
  readonly actionLabel: string;
  readonly indicateur: Indicateur | null;
  readonly label: string;
}

interface BudgetDescription {
  readonly rows?: (rows: readonly BudgetRow[]) => readonly BudgetRow[];
  readonly cells?: Readonly<Record<string, Saisie>>;
  readonly annees?: readonly number[];
  readonly colonnes?: (annee: number) => readonly Colonne[];
  readonly repetees?: readonly { readonly annee: number; readonly cell: string; readonly colonne?: Colonne }[];
  /** One sheet per year: the years in which the row of that label cell does not stand. */
  readonly annuel?: Readonly<Record<string, readonly number[]>>;
  readonly unit?: TableauBudgetaire["unit"];
  /** Years with a column for what others give, after the last year's columns; as contracted by default. */
  readonly autres?: readonly number[];
}

/** Executed as contracted, unless described otherwise. */
interface ExecutionDescription extends BudgetDescription {
  /** Years with a column for what the State has paid, after the last year's columns; as contracted by default. */
  readonly verses?: readonly number[];
}

interface IndicatorsDescription {
  readonly rows?: (rows: readonly IndicatorRow[]) => readonly IndicatorRow[];
  readonly cells?: Readonly<Record<string, Saisie>>;
  readonly annees?: readonly number[];
  /** One sheet per year: the years in which the row of that label cell does not stand. */
  readonly annuel?: Readonly<Record<string, readonly number[]>>;
  /** Years with an achieved column, after the targets; the target by default, else 1. */
  readonly realises?: readonly number[];
}

export interface Description {
  /** With its avenants, of which the as-of date picks those in force. */
  readonly convention?: Convention;
  readonly asOf?: string;
  readonly budget?: BudgetDescription | null;
  /** None by default, as in the annex. */
  readonly execution?: ExecutionDescription;
  readonly indicateurs?: IndicatorsDescription | null;
  /** What stands beside the tables; nothing by default. */
  readonly parts?: Partial<Pick<Dossier, "fiches" | "imputation" | "coordonnees" | "echeancier">>;
  readonly absences?: Dossier["absences"];
  readonly feuilleContrat?: Dossier["feuilleContrat"];
  readonly choix?: NonNullable<Dossier["choix"]>;
}

export function cellRef(sheet: string, address: string): CellRef {
  const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { sheet, row: Number(row) - 1, column: columnIndex(column) };
}

const addressOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** Rows as in the annex: each axe, its actions, TOTAL. */
function annexRows(convention: Convention): BudgetRow[] {
  const axes = convention.axes.flatMap((axe): BudgetRow[] => [
    { kind: "axe", axe, label: `Axe « ${axe.intitule} »` },
    ...convention.actions
      .filter((action) => action.axe === axe.numero)
      .map((action): ActionRow => ({ kind: "action", action, label: `${action.numero} ${action.intitule}` })),
  ]);
  return [...axes, { kind: "total" }];
}

const ORDER: readonly Colonne[] = ["total", "etat", "collectivite"];
const FIRST_ROW = 2;

/** The label's cell of each year that has the row; nothing where one label names the row for every year. */
function labelsOf(
  label: Cell,
  years: readonly number[],
  annuel: Readonly<Record<string, readonly number[]>> | undefined,
) {
  if (!annuel) return {};
  const without = annuel[addressOf(label.ref.row, label.ref.column)] ?? [];
  return { labels: new Map(years.filter((annee) => !without.includes(annee)).map((annee) => [annee, label])) };
}

/** Headings in rows 1 and 2; column A for labels, then Total, État and the local party of each year. */
function buildBudget(
  convention: Convention,
  description: ExecutionDescription,
  sheet: "Budget" | "Exécution" = "Budget",
): TableauExecution {
  const rows = (description.rows ?? ((same) => same))(annexRows(convention));
  const years = description.annees ?? convention.annees.map(({ annee }) => annee);
  const colonnesOf = description.colonnes ?? (() => ORDER);
  const overrides = description.cells ?? {};
  let next = 1;
  const annees = years.map((annee): AnneeColonnes => {
    const first = next;
    const shown = colonnesOf(annee);
    const placed = new Map(ORDER.filter((colonne) => shown.includes(colonne)).map((colonne) => [colonne, next++]));
    const headingOf = (colonne: Colonne) => {
      const column = placed.get(colonne);
      return column === undefined ? null : { column, heading: { sheet, row: 1, column } };
    };
    return {
      annee,
      heading: { sheet, row: 0, column: first },
      colonnes: { etat: headingOf("etat"), collectivite: headingOf("collectivite"), total: headingOf("total") },
    };
  });

  const typed = (row: BudgetRow, annee: number, colonne: Colonne): number => {
    if (row.kind !== "action") return 0;
    const contracted = row.action?.montants.find((montants) => montants.annee === annee);
    const [etat, collectivite] = row.montants ?? [
      contracted ? toEuros(contracted.etat) : 0,
      contracted ? toEuros(contracted.collectivite) : 0,
    ];
    return toEuros(montantFromEuros({ etat, collectivite, total: etat + collectivite }[colonne]));
  };
  const sumOf = (summed: readonly BudgetRow[], annee: number, colonne: Colonne): number =>
    toEuros(montantFromEuros(summed.reduce((sum, row) => sum + typed(row, annee, colonne), 0)));

  const cellAt = (row: number, column: number, value: Saisie): MontantCell => {
    const override = overrides[addressOf(row, column)];
    const saisie = override === undefined ? value : override;
    return {
      ref: { sheet, row, column },
      text: textOf(saisie),
      formula: formulaOf(saisie),
      lu: montantLu(saisie),
    };
  };
  const amountsAt = (row: number, value: (annee: number, colonne: Colonne) => Saisie): MontantsParAnnee =>
    new Map(
      annees.map(({ annee, colonnes }) => {
        const at = (colonne: Colonne) => {
          const heading = colonnes[colonne];
          return heading && cellAt(row, heading.column, value(annee, colonne));
        };
        return [annee, { etat: at("etat"), collectivite: at("collectivite"), total: at("total") }];
      }),
    );
  const labelAt = (row: number, text: string): Cell => ({ ref: { sheet, row, column: 0 }, text, formula: null });

  const elsewhere = new Map((description.autres ?? []).map((annee) => [annee, next++]));
  const paid = new Map((description.verses ?? []).map((annee) => [annee, next++]));
  const lignesAxe: LigneAxe[] = [];
  const lignesAction: LigneAction[] = [];
  let total: TableauBudgetaire["total"] = null;
  for (const [index, row] of rows.entries()) {
    const line = FIRST_ROW + index;
    if (row.kind === "axe") {
      const end = rows.findIndex((other, position) => position > index && other.kind !== "action");
      const own = rows.slice(index + 1, end < 0 ? rows.length : end);
      const label = labelAt(line, row.label);
      const montants = amountsAt(line, (annee, colonne) => sumOf(own, annee, colonne));
      const labels = labelsOf(label, years, description.annuel);
      lignesAxe.push({ label, ...labels, axe: row.axe, sousTotal: row.subtotal ? { label, montants } : null });
    } else if (row.kind === "action") {
      const label = labelAt(line, row.label);
      const named = labelsOf(label, years, description.annuel);
      const montants = amountsAt(line, (annee, colonne) => typed(row, annee, colonne));
      lignesAction.push({
        label,
        ...named,
        action: row.action,
        ...(row.reconnaissance && { reconnaissance: row.reconnaissance }),
        ...(row.contradiction && {
          contradiction: {
            parNumero: actionOf(convention, row.contradiction[0]),
            parIntitule: actionOf(convention, row.contradiction[1]),
          },
        }),
        autres: new Map(
          [...elsewhere].map(([annee, at]) => [annee, [cellAt(line, at, givenByOthers(row.action, annee))]]),
        ),
        verses: new Map([...paid].map(([annee, at]) => [annee, [cellAt(line, at, typed(row, annee, "etat"))]])),
        ligneAxe: lignesAxe.length > 0 ? lignesAxe.length - 1 : null,
        montants: named.labels ? new Map([...montants].filter(([annee]) => named.labels.has(annee))) : montants,
      });
    } else {
      const montants = amountsAt(line, (annee, colonne) => sumOf(rows, annee, colonne));
      total = { label: labelAt(line, "TOTAL"), montants };
    }
  }
  return {
    range: { sheet, top: 0, left: 0, bottom: FIRST_ROW + rows.length - 1, right: next - 1 },
    heading: { sheet, row: 0, column: 0 },
    unit: description.unit ?? "€",
    annees,
    anneesRepetees: (description.repetees ?? []).map(({ annee, cell, ...column }) => ({
      annee,
      heading: cellRef(sheet, cell),
      ...column,
    })),
    lignesAxe,
    lignesAction,
    total,
    lignesIgnorees: [],
  };
}

/** Headings in row 1; action, indicator, T0, a target for each year, achieved values; an action's label on its first row. */
function buildIndicators(convention: Convention, description: IndicatorsDescription): TableauIndicateurs {
  const sheet = "Indicateurs";
  const annex = convention.actions.flatMap((action) =>
    action.indicateurs.map((indicateur): IndicatorRow => ({
      action,
      actionLabel: `Action n°${action.numero} - ${action.intitule}`,
      indicateur,
      label: indicateur.intitule,
    })),
  );
  const rows = (description.rows ?? ((same) => same))(annex);
  const years = description.annees ?? convention.annees.map(({ annee }) => annee);
  const achieved = description.realises ?? [];
  const overrides = description.cells ?? {};
  const cellAt = (row: number, column: number, value: Saisie): ValeurCell => {
    const override = overrides[addressOf(row, column)];
    const saisie = override === undefined ? value : override;
    return {
      ref: { sheet, row, column },
      text: textOf(saisie),
      formula: formulaOf(saisie),
      lu: valeurLue(saisie),
    };
  };
  const lignesAction: { label: Cell; action: Action | null }[] = [];
  const lignesIndicateur = rows.map((row, index): LigneIndicateur => {
    const line = index + 1;
    if (lignesAction.at(-1)?.label.text !== row.actionLabel) {
      const label = { ref: { sheet, row: line, column: 0 }, text: row.actionLabel, formula: null };
      lignesAction.push({ label, ...labelsOf(label, years, description.annuel), action: row.action });
    }
    const target = (annee: number): Saisie =>
      row.indicateur?.cibles.find((cible) => cible.annee === annee)?.valeur ?? null;
    const reached = (annee: number): Saisie => {
      const value = target(annee);
      return typeof value === "number" ? value : 1;
    };
    const label = { ref: { sheet, row: line, column: 1 }, text: row.label, formula: null };
    return {
      label,
      ...labelsOf(label, years, description.annuel),
      indicateur: row.indicateur,
      ligneAction: lignesAction.length - 1,
      t0: cellAt(line, 2, row.indicateur?.t0 ?? null),
      cibles: new Map(years.map((annee, column) => [annee, cellAt(line, 3 + column, target(annee))])),
      realises: new Map(
        achieved.map((annee, column) => [annee, cellAt(line, 3 + years.length + column, reached(annee))]),
      ),
    };
  });
  return {
    range: { sheet, top: 0, left: 0, bottom: rows.length, right: 2 + years.length + achieved.length },
    heading: { sheet, row: 0, column: 0 },
    annees: years.map((annee, index) => ({ annee, heading: { sheet, row: 0, column: 3 + index } })),
    anneesRealisees: achieved.map((annee, index) => ({
      annee,
      heading: { sheet, row: 0, column: 3 + years.length + index },
    })),
    lignesAction,
    lignesIndicateur,
    lignesIgnorees: [],
  };
}

/** The annex tables as they stand, unless described otherwise; the Dijon contract at its beginning by default. */
export function buildDossier(description: Description = {}): Dossier {
  const asOf = description.asOf ?? "2024-06-30";
  const { convention, avenants } = conventionEnVigueur(description.convention ?? contratIntegre, asOf);
  const { budget = {}, indicateurs = {} } = description;
  return {
    convention,
    avenants,
    asOf,
    budget: budget && buildBudget(convention, budget),
    execution: description.execution ? buildBudget(convention, description.execution, "Exécution") : null,
    fiches: null,
    imputation: null,
    coordonnees: null,
    echeancier: null,
    ...description.parts,
    feuilleContrat: description.feuilleContrat ?? null,
    indicators: indicateurs && buildIndicators(convention, indicateurs),
    absences: description.absences ?? [],
    ...(description.choix && { choix: description.choix }),
  };
}
