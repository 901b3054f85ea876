// After the refresh: what each party gives per axe and year, beside what the contract asks, as figures.
import {
  groupByAxe,
  stateAmount,
  stateEnvelope,
  type Groupe,
  type MontantDuContrat,
} from "../../facts/lines/axe-groups";
import type { Colonne, Dossier } from "../../domain/dossier";
import { budgetTable, type FactTable } from "../../facts/fact-tables";
import { sumOfFacts } from "../../facts/lecture";
import type { Convention } from "../../contract/convention";
import { addMontants, subtractMontants, ZERO, type Montant } from "../../domain/values/montant";

/** Amounts are null where the table has no such column, or where one of them cannot be read. */
export interface AxeFigures {
  readonly nom: string;
  /** "Axe 1", "Total", or the name of what stands outside of the contract. */
  readonly court: string;
  readonly etat: Montant | null;
  readonly collectivite: Montant | null;
  readonly total: Montant | null;
  /** The share of the year's total; null where there is none. */
  readonly part: number | null;
  /** The State's amount that the contract gives to the axe, and where the figure comes from. */
  readonly contrat: MontantDuContrat | null;
  /** The State's amount less the contract's. */
  readonly ecart: Montant | null;
}

export interface AnneeParAxe {
  readonly annee: number;
  readonly axes: readonly AxeFigures[];
  readonly total: AxeFigures;
}

export interface TableParAxe {
  /** As columns are named: "Métropole". */
  readonly collectivite: string;
  readonly annees: readonly AnneeParAxe[];
}

function sumOfGroup({ rows }: Groupe, { tableau }: FactTable, annee: number, colonne: Colonne): Montant | null {
  const columns = tableau.annees.find((candidate) => candidate.annee === annee)?.colonnes;
  if (!columns?.[colonne]) return null;
  return sumOfFacts(rows.flatMap((row) => row.at(annee, colonne))).value;
}

const add = (left: Montant | null, right: Montant | null): Montant | null =>
  left === null || right === null ? null : addMontants(left, right);

function figures(
  names: Pick<AxeFigures, "nom" | "court">,
  parts: Pick<AxeFigures, "etat" | "collectivite">,
  contrat: MontantDuContrat | null,
  whole: Montant | null,
): AxeFigures {
  const total = add(parts.etat, parts.collectivite);
  return {
    ...names,
    ...parts,
    total,
    part: total === null || whole === null || whole === 0 ? null : total / whole,
    contrat,
    ecart: parts.etat === null || contrat === null ? null : subtractMontants(parts.etat, contrat.montant),
  };
}

function readYear(convention: Convention, table: FactTable, annee: number): AnneeParAxe {
  const parts = groupByAxe(convention, table, annee).map((group) => ({
    group,
    etat: sumOfGroup(group, table, annee, "etat"),
    collectivite: sumOfGroup(group, table, annee, "collectivite"),
  }));
  const etat = parts.reduce<Montant | null>((sum, each) => add(sum, each.etat), ZERO);
  const collectivite = parts.reduce<Montant | null>((sum, each) => add(sum, each.collectivite), ZERO);
  const whole = add(etat, collectivite);
  return {
    annee,
    axes: parts.map(({ group, ...sides }) =>
      figures(
        { nom: group.nom, court: group.axe === null ? group.nom : `Axe ${group.axe}` },
        sides,
        stateAmount(convention, group.axe, annee),
        whole,
      ),
    ),
    total: figures(
      { nom: `Total ${annee}`, court: "Total" },
      { etat, collectivite },
      stateEnvelope(convention, annee),
      whole,
    ),
  };
}

/** Years of the contract that the table shows; null without a budget table. */
export function readTableParAxe({ convention, budget }: Pick<Dossier, "convention" | "budget">): TableParAxe | null {
  if (!budget) return null;
  const table = budgetTable(budget);
  const shown = new Set(budget.annees.map(({ annee }) => annee));
  return {
    collectivite: convention.collectivite.designation,
    annees: convention.annees.flatMap(({ annee }) => (shown.has(annee) ? [readYear(convention, table, annee)] : [])),
  };
}
