// Writes a table of one row per action and year.
import type { Colonne } from "../../src/core/domain/dossier";
import { AmountCells } from "./amount-cells";
import { partyWord, tagFirst, yearText } from "./amount-words";
import type { Pen, Written } from "./canvas";
import type { AmountRow } from "./content";
import { actionLabel, axeLabel } from "./wording";
import type { AmountWriting } from "./write-amounts";

type Column = "axe" | "action" | "year" | Colonne | "verse";

function columnsOf({ table, layout }: AmountWriting): readonly Column[] {
  const paid: Column[] = table.kind === "execution" && layout.hasPaid ? ["verse"] : [];
  const axe: Column[] = layout.axes === "column" ? ["axe"] : [];
  const amounts: Column[] = [...layout.order, ...paid];
  if (layout.flatColumns === "year, amounts, action") return [...axe, "year", ...amounts, "action"];
  if (layout.flatColumns === "year, axe, action") return ["year", ...axe, "action", ...amounts];
  return [...axe, "action", "year", ...amounts];
}

function headsOf(writing: AmountWriting, columns: readonly Column[]): Written[] {
  const { convention, layout, table } = writing;
  const tagsOf = (before: string, after = ""): string[] =>
    table.years.map((annee) => `${table.kind}:${before}/${annee}${after}`);
  const heads = columns.map((column): Written => {
    if (column === "year") return { value: "Année", tags: tagsOf("year") };
    if (column === "axe")
      return { value: "Axe", tags: convention.axes.flatMap(({ numero }) => tagsOf(`axe/${numero}`)) };
    if (column === "action") return layout.corner === "Année" || layout.corner === null ? "Action" : layout.corner;
    return { value: partyWord(writing, column), tags: tagsOf("column", `/${column}`) };
  });
  tagFirst(heads, [`${table.kind}:heading`, ...tagsOf("heading")]);
  return heads;
}

/** Under the titles that the pen has written; `years` in the order of the rows. */
export function writeFlat(writing: AmountWriting, pen: Pen, years: readonly number[]): void {
  const { convention, layout, table } = writing;
  const columns = columnsOf(writing);
  pen.write(headsOf(writing, columns));
  const cells = new AmountCells(table, layout);
  const labelTag = (row: AmountRow, annee: number): string => `${table.kind}:label/${row.id}/${annee}`;
  const isByAction = layout.flatOrder === "by action";
  // An empty year belongs to the year above only left of the labels; a label likewise to its rows of each year.
  const isYearOnce = !layout.areKeysRepeated && !isByAction && layout.flatColumns !== "axe, action, year";
  const isActionOnce = !layout.areKeysRepeated && isByAction && layout.flatColumns === "axe, action, year";

  const writeRow = (row: AmountRow, annee: number, own: readonly number[], isFirst: boolean): void => {
    const axe = convention.axes.find(({ numero }) => numero === row.axe);
    const tags = isActionOnce ? own.map((year) => labelTag(row, year)) : [labelTag(row, annee)];
    pen.write(
      columns.map((column): Written => {
        if (column === "axe") return axeLabel(layout.wording, row.axe, axe ? [axe.intitule, ...axe.alias] : []);
        if (column === "year") return isYearOnce && !isFirst ? null : yearText(writing, annee, false);
        if (column !== "action") return cells.amount(row, { annee, colonne: column, copy: 0 });
        return isActionOnce && !isFirst ? null : { value: actionLabel(layout.wording, row.numero, row.intitule), tags };
      }),
    );
  };

  if (isByAction) {
    for (const row of table.rows) {
      const own = years.filter((annee) => row.montants.has(annee));
      own.forEach((annee, index) => writeRow(row, annee, own, index === 0));
    }
    return;
  }
  for (const annee of years) {
    const rows = table.rows.filter(({ montants }) => montants.has(annee));
    rows.forEach((row, index) => writeRow(row, annee, [annee], index === 0));
    if (layout.totalRow === null) continue;
    pen.write(
      columns.map((column): Written => {
        if (column === "axe") return null;
        if (column === "action") return layout.totalRow;
        if (column === "year") return yearText(writing, annee, false);
        return cells.sum("total", { annee, colonne: column, copy: 0 }, rows, "cells");
      }),
    );
  }
}
