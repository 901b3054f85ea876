// The whole pane: its tabs, what is going on, and what came of the last thing asked for.
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useState, useSyncExternalStore } from "react";
import { lazyPart } from "./lazy-part";
import { Notices } from "./notices";
import { Progress } from "./progress";
import { TABS, type SessionState, type Tab } from "./session";
import type { Session } from "./session-store";
import { panelId, TabList, tabId } from "./tab-list";
import { texts } from "./texts";
import { THEMES, useThemeName } from "./theme";
import { VerifyTab } from "./verify/verify-tab";

const AnnexesTab = lazyPart(
  async () => (await import(/* webpackChunkName: "annexes" */ "./annexes/annexes-tab")).AnnexesTab,
  texts.loadingTab,
);
const TotalsTab = lazyPart(
  async () => (await import(/* webpackChunkName: "totals" */ "./totals/totals-tab")).TotalsTab,
  texts.loadingTab,
);
const ReportsTab = lazyPart(
  async () => (await import(/* webpackChunkName: "reports" */ "./reports/reports-tab")).ReportsTab,
  texts.loadingTab,
);

const PANELS = { verify: VerifyTab, annexes: AnnexesTab, totals: TotalsTab, reports: ReportsTab } as const;

const useStyles = makeStyles({
  provider: { minHeight: "100vh" },
  pane: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, padding: "12px 16px 24px" },
  // Excel shows the add-in's name above the pane.
  title: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
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
  return (
    <FluentProvider theme={THEMES[theme]} className={styles.provider}>
      <main className={styles.pane}>
        <h1 className={styles.title}>{texts.title}</h1>
        <TabList selected={state.tab} onSelect={session.chooseTab} />
        <Progress running={state.running} finished={state.finished} outcome={state.outcome} />
        <Notices notices={state.notices} />
        {TABS.map((tab) => (
          <Panel key={tab} tab={tab} isShown={tab === state.tab} session={session} state={state} today={today} />
        ))}
      </main>
    </FluentProvider>
  );
}

interface PanelProps {
  readonly tab: Tab;
  readonly isShown: boolean;
  readonly session: Session;
  readonly state: SessionState;
  readonly today: () => string;
}

/** Drawn when it is first shown, and kept from then on: what was typed in it stays. */
function Panel({ tab, isShown, ...props }: PanelProps) {
  const [wasShown, setShown] = useState(isShown);
  if (isShown && !wasShown) setShown(true);
  const Content = PANELS[tab];
  return (
    <div id={panelId(tab)} role="tabpanel" aria-labelledby={tabId(tab)} hidden={!isShown}>
      {wasShown && <Content {...props} />}
    </div>
  );
}
