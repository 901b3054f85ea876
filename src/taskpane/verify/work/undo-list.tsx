// The corrections of this sitting, the last one first: each by name, and the way back.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Corrected } from "../../../usecases/correct-findings";
import type { Correction } from "../../../core/why/correction";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: "none" },
  one: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    padding: "4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  words: { flex: "1 1 150px", minWidth: 0 },
});

/** "Tableau budgétaire, K14 : 210 000,00 € → 200 000,00 €". */
const nameChange = (correction: Correction): string =>
  `${workTexts.address(correction.cell)} : ${workTexts.cellShows(correction, "before")} → ${workTexts.cellShows(correction, "after")}`;

/** Of several cells the first, and how many more. */
export function nameCorrected({ corrections: [first, ...more] }: Corrected): string {
  if (!first) return "";
  return `${nameChange(first)}${more.length > 0 ? ` ${workTexts.moreCells(more.length)}` : ""}`;
}

interface UndoListProps {
  readonly done: readonly Corrected[];
  readonly isBusy: boolean;
  readonly onUndo: (corrected: Corrected) => void;
}

export function UndoList({ done, isBusy, onUndo }: UndoListProps) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.title}>{workTexts.undoTitle}</h3>
      <ul className={styles.list}>
        {done.map((corrected, at) => {
          const name = nameCorrected(corrected);
          return (
            <li key={done.length - at} className={styles.one}>
              <span className={styles.words}>{name}</span>
              <Button
                size="small"
                aria-label={workTexts.undoOf(name)}
                disabledFocusable={isBusy}
                onClick={() => onUndo(corrected)}
              >
                {workTexts.undo}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
