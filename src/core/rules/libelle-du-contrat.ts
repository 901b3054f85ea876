// The labels of axes, actions and indicators are the contract's.
import { nameAction, nameActionRows, nameAxeRows } from "../facts/lines/budget-lines";
import {
  labelCells,
  nearestLabel,
  rewriteLabel,
  saysLabel,
  splitSumWords,
  splitTitleWords,
} from "../domain/contrat/contract-label";
import type { Cell, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import type { Convention } from "../contract/convention";
import { nameIndicatorRows } from "../facts/lines/indicator-lines";
import { cite, slug } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf, type Report, type RuleMeta } from "./rule";
import type { NumeroAction } from "../domain/values/numero-action";

/** Part of the identity of the finding: an action may be mistyped in one table and not in another. */
const KEYS = {
  budget: "tableau-budgetaire",
  execution: "tableau-d-execution",
  indicators: "tableau-des-indicateurs",
} as const;

/** A row that was recognised: what it is in the contract, and the cells that name it. */
interface Intitule {
  readonly nom: string;
  readonly place: { readonly axe?: number; readonly action?: NumeroAction; readonly indicator?: number };
  readonly key: string;
  readonly item: { readonly intitule: string; readonly alias: readonly string[] };
  readonly cells: readonly Cell[];
  /** How an action was recognised where its label does not say it word for word. */
  readonly comment?: string;
}

const keyOf = (table: string, own: string | undefined): string => (own === undefined ? table : `${table}-${own}`);

function inAmounts(table: TableauBudgetaire, tableKey: string): readonly Intitule[] {
  const axes = nameAxeRows(table.lignesAxe).flatMap(({ ligne, nom, place, key }) =>
    ligne.axe ? [{ nom, place, key: keyOf(tableKey, key), item: ligne.axe, cells: labelCells(ligne) }] : [],
  );
  const actions = nameActionRows(table.lignesAction).flatMap(({ ligne, nom, place, key }) => {
    const { action, reconnaissance } = ligne;
    if (!action) return [];
    const label = { nom, place, key: keyOf(tableKey, key), item: action, cells: labelCells(ligne) };
    return [reconnaissance ? { ...label, comment: reconnaissance.comment } : label];
  });
  return [...axes, ...actions];
}

function inIndicators(convention: Convention, table: TableauIndicateurs, tableKey: string): readonly Intitule[] {
  const actions = table.lignesAction.flatMap((ligne) => {
    const { action } = ligne;
    if (!action) return [];
    const place = { axe: action.axe, action: action.numero };
    return [{ nom: nameAction(action), place, key: tableKey, item: action, cells: labelCells(ligne) }];
  });
  const indicateurs = nameIndicatorRows(convention, table).flatMap((row) =>
    row.indicateur
      ? [
          {
            nom: row.nom,
            place: row.place,
            key: keyOf(tableKey, row.key),
            item: row.indicateur,
            cells: labelCells(row),
          },
        ]
      : [],
  );
  return [...actions, ...indicateurs];
}

const meta = {
  id: "libelle-du-contrat",
  articles: ["annexe"],
  severity: "info",
  title: "Les intitulés sont ceux du contrat",
  problem: "Intitulé différent du contrat",
  compares: "intitule",
  needs: [],
  messages: {
    approchant: { text: "{nom} : l’intitulé {lu} a été lu comme celui du contrat, {attendu}{comment}." },
    approchants: {
      text: "{found} intitulés d’actions ont été lus comme ceux du contrat{comment}.",
    },
  },
  page: {
    gravite: "information",
    contrat:
      "L’annexe nomme les axes, les actions et leurs indicateurs. Le reste du contrat, les avenants et les rapports les désignent par ces intitulés.",
    verifie: [
      "Un intitulé mal saisi est reconnu tant qu’il n’y a pas de doute sur celui du contrat qu’il désigne : quelques lettres oubliées, ajoutées, changées ou inversées, un espace en trop ou en moins, un article oublié. Il est alors lu comme celui du contrat, et signalé ici. La casse, les accents, les apostrophes, les tirets, les espaces, l’astérisque final et la numérotation (« Action n°5 - ») ne comptent pas, et les autres formulations que le contrat emploie pour un axe sont acceptées. La cellule montrée est celle de l’intitulé.",
      "Une ligne qui porte le numéro d’une action et l’intitulé d’une autre n’est pas devinée : on vous demande laquelle elle est.",
    ],
    conforme: "« ACTION 5 : Garantir un acces aux droits pour tous* »",
    ecart: [
      {
        message: "approchant",
        data: {
          nom: "Action 5",
          lu: "« Action n°5 - Garentir un accès aux droits pour tous* »",
          attendu: "« Garantir un accès aux droits pour tous »",
          comment: "",
        },
      },
    ],
    corriger:
      "Remplacez l’intitulé par celui du contrat ; la numérotation peut rester. Si la ligne est une autre action que celle du contrat, donnez-lui un intitulé qui ne prête pas à confusion.",
    limites:
      "Rien n’est deviné : un intitulé à égale distance de deux autres, un mot remplacé par un autre, un nombre différent, ou un numéro d’action qui dit autre chose laissent l’intitulé inconnu, et c’est `actions-du-contrat` ou `indicateurs-du-contrat` qui le signale. Une ligne qui ne porte que le numéro de l’action (« Action 5 ») n’a pas d’intitulé à comparer : elle est comptée comme non comparée. Sans tableau, rien n’est comparé. Une formule n’est pas corrigée.",
  },
} as const satisfies RuleMeta;

const isAxe = ({ place }: Intitule): boolean => place.action === undefined;

/** The words before the label: in a table without headings the subtotals name the axes. */
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
    const tables: (readonly [table: TableauBudgetaire, key: string, nom: string])[] = [];
    if (budget) tables.push([budget, KEYS.budget, "tableau budgétaire"]);
    if (execution) tables.push([execution, KEYS.execution, "tableau d’exécution"]);
    for (const [table, , tableau] of tables) {
      for (const { label, pourquoi } of table.lignesNonReconnues ?? []) {
        asked.unread(`Ligne ${label.ref.row + 1} du ${tableau}, ${cite(label.text)} : ${pourquoi}.`);
      }
    }
    asked.compareEach(
      [
        ...tables.flatMap(([table, key]) => inAmounts(table, key)),
        ...(indicators ? inIndicators(convention, indicators, KEYS.indicators) : []),
      ],
      ({ nom }) => nom,
      (intitule) => {
        const { item } = intitule;
        let isNumbering = !isAxe(intitule);
        const [first, ...others] = intitule.cells.filter(({ text }) => {
          const said = text === item.intitule ? "words" : saysLabel(text, item);
          if (said !== "numbering") isNumbering = false;
          // The label is first looked for as a whole, since the contract's own words may be those that stand before a
          // label elsewhere; else it is looked for behind such words.
          return said === null && saysLabel(split(text, intitule).label, item) === null;
        });
        if (first) return approchant(intitule, first, others);
        if (!isNumbering) return HOLDS;
        const lu = cite(intitule.cells[0]?.text ?? "");
        return notComparable(`${intitule.nom} : la ligne ne porte que ${lu}, sans intitulé à comparer.`);
      },
    );
    if (!budget) asked.nothing("Sans tableau budgétaire, ses intitulés n’ont pas été comparés à ceux du contrat.");
    if (!indicators && convention.actions.some(({ indicateurs }) => indicateurs.length > 0)) {
      asked.nothing("Sans tableau des indicateurs, ses intitulés n’ont pas été comparés à ceux du contrat.");
    }
  },
});
