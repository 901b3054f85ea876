// A line of a list of columns and rows: where it stands, its words, what is told of them, and what may be done.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useOnlyHeard } from "../only-heard";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: "2px",
    padding: "3px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  at: { minWidth: "1.8em", color: tokens.colorNeutralForeground3 },
  words: { flex: "1 1 9em", minWidth: 0, overflowWrap: "anywhere" },
  told: { display: "block", color: tokens.colorNeutralForeground3 },
});

interface ReadingLineProps {
  readonly about: "column" | "row" | null;
  /** "C", "12"; null for what has no place. */
  readonly name: string | null;
  readonly words: string;
  readonly told: readonly string[];
  readonly children: ReactNode;
}

export function ReadingLine({ about, name, words, told, children }: ReadingLineProps) {
  const styles = useStyles();
  const heard = useOnlyHeard();
  return (
    <li className={styles.line}>
      <span className={styles.at}>
        {about && name !== null && <span className={heard}>{readingTexts.lineKind(about)} </span>}
        {name}
      </span>
      <span className={styles.words}>
        {words}
        {told.map((text) => (
          <span key={text} className={styles.told}>
            {text}
          </span>
        ))}
      </span>
      {children}
    </li>
  );
}
