// What the formula of a sum is and what it should be: whether it is typed over one, what it leaves out, and the formula that adds each fact once.
import { addressFrom } from "xlsx-model/cell-ref";
import type { MontantCell } from "../../domain/cells";
import { readCouverture } from "xlsx-model/formula-text/formula-coverage";
import { sumFormula, sumOf } from "xlsx-model/formula-text/sum-formula";
import { remember } from "../../domain/remember";
import { isWithin, type Band } from "../bands";
import type { YearFact } from "../fact";
import type { Sum } from "../sums";

/** Whether the cells that a sum adds show figures of its own unit. */
export const isPlain = ({ fact, addends }: Pick<Sum, "fact" | "addends">): boolean =>
  addends.every(({ unit }) => unit === fact.unit);

/** Whether the formula counts other financing otherwise than once each; null where that cannot be told. */
export function missesAutres({ fact: { cell }, autres }: Sum): boolean | null {
  if (autres.length === 0) return false;
  if (cell.formula === null) return null;
  const couverture = readCouverture(cell.formula, cell.ref.sheet);
  if (couverture.kind === "unknown") return null;
  const timesOf = ({ cell: { ref } }: YearFact): number =>
    couverture.termes.reduce((sum, { range, coefficient }) => sum + (isWithin(ref, range) ? coefficient : 0), 0);
  return autres.some((other) => timesOf(other) !== 1);
}

/** The other sums of its row, or the other actions' totals of its year. */
const peerKey = ({ row, year }: YearFact): string => (row.kind === "action" ? `${year}` : `${row.kind}/${row.index}`);

const countPeers = remember(({ sums }: Band) => {
  const counts = new Map<string, { formulas: number; all: number }>();
  for (const { fact } of sums) {
    const peers = counts.get(peerKey(fact)) ?? { formulas: 0, all: 0 };
    counts.set(peerKey(fact), peers);
    peers.all += 1;
    if (fact.cell.formula !== null) peers.formulas += 1;
  }
  return counts;
});

/** A typed number where most of its peers are formulas. */
export function isTypedOverFormula(band: Band, { fact }: Sum<YearFact>): boolean {
  if (fact.cell.formula !== null) return false;
  const { formulas, all } = countPeers(band).get(peerKey(fact)) ?? { formulas: 0, all: 0 };
  return formulas * 2 > all - 1;
}

/** Something stands in the cell that is no amount: a word, or a formula that shows nothing. */
const isWord = ({ known: lu, formula, text }: MontantCell): boolean =>
  lu.reason === "missing" && (formula !== null || text.trim() !== "");

/** Several rules ask for the formula of a sum of many rows. */
const formulaOfRows = remember(({ fact, addends }: Sum<YearFact>) =>
  sumFormula(
    addends.map(({ cell }) => cell.ref),
    fact.cell.ref.sheet,
  ),
);

/** The formula that the cell should hold; null when it has nothing to add, or nothing that a plain sum can. */
export function formulaFor(sum: Sum<YearFact>): string | null {
  if (!isPlain(sum)) return null;
  const { fact, addends, autres } = sum;
  if (fact.row.kind !== "action") return formulaOfRows(sum);
  const added = [...addends, ...autres].map(({ cell }) => cell);
  const addresses = added.map(({ ref }) => addressFrom(ref, fact.cell.ref.sheet));
  // "+" stumbles over a word such as "nd", which SUM passes over.
  return added.some(isWord) ? `=${sumOf(addresses)}` : `=${addresses.join("+")}`;
}
