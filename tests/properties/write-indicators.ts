// Writes a table of indicators in one of its layouts; every cell that a finding may point at gets a tag.
import type { CellValue } from "xlsx-model/plan";
import type { Convention } from "../../src/core/contract/convention";
import { tagFirst } from "./amount-words";
import type { Canvas, CellSpec, Pen, Written } from "./canvas";
import type { IndicatorGroup, IndicatorRow, IndicatorTable } from "./content";
import type { IndicatorLayout } from "./indicator-layout";
import { actionLabel, axeLabel, indicatorLabel } from "./wording";

export interface IndicatorWriting {
  readonly convention: Convention;
  readonly table: IndicatorTable;
  readonly layout: IndicatorLayout;
  readonly canvas: Canvas;
}

type Mesure = "cible" | "realise";

interface Column {
  readonly mesure: Mesure;
  readonly annee: number;
}

const MESURES: readonly Mesure[] = ["cible", "realise"];

export function writeIndicators(writing: IndicatorWriting): void {
  const { table, layout } = writing;
  const years = layout.areYearsReversed ? [...table.years].reverse() : table.years;
  const pairs = years.flatMap((annee) => MESURES.map((mesure) => ({ mesure, annee })));
  const bands = MESURES.flatMap((mesure) => years.map((annee) => ({ mesure, annee })));
  const only = (mesure: Mesure) => bands.filter((column) => column.mesure === mesure);
  if (layout.form === "sheets") {
    for (const annee of years) {
      const own = pairs.filter((column) => column.annee === annee);
      writeTable(writing, `${layout.sheet} ${annee}`, [], own, heads(writing, own), true, `/${annee}`);
    }
    return;
  }
  if (layout.form === "long" || layout.form === "long, T0 in a row") {
    writeLong(writing, years);
    return;
  }
  const columns = { targets: only("cible"), apart: only("cible"), pairs, "pairs under years": pairs, bands }[
    layout.form
  ];
  writeTable(writing, layout.sheet, [], columns, heads(writing, columns), true, "");
  if (layout.form !== "apart") return;
  const achieved = only("realise");
  writeTable(
    writing,
    "Indicateurs réalisés",
    ["Valeurs réalisées"],
    achieved,
    heads(writing, achieved),
    false,
    "/apart",
  );
}

const yearValue = ({ layout }: IndicatorWriting, annee: number): CellValue =>
  layout.yearWords === "number" ? annee : `${annee}`;

const yearTag = (mesure: Mesure, annee: number): string =>
  `indicators:${mesure === "cible" ? "year" : "achieved-year"}/${annee}`;

/** The rows of headings over these columns. */
function heads(writing: IndicatorWriting, columns: readonly Column[]): Written[][] {
  const { layout } = writing;
  const word = (mesure: Mesure): string => layout.words[mesure];
  const isFirst = (index: number, key: keyof Column): boolean => columns[index - 1]?.[key] !== columns[index]?.[key];
  switch (layout.form) {
    case "targets":
    case "apart":
      return [
        columns.map(({ mesure, annee }) => ({ value: yearValue(writing, annee), tags: [yearTag(mesure, annee)] })),
      ];
    case "pairs":
      return [
        columns.map(({ mesure, annee }) => ({ value: `${word(mesure)} ${annee}`, tags: [yearTag(mesure, annee)] })),
      ];
    case "sheets":
      return [columns.map(({ mesure, annee }) => ({ value: word(mesure), tags: [yearTag(mesure, annee)] }))];
    case "bands":
      return [
        columns.map(({ mesure }, index) => (isFirst(index, "mesure") ? word(mesure) : null)),
        columns.map(({ mesure, annee }) => ({ value: yearValue(writing, annee), tags: [yearTag(mesure, annee)] })),
      ];
    default:
      return [
        columns.map(({ annee }, index) =>
          isFirst(index, "annee") ? { value: yearValue(writing, annee), tags: [yearTag("cible", annee)] } : null,
        ),
        columns.map(({ mesure, annee }) =>
          mesure === "cible" ? word(mesure) : { value: word(mesure), tags: [yearTag(mesure, annee)] },
        ),
      ];
  }
}

/** `suffix` tells the labels of one sheet from those of another. */
function writeTable(
  writing: IndicatorWriting,
  sheet: string,
  titles: readonly string[],
  columns: readonly Column[],
  headRows: readonly Written[][],
  hasT0: boolean,
  suffix: string,
): void {
  const { layout, canvas, table } = writing;
  const { words } = layout;
  const pen = canvas.pen(sheet, layout.top, layout.left);
  for (const title of [...layout.titles, ...titles]) pen.write([title]);
  if (pen.isBegun) pen.skip(layout.blankRows);
  headRows.forEach((cells, index) => {
    const corner: Written[] =
      index === 0
        ? [words.action, { value: words.indicator, tags: [] }, ...(hasT0 ? [words.t0] : [])]
        : [null, null, ...(hasT0 ? [null] : [])];
    const row = [...corner, ...cells];
    if (index === 0) tagFirst(row, [`indicators:heading${suffix}`]);
    pen.write(row);
  });
  writeGroups(writing, pen, suffix, (row, label) => {
    const values = columns.map(({ mesure, annee }) => valueCell(writing, row, mesure, annee));
    const t0 = hasT0
      ? [{ value: row.t0, tags: [`indicators:t0/${row.id}${suffix}`], numberFormat: layout.format }]
      : [];
    return [[label, indicatorCell(writing, row, suffix), ...t0, ...values]];
  });
  if (table.groups.length > 0 && layout.notes.length > 0) pen.skip(1);
  for (const note of layout.notes) pen.write([note]);
}

const valueCell = ({ layout }: IndicatorWriting, row: IndicatorRow, mesure: Mesure, annee: number): CellSpec => ({
  value: (mesure === "cible" ? row.cibles : row.realises).get(annee) ?? null,
  tags: [`indicators:${mesure}/${row.id}/${annee}`],
  numberFormat: layout.format,
});

const indicatorCell = ({ layout }: IndicatorWriting, row: IndicatorRow, suffix: string): CellSpec => ({
  value: indicatorLabel(layout.wording, row.intitule),
  tags: [`indicators:label/${row.id}${suffix}`],
});

/** Axes, actions, comments; `rowsOf` gives the rows of one indicator under the label of its action. */
function writeGroups(
  { convention, table, layout }: IndicatorWriting,
  pen: Pen,
  suffix: string,
  rowsOf: (row: IndicatorRow, label: Written, group: IndicatorGroup) => Written[][],
): void {
  let axe: number | null = null;
  for (const group of table.groups) {
    const own = convention.axes.find(({ numero }) => numero === group.axe);
    if (layout.hasAxes && group.axe !== axe && own) {
      pen.write([axeLabel(layout.wording, own.numero, [own.intitule, ...own.alias])]);
    }
    axe = group.axe;
    const value = actionLabel(layout.wording, group.numero, group.intitule);
    const label: Written = { value, tags: [`indicators:action/${group.numero}${suffix}`] };
    if (layout.actionCells === "own row") pen.write([label]);
    group.rows.forEach((row, index) => {
      const first = index === 0 ? label : layout.actionCells === "repeated" ? value : null;
      for (const cells of rowsOf(row, layout.actionCells === "own row" ? null : first, group)) pen.write(cells);
    });
    if (layout.comment !== null && group.rows.length > 0) pen.write([null, layout.comment]);
    pen.skip(layout.blankRows > 1 ? 1 : 0);
  }
}

/** One row per indicator and year. */
function writeLong(writing: IndicatorWriting, years: readonly number[]): void {
  const { layout, canvas, table } = writing;
  const { words } = layout;
  const isT0Row = layout.form === "long, T0 in a row";
  const pen = canvas.pen(layout.sheet, layout.top, layout.left);
  for (const title of layout.titles) pen.write([title]);
  if (pen.isBegun) pen.skip(layout.blankRows);
  const year: Written = {
    value: "Année",
    tags: table.years.flatMap((annee) => MESURES.map((mesure) => yearTag(mesure, annee))),
  };
  const head: Written[] = [
    words.action,
    words.indicator,
    year,
    ...(isT0Row ? [] : [words.t0]),
    words.cible,
    words.realise,
  ];
  tagFirst(head, ["indicators:heading"]);
  pen.write(head);
  writeGroups(writing, pen, "", (row, label, group) => {
    const labelOf = (index: number): Written => {
      if (index === 0) return label;
      return layout.actionCells === "repeated" && label !== null
        ? actionLabel(layout.wording, group.numero, group.intitule)
        : null;
    };
    const t0: CellSpec = { value: row.t0, tags: [`indicators:t0/${row.id}`], numberFormat: layout.format };
    const t0Row: Written[][] = isT0Row ? [[labelOf(0), indicatorCell(writing, row, ""), words.t0, t0]] : [];
    const rows = years.map((annee, index): Written[] => {
      const at = index + t0Row.length;
      // Written again on each row, the label of each year is one of its own.
      const isNamed = at === 0 || layout.actionCells === "repeated";
      const name = isNamed ? indicatorCell(writing, row, layout.actionCells === "repeated" ? `/${annee}` : "") : null;
      return [
        labelOf(at),
        name,
        yearValue(writing, annee),
        ...(isT0Row ? [] : [at === 0 ? t0 : row.t0]),
        valueCell(writing, row, "cible", annee),
        valueCell(writing, row, "realise", annee),
      ];
    });
    return [...t0Row, ...rows];
  });
  for (const note of layout.notes) pen.write([note]);
}
