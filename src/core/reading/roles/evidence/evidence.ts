// All that speaks for what a column, a row or a table is, each piece with its weight: what it settles is proposed and asked, never taken.
import * as axes from "./of-axes";
import * as columns from "./of-columns";
import * as indicators from "./of-indicator-columns";
import * as indicatorRows from "./of-indicator-rows";
import * as lacking from "./of-lacking";
import * as lists from "./of-lists";
import * as rows from "./of-rows";
import * as tables from "./of-tables";
import type { ColumnSays, IndicatorSays, LackingSays, ListSays, RowSays, TableSays } from "./says";
import type { Evidence } from "./weigh";

export type { RowAsked } from "./of-rows";
export type { TableAsked } from "./of-tables";

/** Words are heaviest; then what only these figures can mean; a place settles nothing against either. */
export const COLUMN_EVIDENCE: readonly Evidence<columns.ColumnAsked, ColumnSays>[] = [
  { name: "words for what the contract does not ask", weight: 200, find: columns.wordsAside },
  { name: "words for a part of a year", weight: 100, find: columns.partOfYear },
  { name: "words of the heading", weight: 100, find: columns.words, isToldLast: true },
  { name: "amounts of the contract", weight: 60, find: columns.contractAmounts },
  { name: "words of the title", weight: 50, find: columns.titleWords },
  { name: "an initial, or a near spelling of a party", weight: 45, find: columns.nearWords },
  { name: "its order among the two parts of a year", weight: 35, find: columns.order },
  { name: "a sum of periods", weight: 50, find: columns.sumOfPeriods },
  { name: "a sum across, or what lacks to one", weight: 60, find: columns.sumsAcross },
  { name: "a sum of the totals of the years", weight: 60, find: columns.sumOfYears },
  { name: "formulas that add up other columns", weight: 40, find: columns.addingFormulas },
  { name: "one number on every row", weight: 40, find: columns.sameNumber },
  { name: "words for a number, over whole ones", weight: 40, find: columns.documentNumbers },
  { name: "its place between known columns", weight: 30, find: columns.place },
  { name: "a number format that is no amount's", weight: 20, find: columns.otherFormat },
];

export const INDICATOR_EVIDENCE: readonly Evidence<indicators.IndicatorAsked, IndicatorSays>[] = [
  { name: "words of the heading of indicators", weight: 100, find: indicators.words, isToldLast: true },
  { name: "values of the contract", weight: 60, find: indicators.contractValues },
  { name: "its order among those of its year", weight: 30, find: indicators.order },
];

export const ROW_EVIDENCE: readonly Evidence<rows.RowAsked, RowSays>[] = [
  { name: "amounts of an action that stands nowhere else", weight: 60, find: rows.contractAmounts },
  { name: "a sum of the rows above", weight: 60, find: rows.sumsDown },
  { name: "rows that make up the action above", weight: 60, find: rows.makesUp },
  { name: "a total that is right without it", weight: 40, find: rows.leftOutOfTotal },
  { name: "formulas that add up rows", weight: 40, find: rows.addingFormulas },
  { name: "amounts below zero under another row", weight: 40, find: rows.corrections },
  { name: "words of an action", weight: 40, find: rows.words },
  { name: "the number of an action", weight: 30, find: rows.number },
  { name: "the only action without a row", weight: 35, find: rows.lastAbsent },
];

export const AXE_EVIDENCE: readonly Evidence<axes.AxeAsked, RowSays>[] = [
  { name: "where the contract puts all of its actions", weight: 60, find: axes.actions },
  { name: "the number of an axe", weight: 20, find: axes.number },
];

export const INDICATOR_ROW_EVIDENCE: readonly Evidence<indicatorRows.IndicatorRowAsked, RowSays>[] = [
  { name: "values of an indicator that stands nowhere else", weight: 60, find: indicatorRows.contractValues },
  { name: "words of an indicator that stands nowhere else", weight: 40, find: indicatorRows.words },
  { name: "the only one left of its action", weight: 35, find: indicatorRows.lastOfAction },
];

export const LACKING_EVIDENCE: readonly Evidence<lacking.LackingAsked, LackingSays>[] = [
  { name: "amounts of the contract that only one of them has", weight: 60, find: lacking.contractAmounts },
  { name: "E + L = T with other tables", weight: 60, find: lacking.sums },
  { name: "words of the title or of the sheet", weight: 45, find: lacking.words },
  { name: "its order among tables that the contract fits alike", weight: 35, find: lacking.order },
];

export const LIST_EVIDENCE: readonly Evidence<lists.ListAsked, ListSays>[] = [
  { name: "the sum of a year's credits", weight: 60, find: lists.creditedYear },
  { name: "words for those whom others pay", weight: 50, find: lists.wordsOfOthers },
];

export const TABLE_EVIDENCE: readonly Evidence<tables.TableAsked, TableSays>[] = [
  { name: "formulas that copy another table", weight: 100, find: tables.copies },
  { name: "amounts of the contract", weight: 40, find: tables.contractAmounts },
  { name: "a name for what is no longer used", weight: 40, find: tables.words },
];
