// Says what is going on, to the eye and to screen readers, from one place that is always in the page.
import { makeStyles, Spinner } from "@fluentui/react-components";
import type { Job, Outcome, Running } from "./session";
import { texts } from "./texts";
import { verdictOf } from "./verify/verdict";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

function sentenceFor(running: Running): string {
  if (running.waitingForCell) return texts.waitingForCell;
  if (running.step) return texts.step(running.step);
  return texts.job[running.job];
}

/** What the eye sees below; the jobs that leave a notice are told by it. */
function sentenceAfter(finished: Job | null, outcome: Outcome | null): string {
  if (finished === "verify" && outcome) return texts.finished(verdictOf(outcome.verification).title);
  return finished === "totals" || finished === "report" ? texts.resultBelow : "";
}

interface ProgressProps {
  readonly running: Running | null;
  readonly finished: Job | null;
  readonly outcome: Outcome | null;
}

export function Progress({ running, finished, outcome }: ProgressProps) {
  const styles = useStyles();
  return (
    <div role="status">
      {running ? (
        <RunningJob text={sentenceFor(running)} />
      ) : (
        <span className={styles.hidden}>{sentenceAfter(finished, outcome)}</span>
      )}
    </div>
  );
}

function RunningJob({ text }: { readonly text: string }) {
  const styles = useRunningStyles();
  return (
    <div className={styles.row}>
      <Spinner size="tiny" aria-hidden="true" />
      <span>{text}</span>
    </div>
  );
}

const useRunningStyles = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: "8px" },
});
