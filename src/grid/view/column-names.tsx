// The row of column letters at the top of the grid.
import type { ReactElement } from "react";
import { columnName } from "xlsx-model/local-cell";

interface ColumnNamesProps {
  readonly columns: readonly number[];
  readonly active: number;
}

export function ColumnNames({ columns, active }: ColumnNamesProps): ReactElement {
  return (
    <tr className="column-names">
      <td className="corner" />
      <td className="spacer" aria-hidden="true" />
      {columns.map((column) => (
        <th key={column} scope="col" className={column === active ? "column-name current" : "column-name"}>
          {columnName(column)}
        </th>
      ))}
    </tr>
  );
}
