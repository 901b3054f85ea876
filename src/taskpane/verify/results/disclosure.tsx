// A heading that opens and closes what stands below it; what is closed is not in the page.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactNode } from "react";
import { useRowButton } from "./plain-button";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  button: { padding: "6px 4px" },
  section: { fontWeight: 600, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  chevron: { flexShrink: 0, marginTop: "2px" },
  // In a narrow pane a long count goes below the title, rather than out of the pane or over the title's room.
  title: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, flexGrow: 1, minWidth: 0 },
  words: { flex: "1 1 12em", minWidth: 0, overflowWrap: "anywhere" },
  count: { fontWeight: 400, color: tokens.colorNeutralForeground3 },
  content: { padding: "4px 0 4px 4px" },
});

interface DisclosureProps {
  readonly heading: "h2" | "h3";
  readonly title: ReactNode;
  /** Shown at the end of the heading. */
  readonly count?: ReactNode;
  readonly defaultOpen?: boolean;
  readonly children: ReactNode;
}

export function Disclosure({ heading: Heading, title, count, defaultOpen = false, children }: DisclosureProps) {
  const styles = useStyles();
  const row = useRowButton();
  const [isOpen, setOpen] = useState(defaultOpen);
  const id = useId();
  const Chevron = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <section>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(row, styles.button, Heading === "h2" && styles.section)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron className={styles.chevron} />
          <span className={styles.title}>
            <span className={styles.words}>{title}</span>
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </span>
        </button>
      </Heading>
      {isOpen && (
        <div id={id} className={styles.content}>
          {children}
        </div>
      )}
    </section>
  );
}
