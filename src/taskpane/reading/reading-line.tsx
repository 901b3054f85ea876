// A line of a list of columns and rows: where it stands, its words, what is told of them, and what may be done.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
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
  },
  here: {
    marginLeft: "-8px",
    paddingLeft: "5px",
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  at: {
    minWidth: "24px",
    padding: "1px 3px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "center",
  },
  words: { flex: "1 1 6em", minWidth: 0, overflowWrap: "anywhere" },
  told: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface ReadingLineProps {
  readonly about: "column" | "row" | null;
  /** "C", "12"; null for what has no place. */
  readonly name: string | null;
  readonly words: string;
  readonly told: readonly string[];
  /** The one that is asked about now. */
  readonly isHere?: boolean;
  readonly children: ReactNode;
}

export function ReadingLine({ about, name, words, told, isHere = false, children }: ReadingLineProps) {
  const styles = useStyles();
  const heard = useOnlyHeard();
  return (
    <li className={mergeClasses(styles.line, isHere && styles.here)}>
      {about && name !== null && (
        <span className={styles.at}>
          <span className={heard}>{readingTexts.lineKind(about)} </span>
          {name}
        </span>
      )}
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
