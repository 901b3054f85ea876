// The whole pane: its tabs, what is going on, and what came of the last thing asked for.
import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useRef, useState, useSyncExternalStore } from "react";
import { formatDate } from "../core/domain/words/format";
import { firstReached, useKeptFocus } from "./kept-focus";
import { lazyPart } from "./lazy-part";
import { Notices } from "./notices";
import { useOnlyHeard } from "./only-heard";
import { Progress } from "./progress";
import { DOCUMENTS, isDocument, isStale, TABS, type SessionState, type Tab } from "./session";
import { isUsableDate, type Session } from "./session-store";
import { useStayAtTop } from "./stay-at-top";
import { panelId, TabList, tabId } from "./tab-list";
import { texts } from "./texts";
import { useTheme } from "./theme";
import { verifyAgain, VerifyTab } from "./verify/verify-tab";

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
} as const satisfies Record<Tab, unknown>;

const Settings = lazyPart(
  async () => (await import(/* webpackChunkName: "settings" */ "./settings")).Settings,
  texts.loadingTab,
);

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
  top: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  seat: { minWidth: 0, marginLeft: "auto", paddingRight: 0 },
  documents: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    "&[hidden]": { display: "none" },
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
    const { tab } = session.getState();
    const shown = document.getElementById(tabId(tab)) ?? firstReached(document.getElementById(panelId(tab)));
    return (isOfATab ? null : firstReached(panel)) ?? shown;
  });
  const shared = { session, state, today };
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <main ref={pane} className={styles.pane}>
        {/* Excel shows the add-in's name above the pane. */}
        <h1 className={onlyHeard}>{texts.title}</h1>
        <Top session={session} state={state} today={today} />
        <div ref={near} className={styles.near}>
          <Progress state={state} onStop={session.stop} />
          <Notices
            notices={state.notices}
            isStale={state.tab === "verify" && state.running === null && isStale(state, state.outcome)}
            edits={state.edits}
            onVerify={() => void verifyAgain(session)}
            onClose={session.closeNotice}
          />
        </div>
        {(["verify", "contrat"] as const).map((tab) => (
          <Panel key={tab} tab={tab} isShown={tab === state.tab} {...shared} />
        ))}
        <div
          id={panelId("documents")}
          role="tabpanel"
          aria-labelledby={tabId("documents")}
          hidden={!isDocument(state.tab)}
          className={styles.documents}
        >
          {isDocument(state.tab) && (
            <TabList
              label={texts.tab.documents}
              tabs={DOCUMENTS}
              names={texts.documents}
              selected={state.tab}
              onSelect={session.chooseTab}
            />
          )}
          {DOCUMENTS.map((tab) => (
            <Panel key={tab} tab={tab} isShown={tab === state.tab} {...shared} />
          ))}
        </div>
        <Panel tab="aide" isShown={state.tab === "aide"} {...shared} />
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

/** The last tab that was chosen among documents is that which « Documents » leads to. */
function Top({ session, state, today }: Omit<PanelProps, "tab" | "isShown">) {
  const styles = useStyles();
  const [document, setDocument] = useState<Tab>("annexes");
  if (isDocument(state.tab) && state.tab !== document) setDocument(state.tab);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { asOf, tab, qui } = state;
  const seat = texts.seat(qui, asOf === "" ? null : isUsableDate(asOf) ? formatDate(asOf) : texts.dateToCorrect);
  return (
    <>
      <div className={styles.top}>
        <TabList
          label={texts.tabs}
          tabs={TABS}
          names={texts.tab}
          selected={isDocument(tab) ? "documents" : tab === "aide" ? null : tab}
          onSelect={(chosen) => session.chooseTab(chosen === "documents" ? document : chosen)}
        />
        <Button
          size="small"
          appearance="subtle"
          className={styles.seat}
          aria-label={`${seat || texts.settings} : ${texts.settingsWhat}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {seat || texts.settings}
          <span aria-hidden="true">{isOpen ? " ▴" : " ▾"}</span>
        </Button>
      </div>
      {isOpen && (
        <div id={id}>
          <Settings session={session} state={state} today={today} onHelp={() => setOpen(false)} />
        </div>
      )}
    </>
  );
}

/** Drawn when it is first shown, and kept from then on: what was typed in it stays. */
function Panel({ tab, isShown, ...props }: PanelProps) {
  const [wasShown, setShown] = useState(isShown);
  if (isShown && !wasShown) setShown(true);
  const Content = PANELS[tab];
  return (
    <div
      id={panelId(tab)}
      {...(tab === "aide"
        ? { role: "region", "aria-label": texts.aide }
        : { role: "tabpanel", "aria-labelledby": tabId(tab) })}
      hidden={!isShown}
    >
      {wasShown && <Content {...props} />}
    </div>
  );
}
