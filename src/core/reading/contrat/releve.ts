// What stands beside each label of a workbook, whatever its tables: enough to tell whose it is before any table is read.
import { addUnder } from "../../domain/group-by";
import { isDateFormat } from "../../domain/values/parse-nombre";
import { toEuros } from "../../domain/values/montant";
import { lireMontant } from "../../domain/values/lire-montant";
import { foldLabel, foldText } from "../../domain/words/label";
import { remember } from "../../domain/remember";
import type { RawBlock, RawSheet } from "../../workbook-port";

/** The amounts of the rows of a label, in whole centimes: as they stand, and as they would be in thousands of euros. */
export interface Groupe {
  readonly euros: ReadonlySet<number>;
  readonly milliers: ReadonlySet<number>;
}

export interface Releve {
  /** By folded label. */
  readonly groupes: ReadonlyMap<string, Groupe>;
  /** The labels that an amount, as it stands, stands beside. */
  readonly parMontant: ReadonlyMap<number, readonly string[]>;
  /** The years that are named somewhere. */
  readonly annees: ReadonlySet<number>;
}

const YEAR = /(?<!\d)20\d\d(?!\d)/g;

/** Longer texts are sentences, in which no amount of a table stands. */
const MOST_LETTERS = 400;

class Noted {
  readonly groupes = new Map<string, { readonly euros: Set<number>; readonly milliers: Set<number> }>();
  readonly annees = new Set<number>();

  addBlock({ values, numberFormats }: RawBlock): void {
    let last: { readonly column: number; readonly label: string } | null = null;
    for (const [at, row] of values.entries()) {
      const labels: string[] = [];
      const amounts: number[] = [];
      let isFirst = true;
      for (const [column, value] of row.entries()) {
        if (value === null || value === "" || typeof value === "boolean") continue;
        const amount = this.amountOf(value, numberFormats[at]?.[column] ?? "General");
        if (amount !== null) amounts.push(amount);
        else if (typeof value === "string") {
          const label = foldLabel(value) || foldText(value);
          labels.push(label);
          if (isFirst) last = { column, label };
          // A label over several rows stands in the first of them: the rows below begin further to the right.
          else if (labels.length === 1 && last && last.column < column) labels.push(last.label);
        }
        if (isFirst && amount !== null && last && last.column < column) labels.push(last.label);
        isFirst = false;
      }
      for (const label of labels) this.add(label, amounts);
    }
  }

  private amountOf(value: string | number, numberFormat: string): number | null {
    if (typeof value === "string") {
      if (value.length <= MOST_LETTERS) for (const [year] of value.matchAll(YEAR)) this.annees.add(Number(year));
      // A text that does not begin with a figure is no amount, and most texts are labels.
      if (!/^[\s'’]*[-+]?\d/.test(value)) return null;
    } else {
      if (isDateFormat(numberFormat)) return null;
      if (Number.isInteger(value) && value >= 2000 && value < 2100) this.annees.add(value);
    }
    const lu = lireMontant(value, "General", "€");
    return lu.reason === null ? (lu.euros ?? toEuros(lu.value)) : null;
  }

  private add(label: string, amounts: readonly number[]): void {
    let group = this.groupes.get(label);
    if (!group) this.groupes.set(label, (group = { euros: new Set(), milliers: new Set() }));
    for (const euros of amounts) {
      group.euros.add(Math.round(euros * 100));
      group.milliers.add(Math.round(euros * 100_000));
    }
  }
}

function byAmount(groupes: Releve["groupes"]): Releve["parMontant"] {
  const found = new Map<number, string[]>();
  for (const [label, { euros }] of groupes) for (const amount of euros) addUnder(found, amount, label);
  return found;
}

/** Looks at the agent's sheets alone: what we wrote, or a sheet of a contract, says nothing of whose the tables are. */
export const releverFeuilles = remember((sheets: readonly RawSheet[]): Releve => {
  const noted = new Noted();
  for (const { blocks, visibility, resultSheet } of sheets) {
    if (visibility === "visible" && resultSheet === null) for (const block of blocks) noted.addBlock(block);
  }
  const { groupes, annees } = noted;
  return { groupes, annees, parMontant: byAmount(groupes) };
});
