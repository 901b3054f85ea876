// A discrepancy on one line that opens into its card: which year, what, how much. What the heading of its group says is heard, and not shown again.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import type { NumeroAction } from "../../../core/domain/values/numero-action";
import type { Finding } from "../../../core/verification";
import { useOnlyHeard } from "../../only-heard";
import { KindIcon } from "../results/kind-icon";
import { useRowButton } from "../results/plain-button";
import { measureOf, tellMeasure } from "./measure";
import { lineOf } from "./place";
import { workTexts } from "./texts";
import type { WorkItem } from "./work-list";

const useStyles = makeStyles({
  card: {
    margin: "2px -4px",
    padding: "0 4px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}, ${tokens.shadow2}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-3px" },
  },
  line: { padding: "3px 0" },
  open: { fontWeight: tokens.fontWeightSemibold },
  // In a very narrow pane the figure goes below.
  words: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, flexGrow: 1, minWidth: 0 },
  what: { flex: "1 1 130px", minWidth: 0, overflowWrap: "anywhere" },
  figure: {
    marginLeft: "auto",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    "@media (max-width: 240px)": { whiteSpace: "normal" },
  },
  of: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  tag: {
    marginLeft: tokens.spacingHorizontalXS,
    padding: "0 4px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
  },
  body: { paddingLeft: "28px", "@media (max-width: 240px)": { paddingLeft: "4px" } },
});

export interface LineActions {
  readonly onToggle: (item: WorkItem) => void;
}

interface WorkLineProps extends LineActions {
  readonly item: WorkItem;
  readonly localParty: string;
  /** The action that the heading of the group names; null for none. */
  readonly said: NumeroAction | null;
  readonly isOpen: boolean;
  /** Another line has the same words: its part and its row tell them apart. */
  readonly isAlike: boolean;
  /** It was not there the last time. */
  readonly isFresh: boolean;
  /** "12 sur 15", heard where the keyboard came to it. */
  readonly position: string;
  /** The card. */
  readonly children?: ReactNode;
}

function tagOf({ justification, former }: Finding, isFresh: boolean): string {
  if (justification?.decision === "refused") return workTexts.refused;
  return former ? workTexts.reopened : isFresh ? workTexts.fresh : "";
}

export const WorkLine = memo(function WorkLine(props: WorkLineProps) {
  const { item, localParty, said, isOpen, isAlike, isFresh, position, onToggle, children } = props;
  const { finding, state, worst } = item;
  const styles = useStyles();
  const row = useRowButton();
  const onlyHeard = useOnlyHeard();
  const mark = workTexts.mark(item);
  const measure = measureOf(finding);
  const tag = tagOf(finding, isFresh);
  const { heard, shown, after } = lineOf(finding, localParty, said, isAlike);
  return (
    <div className={mergeClasses(isOpen && styles.card)} aria-current={isOpen || undefined}>
      <button
        type="button"
        data-finding={finding.id}
        aria-expanded={isOpen}
        className={mergeClasses(row, styles.line, isOpen && styles.open)}
        onClick={() => onToggle(item)}
      >
        <KindIcon kind={state === "to-do" ? worst : "justified"} title={mark} />
        <span className={styles.words}>
          <span className={styles.what}>
            {heard !== "" && <span className={onlyHeard}>{workTexts.heardBefore(heard)}</span>}
            {shown}
            <span className={onlyHeard}>
              {after !== "" && workTexts.heardAfter(after)}
              {workTexts.heardAfter(mark)}
            </span>
            {tag !== "" && <span className={styles.tag}>{tag}</span>}
          </span>
          {measure && (
            <span className={styles.figure}>
              <span className={onlyHeard}>, </span>
              {measure.of === "" ? (
                tellMeasure(measure)
              ) : (
                <>
                  {measure.figure} <span className={styles.of}>{measure.of}</span>
                </>
              )}
            </span>
          )}
          {isOpen && <span className={onlyHeard}>{workTexts.heardAfter(position)}</span>}
        </span>
      </button>
      {isOpen && <div className={styles.body}>{children}</div>}
    </div>
  );
});
