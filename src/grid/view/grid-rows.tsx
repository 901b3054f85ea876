// Rows of the grid with their number, for the frozen part and for the scrolled one.
import type { ReactElement } from "react";
import { rowViews, type SheetScene } from "./cell-views";
import type { GridActions } from "./sheet-view";
import { GridCell } from "./grid-cell";
import type { Track } from "./track";

interface GridRowsProps {
  readonly scene: SheetScene;
  readonly heights: Track;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly actions: GridActions;
}

export function GridRows({ scene, heights, rows, columns, actions }: GridRowsProps): ReactElement {
  return (
    <>
      {rowViews(scene, rows, columns).map(({ row, cells }) => (
        <tr key={row} aria-rowindex={row + 1} style={{ height: heights.size(row) }}>
          <th scope="row" className={row === scene.active.row ? "row-name current" : "row-name"}>
            {row + 1}
          </th>
          <td className="spacer" aria-hidden="true" />
          {cells.map((view) => (
            <GridCell key={view.column} view={view} actions={actions} />
          ))}
        </tr>
      ))}
    </>
  );
}
