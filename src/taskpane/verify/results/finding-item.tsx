// One finding: its sentence, which is a way to its cell, and everything known about it.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import type { Finding } from "../../../core/verification";
import { kindOf } from "../filter";
import { texts } from "../../texts";
import { CellLinks } from "./cell-links";
import { useFocusRing } from "./focus-ring";
import { KindIcon } from "./kind-icon";

const useStyles = makeStyles({
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: "6px 4px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& p": { margin: "2px 4px 0" },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
  body: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  sentence: {
    display: "block",
    width: "100%",
    padding: "0 4px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface FindingItemProps {
  readonly finding: Finding;
  /** Sentence of the finding that this one comes from; "" when it is not listed, null when there is none. */
  readonly cause: string | null;
  /** The cell of this finding that was last gone to. */
  readonly selectedCell: string | null;
  readonly onSelectCell: (cell: string) => void;
  /** What follows from it. */
  readonly children?: ReactNode;
}

export const FindingItem = memo(function FindingItem(props: FindingItemProps) {
  const { finding, cause, selectedCell, onSelectCell, children } = props;
  const styles = useStyles();
  const focusRing = useFocusRing();
  const [first] = finding.cells;
  return (
    <li
      className={mergeClasses(styles.item, selectedCell !== null && styles.current)}
      aria-current={selectedCell !== null || undefined}
    >
      <KindIcon kind={kindOf(finding)} />
      <div className={styles.body}>
        {first === undefined ? (
          <p>{finding.message}</p>
        ) : (
          <button
            type="button"
            className={mergeClasses(styles.sentence, focusRing)}
            title={texts.goTo(first)}
            onClick={() => onSelectCell(first)}
          >
            {finding.message}
          </button>
        )}
        {finding.explanation !== null && <p>{finding.explanation}</p>}
        {cause !== null && <p>{texts.causedBy(cause || null)}</p>}
        {finding.justification && (
          <p>{texts.justification(finding.justification.text, finding.justification.by, finding.justification.on)}</p>
        )}
        <p className={styles.quiet}>
          {texts.kindName(kindOf(finding))}
          {finding.cells.length === 1 && ` · ${first}`}
        </p>
        {finding.cells.length > 1 && (
          <CellLinks cells={finding.cells} selectedCell={selectedCell} onSelectCell={onSelectCell} />
        )}
        {children}
      </div>
    </li>
  );
});
