// The procès-verbal: drawn up by the one, checked by the other.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { isStale, type SessionState } from "../session";
import type { Session } from "../session-store";
import { StaleNotice } from "../stale-notice";
import { ProcesVerbalOutcome } from "./proces-verbal-outcome";
import { checkProcesVerbal, establishProcesVerbal, forgetProcesVerbal, type ReportsState } from "./reports-store";
import { texts } from "./texts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ProcesVerbalSectionProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly outcome: ReportsState["procesVerbal"];
}

export function ProcesVerbalSection({ session, state, outcome }: ProcesVerbalSectionProps) {
  const styles = useStyles();
  const isBusy = state.running !== null;
  return (
    <>
      <p>{texts.pvIntro}</p>
      <div className={styles.buttons}>
        <Button disabledFocusable={isBusy} onClick={() => void establishProcesVerbal(session)}>
          {texts.establish}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void checkProcesVerbal(session)}>
          {texts.check}
        </Button>
      </div>
      <StaleNotice isStale={isStale(state, outcome)} text={texts.pvStale} />
      {outcome && (
        <ProcesVerbalOutcome
          outcome={outcome}
          isBusy={isBusy}
          selectedCell={state.selectedCell}
          onSelectCell={(cell) => void session.selectCell(cell)}
          onReplace={(standing) => void establishProcesVerbal(session, standing)}
          onKeep={() => forgetProcesVerbal(session)}
        />
      )}
    </>
  );
}
