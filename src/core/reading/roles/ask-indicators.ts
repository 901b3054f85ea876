// The questions about columns of indicators' figures, where no table of indicators was understood: starting value, target or achieved.
import { isSameSheet, overlaps, rangeAround, type RangeRef } from "xlsx-model/cell-ref";
import type { Question } from "../../domain/question";
import { wordsOfPath } from "../../domain/words/path-words";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import { placeOfColumn, type SheetGrid } from "../sheet-grid";
import { indicatorOf, isUnderIndicators, type Asking } from "./ask-columns";
import { describeMeasure, MEASURES, measuresOf } from "./indicator-roles";
import { INDICATOR_EVIDENCE } from "./evidence/evidence";
import { weigh } from "./evidence/weigh";
import { headedColumns, type HeadedColumn } from "./headed-columns";
import { sampleOf } from "./sample";
import { hintOf } from "./suppose";

/** So many rows name an indicator of the contract. */
const FEWEST = 2;

export function askIndicators(grids: readonly SheetGrid[], asking: Asking): readonly Question[] {
  const { convention, headings, labels, nonLus, read, indicators } = asking;
  const years = convention.annees.map(({ annee }) => annee);
  return grids.flatMap((grid) => {
    const named = nonLus.filter(({ range }) => isSameSheet(range.sheet, grid.sheet));
    if (named.length === 0) return [];
    const isRead = read.of(grid.sheet);
    const of = indicatorOf(grid, labels);
    const all = headedColumns(grid);
    const left = all.map((column) => {
      const own = column.figures.filter((figure) => !isRead(figure.row, figure.column));
      const figures = own.flatMap((figure) => {
        const indicateur = of(figure);
        return indicateur ? [{ figure, indicateur }] : [];
      });
      return { column, left: own, figures, hint: hintOf(column.path, headings) };
    });
    // Of a table, whose T0 and last year may hold less, or most rows bear other names.
    const rowsOf = ({ section }: HeadedColumn): number =>
      new Set(
        left.flatMap(({ column, figures }) =>
          column.section === section ? figures.map(({ figure }) => figure.row) : [],
        ),
      ).size;
    const possible = left
      .filter(
        ({ column, figures, left: own, hint }) =>
          own.length > 0 &&
          (isUnderIndicators(column, headings) ||
            (rowsOf(column) >= FEWEST && (figures.length > 0 || hint.annees.length === 1))),
      )
      .map((one) => ({ ...one, range: rangeAround(grid.sheet, one.left) }));
    // Where one of its columns was not understood, none of the table is: T0 and the last year may hold less.
    const sections = new Set(
      possible
        .filter(({ range }) => named.some((one) => overlaps(one.range, range)))
        .map(({ column: { section } }) => section),
    );
    const isAnswered = ({ section: { heads } }: HeadedColumn): boolean =>
      asking.answered.some(
        ({ column, sheet }) => isSameSheet(sheet, grid.sheet) && column.section.heads[0]?.row === heads[0]?.row,
      );
    const isBeside = ({ top, bottom, sheet }: RangeRef): boolean =>
      indicators.some((one) => one.top <= bottom && one.bottom >= top && isSameSheet(one.sheet, sheet));
    const asked = possible.filter(
      ({ column, range }) => sections.has(column.section) && (isAnswered(column) || !isBeside(range)),
    );
    return asked.map(({ column, left, figures, range, hint }): Question => {
      const [year] = hint.annees;
      const same = asked.filter((one) => one.column.section === column.section && one.hint.annees[0] === year);
      const told = weigh(INDICATOR_EVIDENCE, {
        ...{ column, hint, years, figures },
        rank: same.findIndex((one) => one.column === column) + 1,
        of: year === undefined ? 0 : same.length,
        isBefore:
          asked.some((one) => one.hint.annees.length > 0) &&
          asked.every((one) => one.hint.annees.length === 0 || one.column.column > column.column),
      });
      const [measure, annee] = [told.settled("measure"), told.settled("year")];
      const isEnough = measure !== null && (measure === "t0" || annee !== null);
      const supposed = isEnough ? describeMeasure(measure, annee) : null;
      const clause =
        measure &&
        `${MEASURES[measure].clause}${measure === "t0" ? "" : ` ${measure === "target" ? "pour" : "en"} ${annee}`}`;
      const place = `${placeOfColumn(grid, column.column)}, ${cite(nameOf(column))}`;
      const text = supposed ? `est-ce ${clause} des indicateurs ?` : "à quoi correspondent ces valeurs d’indicateurs ?";
      return {
        about: "column",
        key: { kind: "column", path: column.path, sheet: grid.sheet },
        text: typographie(`${place} : ${text}`),
        range,
        supposed,
        evidence: told.clauses.map(typographie),
        answers: measuresOf(convention, year === undefined ? years : [year]),
        amounts: left.length,
        place: typographie(place),
        asked: typographie(capitalise(text)),
        sample: sampleOf(
          column,
          figures.map(({ figure }) => figure.row),
          all,
        ),
      };
    });
  });
}

const nameOf = ({ path }: HeadedColumn): string => wordsOfPath(path);
