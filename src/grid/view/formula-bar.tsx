// The address and the content of the active cell, where it can also be changed.
import { useEffect, useState, type ReactElement } from "react";
import { formatLocalCell } from "xlsx-model/local-cell";
import { showForEditing } from "../formula/typed-content";
import type { GridActions, SheetView } from "./sheet-view";

interface FormulaBarProps {
  readonly view: SheetView;
  readonly actions: GridActions;
}

export function FormulaBar({ view, actions }: FormulaBarProps): ReactElement {
  const { row, column } = view.active;
  const shown = showForEditing(view.sheet.content(row, column));
  const [text, setText] = useState(shown);
  useEffect(() => {
    setText(view.draft ?? shown);
  }, [view, shown]);
  return (
    <div className="formula-bar">
      <output aria-label="Cellule active" className="name-box">
        {formatLocalCell(row, column)}
      </output>
      <span aria-hidden="true" className="fx">
        fx
      </span>
      <input
        aria-label="Barre de formule"
        value={text}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") actions.commit(text, "stay");
          else if (event.key === "Escape") setText(shown);
        }}
        onBlur={() => {
          if (text !== shown && view.draft === null) actions.commit(text, "stay");
        }}
      />
    </div>
  );
}
