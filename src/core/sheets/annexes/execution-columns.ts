// The columns of an execution table, of one year or of all of them: what each is called, how it looks, what its sums are.
import type { CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Convention } from "../../contract/convention";
import { sumOf, toRanges } from "xlsx-model/formula-text/sum-formula";
import { toEuros, type Montant } from "../../domain/values/montant";
import type { PlannedCell } from "../../workbook-port";
import { AnnexeSheet, BLANK, amountWidth, partyName, cellRange, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

export const COLUMN = {
  contractedEtat: 1,
  contractedLocal: 2,
  contracted: 3,
  verse: 4,
  etat: 5,
  collectivite: 6,
  autres: 7,
  cost: 8,
  rate: 9,
  gap: 10,
  justification: 11,
} as const;

/** Typed by the agent, of each action and year. */
export const ENTERED = [COLUMN.verse, COLUMN.etat, COLUMN.collectivite, COLUMN.autres] as const;
/** Summed over the actions, and over the years. */
const SUMMED = [COLUMN.contractedEtat, COLUMN.contractedLocal, COLUMN.contracted, ...ENTERED, COLUMN.cost] as const;

/** As the columns follow; null for an amount. */
const WIDTHS = [32, ...SUMMED.map(() => null), 8.5, null, 28];
const AMOUNT_WIDTH = 12.5;
const AMOUNT = { numberFormat: ANNEXE_FORMATS.montant, horizontal: "right" } as const;
const REASON = { horizontal: "left", indent: 1 } as const;
const RATE = { ...AMOUNT, numberFormat: ANNEXE_FORMATS.taux } as const;
const GAP = { ...AMOUNT, numberFormat: ANNEXE_FORMATS.ecart } as const;

const wordsOf = ({ collectivite: { designation } }: Convention): readonly string[] => [
  "Contractualisé État",
  `Contractualisé ${designation}`,
  "Contractualisé",
  "Versé par l’État",
  "Exécuté État",
  `Exécuté ${designation}`,
  "Autres financeurs",
  "Coût total",
  "Taux",
  "Écart",
];

/** An execution table while it is laid out: its title and headings stand already. */
export class ExecutionSheet extends AnnexeSheet {
  readonly titleRows: readonly [number, number];

  /** `isExplained` where each row has room for the reason of its gap. */
  constructor(enVigueur: EnVigueur, titre: string, mention: string, periode: string | number, isExplained: boolean) {
    const amount = amountWidth(enVigueur.convention, AMOUNT_WIDTH);
    const widths = WIDTHS.slice(0, isExplained ? undefined : COLUMN.justification);
    super(
      enVigueur,
      widths.map((width) => width ?? amount),
    );
    this.addTitle(titre, mention);
    const words = [...wordsOf(enVigueur.convention), ...(isExplained ? ["Justification des écarts"] : [])];
    const top = this.addHeading(["Actions", periode, ...words.slice(1).map(() => "")], 18);
    const bottom = this.addHeading(["", ...words], 30);
    this.rows.mergeArea({ top, left: 0, bottom, right: 0 });
    this.rows.merge(top, 1, this.last);
    this.titleRows = [top, bottom];
  }

  styleAmounts(row: number): void {
    if (this.last >= COLUMN.justification) this.rows.style(row, COLUMN.justification, COLUMN.justification, REASON);
    this.rows.style(row, COLUMN.contractedEtat, COLUMN.cost, AMOUNT);
    this.rows.style(row, COLUMN.rate, COLUMN.rate, RATE);
    this.rows.style(row, COLUMN.gap, COLUMN.gap, GAP);
  }

  nameTotals(row: number, { collectivite: { designation } }: Convention): void {
    this.name("Execute_Etat", cellRange(row, COLUMN.etat));
    this.name(`Execute_${partyName(designation)}`, cellRange(row, COLUMN.collectivite));
    this.name("Execute_Total", cellRange(row, COLUMN.cost));
  }

  /** Adds the sums of an axe, or of the whole table; `contracted` is what each party contracted for the rows. */
  addSums(label: PlannedCell, rows: readonly number[], contracted: Contracted, style: "subtotal" | "total"): number {
    const row = this.rows.height;
    const rangesOf = (column: number) =>
      toRanges(
        rows.map((each): CellRef => ({ sheet: "", row: each, column })),
        "",
      );
    const known = [contracted.etat, contracted.collectivite, contracted.etat + contracted.collectivite];
    const sums = SUMMED.map((column, index): PlannedCell => {
      const ranges = rangesOf(column);
      const montant = known[index];
      // What was contracted stands in every row; nothing else is a sum before something is entered.
      if (montant !== undefined) return { value: toEuros(montant as Montant), formula: `=${sumOf(ranges)}` };
      return { value: "", formula: sumOfGiven(ranges) };
    });
    // An amount may be a sum of some years only: a row of which all is given has its gap.
    const cells = [label, ...sums, ...heldAgainst(row, rangesOf(COLUMN.gap), rows.length)];
    this.addLine(this.last >= COLUMN.justification ? [...cells, BLANK] : cells, ANNEXE_STYLES[style]);
    this.styleAmounts(row);
    return row;
  }
}

export interface Contracted {
  readonly etat: Montant;
  readonly collectivite: Montant;
}

/** Empty while nothing stands in the cells: an empty table shows no "0,00 €". */
export const sumOfGiven = (ranges: readonly string[]): string =>
  `=IF(COUNT(${ranges.join(",")})=0,"",${sumOf(ranges)})`;

/**
 * The rate and the gap of a row, of the two parties of the contract only: other financing is part of the cost, and held against
 * nothing. `parts` are the cells that must all be given: a rate of some of them would be a false one.
 */
export function heldAgainst(
  row: number,
  parts: readonly string[],
  count: number,
): readonly [rate: PlannedCell, gap: PlannedCell] {
  const at = (column: number) => formatLocalCell(row, column);
  const executed = `${at(COLUMN.etat)}+${at(COLUMN.collectivite)}`;
  const planned = at(COLUMN.contracted);
  const isLacking = `COUNT(${parts.join(",")})<${count}`;
  return [
    {
      value: "",
      formula: `=IF(OR(${isLacking},${planned}=0),"",INT(ROUND((${executed})*1000000,0)/ROUND(${planned}*100,0))/10000)`,
    },
    { value: "", formula: `=IF(${isLacking},"",ROUND(${executed}-${planned},2))` },
  ];
}
