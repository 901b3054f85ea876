// What is said of the whole below the count: the verdict, the deadline that comes first, and what changed since the last times.
import { makeStyles, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { PreviousProcesVerbal } from "../../../core/situation/previous-proces-verbal";
import { sinceLast, type PreviousVerification } from "../../../core/situation/since-last";
import type { Verification } from "../../../core/verification";
import { describeCauses } from "../../../core/sheets/describe-verification";
import { nextDeadline } from "./next-deadline";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  sentences: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& p": { margin: `${tokens.spacingVerticalXXS} 0 0` },
    "&:empty": { display: "none" },
  },
});

interface StateLineProps {
  readonly verification: Verification;
  readonly since: PreviousVerification | null;
  readonly procesVerbal: PreviousProcesVerbal | null;
  /** The workbook changed since: nobody knows what is settled by now. */
  readonly isStale: boolean;
}

function sinceProcesVerbal({ asOf, causes }: PreviousProcesVerbal, findings: Verification["findings"]): string {
  return causes
    ? workTexts.sinceProcesVerbal(asOf, sinceLast({ asOf, causes }, findings))
    : workTexts.olderProcesVerbal(asOf);
}

/** Drawn again for another verification only, as it compares all findings. */
export const StateLine = memo(function StateLine({ verification, since, procesVerbal, isStale }: StateLineProps) {
  const styles = useStyles();
  const { summary, verdict, findings, deadlines = [] } = verification;
  const causes = describeCauses(verification);
  const deadline = nextDeadline(deadlines);
  return (
    <div className={styles.sentences}>
      {(summary.toDo === 0 || verdict.state === "to-confirm") && <p>{verdict.sentence}</p>}
      {causes !== null && <p>{causes}</p>}
      {deadline && <p>{workTexts.late(deadline.label, deadline.daysLeft)}</p>}
      {!isStale && since && <p>{workTexts.since(since.asOf, sinceLast(since, findings))}</p>}
      {!isStale && procesVerbal && <p>{sinceProcesVerbal(procesVerbal, findings)}</p>}
    </div>
  );
});
