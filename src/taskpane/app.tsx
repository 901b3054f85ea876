// The whole pane: what can be asked, what is going on, what was found.
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { ContractSection } from "./contract-section";
import { EmptyState } from "./empty-state";
import { Notices } from "./notices";
import { Progress } from "./progress";
import type { Session } from "./session-store";
import { texts } from "./texts";
import { THEMES, useThemeName } from "./theme";
import { VerificationForm } from "./verification-form";

export const loadResults = () => import(/* webpackChunkName: "results" */ "./results/results");

const Results = lazy(async () => ({ default: (await loadResults()).Results }));

const useStyles = makeStyles({
  provider: { minHeight: "100vh" },
  pane: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, padding: "12px 16px 24px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: 600 },
});

export interface AppProps {
  readonly session: Session;
  /** "#RRGGBB", null where Office tells no theme. */
  readonly officeBackground: string | null;
  /** ISO date. */
  readonly today: () => string;
}

export function App({ session, officeBackground, today }: AppProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const theme = useThemeName(officeBackground);
  const { outcome, running } = state;
  return (
    <FluentProvider theme={THEMES[theme]} className={styles.provider}>
      <main className={styles.pane}>
        <h1 className={styles.title}>{texts.title}</h1>
        <VerificationForm session={session} asOf={state.asOf} isBusy={running !== null} today={today} />
        <Progress running={running} outcome={outcome} />
        <Notices notices={state.notices} outcome={outcome} isBusy={running !== null} onVerify={session.verify} />
        {outcome ? (
          <Suspense fallback={<p>{texts.loadingResults}</p>}>
            <Results
              outcome={outcome}
              filter={state.filter}
              selectedCell={state.selectedCell}
              isBusy={running !== null}
              onFilter={session.setFilter}
              onSelectCell={session.selectCell}
              onChoose={session.chooseTable}
            />
          </Suspense>
        ) : (
          <EmptyState />
        )}
        <ContractSection
          contract={outcome?.verification.contract ?? null}
          isBusy={running !== null}
          onInsert={() => void session.insertContract()}
        />
      </main>
    </FluentProvider>
  );
}
