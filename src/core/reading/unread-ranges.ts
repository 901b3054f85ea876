// What looks like the contract's and no table took: figures beside its labels, or under its words, each place with its reason.
import type { Action } from "../contract/convention";
import type { RangeRef } from "xlsx-model/cell-ref";
import type { PlageNonLue } from "../domain/dossier";
import { formatListe } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import { headingAt, isAmount, isYear } from "./headings/heading-cells";
import { type HeadingReader } from "./headings/headings";
import { guessSubject } from "./headings/announced";
import { announcesContractAmount } from "./headings/announced";
import { announcesNoAmount } from "./headings/announced";
import type { LabelReader } from "./labels/label-reader";
import { holdsOneText } from "./headings/table-header";
import { LIMITS } from "./limits";
import { actionByAmounts } from "./roles/row-match";
import type { GridRow, SheetGrid } from "./sheet-grid";

/** Rows of one sheet with no blank row between them. */
type Block = [GridRow, ...GridRow[]];

interface Look {
  amounts: number;
  actions: number;
  axes: number;
  /** Actions whose amounts stand in a row that names none; of a workbook whose budget was found they are not looked for. */
  shown: Set<Action>;
  /** Those whose rows show nothing but their names, under several headings. */
  bare: number;
  totals: number;
  parties: Set<string>;
  years: number;
  isIndicators: boolean;
  /** Headings that speak of the contract's amounts in words that nobody knows. */
  unknown: Set<string>;
  /** Years of the contract, and whether some words speak of amounts: "Total", "Montant", a party. */
  contractYears: Set<number>;
  speaksOfAmounts: boolean;
  /** Labels that say of the amount beside them what it is: "Total 2024". */
  alone: Set<string>;
}

function split({ rows }: SheetGrid): readonly Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    if (row.isBlank) continue;
    const block = blocks.at(-1);
    if (block?.at(-1)?.row === row.row - 1) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function areaOf(block: Block): Omit<RangeRef, "sheet"> {
  let [left, right] = [Infinity, 0];
  for (const row of block) {
    const columns = row.filled();
    left = Math.min(left, columns[0] ?? left);
    right = Math.max(right, columns.at(-1) ?? right);
  }
  return { top: block[0].row, bottom: block.at(-1)?.row ?? block[0].row, left, right };
}

function look(block: Block, { headings, labels, isBudgetFound }: Looking): Look {
  const seen: Look = {
    amounts: 0,
    actions: 0,
    axes: 0,
    shown: new Set(),
    bare: 0,
    totals: 0,
    parties: new Set(),
    years: 0,
    isIndicators: false,
    unknown: new Set(),
    contractYears: new Set(),
    speaksOfAmounts: false,
    alone: new Set(),
  };
  const width = block.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  for (const row of block) {
    const action = isBudgetFound ? null : actionByAmounts(row, labels.actions, "€");
    if (action) seen.shown.add(action);
    for (const column of row.filled()) {
      const value = row.value(column);
      if (isAmount(row, column)) seen.amounts += 1;
      if (typeof value === "number" && isYear(value)) {
        seen.years += 1;
        if (headings.years.has(value)) seen.contractYears.add(value);
      }
    }
    for (const { column, text } of row.texts) {
      const { action, axe, total } = labels.read(text);
      if (action && isBare(row) && width >= LIMITS.unreadHeadings) seen.bare += 1;
      const heading = headingAt(row, column, headings);
      if (action) seen.actions += 1;
      else if (axe) seen.axes += 1;
      else if (total) seen.totals += 1;
      if (heading.part === "etat" || heading.part === "collectivite") seen.parties.add(heading.part);
      if (heading.annee !== null) seen.years += 1;
      if (typeof heading.annee === "number" && headings.years.has(heading.annee)) seen.contractYears.add(heading.annee);
      if (total || heading.part !== null || heading.role === "montant") seen.speaksOfAmounts = true;
      if (heading.role === "indicateur") seen.isIndicators = true;
      const isHeading = !action && !axe && !total && text.length <= LIMITS.headingLength && !holdsOneText(row);
      const [beside] = row.filled(column + 1);
      const isBefore = beside !== undefined && isAmount(row, beside);
      if (isBefore && announcesContractAmount(text, headings)) seen.alone.add(text);
      if (heading.isUnknown && isHeading && guessSubject(text) && !announcesNoAmount(text)) seen.unknown.add(text);
    }
  }
  return seen;
}

const CITED = 3;
/** "« État S1 2024 », « Métropole S1 2024 » et d’autres". */
function citeSome(texts: readonly string[]): string {
  const said = texts.slice(0, CITED).map((text) => cite(text.replace(/\s+/gu, " ").trim()));
  return texts.length > CITED ? `${said.join(", ")} et d’autres` : formatListe(said);
}

function citeUnknown(unknown: readonly string[]): string {
  const list = citeSome(unknown);
  return typographie(
    unknown.length > 1 ? `intitulés de colonnes non compris : ${list}` : `intitulé de colonne non compris : ${list}`,
  );
}

/** French clause; null for a block that does not look like the contract's. */
function explain(seen: Look, { labels, isBudgetFound }: Looking): string | null {
  if (!isBudgetFound && seen.bare > labels.actions.length / 2)
    return "actions du contrat nommées sans montant, sous des intitulés non compris";
  const { amounts, actions, axes, totals, parties, years, isIndicators, unknown, alone, shown } = seen;
  if (actions === 0 && axes === 0 && parties.size < 2 && alone.size > 0) {
    return typographie(`montant lu à côté de ${citeSome([...alone])}, non comparé`);
  }
  if (amounts < LIMITS.unreadAmounts) return null;
  if (actions === 0 && axes === 0 && shown.size >= LIMITS.unreadActions)
    return "montants du contrat lus, intitulés non compris";
  if (actions === 0 && axes === 0) {
    if (parties.size === 2 && years > 0) return "montants lus, aucune ligne d’action reconnue";
    const isByYear = seen.contractYears.size >= LIMITS.unreadYears && seen.speaksOfAmounts && !isIndicators;
    return isByYear ? "montants par année lus, non comparés" : null;
  }
  if (isIndicators) return "chiffres d’indicateurs, années non trouvées";
  if (parties.size < 2 && unknown.size > 0) return `montants lus, ${citeUnknown([...unknown])}`;
  if (parties.size < 2) return "montants lus, colonnes État / Métropole non trouvées";
  if (years === 0) return "montants lus, année non trouvée";
  if (actions === 0 && (axes > 1 || totals > 0)) return "récapitulatif de totaux par axe, non comparé";
  return "montants lus, disposition non reconnue";
}

/** Its name, and a number at most. */
const isBare = ({ count, numbers }: GridRow): boolean => count - numbers === 1 && numbers <= 1;

interface Looking {
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  readonly isBudgetFound: boolean;
}

/** `rests` are the sheets without the ranges that tables were read from, candidates for a choice among them. */
export function findUnread(rests: readonly SheetGrid[], looking: Looking): readonly PlageNonLue[] {
  return rests.flatMap((grid) =>
    split(grid).flatMap((block): PlageNonLue[] => {
      const seen = look(block, looking);
      const pourquoi = explain(seen, looking);
      if (!pourquoi) return [];
      const ressemble = seen.isIndicators ? "indicators" : "budget";
      const range = { sheet: grid.sheet, ...areaOf(block) };
      return [{ range, pourquoi, ...((seen.actions > 0 || seen.shown.size >= LIMITS.unreadActions) && { ressemble }) }];
    }),
  );
}
