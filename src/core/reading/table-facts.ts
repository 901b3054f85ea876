// Every figure of the tables as a fact: what it is about, whatever the layout it stood in.
import type { Action, Axe } from "../domain/contrat/convention";
import type {
  Colonne,
  LigneDeSommes,
  TableauBudgetaire,
  TableauExecution,
  TableauIndicateurs,
  ValeurCell,
} from "../domain/dossier";
import type { AmountFact, Fact, NatureMontant, NatureValeur, Part, RangDeLigne } from "../domain/facts";
import { COLONNES } from "../domain/lines/budget-lines";
import { unitAt } from "../domain/lines/table-places";

interface Row {
  readonly rang: RangDeLigne;
  readonly ligne: number;
  readonly action: Action | null;
  readonly axe: Axe | null;
  readonly sums: Pick<LigneDeSommes, "montants" | "autres" | "totauxDesAnnees">;
}

function rowsOf({ lignesAction, lignesAxe, total }: TableauBudgetaire): readonly Row[] {
  const actions = lignesAction.map((sums, ligne): Row => {
    const axe = sums.ligneAxe === null ? null : (lignesAxe[sums.ligneAxe]?.axe ?? null);
    return { rang: "action", ligne, action: sums.action, axe, sums };
  });
  const axes = lignesAxe.flatMap(({ axe, sousTotal }, ligne): Row[] =>
    sousTotal ? [{ rang: "axe", ligne, action: null, axe, sums: sousTotal }] : [],
  );
  const whole: Row[] = total ? [{ rang: "total", ligne: 0, action: null, axe: null, sums: total }] : [];
  return [...actions, ...axes, ...whole];
}

function addAmounts(facts: Fact[], table: TableauBudgetaire, nature: NatureMontant): void {
  const units = new Map(table.annees.map(({ annee, colonnes }) => [annee, colonnes] as const));
  const unitOf = (annee: number, colonne: Colonne): AmountFact["unit"] =>
    units.get(annee)?.[colonne]?.unit ?? table.unit;
  for (const { sums, rang, ligne, action, axe } of rowsOf(table)) {
    const add = (annee: AmountFact["annee"], part: Part, cell: AmountFact["cell"], unit: AmountFact["unit"]): void =>
      void facts.push({ kind: "montant", nature, annee, part, rang, ligne, action, axe, unit, cell });
    for (const [annee, cells] of sums.montants) {
      for (const colonne of COLONNES) {
        const cell = cells[colonne];
        if (cell) add(annee, colonne, cell, unitOf(annee, colonne));
      }
    }
    for (const [annee, cells] of sums.autres ?? []) for (const cell of cells) add(annee, "autres", cell, table.unit);
    for (const { parts } of sums.totauxDesAnnees ?? []) {
      for (const colonne of COLONNES) {
        const cell = parts[colonne];
        if (cell) add("periode", colonne, cell, unitAt(table, cell.ref));
      }
    }
  }
}

function addPaid(facts: Fact[], { lignesAction, lignesAxe, verses, unit }: TableauExecution): void {
  for (const [ligne, paid] of verses.entries()) {
    const row = lignesAction[ligne];
    if (!row) continue;
    const axe = row.ligneAxe === null ? null : (lignesAxe[row.ligneAxe]?.axe ?? null);
    const fact = { kind: "montant", nature: "paid", part: "etat", rang: "action", ligne, action: row.action } as const;
    for (const [annee, cells] of paid) for (const cell of cells) facts.push({ ...fact, annee, axe, unit, cell });
  }
}

function addValues(facts: Fact[], { lignesIndicateur, lignesAction }: TableauIndicateurs): void {
  for (const [ligne, { indicateur, ligneAction, t0, cibles, realises }] of lignesIndicateur.entries()) {
    const action = ligneAction === null ? null : (lignesAction[ligneAction]?.action ?? null);
    const add = (nature: NatureValeur, annee: number | null, cell: ValeurCell): void =>
      void facts.push({ kind: "valeur", nature, annee, ligne, action, indicateur, cell });
    if (t0) add("t0", null, t0);
    for (const [annee, cell] of cibles) add("target", annee, cell);
    for (const [annee, cell] of realises) add("achieved", annee, cell);
  }
}

export function listFacts(
  budget: TableauBudgetaire | null,
  execution: TableauExecution | null,
  indicators: TableauIndicateurs | null,
): readonly Fact[] {
  const facts: Fact[] = [];
  if (budget) addAmounts(facts, budget, "contracted");
  if (execution) {
    addAmounts(facts, execution, "executed");
    addPaid(facts, execution);
  }
  if (indicators) addValues(facts, indicators);
  return facts;
}
