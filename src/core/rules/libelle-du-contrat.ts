// The labels of axes, actions and indicators are the contract's.
import { nameAction, nameActionRows, nameAxeRows } from "../domain/lines/budget-lines";
import {
  labelCells,
  nearestLabel,
  rewriteLabel,
  saysLabel,
  splitSumWords,
  splitTitleWords,
} from "../domain/contrat/contract-label";
import type { Cell, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import type { Convention } from "../domain/contrat/convention";
import { nameIndicatorRows } from "../domain/lines/indicator-lines";
import { cite, slug } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf, type Report, type RuleMeta } from "./rule";

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

const keyOf = (table: string, own: string | undefined): string => (own === undefined ? table : `${table}-${own}`);

/** The labels of the tables: those that are the contract's letter for letter, as nearly all, are only counted. */
class Intitules {
  wordForWord = 0;
  readonly others: Intitule[] = [];

  private isWordForWord(ligne: Parameters<typeof labelCells>[0], { intitule }: Intitule["item"]): boolean {
    const isSo =
      ligne.label.text === intitule && (!ligne.labels || labelCells(ligne).every(({ text }) => text === intitule));
    if (isSo) this.wordForWord += 1;
    return isSo;
  }

  addAmounts(table: TableauBudgetaire, tableKey: string): void {
    nameAxeRows(table.lignesAxe).forEach(({ ligne, nom, place, key }) => {
      const { axe } = ligne;
      if (!axe || this.isWordForWord(ligne, axe)) return;
      this.others.push({ nom, place, key: keyOf(tableKey, key), item: axe, cells: labelCells(ligne) });
    });
    nameActionRows(table.lignesAction).forEach(({ ligne, nom, place, key }) => {
      const { action, reconnaissance } = ligne;
      if (!action || this.isWordForWord(ligne, action)) return;
      const label = { nom, place, key: keyOf(tableKey, key), item: action, cells: labelCells(ligne) };
      this.others.push(reconnaissance ? { ...label, comment: reconnaissance.comment } : label);
    });
  }

  addIndicators(convention: Convention, table: TableauIndicateurs, tableKey: string): void {
    table.lignesAction.forEach((ligne) => {
      const { action } = ligne;
      if (!action || this.isWordForWord(ligne, action)) return;
      const place = { axe: action.axe, action: action.numero };
      this.others.push({ nom: nameAction(action), place, key: tableKey, item: action, cells: labelCells(ligne) });
    });
    nameIndicatorRows(convention, table).forEach(({ ligne, indicateur, nom, place, key }) => {
      if (!indicateur || this.isWordForWord(ligne, indicateur)) return;
      this.others.push({ nom, place, key: keyOf(tableKey, key), item: indicateur, cells: labelCells(ligne) });
    });
  }
}

const meta = {
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
} as const satisfies RuleMeta;

const isAxe = ({ place }: Intitule): boolean => place.action === undefined;

/** What stands before the label: without headings, the subtotals name the axes. */
const split = (text: string, intitule: Intitule) => (isAxe(intitule) ? splitSumWords : splitTitleWords)(text);

const approchant = (intitule: Intitule, first: Cell, others: readonly Cell[]) => (): Report<typeof meta> => {
  const { nom, place, key, item, comment } = intitule;
  return {
    message: "approchant",
    cells: [first.ref, ...others.map(({ ref }) => ref)],
    subject: place,
    key,
    fix: [first, ...others].flatMap(({ ref, formula, text }) => {
      const { words, label } = split(text, intitule);
      return formula === null ? [{ cell: ref, value: words + rewriteLabel(label, nearestLabel(label, item)) }] : [];
    }),
    data: {
      nom,
      lu: cite(first.text),
      attendu: cite(nearestLabel(split(first.text, intitule).label, item)),
      comment: comment === undefined ? "" : ` (reconnu ${comment})`,
    },
    ...(comment !== undefined && {
      slip: slipOf(`reconnus-${slug(comment)}`, "approchants", { comment: `, reconnus ${comment}` }),
    }),
  };
};

export default defineRule({
  meta,
  compare({ convention, budget, execution, indicators }, asked) {
    const found = new Intitules();
    const tables: (readonly [table: TableauBudgetaire, key: string, nom: string])[] = [];
    if (budget) tables.push([budget, KEYS.budget, "tableau budgétaire"]);
    if (execution) tables.push([execution, KEYS.execution, "tableau d’exécution"]);
    for (const [table, key, tableau] of tables) {
      found.addAmounts(table, key);
      for (const { ligne, key: own } of nameActionRows(table.lignesAction)) {
        const { contradiction, label } = ligne;
        if (!contradiction) continue;
        asked.compare(`ligne ${label.ref.row + 1}`, () => () => ({
          message: "contradiction",
          subject: {},
          key: keyOf(key, own),
          cells: [label.ref],
          data: {
            lu: cite(label.text),
            numero: `${contradiction.parNumero.numero}`,
            intitule: `${contradiction.parIntitule.numero}`,
          },
        }));
      }
      for (const { label, pourquoi } of table.lignesNonReconnues ?? []) {
        asked.unread(`Ligne ${label.ref.row + 1} du ${tableau}, ${cite(label.text)} : ${pourquoi}.`);
      }
    }
    if (indicators) found.addIndicators(convention, indicators, KEYS.indicators);
    asked.hold(found.wordForWord);
    asked.compareEach(
      found.others,
      ({ nom }) => nom,
      (intitule) => {
        const { item } = intitule;
        let isNumbering = !isAxe(intitule);
        const [first, ...others] = intitule.cells.filter(({ text }) => {
          const said = saysLabel(text, item);
          if (said !== "numbering") isNumbering = false;
          // As a whole: the contract's own words may be those that stand before a label elsewhere. Else behind such words.
          return said === null && saysLabel(split(text, intitule).label, item) === null;
        });
        if (first) return approchant(intitule, first, others);
        if (!isNumbering) return HOLDS;
        const lu = cite(intitule.cells[0]?.text ?? "");
        return notComparable(`${intitule.nom} : la ligne ne porte que ${lu}, sans intitulé à comparer.`);
      },
    );
    if (!budget) asked.nothing("Sans tableau budgétaire, ses intitulés n’ont pas été comparés à ceux du contrat.");
    if (!indicators) {
      asked.nothing("Sans tableau des indicateurs, ses intitulés n’ont pas été comparés à ceux du contrat.");
    }
  },
});
