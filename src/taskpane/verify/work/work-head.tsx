// What stays at the top however far the list was scrolled: how much is left, how far the work has come, what comes next, and the three views.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Partie } from "../../../core/domain/parties";
import { attendReponse } from "../../../core/domain/a-qui";
import { isNobodys, type Verification } from "../../../core/verification";
import { useOnlyHeard } from "../../only-heard";
import { useStayAtTop } from "../../stay-at-top";
import { texts } from "../../texts";
import { KindIcon } from "../results/kind-icon";
import { STATE_HEADING } from "./go-on";
import { useProgress } from "./progress";
import { workTexts } from "./texts";
import type { ShownWork } from "./use-shown-work";
import { Views } from "./views";
import type { WorkFilter } from "./work-list";

const useStyles = makeStyles({
  head: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    margin: "0 -4px",
    padding: "0 4px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: { display: "flex", columnGap: "6px", flex: "1 1 110px", minWidth: 0 },
  words: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outline: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  key: {
    marginLeft: "6px",
    padding: "0 3px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase100,
    "@media (max-width: 330px)": { display: "none" },
  },
  button: { minWidth: 0 },
  track: {
    display: "flex",
    height: "6px",
    marginTop: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    // A ground of the dark theme would be black on it.
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: "hidden",
    "@media (forced-colors: active)": { border: "1px solid CanvasText", height: "8px", forcedColorAdjust: "none" },
  },
  part: {
    height: "100%",
    transitionProperty: "width",
    transitionDuration: tokens.durationSlow,
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
  },
  settled: {
    backgroundColor: tokens.colorStatusSuccessForeground1,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  // Never by colour alone: what awaits the other party is hatched.
  awaiting: {
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorBrandStroke1} 0 3px, transparent 3px 6px)`,
    "@media (forced-colors: active)": {
      backgroundImage: "repeating-linear-gradient(135deg, Highlight 0 3px, Canvas 3px 6px)",
    },
  },
});

const ICONS = {
  conforming: "held",
  awaiting: "justified",
  "to-do": "error",
  "not-this-contract": "unknown",
  "to-confirm": "unknown",
} as const;

interface WorkHeadProps {
  readonly verification: Verification;
  readonly work: ShownWork;
  readonly filter: WorkFilter;
  /** Of who works here; null where nobody said. */
  readonly party: Partie | null;
  readonly isBusy: boolean;
  /** The workbook changed since: what is asked for first is to verify again. */
  readonly isStale: boolean;
  readonly onFilter: (filter: WorkFilter) => void;
  readonly onNext: () => void;
  readonly onVerify: () => void;
}

function titleOf({ summary, verdict }: Verification, { items }: ShownWork, party: Partie | null): string {
  if (verdict.state === "not-this-contract") return workTexts.foreign;
  if (isNobodys(verdict)) return workTexts.toConfirm;
  if (verdict.state === "to-confirm") return verdict.questions ? workTexts.toSpecify : workTexts.contractToConfirm;
  if (verdict.state === "conforming") return workTexts.conformingLine(summary);
  if (party !== "etat") return workTexts.stateLine(summary);
  return workTexts.answersDue(items.filter(({ finding }) => attendReponse(finding, party)).length);
}

export function WorkHead(props: WorkHeadProps) {
  const { verification, work, filter, party, isBusy, isStale, onFilter, onNext, onVerify } = props;
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  const head = useRef<HTMLDivElement>(null);
  useStayAtTop(head);
  const { verdict, summary } = verification;
  const { all, settled, awaiting } = useProgress(verification.workbook, work.counts);
  const [first = "", ...rest] = titleOf(verification, work, party).split(" · ");
  const isOver = summary.toDo === 0;
  const width = (part: number) => ({ width: `${(part / all) * 100}%` });
  return (
    <div ref={head} className={styles.head}>
      <div className={styles.row}>
        <div className={styles.title}>
          <KindIcon kind={isOver && verdict.state === "to-do" ? "unknown" : ICONS[verdict.state]} />
          <div>
            <h2 id={STATE_HEADING} tabIndex={-1} className={styles.words}>
              {first}
              {/* The views show it. */}
              {rest.length > 0 && <span className={onlyHeard}> · {rest.join(" · ")}</span>}
            </h2>
            {all > 0 && <span className={styles.small}>{workTexts.progress(settled, all)}</span>}
          </div>
        </div>
        <Button
          size="small"
          className={styles.button}
          appearance={isStale ? "primary" : "secondary"}
          disabledFocusable={isBusy}
          onClick={onVerify}
        >
          {texts.verify}
        </Button>
        {work.items.length > 0 && (
          <Button
            size="small"
            className={styles.button}
            title={workTexts.keys}
            aria-keyshortcuts="F8"
            disabledFocusable={work.shown.length === 0}
            onClick={onNext}
          >
            {workTexts.next}
            <kbd aria-hidden="true" className={styles.key}>
              F8
            </kbd>
          </Button>
        )}
      </div>
      {all > 0 && (
        <div
          role="progressbar"
          aria-label={workTexts.progressLabel}
          aria-valuemin={0}
          aria-valuemax={all}
          aria-valuenow={settled}
          aria-valuetext={workTexts.progress(settled, all)}
          className={styles.track}
        >
          <div className={mergeClasses(styles.part, styles.settled)} style={width(settled)} />
          <div className={mergeClasses(styles.part, styles.awaiting)} style={width(awaiting)} />
        </div>
      )}
      {work.items.length > 0 && (
        <Views counts={work.counts} view={filter.view} party={party} onView={(view) => onFilter({ ...filter, view })} />
      )}
    </div>
  );
}
