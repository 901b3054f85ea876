// The findings: filters, then one group a rule, the worst first.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Finding, RuleResult } from "../../../core/verification";
import { ALL, filterFindings, groupByRule, type Filter } from "../filter";
import { texts } from "../../texts";
import { Filters } from "./filters";
import { FindingGroup } from "./finding-group";

/** Beyond this many findings only the first group begins open. */
const ALL_OPEN_UP_TO = 25;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  shown: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleResult[];
  readonly filter: Filter;
  readonly selectedCell: string | null;
  readonly onFilter: (filter: Filter) => void;
  readonly onSelectCell: (cell: string) => void;
}

export function Findings({ findings, rules, filter, selectedCell, onFilter, onSelectCell }: FindingsProps) {
  const styles = useStyles();
  const visible = useMemo(() => filterFindings(findings, filter), [findings, filter]);
  const groups = useMemo(() => groupByRule(visible, rules), [visible, rules]);
  const messages = useMemo(() => new Map(findings.map(({ id, message }) => [id, message])), [findings]);
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{texts.findingsTitle}</h2>
      <Filters findings={findings} filter={filter} onFilter={onFilter} />
      <p className={styles.shown} role="status">
        {texts.shown(visible.length, findings.length)}
      </p>
      {visible.length === 0 && (
        <div>
          <p>{texts.noneMatches}</p>
          <Button onClick={() => onFilter(ALL)}>{texts.resetFilter}</Button>
        </div>
      )}
      {groups.map((group, index) => (
        <FindingGroup
          key={`${group.rule} ${filter.kind} ${filter.action}`}
          group={group}
          defaultOpen={index === 0 || visible.length <= ALL_OPEN_UP_TO}
          messages={messages}
          selectedCell={selectedCell}
          onSelectCell={onSelectCell}
        />
      ))}
    </section>
  );
}
