// What corrected parts make of the figures that the contract bounds: the axe, the year's envelope, the local party's share.
import { seuilDe } from "../contract/in-force/contract-amounts";
import { formatCellRef } from "../domain/cell-ref";
import type { Dossier } from "../domain/dossier";
import { addMontants, montantFromCentimes, type Montant } from "../domain/values/montant";
import { bandsOf, factAt } from "../facts/bands";
import type { ActionRow, YearFact } from "../facts/fact";
import { budgetTable, type FactTable } from "../facts/fact-tables";
import { groupByAxe, stateAmount, stateEnvelope } from "../facts/lines/axe-groups";
import type { Correction, Effect, Share } from "./correction";

const NOTHING = montantFromCentimes(0);

interface Read {
  before(fact: YearFact | undefined): Montant;
  after(fact: YearFact | undefined): Montant;
}

function reader(corrections: readonly Correction[]): Read {
  const changed = new Map(corrections.map((correction) => [formatCellRef(correction.cell), correction.montants]));
  const before: Read["before"] = (fact) => fact?.known.value ?? NOTHING;
  return {
    before,
    after: (fact) => (fact && changed.get(formatCellRef(fact.cell.ref))?.after) ?? before(fact),
  };
}

/** Parts of actions whose amount changes. */
function changedParts(table: FactTable, corrections: readonly Correction[], { before, after }: Read): YearFact[] {
  return corrections.flatMap(({ cell }) => {
    const fact = factAt(bandsOf(table).parts, cell);
    if (fact?.row.kind !== "action" || fact.column === "total") return [];
    return before(fact) === after(fact) ? [] : [fact];
  });
}

const etatOf = (row: ActionRow, year: number): YearFact | undefined => row.at(year, "etat")[0];

function stateEffects(
  { convention }: Dossier,
  table: FactTable,
  annee: number,
  read: Read,
  changed: ReadonlySet<number>,
) {
  const sum = (rows: readonly ActionRow[], side: Read["before"]): Montant =>
    addMontants(...rows.map((row) => side(etatOf(row, annee))));
  const effect = (on: "axe" | "enveloppe", axe: number | null, rows: readonly ActionRow[]): Effect => ({
    on,
    axe,
    annee,
    before: sum(rows, read.before),
    after: sum(rows, read.after),
    expected: (on === "axe" ? stateAmount(convention, axe, annee) : stateEnvelope(convention, annee))?.montant ?? null,
  });
  const axes = groupByAxe(convention, table).filter(
    ({ axe, rows }) => axe !== null && rows.some(({ index }) => changed.has(index)),
  );
  return [...axes.map(({ axe, rows }) => effect("axe", axe, rows)), effect("enveloppe", null, table.actions)];
}

function shareEffect({ convention }: Dossier, { actions }: FactTable, { row, year }: YearFact, read: Read): Effect[] {
  const action = actions[row.index]?.ligne.ligne.action;
  const [etat, collectivite] = [row.at(year, "etat")[0], row.at(year, "collectivite")[0]];
  if (!action || !etat || !collectivite) return [];
  const share = (side: Read["before"]): Share => ({
    part: side(collectivite),
    whole: addMontants(side(etat), side(collectivite)),
  });
  return [
    {
      on: "cofinancement",
      action: action.numero,
      annee: year,
      before: share(read.before),
      after: share(read.after),
      expected: seuilDe(convention, { axe: action.axe, annee: year }),
    },
  ];
}

export function effectsOf(dossier: Dossier, corrections: readonly Correction[]): readonly Effect[] {
  if (!dossier.budget) return [];
  const table = budgetTable(dossier.budget);
  const read = reader(corrections);
  const parts = changedParts(table, corrections, read);
  const ofState = parts.filter(({ column }) => column === "etat");
  const years = [...new Set(ofState.map(({ year }) => year))].sort();
  const shares = new Map(parts.map((part) => [`${part.row.index}/${part.year}`, part]));
  return [
    ...years.flatMap((annee) => {
      const rows = ofState.filter(({ year }) => year === annee).map(({ row }) => row.index);
      return stateEffects(dossier, table, annee, read, new Set(rows));
    }),
    ...[...shares.values()].flatMap((part) => shareEffect(dossier, table, part, read)),
  ];
}
