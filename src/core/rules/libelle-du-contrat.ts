// The labels of axes, actions and indicators are the contract's.
import { nameAction, nameActionRows, nameAxeRows } from "../domain/lines/budget-lines";
import {
  isContractLabel,
  labelCells,
  nearestLabel,
  rewriteLabel,
  splitSumWords,
} from "../domain/contrat/contract-label";
import type { Cell, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import type { Convention } from "../domain/contrat/convention";
import { nameIndicatorRows } from "../domain/lines/indicator-lines";
import { cite } from "../domain/words/typographie";
import { defineRule } from "./rule";

/** Part of the identity: one action may be mistyped in one table and not in another. */
const KEYS = {
  budget: "tableau-budgetaire",
  execution: "tableau-d-execution",
  indicators: "tableau-des-indicateurs",
} as const;

/** A row that was recognised: what it is in the contract, and the cells that name it. */
interface Intitule {
  readonly nom: string;
  readonly place: { readonly axe?: number; readonly action?: number; readonly indicator?: number };
  readonly key: string;
  readonly item: { readonly intitule: string; readonly alias: readonly string[] };
  readonly cells: readonly Cell[];
}

const join = (...keys: readonly (string | undefined)[]): string => keys.filter((key) => key !== undefined).join("-");

/** A cell that names a row; without headings, the subtotals name the axes. */
interface Nom {
  readonly cell: Cell;
  readonly words: string;
  readonly label: string;
}

function nameOf(cell: Cell, isAxe: boolean): Nom {
  return { cell, ...(isAxe ? splitSumWords(cell.text) : { words: "", label: cell.text }) };
}

function amountLabels(table: TableauBudgetaire, tableKey: string): Intitule[] {
  const axes = nameAxeRows(table.lignesAxe).flatMap(({ ligne, nom, place, key }): Intitule[] =>
    ligne.axe ? [{ nom, place, key: join(tableKey, key), item: ligne.axe, cells: labelCells(ligne) }] : [],
  );
  const actions = nameActionRows(table.lignesAction).flatMap(({ ligne, nom, place, key }): Intitule[] =>
    ligne.action ? [{ nom, place, key: join(tableKey, key), item: ligne.action, cells: labelCells(ligne) }] : [],
  );
  return [...axes, ...actions];
}

function indicatorLabels(convention: Convention, table: TableauIndicateurs, tableKey: string): Intitule[] {
  const actions = table.lignesAction.flatMap((ligne): Intitule[] => {
    const { action } = ligne;
    if (!action) return [];
    const place = { axe: action.axe, action: action.numero };
    return [{ nom: nameAction(action), place, key: tableKey, item: action, cells: labelCells(ligne) }];
  });
  const indicateurs = nameIndicatorRows(convention, table).flatMap(
    ({ ligne, indicateur, nom, place, key }): Intitule[] =>
      indicateur ? [{ nom, place, key: join(tableKey, key), item: indicateur, cells: labelCells(ligne) }] : [],
  );
  return [...actions, ...indicateurs];
}

export default defineRule({
  meta: {
    id: "libelle-du-contrat",
    article: "annexe",
    severity: "info",
    title: "Les intitulés sont ceux du contrat",
    needs: [],
    messages: {
      approchant: { text: "{nom} : l’intitulé {lu} a été lu comme celui du contrat, {attendu}." },
    },
  },
  check({ convention, budget, execution, indicators }, reporter) {
    const found: Intitule[] = [];
    if (budget) found.push(...amountLabels(budget, KEYS.budget));
    if (execution) found.push(...amountLabels(execution, KEYS.execution));
    if (indicators) found.push(...indicatorLabels(convention, indicators, KEYS.indicators));
    for (const { nom, place, key, item, cells } of found) {
      const isAxe = place.action === undefined;
      const noms = cells.map((cell) => nameOf(cell, isAxe)).filter(({ label }) => !isContractLabel(label, item));
      const [first] = noms;
      if (!first) continue;
      reporter.discrepancy({
        message: "approchant",
        cells: [first.cell.ref, ...noms.slice(1).map(({ cell }) => cell.ref)],
        subject: place,
        key,
        fix: noms.flatMap(({ cell: { ref, formula }, words, label }) =>
          formula === null ? [{ cell: ref, value: words + rewriteLabel(label, nearestLabel(label, item)) }] : [],
        ),
        data: { nom, lu: cite(first.cell.text), attendu: cite(nearestLabel(first.label, item)) },
      });
    }
    if (!budget)
      reporter.notCheckable("Sans tableau budgétaire, ses intitulés n’ont pas été comparés à ceux du contrat.");
    if (!indicators) {
      reporter.notCheckable("Sans tableau des indicateurs, ses intitulés n’ont pas été comparés à ceux du contrat.");
    }
  },
});
