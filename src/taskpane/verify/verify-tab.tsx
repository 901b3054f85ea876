// The first tab: what can be verified, and what was found.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazyPart } from "../lazy-part";
import { isStale, type SessionState } from "../session";
import type { Session } from "../session-store";
import { StaleNotice } from "../stale-notice";
import { texts } from "../texts";
import { ContractSection } from "./contract-section";
import { EmptyState } from "./empty-state";
import { Refusals } from "./refusals";
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
      <StaleNotice isStale={!isBusy && isStale(state, outcome)} text={texts.stale}>
        <Button size="small" onClick={session.verify}>
          {texts.verifyAgain}
        </Button>
      </StaleNotice>
      <Refusals refusals={outcome?.refusals ?? []} />
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
