// The remarks: matters of form that ask for nothing, each a way to its cell.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellRef } from "../../../core/domain/cell-ref";
import type { Finding } from "../../../core/verification";
import { Disclosure } from "../results/disclosure";
import { CellLinks } from "../results/cell-links";
import { useFocusRing } from "../results/focus-ring";
import type { Session } from "../../session-store";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  why: { margin: "0 0 4px", color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: "none", "& > li": { padding: "4px 0", overflowWrap: "anywhere" } },
  go: {
    padding: 0,
    border: "none",
    background: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
  },
});

interface RemarkListProps {
  readonly remarks: readonly Finding[];
  readonly session: Session;
  readonly selectedCell: CellRef | null;
}

export function RemarkList({ remarks, session, selectedCell }: RemarkListProps) {
  const styles = useStyles();
  const focusRing = useFocusRing();
  if (remarks.length === 0) return null;
  return (
    <Disclosure heading="h2" title={workTexts.remarks} count={remarks.length}>
      <p className={styles.why}>{workTexts.remarksWhy}</p>
      <ul className={styles.list}>
        {remarks.map(({ id, message, explanation, cells }) => {
          const [first] = cells;
          return (
            <li key={id}>
              {first === undefined ? (
                message
              ) : (
                <button
                  type="button"
                  className={mergeClasses(styles.go, focusRing)}
                  onClick={() => void session.selectCell(first)}
                >
                  {message}
                </button>
              )}
              {explanation !== null && ` ${explanation}`}
              {cells.length > 1 && (
                <CellLinks
                  cells={cells}
                  selectedCell={selectedCell}
                  onSelectCell={(cell) => void session.selectCell(cell)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
