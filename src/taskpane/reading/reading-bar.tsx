// How much of the workbook is understood, of all that holds figures.
import { makeStyles, tokens } from "@fluentui/react-components";
import { NBSP } from "../../core/domain/words/format";
import type { LinesUnderstood } from "./lines-understood";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  track: {
    height: "4px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: "hidden",
    "@media (forced-colors: active)": { border: "1px solid CanvasText", height: "6px" },
  },
  done: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  // Its place is kept, so that nothing moves.
  counting: { visibility: "hidden" },
  words: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface ReadingBarProps {
  /** Null while it is counted. */
  readonly lines: LinesUnderstood | null;
  /** Where everything is understood: of what. */
  readonly whole: string | null;
}

export function ReadingBar({ lines, whole }: ReadingBarProps) {
  const styles = useStyles();
  const { understood, all } = lines ?? { understood: 0, all: 0 };
  const text = lines === null ? NBSP : (whole ?? readingTexts.progress(lines));
  return (
    <div className={lines === null ? styles.counting : undefined}>
      <div
        role="progressbar"
        aria-label={readingTexts.progressLabel}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={understood}
        aria-valuetext={text}
        className={styles.track}
      >
        <div className={styles.done} style={{ width: `${all === 0 ? 100 : (understood / all) * 100}%` }} />
      </div>
      <p className={styles.words} aria-hidden="true">
        {text}
      </p>
    </div>
  );
}
