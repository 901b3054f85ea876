// Everything a verification found, from its verdict down to what no calculation can check.
import { makeStyles, tokens } from "@fluentui/react-components";
import { beyondCalculation } from "../../../core/rules/beyond-calculation";
import type { Filter } from "../filter";
import type { Outcome } from "../../session";
import { texts } from "../../texts";
import { Disclosure } from "./disclosure";
import { Findings } from "./findings";
import { ReadTables } from "./read-tables";
import { HeldRules, UncheckedRules } from "./rule-lists";
import { TableChoices, type OnChoose } from "./table-choices";
import { VerdictBanner } from "./verdict-banner";

const useStyles = makeStyles({
  results: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  list: { margin: 0, paddingLeft: "20px", "& li": { marginBottom: "6px" } },
});

interface ResultsProps {
  readonly outcome: Outcome;
  readonly filter: Filter;
  readonly selectedCell: string | null;
  readonly onFilter: (filter: Filter) => void;
  readonly isBusy: boolean;
  readonly onSelectCell: (cell: string) => void;
  readonly onChoose: OnChoose;
}

export function Results(props: ResultsProps) {
  const { outcome, filter, selectedCell, isBusy, onFilter, onSelectCell, onChoose } = props;
  const styles = useStyles();
  const { verification } = outcome;
  return (
    <div className={styles.results}>
      <VerdictBanner outcome={outcome} />
      <TableChoices verification={verification} isBusy={isBusy} onChoose={onChoose} />
      <ReadTables tables={verification.read} unread={verification.unread ?? []} />
      {verification.findings.length > 0 && (
        <Findings
          // A new verification begins with its groups as closed and as short as they are by default.
          key={outcome.verifiedAt.getTime()}
          findings={verification.findings}
          rules={verification.rules}
          filter={filter}
          selectedCell={selectedCell}
          onFilter={onFilter}
          onSelectCell={onSelectCell}
        />
      )}
      <UncheckedRules rules={verification.rules} />
      <HeldRules rules={verification.rules} />
      <Disclosure heading="h2" title={texts.beyondTitle} count={beyondCalculation.length}>
        <ul className={styles.list}>
          {beyondCalculation.map(({ article, subject, reason }) => (
            <li key={subject}>
              {subject} ({texts.article(article)}). {reason}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
