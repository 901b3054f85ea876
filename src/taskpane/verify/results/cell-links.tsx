// The ways to each cell of a finding that concerns several.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { formatLocalCell, parseCellRef } from "../../../core/domain/cell-ref";
import { texts } from "../../texts";
import { useFocusRing } from "./focus-ring";

const SHOWN = 12;

const useStyles = makeStyles({
  cells: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px", padding: "4px 4px 0" },
  cell: {
    padding: "2px 8px",
    minHeight: "24px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    background: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
  },
  current: { fontWeight: 700, border: `2px solid ${tokens.colorBrandStroke1}` },
});

interface CellLinksProps {
  readonly cells: readonly string[];
  readonly selectedCell: string | null;
  readonly onSelectCell: (cell: string) => void;
}

export function CellLinks({ cells, selectedCell, onSelectCell }: CellLinksProps) {
  const styles = useStyles();
  const focusRing = useFocusRing();
  const [showsAll, setShowsAll] = useState(false);
  const sheet = sheetOfAll(cells);
  const isLong = cells.length > SHOWN + 1;
  return (
    <div className={styles.cells}>
      {texts.cells(cells.length, sheet)}
      {(isLong && !showsAll ? cells.slice(0, SHOWN) : cells).map((cell) => (
        <button
          key={cell}
          type="button"
          className={mergeClasses(styles.cell, focusRing, cell === selectedCell && styles.current)}
          aria-label={texts.goTo(cell)}
          aria-current={cell === selectedCell || undefined}
          onClick={() => onSelectCell(cell)}
        >
          {sheet === null ? cell : localName(cell)}
        </button>
      ))}
      {isLong && !showsAll && (
        <button type="button" className={mergeClasses(styles.cell, focusRing)} onClick={() => setShowsAll(true)}>
          {texts.moreCells(cells.length - SHOWN)}
        </button>
      )}
    </div>
  );
}

/** The sheet on which all of several cells stand, said once before them; null where each cell must name its own. */
function sheetOfAll(cells: readonly string[]): string | null {
  const sheets = new Set(cells.map((cell) => parseCellRef(cell)?.sheet));
  const [sheet] = sheets;
  return cells.length > 1 && sheets.size === 1 ? (sheet ?? null) : null;
}

function localName(cell: string): string {
  const ref = parseCellRef(cell);
  return ref ? formatLocalCell(ref.row, ref.column) : cell;
}
