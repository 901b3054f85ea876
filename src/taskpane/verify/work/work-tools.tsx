// What chooses among the discrepancies of a view: a search, and the order in which they stand.
import { Button, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { workTexts } from "./texts";
import { GROUPINGS, NO_FILTER, type WorkFilter } from "./work-list";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  search: { flex: "1 1 140px", minWidth: 0 },
  order: { flex: "0 1 auto", minWidth: 0 },
  hidden: { fontWeight: tokens.fontWeightSemibold },
});

interface WorkToolsProps {
  /** How many the search hides. */
  readonly hidden: number;
  readonly filter: WorkFilter;
  readonly onFilter: (filter: WorkFilter) => void;
}

export function WorkTools({ hidden, filter, onFilter }: WorkToolsProps) {
  const styles = useStyles();
  const search = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className={styles.row}>
        <Input
          className={styles.search}
          type="search"
          size="small"
          input={{ ref: search }}
          aria-label={workTexts.search}
          placeholder={workTexts.search}
          value={filter.search}
          onChange={(_, { value }) => onFilter({ ...filter, search: value })}
        />
        <Select
          className={styles.order}
          size="small"
          aria-label={workTexts.grouping}
          value={filter.grouping}
          onChange={(_, { value }) => {
            const grouping = GROUPINGS.find((each) => each === value) ?? NO_FILTER.grouping;
            onFilter({ ...filter, grouping });
          }}
        >
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {workTexts.groupings[grouping]}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.row} role="status">
        {hidden > 0 && (
          <>
            <span className={styles.hidden}>{workTexts.hidden(hidden)}</span>
            <Button
              size="small"
              onClick={() => {
                onFilter({ ...filter, search: "" });
                // This button goes: the keyboard must not lose its place.
                search.current?.focus();
              }}
            >
              {workTexts.reset}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
