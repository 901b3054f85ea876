// One line of state that falls to nothing left to do, with how far the work has come.
import { makeStyles, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { PreviousProcesVerbal } from "../../../core/situation/previous-proces-verbal";
import { sinceLast, type PreviousVerification } from "../../../core/situation/since-last";
import { isNobodys, type Verification } from "../../../core/verification";
import { describeCauses } from "../../../core/sheets/describe-verification";
import { KindIcon } from "../results/kind-icon";
import { STATE_HEADING } from "./go-on";
import { attendReponse } from "../../../core/domain/a-qui";
import type { Partie } from "../../../core/domain/parties";
import { nextDeadline } from "./next-deadline";
import { workTexts } from "./texts";
import { workItems } from "./work-list";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  words: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outline: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  sentence: { margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  track: {
    height: "4px",
    marginTop: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    // A ground of the dark theme would be black on it.
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: "hidden",
    "@media (forced-colors: active)": { border: "1px solid CanvasText", height: "6px" },
  },
  done: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: "width",
    transitionDuration: tokens.durationSlow,
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

interface StateLineProps {
  readonly verification: Verification;
  /** Of who works here; null where nobody said. */
  readonly party: Partie | null;
  /** Discrepancies to do when the list was begun; those settled since count as done. */
  readonly begunWith: number;
  readonly since: PreviousVerification | null;
  readonly procesVerbal: PreviousProcesVerbal | null;
  /** The workbook changed since: nobody knows what is settled by now. */
  readonly isStale: boolean;
}

const ICONS = {
  conforming: "held",
  awaiting: "justified",
  "to-do": "error",
  "not-this-contract": "unknown",
  "to-confirm": "unknown",
} as const;

function titleOf({ summary, verdict, findings }: Verification, party: Partie | null): string {
  if (verdict.state === "not-this-contract") return workTexts.foreign;
  if (isNobodys(verdict)) return workTexts.toConfirm;
  if (verdict.state === "to-confirm") return verdict.questions ? workTexts.toSpecify : workTexts.contractToConfirm;
  if (verdict.state === "conforming") return workTexts.conformingLine(summary);
  if (party !== "etat") return workTexts.stateLine(summary);
  return workTexts.answersDue(workItems(findings).filter(({ finding }) => attendReponse(finding, party)).length);
}

function sinceProcesVerbal({ asOf, causes }: PreviousProcesVerbal, findings: Verification["findings"]): string {
  return causes
    ? workTexts.sinceProcesVerbal(asOf, sinceLast({ asOf, causes }, findings))
    : workTexts.olderProcesVerbal(asOf);
}

/** Drawn again for another verification only, as it compares all findings. */
export const StateLine = memo(function StateLine(props: StateLineProps) {
  const { verification, party, begunWith, since, procesVerbal, isStale } = props;
  const styles = useStyles();
  const { summary, verdict, findings, deadlines = [] } = verification;
  const { toDo } = summary;
  const causes = describeCauses(verification);
  const deadline = nextDeadline(deadlines);
  const all = Math.max(begunWith, toDo);
  const isOver = toDo === 0;
  return (
    <section aria-labelledby={STATE_HEADING}>
      <div className={styles.line}>
        <KindIcon kind={isOver && verdict.state === "to-do" ? "unknown" : ICONS[verdict.state]} />
        <h2 id={STATE_HEADING} tabIndex={-1} className={styles.words}>
          {titleOf(verification, party)}
        </h2>
      </div>
      {all > 0 && (
        <div
          role="progressbar"
          aria-label={workTexts.progressLabel}
          aria-valuemin={0}
          aria-valuemax={all}
          aria-valuenow={all - toDo}
          aria-valuetext={workTexts.progress(all - toDo, all)}
          className={styles.track}
        >
          <div className={styles.done} style={{ width: `${((all - toDo) / all) * 100}%` }} />
        </div>
      )}
      {(isOver || verdict.state === "to-confirm") && <p className={styles.sentence}>{verdict.sentence}</p>}
      {causes !== null && <p className={styles.sentence}>{causes}</p>}
      {deadline && <p className={styles.sentence}>{workTexts.late(deadline.label, deadline.daysLeft)}</p>}
      {!isStale && since && (
        <p className={styles.sentence}>{workTexts.since(since.asOf, sinceLast(since, findings))}</p>
      )}
      {!isStale && procesVerbal && <p className={styles.sentence}>{sinceProcesVerbal(procesVerbal, findings)}</p>}
    </section>
  );
});
