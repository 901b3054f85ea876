// The tabs of the visible sheets, under the grid.
import type { KeyboardEvent, ReactElement } from "react";
import type { SheetModel } from "xlsx-model/workbook-model";

interface SheetTabsProps {
  readonly sheets: readonly SheetModel[];
  readonly active: SheetModel;
  readonly onActivate: (sheet: SheetModel) => void;
}

export function SheetTabs({ sheets, active, onActivate }: SheetTabsProps): ReactElement {
  const shown = sheets.filter(({ visibility }) => visibility === "visible");
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = shown[shown.indexOf(active) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onActivate(next);
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]");
    tabs[shown.indexOf(next)]?.focus();
  };
  return (
    <div role="tablist" aria-label="Feuilles du classeur" className="sheet-tabs" onKeyDown={onKeyDown}>
      {shown.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          role="tab"
          aria-selected={sheet === active}
          tabIndex={sheet === active ? 0 : -1}
          onClick={() => {
            onActivate(sheet);
          }}
        >
          {sheet.name}
          {sheet.isProtected ? " (protégée)" : ""}
        </button>
      ))}
    </div>
  );
}
