// One cell of the grid: its content through its formats, the selection outline, and the field that edits it.
import { useEffect, useLayoutEffect, useRef, type ReactElement } from "react";
import { formatLocalCell } from "xlsx-model/local-cell";
import { showForEditing } from "../formula/typed-content";
import { CellEditor } from "./cell-editor";
import { ChartPicture } from "./chart-picture";
import type { GridActions } from "./sheet-view";
import type { CellView } from "./cell-view";

export function GridCell({ view, actions }: { readonly view: CellView; readonly actions: GridActions }): ReactElement {
  const { row, column, content, isActive, isSelected, draft } = view;
  const cell = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    if (isActive && draft === null && cell.current) bringForward(cell.current);
  }, [isActive, draft]);
  // Part of a figure would be another figure: like Excel, the grid hides one that its column cannot hold.
  useLayoutEffect(() => {
    const drawn = cell.current;
    if (drawn && typeof content.value === "number") {
      drawn.classList.toggle("cut", draft === null && drawn.scrollWidth > drawn.clientWidth + 1);
    }
  });
  const classes = [
    "cell",
    isSelected && "selected",
    isActive && "active",
    view.isHighlighted && "highlighted",
    view.isMarked && "marked",
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <td
      ref={cell}
      role="gridcell"
      className={classes}
      style={view.css}
      rowSpan={view.rowSpan}
      colSpan={view.colSpan}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isSelected}
      aria-colindex={column + 1}
      data-address={formatLocalCell(row, column)}
      onMouseDown={(event) => {
        if (event.shiftKey) actions.extend(row, column);
        else actions.select(row, column);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1) actions.extend(row, column);
      }}
      onClick={() => {
        if (content.formula !== null) actions.follow(content.formula);
      }}
      onDoubleClick={() => {
        actions.startEditing(showForEditing(content));
      }}
    >
      {view.chart && <ChartPicture chart={view.chart} />}
      {draft === null ? (
        <CellText text={view.text} overflow={view.overflow} />
      ) : (
        <CellEditor draft={draft} label={`Contenu de ${formatLocalCell(row, column)}`} actions={actions} />
      )}
    </td>
  );
}

function CellText({ text, overflow }: { readonly text: string; readonly overflow: number | null }): ReactElement {
  if (overflow === null) return <>{text}</>;
  return (
    <div className="overflowing" style={{ width: overflow }}>
      {text}
    </div>
  );
}

// The keyboard follows the active cell, but a selection made from the pane leaves the keyboard to the pane.
function bringForward(cell: HTMLElement): void {
  const focused = document.activeElement;
  const isOurs = focused === document.body || cell.closest(".grid-scroller")?.contains(focused) === true;
  if (isOurs) cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}
