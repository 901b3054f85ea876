// The « Exécution budgétaire » annexe of one year: contracted, executed by each party, rate, gap and justification.
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
const WIDTHS = [44, null, null, null, null, 9, null, 44];
const AMOUNT_WIDTH = 15;
const COLUMN = { contracted: 1, etat: 2, collectivite: 3, total: 4, rate: 5, gap: 6, justification: 7 } as const;
const AMOUNT = { numberFormat: ANNEXE_FORMATS.montant, horizontal: "right" } as const;
const RATE = { ...AMOUNT, numberFormat: ANNEXE_FORMATS.taux } as const;
const GAP = { ...AMOUNT, numberFormat: ANNEXE_FORMATS.ecart } as const;
const ZERO = montantFromCentimes(0);

function contracted(action: Action, annee: number): Montant {
  const montant = action.montants.find((each) => each.annee === annee);
  return montant ? addMontants(montant.etat, montant.collectivite) : ZERO;
}

/** Empty until something is executed: a blank row is not a row at zero. */
function derivedCells(row: number): readonly [total: PlannedCell, rate: PlannedCell, gap: PlannedCell] {
  const at = (column: number) => formatLocalCell(row, column);
  const parts = `${at(COLUMN.etat)}:${at(COLUMN.collectivite)}`;
  const [planned, total] = [at(COLUMN.contracted), at(COLUMN.total)];
  return [
    { value: "", formula: `=IF(COUNT(${parts})=0,"",SUM(${parts}))` },
    ...comparisonCells(planned, total, `${total}=""`),
  ];
}

/** `isEmpty` holds while nothing has been executed, which is not to have executed 0. */
function comparisonCells(
  planned: string,
  total: string,
  isEmpty: string,
): readonly [rate: PlannedCell, gap: PlannedCell] {
  return [
    { value: "", formula: `=IF(OR(${isEmpty},${planned}=0),"",${total}/${planned})` },
    { value: "", formula: `=IF(${isEmpty},"",${total}-${planned})` },
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
      "Exécuté Total",
      "Taux",
      "Écart",
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
  };
  const rows: number[] = [];
  let sum = ZERO;
  for (const { axe, actions } of actionsByAxe(convention)) {
    sheet.addWide(axeLabel(axe), ANNEXE_STYLES.axe);
    for (const action of actions) {
      const montant = contracted(action, annee);
      const [total, rate, gap] = derivedCells(sheet.rows.height);
      const label = textCell(`${action.numero} ${action.intitule}`);
      const cells = [label, { value: toEuros(montant) }, BLANK, BLANK, total, rate, gap, BLANK];
      const row = sheet.addLine(cells, ANNEXE_STYLES.line, 2);
      styleAmounts(row);
      sheet.markBlanks(row, cells, COLUMN.contracted);
      rows.push(row);
      sum = addMontants(sum, montant);
    }
  }
  const first = rows[0] ?? sheet.rows.height;
  const row = sheet.rows.height;
  const sums = [COLUMN.contracted, COLUMN.etat, COLUMN.collectivite, COLUMN.total].map((column): PlannedCell => {
    const cells = rows.map((each): CellRef => ({ sheet: "", row: each, column }));
    return {
      value: column === COLUMN.contracted ? toEuros(sum) : 0,
      formula: `=${sumOf(toRanges(cells, ""))}`,
    };
  });
  const [planned, total] = [formatLocalCell(row, COLUMN.contracted), formatLocalCell(row, COLUMN.total)];
  const totals = toRanges(
    rows.map((each): CellRef => ({ sheet: "", row: each, column: COLUMN.total })),
    "",
  );
  const [rate, gap] = comparisonCells(planned, total, `COUNT(${totals.join(",")})=0`);
  sheet.addLine([textCell("TOTAL"), ...sums, rate, gap, BLANK], ANNEXE_STYLES.total);
  styleAmounts(row);
  sheet.name("Execute_Etat", cellRange(row, COLUMN.etat));
  sheet.name(`Execute_${partyName(designation)}`, cellRange(row, COLUMN.collectivite));
  sheet.name("Execute_Total", cellRange(row, COLUMN.total));
  sheet.control(montantsOnly({ top: first, left: COLUMN.contracted, bottom: row - 1, right: COLUMN.collectivite }));
  return sheet.build({ name, orientation: "landscape", titleRows: [top, bottom], frozenRows: bottom + 1 });
}
