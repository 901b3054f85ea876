// The « Tableau budgétaire » annexe: what each party gives per action and year, with totals that are formulas.
import { formatLocalCell, type CellRef } from "../../domain/cell-ref";
import type { Action } from "../../domain/contrat/convention";
import { addMontants, montantFromCentimes, toEuros, type Montant } from "../../domain/values/montant";
import { sumOf, toRanges } from "../../domain/formulas/sum-formula";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { montantsOnly } from "../sheets/entry-controls";
import { textCell } from "../sheets/sheet-builder";
import { AnnexeSheet, actionsByAxe, amountWidth, axeLabel, cellRange, partyName, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

const NAME = "Tableau budgétaire";
const LABEL_WIDTH = 42;
const AMOUNT_WIDTH = 12.5;
/** Total, État, local party. */
const COLUMNS = 3;
const AMOUNT = { numberFormat: ANNEXE_FORMATS.montant, horizontal: "right" } as const;

const ZERO = montantFromCentimes(0);

interface ActionRow {
  readonly row: number;
  readonly amounts: readonly (Montant | null)[];
}

/** Total, État and local party of each year; null where the contract gives none. */
function amountsOf(action: Action, annees: readonly number[]): (Montant | null)[] {
  return annees.flatMap((annee) => {
    const montant = action.montants.find((each) => each.annee === annee);
    if (!montant) return [null, null, null];
    return [addMontants(montant.etat, montant.collectivite), montant.etat, montant.collectivite];
  });
}

function actionCells(action: Action, amounts: readonly (Montant | null)[], row: number): PlannedCell[] {
  const cells = amounts.map((amount, index): PlannedCell => {
    const column = index + 1;
    const value = amount === null ? null : toEuros(amount);
    if (index % COLUMNS !== 0) return { value };
    const parts = [column + 1, column + 2].map((part) => formatLocalCell(row, part));
    return { value: value ?? 0, formula: `=${parts.join("+")}` };
  });
  return [textCell(`${action.numero} ${action.intitule}`), ...cells];
}

function sumCells(rows: readonly ActionRow[], count: number): PlannedCell[] {
  return Array.from({ length: count }, (_, index) => {
    const column = index + 1;
    const cells = rows.map(({ row }): CellRef => ({ sheet: "", row, column }));
    const value = rows.reduce((sum, { amounts }) => addMontants(sum, amounts[index] ?? ZERO), ZERO);
    return { value: toEuros(value), formula: `=${sumOf(toRanges(cells, ""))}` };
  });
}

export function composeTableauBudgetaire(enVigueur: EnVigueur, options: { readonly sousTotaux: boolean }): AnnexePlan {
  const { convention } = enVigueur;
  const { designation } = convention.collectivite;
  const annees = convention.annees.map(({ annee }) => annee);
  const count = annees.length * COLUMNS;
  const width = amountWidth(convention, AMOUNT_WIDTH);
  const sheet = new AnnexeSheet(enVigueur, [LABEL_WIDTH, ...Array<number>(count).fill(width)]);
  sheet.addTitle(NAME, "");

  const years = sheet.addHeading(["Année", ...annees.flatMap((annee) => [annee, "", ""])], 18);
  const parties = sheet.addHeading(["Actions", ...annees.flatMap(() => ["Total", "État", designation])], 18);
  for (const index of annees.keys()) sheet.rows.merge(years, 1 + index * COLUMNS, (index + 1) * COLUMNS);

  const all: ActionRow[] = [];
  const addSums = (label: string, rows: readonly ActionRow[], style: "subtotal" | "total") => {
    const row = sheet.addLine([textCell(label), ...sumCells(rows, count)], ANNEXE_STYLES[style]);
    sheet.rows.style(row, 1, count, AMOUNT);
    return row;
  };
  for (const { axe, actions } of actionsByAxe(convention)) {
    sheet.addWide(axeLabel(axe), ANNEXE_STYLES.axe);
    const own = actions.map((action): ActionRow => {
      const amounts = amountsOf(action, annees);
      const row = sheet.addLine(actionCells(action, amounts, sheet.rows.height), ANNEXE_STYLES.line);
      sheet.rows.style(row, 1, count, AMOUNT);
      return { row, amounts };
    });
    all.push(...own);
    if (options.sousTotaux) addSums(`Sous-total de l’axe ${axe.numero}`, own, "subtotal");
  }
  const total = addSums("TOTAL", all, "total");

  const first = all[0]?.row ?? total;
  for (const [index, annee] of annees.entries()) {
    const column = 1 + index * COLUMNS;
    // The rows of axes between them too: an action inserted there is controlled as the others are.
    sheet.control(montantsOnly({ top: first, left: column + 1, bottom: total - 1, right: column + 2 }));
    sheet.name(`Total_${annee}`, cellRange(total, column));
    sheet.name(`Etat_${annee}`, cellRange(total, column + 1));
    sheet.name(`${partyName(designation)}_${annee}`, cellRange(total, column + 2));
  }
  return sheet.build({
    name: NAME,
    orientation: "landscape",
    titleRows: [years, parties],
    frozenRows: parties + 1,
    frozenColumns: 1,
  });
}
