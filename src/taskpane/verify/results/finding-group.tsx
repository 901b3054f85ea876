// The findings of one rule, the first of them at once and the others on demand.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingGroup as Group } from "../filter";
import { texts } from "../../texts";
import { cellOf, Consequences } from "./consequences";
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
  const rest = group.causes.length - limit;
  const consequences = group.causes.reduce((sum, cause) => sum + cause.consequences.length, 0);
  const title = (
    <span className={styles.title}>
      <KindIcon kind={group.worst} />
      <span>
        {group.title} <span className={styles.article}>({texts.article(group.article)})</span>
      </span>
    </span>
  );
  return (
    <Disclosure
      heading="h3"
      title={title}
      count={texts.findingCount(group.causes.length, consequences)}
      defaultOpen={defaultOpen}
    >
      <ul className={styles.list}>
        {group.causes.slice(0, limit).map(({ cause, consequences: caused }) => (
          <FindingItem
            key={cause.id}
            finding={cause}
            cause={cause.causedBy === null ? null : (messages.get(cause.causedBy) ?? "")}
            selectedCell={cellOf(cause, selectedCell)}
            onSelectCell={onSelectCell}
          >
            {caused.length > 0 && (
              <Consequences
                cause={cause}
                consequences={caused}
                selectedCell={selectedCell}
                onSelectCell={onSelectCell}
              />
            )}
          </FindingItem>
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
