// The field over a cell that is being edited: Enter validates, Escape gives up, as in Excel.
import { useEffect, useRef, type ReactElement } from "react";
import type { GridActions } from "./sheet-view";

interface CellEditorProps {
  readonly draft: string;
  readonly label: string;
  readonly actions: GridActions;
}

export function CellEditor({ draft, label, actions }: CellEditorProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(draft.length, draft.length);
  }, [draft]);
  return (
    <input
      ref={field}
      className="cell-editor"
      aria-label={label}
      defaultValue={draft}
      onMouseDown={(event) => {
        event.stopPropagation();
      }}
      onBlur={(event) => {
        actions.commit(event.target.value, "stay");
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") actions.commit(event.currentTarget.value, "down");
        else if (event.key === "Tab") actions.commit(event.currentTarget.value, "right");
        else if (event.key === "Escape") actions.cancel();
        else return;
        event.preventDefault();
      }}
    />
  );
}
