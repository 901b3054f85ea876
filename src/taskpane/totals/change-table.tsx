// The changes of one kind as a table; each row leads to its cell.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { formatCellRef, isSameCell, type CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { describeChange } from "../../core/why/totals/describe-change";
import type { TotalChange } from "../../core/why/totals/total-change";
import { useOnlyHeard } from "../only-heard";
import { usePlainButton } from "../verify/results/plain-button";
import { texts } from "./texts";

const SHOWN_AT_ONCE = 50;

const useStyles = makeStyles({
  // A figure cut in two would be two figures: a pane too narrow for three of them scrolls.
  frame: { overflowX: "auto" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": { padding: "4px 3px" },
  },
  head: { textAlign: "right", fontWeight: 600, verticalAlign: "bottom" },
  // The name has a line of its own: beside three amounts, a narrow pane would cut it into pieces.
  first: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  label: { textAlign: "left", fontWeight: 400 },
  figure: { textAlign: "right", verticalAlign: "top", fontVariantNumeric: "tabular-nums", overflowWrap: "break-word" },
  strong: { fontWeight: 600 },
  formulas: { paddingTop: "0 !important", overflowWrap: "anywhere", color: tokens.colorNeutralForeground3 },
  link: {
    minHeight: "24px",
    color: tokens.colorBrandForegroundLink,
    overflowWrap: "anywhere",
    ":hover": { textDecorationLine: "underline" },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
});

interface ChangeTableProps {
  readonly caption: string;
  readonly changes: readonly TotalChange[];
  readonly selectedCell: CellRef | null;
  readonly onSelectCell: (cell: CellRef) => void;
}

export function ChangeTable({ caption, changes, selectedCell, onSelectCell }: ChangeTableProps) {
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const rest = changes.length - shown;
  const table = useRef<HTMLTableElement>(null);
  const [first, setFirst] = useState(0);
  useEffect(() => {
    // The button may have gone: the keyboard is on the first of those that came.
    if (first > 0) table.current?.tBodies[first]?.querySelector("button")?.focus();
  }, [first]);
  return (
    <>
      <div className={styles.frame}>
        <table ref={table} className={styles.table}>
          <caption className={onlyHeard}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.head}>
                {texts.columnBefore}
              </th>
              <th scope="col" className={styles.head}>
                {texts.columnAfter}
              </th>
              <th scope="col" className={styles.head}>
                {texts.columnDifference}
              </th>
            </tr>
          </thead>
          {changes.slice(0, shown).map((change) => {
            const cell = formatCellRef(change.cell);
            return (
              <ChangeRows
                key={cell}
                change={change}
                cell={cell}
                isCurrent={selectedCell !== null && isSameCell(change.cell, selectedCell)}
                onSelectCell={onSelectCell}
              />
            );
          })}
        </table>
      </div>
      {rest > 0 && (
        <Button
          size="small"
          onClick={() => {
            setFirst(shown);
            setShown(shown + SHOWN_AT_ONCE);
          }}
        >
          {texts.more(Math.min(rest, SHOWN_AT_ONCE))}
        </Button>
      )}
    </>
  );
}

interface ChangeRowsProps {
  readonly change: TotalChange;
  readonly cell: string;
  readonly isCurrent: boolean;
  readonly onSelectCell: (cell: CellRef) => void;
}

function ChangeRows({ change, cell, isCurrent, onSelectCell }: ChangeRowsProps) {
  const styles = useStyles();
  const plain = usePlainButton();
  const { before, after, difference, formula, origin } = describeChange(change);
  const isSame = difference !== null && /^0(?:,00)?\s/u.test(difference);
  return (
    <tbody className={mergeClasses(isCurrent && styles.current)}>
      <tr className={styles.first}>
        <th scope="rowgroup" colSpan={3} className={styles.label}>
          <button
            type="button"
            className={mergeClasses(plain, styles.link)}
            aria-label={texts.goTo(change.label, cell)}
            aria-current={isCurrent || undefined}
            onClick={() => onSelectCell(change.cell)}
          >
            {change.label}
          </button>
        </th>
      </tr>
      <tr>
        <td className={styles.figure}>{before}</td>
        <td className={styles.figure}>{after}</td>
        <td className={mergeClasses(styles.figure, !isSame && styles.strong)}>{difference ?? texts.noDifference}</td>
      </tr>
      <tr>
        <td colSpan={3} className={styles.formulas}>
          {formatLocalCell(change.cell.row, change.cell.column)}
          {change.isHidden && ` (${texts.hidden})`} : {origin !== null && `${origin} → `}
          {formula}
        </td>
      </tr>
    </tbody>
  );
}
