// The tab « Totaux » : what would change, the agent's word on it, and the figures per axe and year.
import type { CellRef } from "xlsx-model/cell-ref";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { isStale, type SessionState } from "../session";
import type { Session } from "../session-store";
import { StaleNotice } from "../stale-notice";
import { AxeFigures } from "./axe-figures";
import { ChangesPreview } from "./changes-preview";
import { RemarkList } from "./remark-list";
import { texts } from "./texts";
import { applyTotals, startTotals, totalsOf, type TotalsState } from "./totals-store";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, "& p": { margin: 0 } },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface TotalsTabProps {
  readonly session: Session;
  readonly state: SessionState;
  /** ISO date. */
  readonly today: () => string;
}

export function TotalsTab({ session, state }: TotalsTabProps) {
  const styles = useStyles();
  const store = totalsOf(session);
  const totals = useSyncExternalStore(store.subscribe, store.getState);
  const isBusy = state.running !== null;
  const start = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.tab}>
      {totals.kind === "idle" && <p>{texts.intro}</p>}
      <div ref={start}>
        <Button
          appearance={totals.kind === "preview" && totals.preview.changes.length > 0 ? "secondary" : "primary"}
          disabledFocusable={isBusy}
          onClick={() => void startTotals(session)}
        >
          {totals.kind === "idle" ? texts.start : texts.startAgain}
        </Button>
      </div>
      <StaleNotice isStale={totals.kind !== "idle" && isStale(state, totals)} text={texts.stale} />
      <Outcome
        totals={totals}
        isBusy={isBusy}
        selectedCell={state.selectedCell}
        onSelectCell={(cell) => void session.selectCell(cell)}
        onReplace={() => void applyTotals(session)}
        onCancel={() => {
          store.set({ kind: "idle" });
          // The button that was clicked goes: the keyboard must not lose its place.
          start.current?.querySelector("button")?.focus();
        }}
      />
    </div>
  );
}

interface OutcomeProps {
  readonly totals: TotalsState;
  readonly isBusy: boolean;
  readonly selectedCell: CellRef | null;
  readonly onSelectCell: (cell: CellRef) => void;
  readonly onReplace: () => void;
  readonly onCancel: () => void;
}

/** Its title takes the keyboard where the button that was clicked has gone, before anything else does. */
function Outcome({ totals, isBusy, selectedCell, onSelectCell, onReplace, onCancel }: OutcomeProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (totals.kind !== "idle" && document.activeElement === document.body) title.current?.focus();
  }, [totals.kind]);
  if (totals.kind === "idle") return null;
  const { preview } = totals;
  const count = totals.kind === "preview" ? preview.changes.length : totals.refreshed.written;
  return (
    <>
      <div role="status">
        <h2 className={styles.title} ref={title} tabIndex={-1}>
          {titleOf(totals)}
        </h2>
      </div>
      {totals.kind === "done" && <p>{texts.done}</p>}
      {totals.kind === "preview" && count === 0 && preview.blocked.length === 0 && (
        <p>{texts.nothing(preview.unchanged)}</p>
      )}
      {totals.kind === "preview" && count > 0 && (
        <ChangesPreview
          preview={preview}
          isBusy={isBusy}
          selectedCell={selectedCell}
          onSelectCell={onSelectCell}
          onReplace={onReplace}
          onCancel={onCancel}
        />
      )}
      <RemarkList
        title={totals.kind === "done" ? texts.remarksTitle : texts.blockedTitle(preview.blocked.length)}
        remarks={totals.kind === "done" ? totals.refreshed.remarks : preview.blocked}
        isWarning
      />
      <p className={styles.quiet}>{texts.looked(preview.tables)}</p>
      {(totals.kind === "done" || count === 0) && (
        <AxeFigures figures={totals.kind === "done" ? totals.refreshed.parAxe : preview.parAxe} />
      )}
    </>
  );
}

function titleOf(totals: Exclude<TotalsState, { kind: "idle" }>): string {
  if (totals.kind === "done") return texts.doneTitle(totals.refreshed.written);
  const { changes, blocked } = totals.preview;
  if (changes.length > 0) return texts.previewTitle(changes.length);
  return blocked.length > 0 ? texts.nothingButBlocked : texts.nothingTitle;
}
