// The sheet as a plain HTML table: frozen rows in its head, and of the others only what the viewport shows.
import {
  useEffect,
  useMemo,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
} from "react";
import { chartsByCell, type SheetScene } from "./cell-views";
import { ColumnNames } from "./column-names";
import { ColumnNotes, NOTES_HEIGHT, type SheetNotes } from "./column-notes";
import { conditionalLook } from "./conditional";
import { GridRows } from "./grid-rows";
import { gridKey } from "./grid-keys";
import { measureSheet } from "./sheet-tracks";
import { useViewport } from "./use-viewport";
import { drawnParts } from "./window";
import type { GridActions, SheetView } from "./sheet-view";

interface GridProps {
  readonly view: SheetView;
  readonly actions: GridActions;
  readonly notes: SheetNotes | null;
}

const ROW_NAME_WIDTH = 46;
const HEAD_HEIGHT = 22;

export function Grid({ view, actions, notes }: GridProps): ReactElement {
  const { sheet, selection, active, draft } = view;
  const [scroller, viewport] = useViewport();
  const tracks = useMemo(() => measureSheet(view.sheet), [view]);
  const look = useMemo(() => conditionalLook(view.sheet), [view]);
  const charts = useMemo(() => chartsByCell(view.sheet), [view]);
  const parts = drawnParts(tracks, sheet.frozenRows, viewport);
  const scene: SheetScene = { sheet, look, ...tracks, charts, active, selection, draft, marked: notes?.marked ?? [] };

  // What moves last: the end of the selection that is not the active cell.
  const end = {
    row: active.row === selection.top ? selection.bottom : selection.top,
    column: active.column === selection.left ? selection.right : selection.left,
  };

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Brings the cell among those drawn; once drawn it scrolls itself into view.
    const top = tracks.rows.offset(end.row);
    if (end.row >= sheet.frozenRows && (top < element.scrollTop || top > element.scrollTop + element.clientHeight)) {
      element.scrollTop = top - element.clientHeight / 2;
    }
    const left = tracks.columns.offset(end.column);
    if (left < element.scrollLeft || left > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = left - element.clientWidth / 2;
    }
  }, [scroller, tracks, sheet, end.row, end.column]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (draft === null && gridKey(event, { view, end, tracks, actions })) event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (draft !== null) return;
    event.clipboardData.setData("text/plain", actions.copy());
    event.preventDefault();
    if (event.type === "cut") actions.clear();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (draft !== null) return;
    event.preventDefault();
    actions.paste(event.clipboardData.getData("text/plain"));
  };

  const shared = { scene, heights: tracks.rows, columns: parts.columns, actions };
  const width = ROW_NAME_WIDTH + tracks.columns.offset(tracks.columns.count);
  return (
    <div
      ref={scroller}
      className="grid-scroller"
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
    >
      <table
        role="grid"
        className="grid"
        style={
          {
            width,
            "--above": `${HEAD_HEIGHT + (notes ? NOTES_HEIGHT : 0) + tracks.rows.offset(sheet.frozenRows)}px`,
          } as CSSProperties
        }
        aria-label={`Feuille ${sheet.name}`}
        aria-rowcount={tracks.rows.count}
        aria-colcount={tracks.columns.count}
      >
        <colgroup>
          <col style={{ width: ROW_NAME_WIDTH }} />
          <col style={{ width: parts.before }} />
          {parts.columns.map((column) => (
            <col key={column} style={{ width: tracks.columns.size(column) }} />
          ))}
          <col style={{ width: parts.after }} />
        </colgroup>
        <thead>
          <ColumnNames columns={parts.columns} active={active.column} />
          {notes && <ColumnNotes label={notes.label} notes={notes.columns} columns={parts.columns} />}
          <GridRows {...shared} rows={parts.frozen} />
        </thead>
        <tbody>
          <Gap height={parts.above} />
          <GridRows {...shared} rows={parts.rows} />
          <Gap height={parts.below} />
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height }: { readonly height: number }): ReactElement | null {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}
