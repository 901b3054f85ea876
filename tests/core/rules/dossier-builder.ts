// Builds dossiers from a compact description: the two annex tables of a contract, and what differs from them.
import { contratIntegre } from "../../../src/contracts/built-in";
import { conventionEnVigueur } from "../../../src/core/contract/in-force/en-vigueur";
import type { CellRef } from "xlsx-model/cell-ref";
import { columnIndex } from "xlsx-model/local-cell";
import type { Action, Axe, Convention } from "../../../src/core/contract/convention";
import type {
  AnneeColonnes,
  Cell,
  Colonne,
  Dossier,
  LigneAction,
  LigneAxe,
  LigneDeSommes,
  Recapitulatif,
  TableauBudgetaire,
  TableauExecution,
} from "../../../src/core/domain/dossier";
import type { LigneSousAction } from "../../../src/core/domain/tables";
import type { ShownAmount } from "../../../src/core/domain/amounts";
import { montantFromEuros, toEuros } from "../../../src/core/domain/values/montant";
import { buildIndicators, type IndicatorsDescription } from "./indicators-builder";
import { cellsOf, labelsOf } from "./table-cells";
import { actionOf } from "./action-of";
import { givenByOthers } from "./cofinance";
import { montantLu, type Saisie } from "./saisie";

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
  readonly designe?: readonly [number, number];
  readonly reconnaissance?: LigneAction["reconnaissance"];
  /** [État, local party] of each year; the contract's by default, else 0. */
  readonly montants?: readonly [number, number];
}

/** The total of so many of the actions above. */
interface GroupRow {
  readonly kind: "groupe";
  readonly label: string;
  readonly actions: number;
}

export type BudgetRow = AxeRow | ActionRow | GroupRow | { readonly kind: "total" };

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
  /** Rows of sub-actions, made of what the table shows without them. */
  readonly sousActions?: (budget: TableauBudgetaire) => readonly LigneSousAction[];
}

/** Executed as contracted, unless described otherwise. */
interface ExecutionDescription extends BudgetDescription {
  /** Years with a column for what the State has paid, after the last year's columns; as contracted by default. */
  readonly verses?: readonly number[];
}

export interface Description {
  /** With its avenants, of which the as-of date picks those in force. */
  readonly convention?: Convention;
  readonly asOf?: string;
  readonly budget?: BudgetDescription | null;
  /** None by default, as in the annex. */
  readonly execution?: ExecutionDescription;
  /** Totals per axe of the budget table, away from its actions; none by default. */
  readonly recap?: BudgetDescription;
  readonly indicateurs?: IndicatorsDescription | null;
  /** What stands beside the tables; nothing by default. */
  readonly parts?: Partial<
    Pick<Dossier, "fiches" | "imputation" | "versements" | "decisions" | "coordonnees" | "echeancier">
  >;
  readonly absences?: Dossier["absences"];
  readonly feuilleContrat?: Dossier["feuilleContrat"];
  readonly choix?: NonNullable<Dossier["choix"]>;
}

export function cellRef(sheet: string, address: string): CellRef {
  const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { sheet, row: Number(row) - 1, column: columnIndex(column) };
}

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

/** Headings in rows 1 and 2; column A for labels, then Total, État and the local party of each year. */
function buildBudget(
  convention: Convention,
  description: ExecutionDescription,
  sheet: "Budget" | "Exécution" | "Synthèse" = "Budget",
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

  const cellAt = cellsOf(sheet, overrides, montantLu);
  const unit = description.unit ?? "€";
  const amountsAt = (row: number, value: (annee: number, colonne: Colonne) => Saisie): ShownAmount[] =>
    annees.flatMap(({ annee: year, colonnes }) =>
      ORDER.flatMap((column) => {
        const heading = colonnes[column];
        if (!heading) return [];
        return { year, span: null, column, unit, cell: cellAt(row, heading.column, value(year, column)) };
      }),
    );
  const labelAt = (row: number, text: string): Cell => ({ ref: { sheet, row, column: 0 }, text, formula: null });

  const elsewhere = new Map((description.autres ?? []).map((annee) => [annee, next++]));
  const paid = new Map((description.verses ?? []).map((annee) => [annee, next++]));
  const lignesAxe: LigneAxe[] = [];
  const lignesAction: LigneAction[] = [];
  const sommes: LigneDeSommes[] = [];
  for (const [index, row] of rows.entries()) {
    const line = FIRST_ROW + index;
    if (row.kind === "axe") {
      const end = rows.findIndex((other, position) => position > index && other.kind !== "action");
      const own = rows.slice(index + 1, end < 0 ? rows.length : end);
      const label = labelAt(line, row.label);
      const amounts = amountsAt(line, (annee, colonne) => sumOf(own, annee, colonne));
      const labels = labelsOf(label, years, description.annuel);
      if (row.subtotal) sommes.push({ label, amounts, of: { kind: "axe", index: lignesAxe.length } });
      lignesAxe.push({ label, ...labels, axe: row.axe });
    } else if (row.kind === "action") {
      const label = labelAt(line, row.label);
      const named = labelsOf(label, years, description.annuel);
      const beside = (column: "autres" | "verse", at: ReadonlyMap<number, number>, value: (annee: number) => Saisie) =>
        [...at].map(([year, place]): ShownAmount => {
          return { year, span: null, column, unit, cell: cellAt(line, place, value(year)) };
        });
      const amounts = [
        ...amountsAt(line, (annee, colonne) => typed(row, annee, colonne)),
        ...beside("autres", elsewhere, (annee) => givenByOthers(row.action, annee)),
        ...beside("verse", paid, (annee) => typed(row, annee, "etat")),
      ];
      lignesAction.push({
        label,
        ...named,
        action: row.action,
        ...(row.reconnaissance && { reconnaissance: row.reconnaissance }),
        ...(row.designe && {
          designe: {
            parNumero: actionOf(convention, row.designe[0]),
            parIntitule: actionOf(convention, row.designe[1]),
          },
        }),
        ligneAxe: lignesAxe.length > 0 ? lignesAxe.length - 1 : null,
        amounts: amounts.filter(({ year }) => year === null || (named.labels?.has(year) ?? true)),
      });
    } else if (row.kind === "groupe") {
      const own = rows.slice(0, index).filter(({ kind }) => kind === "action");
      const amounts = amountsAt(line, (annee, colonne) => sumOf(own.slice(-row.actions), annee, colonne));
      const of = { kind: "groupe", de: lignesAction.length - row.actions, a: lignesAction.length } as const;
      sommes.push({ label: labelAt(line, row.label), amounts, of });
    } else {
      const amounts = amountsAt(line, (annee, colonne) => sumOf(rows, annee, colonne));
      sommes.push({ label: labelAt(line, "TOTAL"), amounts, of: { kind: "total" } });
    }
  }
  return {
    range: { sheet, top: 0, left: 0, bottom: FIRST_ROW + rows.length - 1, right: next - 1 },
    heading: { sheet, row: 0, column: 0 },
    unit,
    entetes: annees.flatMap(({ colonnes }) => Object.values(colonnes).flatMap((colonne) => colonne?.heading ?? [])),
    annees,
    anneesRepetees: (description.repetees ?? []).map(({ annee, cell, ...column }) => ({
      annee,
      heading: cellRef(sheet, cell),
      ...column,
    })),
    lignesAxe,
    lignesAction,
    sommes,
    lignesIgnorees: [],
  };
}

/** Its rows stand where the table has them, those of the actions stay empty. */
function buildRecap(convention: Convention, description: BudgetDescription): Recapitulatif {
  const rows = (all: readonly BudgetRow[]): BudgetRow[] =>
    all.map((row) => (row.kind === "axe" ? { ...row, subtotal: true } : row));
  const tableau = buildBudget(convention, { rows, ...description }, "Synthèse");
  return { de: "budget", tableau: { ...tableau, lignesAction: [] } };
}

const withSousActions = (built: TableauBudgetaire, { sousActions }: BudgetDescription): TableauBudgetaire =>
  sousActions ? { ...built, lignesSousAction: sousActions(built) } : built;

/** The annex tables as they stand, unless described otherwise; the Dijon contract at its beginning by default. */
export function buildDossier(description: Description = {}): Dossier {
  const asOf = description.asOf ?? "2024-06-30";
  const { convention, avenants } = conventionEnVigueur(description.convention ?? contratIntegre, asOf);
  const { budget = {}, indicateurs = {} } = description;
  return {
    convention,
    avenants,
    asOf,
    budget: budget && withSousActions(buildBudget(convention, budget), budget),
    execution: description.execution ? buildBudget(convention, description.execution, "Exécution") : null,
    ...(description.recap && { recapitulatifs: [buildRecap(convention, description.recap)] }),
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
