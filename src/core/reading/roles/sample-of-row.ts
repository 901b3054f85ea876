// The few cells that a person looks at to say what a row is: the rows around it, with their first amounts.
import type { Convention } from "../../contract/convention";
import { columnName } from "../../domain/cell-ref";
import type { LigneAction } from "../../domain/dossier";
import type { Sample } from "../../domain/question";
import { COLONNES } from "../../facts/lines/budget-lines";

const BEFORE = 2;
const AMOUNTS = 2;

interface Column {
  readonly column: number;
  readonly annee: number;
  readonly colonne: (typeof COLONNES)[number];
}

function amountColumns({ montants }: LigneAction): readonly Column[] {
  const columns = [...montants].flatMap(([annee, cells]) =>
    COLONNES.flatMap((colonne) => {
      const cell = cells[colonne];
      return cell ? [{ column: cell.ref.column, annee, colonne }] : [];
    }),
  );
  return columns.sort((one, other) => one.column - other.column).slice(0, AMOUNTS);
}

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
      ...figures.map(({ column, annee, colonne }) => ({
        name: columnName(column),
        heading: `${annee} ${named[colonne]}`,
        isAsked: false,
      })),
    ],
    rows: shown.map((ligne) => ({
      number: ligne.label.ref.row + 1,
      cells: [
        oneLine(ligne.label.text),
        ...figures.map(({ annee, colonne }) => ligne.montants.get(annee)?.[colonne]?.text ?? ""),
      ],
      isAsked: ligne === asked,
    })),
  };
}
