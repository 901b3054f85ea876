// What speaks for what a row of amounts is: the contract's amounts, sums down the table, formulas, words that it shares with an action.
import type { Action, Colonne } from "../../../contract/convention";
import type { Cell } from "../../../domain/dossier";
import { contractAmount } from "../../../contract/in-force/contract-amounts";
import { DETAIL } from "../../../domain/question";
import { foldText } from "../../../domain/words/label";
import { formatListe, formatNombre } from "../../../domain/words/format";
import { cite } from "../../../domain/words/typographie";
import { COLONNES } from "../../../facts/lines/budget-lines";
import type { ActionRow, Row, YearFact } from "../../../facts/fact";
import { COMPLEMENT, TOTAL } from "../row-roles";
import type { RowSays } from "./says";
import type { Told } from "./weigh";

export interface RowAsked {
  readonly label: Cell;
  /** Null where it holds words alone. */
  readonly row: ActionRow | null;
  /** Those of its table around it, from top to bottom. */
  readonly rows: readonly ActionRow[];
  /** The actions of the contract that stand on no row. */
  readonly absent: readonly Action[];
  /** That of the whole table; null where it has none. */
  readonly total: Row | null;
  /** It shows no figure, and no other row of its table is asked about. */
  readonly isAlone: boolean;
}

type Says = readonly Told<RowSays>[];

/** So many amounts that agree make evidence; fewer are chance. */
const FEWEST = 2;

const isColonne = (column: YearFact["column"]): column is Colonne => COLONNES.some((colonne) => colonne === column);

interface Shown {
  readonly year: number;
  readonly column: Colonne;
  readonly montant: number;
}

/** The parts and totals of its years that are no zero. */
const shownBy = (row: ActionRow | null): readonly Shown[] =>
  (row?.facts ?? []).flatMap(({ year, column, known }) =>
    year !== null && isColonne(column) && known.value !== null && known.value !== 0
      ? [{ year, column, montant: known.value }]
      : [],
  );

const amountAt = (row: Row, { year, column }: Shown): number => row.at(year, column)[0]?.known.value ?? 0;

/** The one of whose amounts it shows most, and more than half of its own; of several that have the same amounts, the one that its words say. */
export function contractAmounts(asked: RowAsked): Says {
  const { row, absent } = asked;
  const shown = shownBy(row);
  const [best, ...others] = absent
    .map((action) => ({
      action,
      same: shown.filter(({ year, column, montant }) => contractAmount(action, year, column) === montant).length,
    }))
    .filter(({ same }) => same >= FEWEST && same * 2 > shown.length)
    .sort((one, other) => other.same - one.same);
  if (!best) return [];
  const tied = [best, ...others.filter(({ same }) => same === best.same)];
  const named = tied.find(({ action }) => action === namedBy(asked)?.action);
  // Where its words say neither of them, or another one, nothing is settled.
  return (named ? [named] : tied).map(({ action, same }) => ({
    says: { row: `action ${action.numero}` },
    clause: `${same} de ses ${shown.length} montants sont ceux de l’action ${action.numero} au contrat, qui ne figure sur aucune autre ligne`,
  }));
}

/** How many of the rows above it adds up, all of its amounts. */
export function sumsDown({ row, rows }: RowAsked): Says {
  const shown = shownBy(row);
  if (!row || shown.length < FEWEST) return [];
  const sums = shown.map(() => 0);
  const above = rows.slice(0, rows.indexOf(row)).reverse();
  for (const [index, one] of above.entries()) {
    shown.forEach((cell, at) => (sums[at] = (sums[at] ?? 0) + amountAt(one, cell)));
    if (index + 1 < FEWEST || !shown.every(({ montant }, at) => montant === sums[at])) continue;
    return [{ says: { row: TOTAL }, clause: `elle est la somme des ${index + 1} lignes du dessus` }];
  }
  return [];
}

const isOfContract = ({ ligne: { ligne } }: ActionRow): boolean => ligne.action !== null;

/** With the rows around it that name no action either, it adds up to the action above. */
export function makesUp({ row, rows }: RowAsked): Says {
  if (!row) return [];
  const at = rows.indexOf(row);
  const above = rows.slice(0, at).filter(isOfContract).at(-1);
  const action = above?.action;
  if (!above || !action) return [];
  const end = rows.findIndex((one, index) => index > at && isOfContract(one));
  const own = rows.slice(rows.indexOf(above) + 1, end < 0 ? undefined : end);
  const shown = shownBy(above);
  const isBare = shown.length === 0;
  const due = isBare
    ? [...row.years].flatMap((year) =>
        COLONNES.map((column) => ({ year, column, montant: contractAmount(action, year, column) as number })),
      )
    : shown;
  const asked = due.filter(({ montant, year, column }) => montant !== 0 && row.at(year, column).length > 0);
  if (asked.length < FEWEST) return [];
  const isSum = asked.every((cell) => own.reduce((sum, one) => sum + amountAt(one, cell), 0) === cell.montant);
  const what = own.length > 1 ? `ces ${own.length} lignes font ensemble` : "elle montre";
  const whose = isBare ? "au contrat" : "du dessus";
  return isSum ? [{ says: { row: DETAIL }, clause: `${what} les montants de l’action ${action.numero} ${whose}` }] : [];
}

/** The TOTAL adds up the actions of the contract, and would be wrong with it: right below an action it is a part of that one. */
export function leftOutOfTotal({ row, rows, total }: RowAsked): Says {
  const above = row && rows[rows.indexOf(row) - 1];
  const action = above?.action;
  if (!total || !action) return [];
  const shown = shownBy(row).filter(({ year, column }) => total.at(year, column).length > 0);
  const own = rows.filter(isOfContract);
  const isRight = (cell: Shown): boolean =>
    own.reduce((sum, one) => sum + amountAt(one, cell), 0) === amountAt(total, cell);
  const right = shown.filter(isRight);
  if (right.length < FEWEST || right.length < shown.length) return [];
  return [
    { says: { row: DETAIL }, clause: "le TOTAL tombe juste sans cette ligne" },
    { says: {}, clause: `elle suit l’action ${action.numero}, sans numéro` },
  ];
}

/** Less than nothing, right below an action: what was cancelled, or paid back. */
export function corrections({ row, rows }: RowAsked): Says {
  const shown = shownBy(row);
  const above = row && rows[rows.indexOf(row) - 1];
  if (!above || shown.length === 0 || shown.some(({ montant }) => montant > 0)) return [];
  const clause = `${shown.length > 1 ? "ses montants sont négatifs" : "son montant est négatif"}, sous une autre ligne`;
  return [{ says: { row: COMPLEMENT }, clause }];
}

const ADDS_DOWN = /^=(?:SUM|SUBTOTAL)\((?:\d+,)?\$?([A-Z]{1,3})\$?\d+:\$?\1\$?\d+\)$/i;

export function addingFormulas({ row }: RowAsked): Says {
  if (!row) return [];
  const formulas = row.facts.flatMap(({ column, cell: { formula } }) =>
    formula === null || !isColonne(column) ? [] : [formula],
  );
  const adding = formulas.filter((formula) => ADDS_DOWN.test(formula));
  if (adding.length < FEWEST || adding.length * 2 <= row.facts.length) return [];
  return [{ says: { row: TOTAL }, clause: `${formatNombre(adding.length)} de ses cellules additionnent des lignes` }];
}

/** Long enough to mean something, and the same whatever their ending. */
const STEM = 5;
const stemsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    (text.match(/[\p{L}\p{N}]+/gu) ?? [])
      .map((word) => [foldText(word), word.toLocaleLowerCase("fr")] as const)
      .filter(([folded]) => folded.length >= STEM)
      .map(([folded, word]) => [folded.slice(0, STEM), word]),
  );

/** The one that shares most words with a label, and more than half of the label's; null where two share as many. */
export function sharedWords<T>(
  label: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): { readonly item: T; readonly shared: readonly string[] } | null {
  const said = stemsOf(label);
  const [best, next] = items
    .map((item) => {
      const shared = namesOf(item)
        .map(stemsOf)
        .map((stems) => [...said].filter(([stem]) => stems.has(stem)).map(([, word]) => word));
      return { item, shared: shared.sort((one, other) => other.length - one.length)[0] ?? [] };
    })
    .filter(({ shared }) => shared.length * 2 > said.size)
    .sort((one, other) => other.shared.length - one.shared.length);
  return !best || next?.shared.length === best.shared.length ? null : best;
}

export function lastAbsent({ isAlone, absent }: RowAsked): Says {
  const [only, another] = absent;
  if (!isAlone || !only || another) return [];
  const clause = `l’action ${only.numero} est la seule qui n’a pas de ligne`;
  return [{ says: { row: `action ${only.numero}` }, clause }];
}

const sayAction = ({ numero }: Action, clause: string): Told<RowSays> => ({
  says: { row: `action ${numero}` },
  clause: `${clause} l’action ${numero}`,
});

export function number({ row }: RowAsked): Says {
  const said = row?.ligne.ligne.designe?.parNumero;
  return said ? [sayAction(said, "son numéro est celui de")] : [];
}

/** The action that the words of a row are near to, and why. */
function namedBy({ label, row, absent }: RowAsked): { readonly action: Action; readonly why: string } | null {
  const said = row?.ligne.ligne.designe?.parIntitule;
  if (said) return { action: said, why: "son intitulé ressemble à celui de" };
  const best = sharedWords(label.text, absent, ({ intitule, alias }) => [intitule, ...alias]);
  if (!best) return null;
  const words = best.shared.length > 1 ? "les mots" : "le mot";
  return { action: best.item, why: `son intitulé partage ${words} ${formatListe(best.shared.map(cite))} avec` };
}

export function words(asked: RowAsked): Says {
  const named = namedBy(asked);
  return named ? [sayAction(named.action, named.why)] : [];
}
