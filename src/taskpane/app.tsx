// The whole pane: its tabs, what is going on, and what came of the last thing asked for.
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, useSyncExternalStore } from "react";
import { firstReached, useKeptFocus } from "./kept-focus";
import { lazyPart } from "./lazy-part";
import { Notices } from "./notices";
import { useOnlyHeard } from "./only-heard";
import { Progress } from "./progress";
import { TABS, type SessionState, type Tab } from "./session";
import type { Session } from "./session-store";
import { useStayAtTop } from "./stay-at-top";
import { panelId, TabList, tabId } from "./tab-list";
import { texts } from "./texts";
import { useTheme } from "./theme";
import { VerifyTab } from "./verify/verify-tab";

const AnnexesTab = lazyPart(
  async () => (await import(/* webpackChunkName: "annexes" */ "./annexes/annexes-tab")).AnnexesTab,
  texts.loadingTab,
);
const ContratTab = lazyPart(
  async () => (await import(/* webpackChunkName: "contrat" */ "./contrat/contrat-tab")).ContratTab,
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

const AideTab = lazyPart(
  async () => (await import(/* webpackChunkName: "aide" */ "./aide/aide-tab")).AideTab,
  texts.loadingTab,
);

const PANELS = {
  verify: VerifyTab,
  contrat: ContratTab,
  annexes: AnnexesTab,
  totals: TotalsTab,
  reports: ReportsTab,
  aide: AideTab,
} as const;

const useStyles = makeStyles({
  provider: { minHeight: "100vh" },
  pane: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: "12px 16px 24px",
    // Where the text is twice as large, room for a figure that must not break.
    "@media (max-width: 240px)": { paddingLeft: "8px", paddingRight: "8px" },
    // A word that is wider than a narrow pane is cut rather than going out of it.
    overflowWrap: "break-word",
    // A field is as narrow as the pane when the text is twice as large.
    "& .fui-Field": { gridTemplateColumns: "minmax(0, 1fr)" },
    "& .fui-Input, & .fui-Input__input, & .fui-Select, & .fui-Select__select": { minWidth: 0, maxWidth: "100%" },
    "& .fui-Select__select": { textOverflow: "ellipsis" },
  },
  // What came of a click is said where the eye is, however far the list was scrolled.
  near: { position: "sticky", top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
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
  const onlyHeard = useOnlyHeard();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const theme = useTheme(officeBackground);
  const pane = useRef<HTMLElement>(null);
  const near = useRef<HTMLDivElement>(null);
  useStayAtTop(near);
  // From one tab to another, to the tab itself; else, as after « Arrêter », to what the tab begins with.
  useKeptFocus(pane, (around) => {
    const isOfATab = around.some((element) => element.getAttribute("role") === "tabpanel");
    const panel = pane.current?.querySelector("[role=tabpanel]:not([hidden])") ?? null;
    return (isOfATab ? null : firstReached(panel)) ?? document.getElementById(tabId(session.getState().tab));
  });
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <main ref={pane} className={styles.pane}>
        {/* Excel shows the add-in's name above the pane. */}
        <h1 className={onlyHeard}>{texts.title}</h1>
        <TabList selected={state.tab} onSelect={session.chooseTab} />
        <div ref={near} className={styles.near}>
          <Progress state={state} onStop={session.stop} />
          <Notices notices={state.notices} />
        </div>
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
