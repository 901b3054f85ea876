// On what a supposition rests and what does not speak for it, in the words of the core.
import { makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Subtract16Regular } from "@fluentui/react-icons/svg/subtract";
import { capitalise } from "../../core/domain/words/typographie";
import { useOnlyHeard } from "../only-heard";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { display: "flex", columnGap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  icon: { flexShrink: 0 },
  for: { color: tokens.colorStatusSuccessForeground1 },
});

/** More than these nobody reads before he answers. */
const SHOWN = 3;

interface EvidenceProps {
  readonly evidence: readonly string[];
  readonly lacks: readonly string[];
  /** They carry a supposition; else they are all that is known. */
  readonly isEnough: boolean;
}

export function Evidence({ evidence, lacks, isEnough }: EvidenceProps) {
  const styles = useStyles();
  // One of those that lack always shows: it says why anything is asked.
  const found = evidence.slice(0, SHOWN - Math.min(lacks.length, 1));
  const lines = [
    ...found.map((clause) => ({ clause, isFor: isEnough })),
    ...lacks.slice(0, SHOWN - found.length).map((clause) => ({ clause, isFor: false })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={readingTexts.evidence}>
      {lines.map(({ clause, isFor }) => (
        <Line key={clause} clause={clause} isFor={isFor} />
      ))}
    </ul>
  );
}

function Line({ clause, isFor }: { readonly clause: string; readonly isFor: boolean }) {
  const styles = useStyles();
  const heard = useOnlyHeard();
  const Icon = isFor ? Checkmark16Regular : Subtract16Regular;
  return (
    <li className={styles.line}>
      <span className={isFor ? `${styles.icon} ${styles.for}` : styles.icon} aria-hidden="true">
        <Icon />
      </span>
      <span>
        <span className={heard}>{isFor ? readingTexts.speaksFor : readingTexts.isMissing} </span>
        {capitalise(clause)}
      </span>
    </li>
  );
}
