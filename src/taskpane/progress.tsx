// Says what is going on, to the eye and to screen readers, from one place that is always in the page.
import { makeStyles, Spinner } from "@fluentui/react-components";
import type { Outcome, Running } from "./session";
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

export function Progress({ running, outcome }: { readonly running: Running | null; readonly outcome: Outcome | null }) {
  const styles = useStyles();
  return (
    <div role="status">
      {running && <RunningJob text={sentenceFor(running)} />}
      {!running && outcome && (
        <span className={styles.hidden}>{texts.finished(verdictOf(outcome.verification).title)}</span>
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
