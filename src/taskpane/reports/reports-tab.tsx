// The tab « Rapports »: the report of execution and the procès-verbal.
import { makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { BilanSection } from "./bilan-section";
import { ProcesVerbalSection } from "./proces-verbal-section";
import { reportsOf } from "./reports-store";
import { texts } from "./texts";
import { usePeriods } from "./use-periods";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL },
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    "& > p": { margin: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
});

interface ReportsTabProps {
  readonly session: Session;
  readonly state: SessionState;
  /** ISO date. */
  readonly today: () => string;
}

export function ReportsTab({ session, state, today }: ReportsTabProps) {
  const styles = useStyles();
  const store = reportsOf(session);
  const { bilan, procesVerbal } = useSyncExternalStore(store.subscribe, store.getState);
  const asOf = state.asOf || today();
  const periods = usePeriods(session, state, asOf);
  return (
    <div className={styles.tab}>
      <section className={styles.section} aria-labelledby="bilan">
        <h2 id="bilan" className={styles.title}>
          {texts.bilanTitle}
        </h2>
        <BilanSection session={session} state={state} made={bilan} periods={periods} asOf={asOf} />
      </section>
      <section className={styles.section} aria-labelledby="proces-verbal">
        <h2 id="proces-verbal" className={styles.title}>
          {texts.pvTitle}
        </h2>
        <ProcesVerbalSection session={session} state={state} outcome={procesVerbal} />
      </section>
    </div>
  );
}
