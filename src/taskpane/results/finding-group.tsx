// The findings of one rule, the first of them at once and the others on demand.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingGroup as Group } from "../filter";
import { texts } from "../texts";
import { Disclosure } from "./disclosure";
import { FindingItem } from "./finding-item";
import { KindIcon } from "./kind-icon";

const PAGE = 25;

const useStyles = makeStyles({
  title: { display: "flex", columnGap: "6px", fontWeight: 600 },
  article: { fontWeight: 400, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: "none" },
});

interface FindingGroupProps {
  readonly group: Group;
  readonly defaultOpen: boolean;
  /** Messages by finding, for the findings that come from another. */
  readonly messages: ReadonlyMap<string, string>;
  readonly selectedCell: string | null;
  readonly onSelectCell: (cell: string) => void;
}

export function FindingGroup({ group, defaultOpen, messages, selectedCell, onSelectCell }: FindingGroupProps) {
  const styles = useStyles();
  const [limit, setLimit] = useState(PAGE);
  const rest = group.findings.length - limit;
  const title = (
    <span className={styles.title}>
      <KindIcon kind={group.worst} />
      <span>
        {group.title} <span className={styles.article}>({texts.article(group.article)})</span>
      </span>
    </span>
  );
  return (
    <Disclosure heading="h3" title={title} count={texts.findingCount(group.findings.length)} defaultOpen={defaultOpen}>
      <ul className={styles.list}>
        {group.findings.slice(0, limit).map((finding) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            cause={finding.causedBy === null ? null : (messages.get(finding.causedBy) ?? "")}
            selectedCell={selectedCell !== null && finding.cells.includes(selectedCell) ? selectedCell : null}
            onSelectCell={onSelectCell}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setLimit(limit + PAGE)}>
          {texts.showMore(Math.min(rest, PAGE))}
        </Button>
      )}
    </Disclosure>
  );
}
