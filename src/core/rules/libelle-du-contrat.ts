// The labels of axes, actions and indicators are the contract's.
import { nameAction, nameActionRows, nameAxeRows } from "../domain/lines/budget-lines";
import {
  isContractLabel,
  isNumberingAlone,
  labelCells,
  nearestLabel,
  rewriteLabel,
  splitSumWords,
  splitTitleWords,
} from "../domain/contrat/contract-label";
import type { Cell, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import type { Convention } from "../domain/contrat/convention";
import { nameIndicatorRows } from "../domain/lines/indicator-lines";
import { cite, slug } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

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
  /** How an action was recognised where its label does not say it word for word. */
  readonly comment?: string;
}

const join = (...keys: readonly (string | undefined)[]): string => keys.filter((key) => key !== undefined).join("-");

/** A cell that names a row; without headings, the subtotals name the axes. */
interface Nom {
  readonly cell: Cell;
  readonly words: string;
  readonly label: string;
}

function nameOf(cell: Cell, isAxe: boolean): Nom {
  return { cell, ...(isAxe ? splitSumWords : splitTitleWords)(cell.text) };
}

function amountLabels(table: TableauBudgetaire, tableKey: string): Intitule[] {
  const axes = nameAxeRows(table.lignesAxe).flatMap(({ ligne, nom, place, key }): Intitule[] =>
    ligne.axe ? [{ nom, place, key: join(tableKey, key), item: ligne.axe, cells: labelCells(ligne) }] : [],
  );
  const actions = nameActionRows(table.lignesAction).flatMap(({ ligne, nom, place, key }): Intitule[] =>
    ligne.action
      ? [
          {
            nom,
            place,
            key: join(tableKey, key),
            item: ligne.action,
            cells: labelCells(ligne),
            ...(ligne.reconnaissance && { comment: ligne.reconnaissance.comment }),
          },
        ]
      : [],
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
    compares: "intitule",
    needs: [],
    messages: {
      approchant: { text: "{nom} : l’intitulé {lu} a été lu comme celui du contrat, {attendu}{comment}." },
      approchants: {
        text: "{found} intitulés d’actions ont été lus comme ceux du contrat{comment}.",
      },
      contradiction: {
        severity: "warning",
        text: "La ligne {lu} porte le numéro de l’action {numero} et l’intitulé de l’action {intitule}. Dites laquelle des deux elle est : corrigez le numéro ou l’intitulé.",
      },
    },
  },
  compare({ convention, budget, execution, indicators }, asked) {
    const found: Intitule[] = [];
    const tables: (readonly [table: TableauBudgetaire, key: string, nom: string])[] = [];
    if (budget) tables.push([budget, KEYS.budget, "tableau budgétaire"]);
    if (execution) tables.push([execution, KEYS.execution, "tableau d’exécution"]);
    for (const [table, key, tableau] of tables) {
      found.push(...amountLabels(table, key));
      for (const { ligne, key: own } of nameActionRows(table.lignesAction)) {
        const { contradiction, label } = ligne;
        if (!contradiction) continue;
        asked.compare(`ligne ${label.ref.row + 1}`, () => () => ({
          message: "contradiction",
          subject: {},
          key: join(key, own),
          cells: [label.ref],
          data: {
            lu: cite(label.text),
            numero: `${contradiction.parNumero.numero}`,
            intitule: `${contradiction.parIntitule.numero}`,
          },
        }));
      }
      for (const { label, pourquoi } of table.lignesNonReconnues ?? []) {
        const nom = `ligne ${label.ref.row + 1} du ${tableau}`;
        asked.compare(nom, () => notComparable(`${nom}, ${cite(label.text)} : ${pourquoi}.`));
      }
    }
    if (indicators) found.push(...indicatorLabels(convention, indicators, KEYS.indicators));
    asked.compareEach(
      found,
      ({ nom }) => nom,
      ({ nom, place, key, item, cells, comment }) => {
        const isAxe = place.action === undefined;
        const noms = cells.map((cell) => nameOf(cell, isAxe)).filter(({ label }) => !isContractLabel(label, item));
        const [first] = noms;
        if (!first && !isAxe && cells.every(({ text }) => isNumberingAlone(text))) {
          const lu = cite(cells[0]?.text ?? "");
          return notComparable(`${nom} : la ligne ne porte que ${lu}, sans intitulé à comparer.`);
        }
        if (!first) return HOLDS;
        return () => ({
          message: "approchant",
          cells: [first.cell.ref, ...noms.slice(1).map(({ cell }) => cell.ref)],
          subject: place,
          key,
          fix: noms.flatMap(({ cell: { ref, formula }, words, label }) =>
            formula === null ? [{ cell: ref, value: words + rewriteLabel(label, nearestLabel(label, item)) }] : [],
          ),
          data: {
            nom,
            lu: cite(first.cell.text),
            attendu: cite(nearestLabel(first.label, item)),
            comment: comment === undefined ? "" : ` (reconnu ${comment})`,
          },
          ...(comment !== undefined && {
            slip: slipOf(`reconnus-${slug(comment)}`, "approchants", { comment: `, reconnus ${comment}` }),
          }),
        });
      },
    );
    if (!budget) asked.nothing("Sans tableau budgétaire, ses intitulés n’ont pas été comparés à ceux du contrat.");
    if (!indicators) {
      asked.nothing("Sans tableau des indicateurs, ses intitulés n’ont pas été comparés à ceux du contrat.");
    }
  },
});
