// The rows of a budget table by the axe that they stand under, and what the contract gives to each axe and year.
import { axeDe } from "../../contract/in-force/en-vigueur";
import { axeOfRow } from "../groups";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { isFirm } from "../../contract/avenants/fermete";
import type { Convention } from "../../contract/convention";
import type { ActionRow } from "../fact";
import type { FactTable } from "../fact-tables";
import { montantFromCentimes, type Montant } from "../../domain/values/montant";
import { cite } from "../../domain/words/typographie";

export interface Groupe {
  readonly nom: string;
  /** The name in a few letters, "Axe 1", for a narrow column and under a chart; and all the rest of it. */
  readonly sigle: string;
  readonly intitule: string;
  /** Null for rows under a heading that is no axe of the contract, or under none. */
  readonly axe: number | null;
  readonly rows: readonly ActionRow[];
}

const SANS_AXE = { nom: "Actions hors de tout axe", sigle: "Hors axe", intitule: "Actions hors de tout axe" };

function horsContrat(heading: string) {
  const intitule = cite(heading);
  return { nom: `Hors contrat : ${intitule}`, sigle: "Hors contrat", intitule };
}

/** The axes of the contract in its order, then what stands elsewhere. A row counts where it stands, in the axe that it then was. */
export function groupByAxe(convention: Convention, table: FactTable, annee: number): Groupe[] {
  const { actions, tableau } = table;
  const groups = new Map<number | string, Omit<Groupe, "rows"> & { readonly rows: ActionRow[] }>();
  for (const { numero, intitule } of convention.axes) {
    const sigle = `Axe ${numero}`;
    groups.set(numero, { nom: `${sigle} – ${intitule}`, sigle, intitule, axe: numero, rows: [] });
  }
  for (const row of actions) {
    const { ligneAxe } = row.ligne.ligne;
    const heading = ligneAxe === null ? undefined : tableau.lignesAxe[ligneAxe];
    const axe = axeOfRow(table, row.index, annee);
    const known = axe === undefined ? undefined : groups.get(axe);
    if (known) {
      known.rows.push(row);
      continue;
    }
    const words = heading ? horsContrat(heading.label.text) : SANS_AXE;
    const group = groups.get(axe ?? words.nom) ?? { ...words, axe: null, rows: [] };
    group.rows.push(row);
    groups.set(axe ?? words.nom, group);
  }
  return [...groups.values()];
}

export interface MontantDuContrat {
  readonly montant: Montant;
  /** French: where the figure comes from. */
  readonly source: string;
}

function provisional(convention: Convention, annee: number): string {
  return isFirm(convention, annee) ? "" : ", provisionnel";
}

/** State amounts per axe: the split where the contract fixes one, else the sum of its actions. Null: not in the contract. */
export function stateAmount(convention: Convention, axe: number | null, annee: number): MontantDuContrat | null {
  if (axe === null) return null;
  const credit = convention.creditsEtat.find((candidate) => candidate.annee === annee);
  const fixed = credit?.repartition?.find((part) => part.axe === axe);
  const suffix = provisional(convention, annee);
  if (fixed) return { montant: fixed.montant, source: `Répartition fixée au contrat${suffix}` };
  let centimes = 0;
  convention.actions.forEach((action) => {
    if (axeDe(action, annee) === axe) centimes += contractAmount(action, annee, "etat");
  });
  return { montant: montantFromCentimes(centimes), source: `Somme des actions du contrat${suffix}` };
}

/** The State's amount for the year. */
export function stateEnvelope(convention: Convention, annee: number): MontantDuContrat | null {
  const credit = convention.creditsEtat.find((candidate) => candidate.annee === annee);
  if (!credit) return null;
  return { montant: credit.montant, source: `Enveloppe de l’année${provisional(convention, annee)}` };
}
