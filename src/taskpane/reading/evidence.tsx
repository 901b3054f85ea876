// On what a supposition rests, in the words of the core.
import { makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Subtract16Regular } from "@fluentui/react-icons/svg/subtract";
import { capitalise } from "../../core/domain/words/typographie";
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
  /** They carry a supposition; else they are all that is known. */
  readonly isEnough: boolean;
}

export function Evidence({ evidence, isEnough }: EvidenceProps) {
  const styles = useStyles();
  if (evidence.length === 0) return null;
  const Icon = isEnough ? Checkmark16Regular : Subtract16Regular;
  return (
    <ul className={styles.list} aria-label={readingTexts.evidence}>
      {evidence.slice(0, SHOWN).map((clause) => (
        <li key={clause} className={styles.line}>
          <span className={isEnough ? `${styles.icon} ${styles.for}` : styles.icon} aria-hidden="true">
            <Icon />
          </span>
          <span>{capitalise(clause)}</span>
        </li>
      ))}
    </ul>
  );
}
