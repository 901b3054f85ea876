// How many of the workbook's amounts are understood, of all that stand in its tables.
import { makeStyles, tokens } from "@fluentui/react-components";
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
  words: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function ReadingBar({ understood, all }: { readonly understood: number; readonly all: number }) {
  const styles = useStyles();
  const text = readingTexts.progress(understood, all);
  return (
    <div>
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
