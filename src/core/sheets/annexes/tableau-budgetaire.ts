// The « Tableau budgétaire » annexe: what each party gives per action and year, with totals that are formulas.
import type { CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Action, Convention } from "../../contract/convention";
import { addMontants, toEuros, ZERO, type Montant } from "../../domain/values/montant";
import { sumOf, toRanges } from "xlsx-model/formula-text/sum-formula";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { montantsOnly } from "../parts/entry-controls";
import { widthLeft } from "../parts/paper";
import { textCell } from "../parts/sheet-builder";
import { formatListe, formatMontant } from "../../domain/words/format";
import { slug, typographie } from "../../domain/words/typographie";
import {
  AnnexeSheet,
  actionLabel,
  actionsByAxe,
  amountWidth,
  axeLabel,
  cellRange,
  partyName,
  type EnVigueur,
} from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

export const TABLEAU_BUDGETAIRE = "Tableau budgétaire";
/** Narrower where long figures need the room. */
const LABEL_WIDTHS = { least: 24, most: 40 };
const AMOUNT_WIDTH = 12.5;
const AUTRES = "Autres financeurs";
const AMOUNT = { numberFormat: ANNEXE_FORMATS.montant, horizontal: "right" } as const;

interface ActionRow {
  readonly row: number;
  readonly amounts: readonly (Montant | null)[];
}

/** Who finances the actions of the contract, in the order of the columns after the total of each year. */
function partiesOf({ actions, collectivite }: Convention): readonly string[] {
  const isShared = actions.some(({ autres = [] }) => autres.some(({ montant }) => montant > 0));
  return ["État", collectivite.designation, ...(isShared ? [AUTRES] : [])];
}

/** Total, État, local party and, where the contract has it, other financing of each year; null where it gives none. */
function amountsOf(action: Action, annees: readonly number[], parties: number): (Montant | null)[] {
  return annees.flatMap((annee) => {
    const own = action.montants.find((each) => each.annee === annee);
    const autres = action.autres?.filter((each) => each.annee === annee).map(({ montant }) => montant);
    const parts = [own?.etat, own?.collectivite, autres && addMontants(ZERO, ...autres)].slice(0, parties);
    const given = parts.flatMap((part) => part ?? []).filter((part) => own !== undefined || part > 0);
    if (given.length === 0) return [null, ...parts.map(() => null)];
    return [addMontants(...given), ...parts.map((part) => part ?? null)];
  });
}

function actionCells(
  action: Action,
  amounts: readonly (Montant | null)[],
  row: number,
  parties: number,
): PlannedCell[] {
  const cells = amounts.map((amount, index): PlannedCell => {
    const column = index + 1;
    const value = amount === null ? null : toEuros(amount);
    if (index % (parties + 1) !== 0) return { value };
    const parts = Array.from({ length: parties }, (_, part) => formatLocalCell(row, column + 1 + part));
    return { value: value ?? 0, formula: `=${parts.join("+")}` };
  });
  return [textCell(actionLabel(action)), ...cells];
}

function sumCells(rows: readonly ActionRow[], count: number): PlannedCell[] {
  return Array.from({ length: count }, (_, index) => {
    const column = index + 1;
    const cells = rows.map(({ row }): CellRef => ({ sheet: "", row, column }));
    const value = rows.reduce((sum, { amounts }) => addMontants(sum, amounts[index] ?? ZERO), ZERO);
    return { value: toEuros(value), formula: `=${sumOf(toRanges(cells, ""))}` };
  });
}

/** Who the other financing parties are, and what each gives in all; null where there is none. */
function noteAutres(convention: Convention): string | null {
  const { actions, autresFinanceurs = [] } = convention;
  if (!partiesOf(convention).includes(AUTRES)) return null;
  const sums = autresFinanceurs.map(({ nom }) => {
    const own = actions.flatMap(({ autres = [] }) => autres.filter(({ financeur }) => slug(financeur) === slug(nom)));
    return `${nom} (${formatMontant(addMontants(ZERO, ...own.map(({ montant }) => montant)))})`;
  });
  return typographie(
    `${AUTRES}, en tout : ${formatListe(sums)}. Leurs montants comptent dans le coût total, hors du cofinancement minimum et des crédits de l’État ; leur détail figure dans la feuille « Contrat ».`,
  );
}

interface Options {
  readonly sousTotaux: boolean;
  /** What the table is, where it is not the contract in force. */
  readonly mention?: string;
}

export function composeTableauBudgetaire(enVigueur: EnVigueur, options: Options): AnnexePlan {
  const { convention } = enVigueur;
  const { designation } = convention.collectivite;
  const annees = convention.annees.map(({ annee }) => annee);
  const parties = partiesOf(convention);
  const columns = parties.length + 1;
  const count = annees.length * columns;
  const widths = Array<number>(count).fill(amountWidth(convention, AMOUNT_WIDTH));
  const sheet = new AnnexeSheet(enVigueur, [widthLeft(widths, LABEL_WIDTHS), ...widths]);
  sheet.addTitle(TABLEAU_BUDGETAIRE, "", options.mention);

  const years = sheet.addHeading(["Année", ...annees.flatMap((annee) => [annee, ...parties.map(() => "")])], 18);
  const heading = sheet.addHeading(["Actions", ...annees.flatMap(() => ["Total", ...parties])], 18);
  for (const index of annees.keys()) sheet.rows.merge(years, 1 + index * columns, (index + 1) * columns);

  const all: ActionRow[] = [];
  const addSums = (label: string, rows: readonly ActionRow[], style: "subtotal" | "total") => {
    const row = sheet.addLine([textCell(label), ...sumCells(rows, count)], ANNEXE_STYLES[style]);
    sheet.rows.style(row, 1, count, AMOUNT);
    return row;
  };
  for (const { axe, actions } of actionsByAxe(convention)) {
    sheet.addWide(axeLabel(axe), ANNEXE_STYLES.axe);
    const own = actions.map((action): ActionRow => {
      const amounts = amountsOf(action, annees, parties.length);
      const row = sheet.addLine(actionCells(action, amounts, sheet.rows.height, parties.length), ANNEXE_STYLES.line);
      sheet.rows.style(row, 1, count, AMOUNT);
      return { row, amounts };
    });
    all.push(...own);
    if (options.sousTotaux) addSums(`Sous-total de l’axe ${axe.numero}`, own, "subtotal");
  }
  const total = addSums("TOTAL", all, "total");

  const first = all[0]?.row ?? total;
  for (const [index, annee] of annees.entries()) {
    const column = 1 + index * columns;
    // The rows of axes between them too: an action inserted there is controlled as the others are.
    sheet.control(montantsOnly({ top: first, left: column + 1, bottom: total - 1, right: column + parties.length }));
    const names = ["Total", "Etat", partyName(designation), "Autres_financeurs"].slice(0, columns);
    names.forEach((name, at) => sheet.name(`${name}_${annee}`, cellRange(total, column + at)));
  }
  const note = noteAutres(convention);
  if (note !== null) sheet.addWide(note, ANNEXE_STYLES.note);
  return sheet.build({
    name: TABLEAU_BUDGETAIRE,
    orientation: "landscape",
    titleRows: [years, heading],
    frozenRows: heading + 1,
    frozenColumns: 1,
    // Where it takes several pages across, each year stays whole.
    pageStarts: annees.map((_, index) => 1 + index * columns),
  });
}
