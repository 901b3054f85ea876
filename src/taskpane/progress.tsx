// Says what is going on, to the eye and to screen readers, from one place that is always in the page.
import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { formatLocalCell } from "xlsx-model/local-cell";
import { useOnlyHeard } from "./only-heard";
import type { Running, SessionState } from "./session";
import { texts } from "./texts";

const useStyles = makeStyles({
  // In a narrow pane the button goes below the words.
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px" },
  words: { flex: "1 1 120px", minWidth: 0, overflowWrap: "anywhere" },
});

function sentenceFor(running: Running): string {
  if (running.waitingForCell) return texts.waitingForCell;
  if (running.isStopping) return texts.stopping;
  if (running.step) return texts.step(running.step);
  return texts.job[running.job];
}

/** What the eye sees below; the jobs that leave a notice are told by it. */
function sentenceAfter({ finished, outcome, selectedCell, notices }: SessionState): string {
  // After a failure its notice is told, and nothing else.
  if (finished === null && selectedCell && notices.length === 0) {
    const { sheet, row, column } = selectedCell;
    return texts.cellSelected(formatLocalCell(row, column), sheet);
  }
  if (finished === "verify" && outcome) {
    const { refusals, verification } = outcome;
    // Said from here the first time: what says it in full comes into the page with the results.
    return `${texts.finished(verification.verdict.sentence)}${refusals.length > 0 ? ` ${texts.refusalsTitle}` : ""}`;
  }
  return finished === "totals" || finished === "report" ? texts.resultBelow : "";
}

interface ProgressProps {
  readonly state: SessionState;
  readonly onStop: () => void;
}

export function Progress({ state, onStop }: ProgressProps) {
  const { running } = state;
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  return (
    <div className={styles.row}>
      <div role="status" className={styles.words}>
        {running ? (
          <RunningJob text={sentenceFor(running)} />
        ) : (
          <span className={onlyHeard}>{sentenceAfter(state)}</span>
        )}
      </div>
      {running?.job === "verify" && running.step !== "write" && (
        <Button size="small" disabledFocusable={running.isStopping} onClick={onStop}>
          {texts.stop}
        </Button>
      )}
    </div>
  );
}

function RunningJob({ text }: { readonly text: string }) {
  const styles = useRunningStyles();
  return (
    <div className={styles.row}>
      <Spinner size="tiny" aria-hidden="true" />
      <span className={styles.text}>{text}</span>
    </div>
  );
}

const useRunningStyles = makeStyles({
  // At the top of a list that was scrolled it is not stuck to the edge.
  row: { display: "flex", alignItems: "center", columnGap: "8px", padding: "4px 0" },
  text: { minWidth: 0 },
});
