// The « Exécution budgétaire » annexe of one year: contracted, executed, other financing, paid, rate, gap and justification.
import { formatLocalCell, type CellRef } from "../../domain/cell-ref";
import type { Action } from "../../domain/contrat/convention";
import { addMontants, montantFromCentimes, toEuros, type Montant } from "../../domain/values/montant";
import { sumOf, toRanges } from "../../domain/formulas/sum-formula";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { montantsOnly } from "../sheets/entry-controls";
import { textCell } from "../sheets/sheet-builder";
import {
  A_COMPLETER,
  AnnexeSheet,
  BLANK,
  actionsByAxe,
  amountWidth,
  axeLabel,
  cellRange,
  partyName,
  type EnVigueur,
} from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

/** As the columns follow; null for an amount. */
const WIDTHS = [40, null, null, null, null, null, 9, null, null, 34];
const AMOUNT_WIDTH = 14;
const COLUMN = {
  contracted: 1,
  etat: 2,
  collectivite: 3,
  autres: 4,
  total: 5,
  rate: 6,
  gap: 7,
  verse: 8,
  justification: 9,
} as const;
const AMOUNT = { numberFormat: ANNEXE_FORMATS.montant, horizontal: "right" } as const;
const RATE = { ...AMOUNT, numberFormat: ANNEXE_FORMATS.taux } as const;
const GAP = { ...AMOUNT, numberFormat: ANNEXE_FORMATS.ecart } as const;
const ZERO = montantFromCentimes(0);

function contracted(action: Action, annee: number): Montant {
  const montant = action.montants.find((each) => each.annee === annee);
  return montant ? addMontants(montant.etat, montant.collectivite) : ZERO;
}

/** Of the two parties of the contract only: other financing is part of the cost, and held against nothing. */
function derivedCells(row: number): readonly [total: PlannedCell, rate: PlannedCell, gap: PlannedCell] {
  const at = (column: number) => formatLocalCell(row, column);
  const parts = `${at(COLUMN.etat)}:${at(COLUMN.collectivite)}`;
  const all = `${at(COLUMN.etat)}:${at(COLUMN.autres)}`;
  const planned = at(COLUMN.contracted);
  const isLacking = `COUNT(${parts})<2`;
  return [
    // Empty until something is executed: a blank row is not a row at zero.
    { value: "", formula: `=IF(${isLacking},"",SUM(${all}))` },
    {
      value: "",
      formula: `=IF(OR(${isLacking},${planned}=0),"",INT(ROUND(SUM(${parts})*1000000,0)/ROUND(${planned}*100,0))/10000)`,
    },
    { value: "", formula: `=IF(${isLacking},"",ROUND(SUM(${parts})-${planned},2))` },
  ];
}

/** Sums of the rows: empty while nothing stands in them, for an empty table shows no "0,00 €". */
function sumCells(rows: readonly number[], row: number, contracted: Montant): readonly PlannedCell[] {
  const rangesOf = (column: number) =>
    toRanges(
      rows.map((each): CellRef => ({ sheet: "", row: each, column })),
      "",
    );
  const sumOfColumn = (column: number): PlannedCell => {
    const ranges = rangesOf(column);
    return { value: "", formula: `=IF(COUNT(${ranges.join(",")})=0,"",${sumOf(ranges)})` };
  };
  const at = (column: number) => formatLocalCell(row, column);
  const [etat, local, planned] = [at(COLUMN.etat), at(COLUMN.collectivite), at(COLUMN.contracted)];
  // A rate of rows of which some are empty would be a false one.
  const isLacking = `COUNT(${[...rangesOf(COLUMN.etat), ...rangesOf(COLUMN.collectivite)].join(",")})<${rows.length * 2}`;
  const rate = `INT(ROUND((${etat}+${local})*1000000,0)/ROUND(${planned}*100,0))/10000`;
  return [
    { value: toEuros(contracted), formula: `=${sumOf(rangesOf(COLUMN.contracted))}` },
    sumOfColumn(COLUMN.etat),
    sumOfColumn(COLUMN.collectivite),
    sumOfColumn(COLUMN.autres),
    sumOfColumn(COLUMN.total),
    { value: "", formula: `=IF(OR(${isLacking},${planned}=0),"",${rate})` },
    { value: "", formula: `=IF(${isLacking},"",ROUND(${etat}+${local}-${planned},2))` },
    sumOfColumn(COLUMN.verse),
    BLANK,
  ];
}

export function composeExecutionBudgetaire(enVigueur: EnVigueur, annee: number): AnnexePlan {
  const { convention } = enVigueur;
  const { designation } = convention.collectivite;
  const amount = amountWidth(convention, AMOUNT_WIDTH);
  const sheet = new AnnexeSheet(
    enVigueur,
    WIDTHS.map((width) => width ?? amount),
  );
  const name = `Exécution ${annee}`;
  sheet.addTitle(`Exécution budgétaire ${annee}`, A_COMPLETER);
  const top = sheet.addHeading(["Actions", annee, ...Array<string>(WIDTHS.length - 2).fill("")], 18);
  const bottom = sheet.addHeading(
    [
      "",
      "Contractualisé",
      "Exécuté État",
      `Exécuté ${designation}`,
      "Autres financeurs",
      "Exécuté Total",
      "Taux",
      "Écart",
      "Versé par l’État",
      "Justification des écarts",
    ],
    30,
  );
  sheet.rows.mergeArea({ top, left: 0, bottom, right: 0 });
  sheet.rows.merge(top, 1, sheet.last);

  const styleAmounts = (row: number) => {
    sheet.rows.style(row, COLUMN.contracted, COLUMN.total, AMOUNT);
    sheet.rows.style(row, COLUMN.rate, COLUMN.rate, RATE);
    sheet.rows.style(row, COLUMN.gap, COLUMN.gap, GAP);
    sheet.rows.style(row, COLUMN.verse, COLUMN.verse, AMOUNT);
  };
  const addSums = (label: string, summed: readonly number[], montant: Montant, style: "subtotal" | "total"): number => {
    const row = sheet.rows.height;
    sheet.addLine([textCell(label), ...sumCells(summed, row, montant)], ANNEXE_STYLES[style]);
    styleAmounts(row);
    return row;
  };
  const rows: number[] = [];
  let sum = ZERO;
  for (const { axe, actions } of actionsByAxe(convention)) {
    sheet.addWide(axeLabel(axe), ANNEXE_STYLES.axe);
    const own: number[] = [];
    let ofAxe = ZERO;
    for (const action of actions) {
      const montant = contracted(action, annee);
      const [total, rate, gap] = derivedCells(sheet.rows.height);
      const label = textCell(`${action.numero} ${action.intitule}`);
      const cells = [label, { value: toEuros(montant) }, BLANK, BLANK, BLANK, total, rate, gap, BLANK, BLANK];
      const row = sheet.addLine(cells, ANNEXE_STYLES.line, 2);
      styleAmounts(row);
      sheet.markBlanks(row, cells, COLUMN.contracted);
      own.push(row);
      ofAxe = addMontants(ofAxe, montant);
    }
    if (own.length > 0) addSums(`Sous-total de l’axe ${axe.numero}`, own, ofAxe, "subtotal");
    rows.push(...own);
    sum = addMontants(sum, ofAxe);
  }
  const first = rows[0] ?? sheet.rows.height;
  const row = addSums("TOTAL", rows, sum, "total");
  sheet.name("Execute_Etat", cellRange(row, COLUMN.etat));
  sheet.name(`Execute_${partyName(designation)}`, cellRange(row, COLUMN.collectivite));
  sheet.name("Execute_Total", cellRange(row, COLUMN.total));
  sheet.control(montantsOnly({ top: first, left: COLUMN.contracted, bottom: row - 1, right: COLUMN.autres }));
  sheet.control(montantsOnly({ top: first, left: COLUMN.verse, bottom: row - 1, right: COLUMN.verse }));
  return sheet.build({
    name,
    orientation: "landscape",
    titleRows: [top, bottom],
    frozenRows: bottom + 1,
    frozenColumns: 1,
  });
}
