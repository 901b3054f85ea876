// The findings that correcting another one would settle, under it: each leads to its cell, none asks for anything.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding } from "../../../core/verification";
import { texts } from "../../texts";
import { FindingItem } from "./finding-item";

const PAGE = 5;

const useStyles = makeStyles({
  title: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: "none", borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
});

interface ConsequencesProps {
  readonly cause: Finding;
  readonly consequences: readonly Finding[];
  readonly selectedCell: string | null;
  readonly onSelectCell: (cell: string) => void;
}

export function Consequences({ cause, consequences, selectedCell, onSelectCell }: ConsequencesProps) {
  const styles = useStyles();
  const [limit, setLimit] = useState(PAGE);
  const rest = consequences.length - limit;
  return (
    <>
      <p className={styles.title}>{texts.alsoCauses}</p>
      <ul className={styles.list} aria-label={texts.alsoCausesOf(cause.message)}>
        {consequences.slice(0, limit).map((finding) => (
          <FindingItem
            key={finding.id}
            // The explanation repeats the cause that it stands under; the « Écarts » sheet has it.
            finding={finding.explanation === null ? finding : { ...finding, explanation: null }}
            cause={null}
            selectedCell={cellOf(finding, selectedCell)}
            onSelectCell={onSelectCell}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setLimit(limit + PAGE)}>
          {texts.showMore(Math.min(rest, PAGE))}
        </Button>
      )}
    </>
  );
}

/** The cell of the finding that was last gone to, where it is one of its cells. */
export function cellOf({ cells }: Finding, selectedCell: string | null): string | null {
  return selectedCell !== null && cells.includes(selectedCell) ? selectedCell : null;
}
