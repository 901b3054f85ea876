// The list to finish: a search, then the discrepancies in groups, a line each, more of them as one comes near the end of those drawn.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import type { CellRef } from "xlsx-model/cell-ref";
import type { CorrectionPlan } from "../../../core/why/correction";
import { sinceLast, type PreviousVerification } from "../../../core/situation/since-last";
import type { Verification } from "../../../core/verification";
import { openHelp } from "../../aide/aide-store";
import { openAvenant } from "../../contrat/avenant-store";
import { useOnlyHeard } from "../../only-heard";
import type { Session } from "../../session-store";
import { after, cellOf, describeRest, othersAt, safeOf } from "./beside-item";
import { CorrectionPreview } from "./correction-preview";
import { correct, previewCorrection } from "./correct";
import { draftKey } from "./drafts";
import { goTo, step, STATE_HEADING } from "./go-on";
import { GroupHeading } from "./group-heading";
import { justify, type EntryToday } from "./justify";
import { JustifyForm } from "./justify-form";
import { MoreBelow } from "./more-below";
import { sameWords } from "./place";
import { workTexts } from "./texts";
import type { ShownWork } from "./use-shown-work";
import { useWorkKeys } from "./use-work-keys";
import { useOwnView } from "./use-own-view";
import { viewTexts } from "./view-texts";
import { WorkCard } from "./work-card";
import { WorkLine } from "./work-line";
import type { WorkFilter, WorkItem } from "./work-list";
import { ALL_SAFE, workStore, type Said } from "./work-store";
import { WorkTools } from "./work-tools";

const PAGE = 40;

/** From the first to before the last, in the order shown. */
interface Drawn {
  readonly from: number;
  readonly to: number;
}

function around(drawn: Drawn, at: number): Drawn {
  return at >= drawn.from && at < drawn.to ? drawn : { from: Math.max(0, at - PAGE / 2), to: at + PAGE };
}

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    padding: 0,
    listStyle: "none",
    // The heading of the group stays above the line that is gone to.
    "& > li, & [data-finding]": { scrollMarginTop: "24px" },
  },
});

interface WorkListViewProps {
  readonly session: Session;
  readonly verification: Verification;
  readonly work: ShownWork;
  readonly since: PreviousVerification | null;
  readonly selectedCell: CellRef | null;
  readonly isBusy: boolean;
  readonly onFilter: (filter: WorkFilter) => void;
}

export function WorkListView(props: WorkListViewProps) {
  const { session, verification, work, since, selectedCell, isBusy, onFilter } = props;
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  const store = workStore(session);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { filter, panel } = state;
  const { qui } = useSyncExternalStore(session.subscribe, session.getState);
  // Only a part of a long list is drawn: around where the agent is.
  const [drawn, setDrawn] = useState<Drawn>({ from: 0, to: PAGE });
  const section = useRef<HTMLElement>(null);
  const { items, inView, groups, shown, counts } = work;
  const { party } = qui;
  const { workbook, findings } = verification;
  const { localParty } = verification.contract;

  // These functions stay the same from one drawing to the next, so that a step draws again the two lines that it
  // changes and no other.
  const onToggle = useCallback(
    (item: WorkItem) => {
      const now = store.getState();
      const isOpen = now.isOpen && now.current === item.finding.id;
      if (isOpen) store.set({ ...now, isOpen: false });
      else goTo(session, item);
    },
    [session, store],
  );
  const onCell = useCallback((cell: CellRef) => void session.selectCell(cell), [session]);
  /** What is about to be changed or explained is seen first. */
  const select = useCallback(
    ({ finding: { cells } }: WorkItem) => (cells[0] ? session.selectCell(cells[0]) : Promise.resolve()),
    [session],
  );
  const onCorrect = useCallback(
    (item: WorkItem) => void select(item).then(() => previewCorrection(session, [item.finding.id])),
    [session, select],
  );
  const onHelp = useCallback(({ finding: { rule } }: WorkItem) => openHelp(session, rule), [session]);
  const onAvenant = useCallback(
    ({ finding: { subject } }: WorkItem) => openAvenant(session, subject.year, verification),
    [session, verification],
  );
  const onSay = useCallback(
    (item: WorkItem, says: Said) => {
      const { id } = item.finding;
      store.set({ ...store.getState(), current: id, isOpen: true, panel: { kind: "justify", finding: id, says } });
      void select(item);
    },
    [store, select],
  );
  const say = (item: WorkItem, entry: EntryToday, says: Said): void => {
    const draft = draftKey(workbook, item.finding.id, says);
    void justify(session, { finding: item.finding, asOf: verification.asOf }, entry, draft, after(shown, item));
  };
  const latestSay = useRef(say);
  useEffect(() => {
    latestSay.current = say;
  });
  const onAccept = useCallback(
    (item: WorkItem) => {
      const { name, party: speaks } = session.getState().qui;
      if (speaks === null) return;
      const entry = { kind: "answer", decision: "accepted", by: name, party: speaks, localParty } as const;
      latestSay.current(item, entry, "answer");
    },
    [session, localParty],
  );

  const focusOn = (id: string | null) => store.set({ ...store.getState(), focus: id });

  // What is settled may leave the part that is drawn, and what comes next stand outside of it.
  const { focus } = state;
  const wanted = focus === null ? -1 : shown.findIndex(({ finding }) => finding.id === focus);
  if (wanted >= 0 && around(drawn, wanted) !== drawn) setDrawn(around(drawn, wanted));
  useEffect(() => {
    if (focus === null) return;
    // Settled, and hidden by a search: the line of state says what is left.
    const isHidden = wanted < 0 && items.some(({ finding }) => finding.id === focus);
    if (isHidden) return store.set({ ...store.getState(), focus: STATE_HEADING });
    const lines = section.current?.querySelectorAll<HTMLElement>("[data-finding]") ?? [];
    const line = [...lines].find(({ dataset }) => dataset["finding"] === focus);
    if (!line) return;
    store.set({ ...store.getState(), focus: null });
    line.focus({ preventScroll: true });
    line.closest("li")?.scrollIntoView({ block: "nearest" });
    // Of a card that is higher than its room, the line.
    line.scrollIntoView({ block: "nearest" });
  });
  useWorkKeys(section, {
    step: (by) => step(session, shown, by),
    close: () => {
      const now = store.getState();
      store.set({ ...now, isOpen: false, focus: now.current });
    },
    open: (id) => {
      const item = shown.find(({ finding }) => finding.id === id);
      if (item && !(state.isOpen && state.current === id)) goTo(session, item);
    },
  });
  useOwnView(store, party);

  function previewOf(plans: readonly CorrectionPlan[], then: readonly string[], close: () => void): ReactNode {
    return (
      <CorrectionPreview
        plans={plans}
        localParty={localParty}
        describeRest={(plan) => describeRest(plan, items)}
        isBusy={isBusy}
        onApply={(plan) => void correct(session, plan, then)}
        onCancel={close}
      />
    );
  }

  function panelOf(item: WorkItem): ReactNode {
    if (panel?.finding !== item.finding.id) return null;
    const close = () => {
      store.set({ ...store.getState(), panel: null });
      focusOn(item.finding.id);
    };
    if (panel.kind === "correct") return previewOf(panel.plans, after(shown, item), close);
    return (
      <JustifyForm
        key={panel.says}
        session={session}
        draft={draftKey(workbook, item.finding.id, panel.says)}
        kind={panel.says}
        justification={item.finding.justification}
        former={item.finding.former ?? null}
        localParty={localParty}
        isBusy={isBusy}
        onSubmit={(entry) => say(item, entry, panel.says)}
        onCancel={close}
      />
    );
  }

  const fresh = useMemo(() => new Set(since ? sinceLast(since, findings).fresh : []), [since, findings]);
  const alike = useMemo(() => sameWords(items.map(({ finding }) => finding)), [items]);
  const safe = useMemo(() => safeOf(inView, findings), [inView, findings]);
  const isPreviewingAll = panel?.kind === "correct" && panel.finding === ALL_SAFE;
  let before = 0;
  return (
    <section className={styles.section} ref={section} aria-labelledby="a-traiter">
      <h2 id="a-traiter" className={onlyHeard}>
        {workTexts.title}
      </h2>
      {filter.view === "a-traiter" && safe.length > 1 && (
        <div>
          {isPreviewingAll ? (
            previewOf(
              panel.plans,
              shown.map(({ finding: { id } }) => id),
              () => {
                store.set({ ...store.getState(), panel: null, focus: STATE_HEADING });
              },
            )
          ) : (
            <Button
              appearance={state.isOpen && state.current !== null ? "secondary" : "primary"}
              size="small"
              disabledFocusable={isBusy}
              onClick={() => void previewCorrection(session, safe, ALL_SAFE)}
            >
              {workTexts.correctAll(safe.length)}
            </Button>
          )}
        </div>
      )}
      {inView.length === 0 && <p className={styles.none}>{viewTexts.emptyView(filter.view, counts.attend)}</p>}
      {inView.length > 0 && <WorkTools hidden={inView.length - shown.length} filter={filter} onFilter={onFilter} />}
      {drawn.from > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              const from = Math.max(0, drawn.from - PAGE);
              setDrawn({ ...drawn, from });
              // This button may go: the keyboard is on the first of those that came.
              focusOn(shown[from]?.finding.id ?? null);
            }}
          >
            {workTexts.above(drawn.from)}
          </Button>
        </div>
      )}
      <div>
        {groups.map((group) => {
          const visible = group.items.slice(Math.max(0, drawn.from - before), Math.max(0, drawn.to - before));
          const first = before + Math.max(0, drawn.from - before);
          before += group.items.length;
          if (visible.length === 0) return null;
          return (
            <div key={group.key}>
              <GroupHeading grouping={filter.grouping} group={group} actions={verification.contract.actions} />
              <ul className={styles.list}>
                {visible.map((item, at) => {
                  const isOpen = state.isOpen && item.finding.id === state.current;
                  return (
                    <li key={item.finding.id}>
                      <WorkLine
                        item={item}
                        localParty={localParty}
                        said={filter.grouping === "action" ? group.of : null}
                        isOpen={isOpen}
                        isAlike={alike.has(item.finding.id)}
                        isFresh={fresh.has(item.finding.id)}
                        position={isOpen ? workTexts.position(first + at + 1, shown.length) : ""}
                        onToggle={onToggle}
                      >
                        {isOpen && (
                          <WorkCard
                            item={item}
                            localParty={localParty}
                            isBusy={isBusy}
                            others={othersAt(findings, item)}
                            selectedCell={cellOf(item, selectedCell)}
                            onCell={onCell}
                            onCorrect={onCorrect}
                            onHelp={onHelp}
                            onAvenant={onAvenant}
                            qui={qui}
                            onSay={onSay}
                            onAccept={onAccept}
                          >
                            {panelOf(item)}
                          </WorkCard>
                        )}
                      </WorkLine>
                    </li>
                  );
                })}
              </ul>
            </div>
          );
        })}
      </div>
      {shown.length > drawn.to && (
        <MoreBelow
          onNear={() => setDrawn({ ...drawn, to: drawn.to + PAGE })}
          onClick={() => {
            setDrawn({ ...drawn, to: drawn.to + PAGE });
            focusOn(shown[drawn.to]?.finding.id ?? null);
          }}
          rest={shown.length - drawn.to}
        />
      )}
    </section>
  );
}
