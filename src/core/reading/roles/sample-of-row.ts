// The few cells that a person looks at to say what a row is: the rows around it, with their first amounts.
import type { Convention } from "../../contract/convention";
import { amountAt, partsOf } from "../../domain/amounts";
import { columnName } from "xlsx-model/local-cell";
import type { LigneAction } from "../../domain/dossier";
import type { Sample } from "../../domain/question";

const BEFORE = 2;
const AMOUNTS = 2;

const amountColumns = (row: LigneAction) =>
  partsOf(row)
    .map(({ year, column, cell }) => ({ at: cell.ref.column, year, column }))
    .sort((one, other) => one.at - other.at)
    .slice(0, AMOUNTS);

const oneLine = (text: string): string => text.replace(/[ \t\r\n]+/g, " ").trim();

/** `lignes` are those of its table. */
export function sampleOfRow(asked: LigneAction, lignes: readonly LigneAction[], { collectivite }: Convention): Sample {
  const { ref } = asked.label;
  const own = lignes
    .filter(({ label }) => label.ref.sheet === ref.sheet)
    .sort((one, other) => one.label.ref.row - other.label.ref.row);
  const at = own.indexOf(asked);
  const shown = own.slice(Math.max(0, at - BEFORE), at + 2);
  const figures = amountColumns(asked);
  const named = { etat: "État", collectivite: collectivite.designation, total: "Total" } as const;
  return {
    columns: [
      { name: columnName(ref.column), heading: "", isAsked: false },
      ...figures.map(({ at, year, column }) => ({
        name: columnName(at),
        heading: `${year} ${named[column]}`,
        isAsked: false,
      })),
    ],
    rows: shown.map((ligne) => ({
      number: ligne.label.ref.row + 1,
      cells: [
        oneLine(ligne.label.text),
        ...figures.map(({ year, column }) => amountAt(ligne, year, column)?.text ?? ""),
      ],
      isAsked: ligne === asked,
    })),
  };
}
