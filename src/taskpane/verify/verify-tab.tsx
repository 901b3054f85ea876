// The first tab: what can be verified, and what was found.
import { makeStyles, tokens } from "@fluentui/react-components";
import { lazyPart } from "../lazy-part";
import { isStale, type SessionState } from "../session";
import type { Session } from "../session-store";
import { texts } from "../texts";
import { VerificationForm } from "./verification-form";

export const loadResults = () => import(/* webpackChunkName: "results" */ "./results/results");

const Results = lazyPart(async () => (await loadResults()).Results, texts.loadingResults);

const Opening = lazyPart(
  async () => (await import(/* webpackChunkName: "opening" */ "../opening/opening")).Opening,
  texts.loadingTab,
);

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Results stand here: their script has come, or the list would not be shown. */
export async function verifyAgain(session: Session): Promise<void> {
  const { verifyAndGoOn } = await import(/* webpackChunkName: "results" */ "./work/go-on");
  await verifyAndGoOn(session, []);
}

interface VerifyTabProps {
  readonly session: Session;
  readonly state: SessionState;
}

export function VerifyTab({ session, state }: VerifyTabProps) {
  const styles = useStyles();
  const { outcome, running } = state;
  const isBusy = running !== null;
  const isOld = !isBusy && isStale(state, outcome);
  // Where the workbook is another contract's there is nothing to list: what the agent can do about it is shown.
  const isForeign = outcome?.verification.verdict.state === "not-this-contract";
  const hasResults = outcome !== null && !isForeign;
  return (
    <div className={styles.tab}>
      {!hasResults && <VerificationForm session={session} isBusy={isBusy} />}
      {hasResults ? (
        <Results
          session={session}
          outcome={outcome}
          selectedCell={state.selectedCell}
          isBusy={isBusy}
          isStale={isOld}
        />
      ) : (
        <Opening session={session} state={state} />
      )}
      {!outcome && <p className={styles.quiet}>{texts.privacy}</p>}
    </div>
  );
}
