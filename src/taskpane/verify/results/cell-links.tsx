// The ways to each cell of a finding that concerns several.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { formatCellRef, isSameCell, type CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { texts } from "../../texts";
import { resultTexts } from "./texts";
import { workTexts } from "../work/texts";
import { usePlainButton } from "./plain-button";

const SHOWN = 12;

const useStyles = makeStyles({
  cells: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px", padding: "4px 4px 0" },
  cell: {
    padding: "2px 8px",
    minHeight: "24px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    ":hover": { textDecorationLine: "underline" },
  },
  current: { fontWeight: 700, border: `2px solid ${tokens.colorBrandStroke1}` },
});

interface CellLinksProps {
  readonly cells: readonly CellRef[];
  readonly selectedCell: CellRef | null;
  readonly onSelectCell: (cell: CellRef) => void;
}

export function CellLinks({ cells, selectedCell, onSelectCell }: CellLinksProps) {
  const styles = useStyles();
  const plain = usePlainButton();
  const [showsAll, setShowsAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was clicked has gone: the keyboard is on the first of those that came.
    if (showsAll) place.current?.querySelectorAll("button")[SHOWN]?.focus();
  }, [showsAll]);
  const sheet = sheetOfAll(cells);
  const isLong = cells.length > SHOWN + 1;
  return (
    <div className={styles.cells} ref={place}>
      {resultTexts.cells(cells.length, sheet)}
      {(isLong && !showsAll ? cells.slice(0, SHOWN) : cells).map((cell) => {
        const isCurrent = selectedCell !== null && isSameCell(cell, selectedCell);
        return (
          <button
            key={formatCellRef(cell)}
            type="button"
            className={mergeClasses(plain, styles.cell, isCurrent && styles.current)}
            aria-label={texts.goTo(workTexts.address(cell))}
            aria-current={isCurrent || undefined}
            onClick={() => onSelectCell(cell)}
          >
            {sheet === null ? workTexts.address(cell) : formatLocalCell(cell.row, cell.column)}
          </button>
        );
      })}
      {isLong && !showsAll && (
        <button type="button" className={mergeClasses(plain, styles.cell)} onClick={() => setShowsAll(true)}>
          {resultTexts.moreCells(cells.length - SHOWN)}
        </button>
      )}
    </div>
  );
}

/** The sheet on which all of several cells stand, said once before them; null where each cell must name its own. */
function sheetOfAll(cells: readonly CellRef[]): string | null {
  const sheets = new Set(cells.map((cell) => cell.sheet));
  const [sheet] = sheets;
  return cells.length > 1 && sheets.size === 1 ? (sheet ?? null) : null;
}
