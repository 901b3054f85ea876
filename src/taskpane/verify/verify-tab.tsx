// The first tab: what can be verified, and what was found.
import { makeStyles, tokens } from "@fluentui/react-components";
import { lazyPart } from "../lazy-part";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { texts } from "../texts";
import { ContractSection } from "./contract-section";
import { EmptyState } from "./empty-state";
import { OutcomeNotices } from "./outcome-notices";
import { VerificationForm } from "./verification-form";

export const loadResults = () => import(/* webpackChunkName: "results" */ "./results/results");

const Results = lazyPart(async () => (await loadResults()).Results, texts.loadingResults);

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface VerifyTabProps {
  readonly session: Session;
  readonly state: SessionState;
  /** ISO date. */
  readonly today: () => string;
}

export function VerifyTab({ session, state, today }: VerifyTabProps) {
  const styles = useStyles();
  const { outcome, running } = state;
  const isBusy = running !== null;
  return (
    <div className={styles.tab}>
      <VerificationForm session={session} asOf={state.asOf} isBusy={isBusy} today={today} />
      <OutcomeNotices outcome={outcome} isBusy={isBusy} onVerify={session.verify} />
      {outcome ? (
        <Results
          outcome={outcome}
          filter={state.filter}
          selectedCell={state.selectedCell}
          isBusy={isBusy}
          onFilter={session.setFilter}
          onSelectCell={session.selectCell}
          onChoose={session.chooseTable}
        />
      ) : (
        <EmptyState />
      )}
      <ContractSection
        contract={outcome?.verification.contract ?? null}
        onAnnexes={() => session.chooseTab("annexes")}
      />
    </div>
  );
}
