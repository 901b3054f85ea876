// The list to finish: tools, then the discrepancies in groups, more of them as one comes near the end of those drawn.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { vueDe, type Vue } from "../../../core/domain/a-qui";
import { groupBy } from "../../../core/domain/group-by";
import { isSameCell, type CellRef } from "../../../core/domain/cell-ref";
import type { CorrectionPlan } from "../../../core/why/correction";
import { sinceLast, type PreviousVerification } from "../../../core/situation/since-last";
import type { Verification } from "../../../core/verification";
import { openHelp } from "../../aide/aide-store";
import { keep } from "../../kept";
import { useOnlyHeard } from "../../only-heard";
import type { Session } from "../../session-store";
import { CorrectionPreview } from "./correction-preview";
import { correct, previewCorrection } from "./correct";
import { GroupHeading } from "./group-heading";
import { justify, type EntryToday } from "./justify";
import { STATE_HEADING } from "./go-on";
import { JustifyForm } from "./justify-form";
import { MoreBelow } from "./more-below";
import { sameWords } from "./place";
import { workTexts } from "./texts";
import { useWorkKeys } from "./use-work-keys";
import { useOwnView } from "./use-own-view";
import { viewTexts } from "./view-texts";
import { Views } from "./views";
import { WorkCard } from "./work-card";
import {
  filterWork,
  groupWork,
  neighbour,
  workItems,
  type Grouping,
  type WorkFilter,
  type WorkGroup,
  type WorkItem,
} from "./work-list";
import { workStore, type Said } from "./work-store";
import { WorkTools } from "./work-tools";

const PAGE = 20;
const NOTHING: readonly WorkItem[] = [];

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
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
    // The heading of the group stays above the card that is gone to.
    "& > li": { scrollMarginTop: "48px" },
  },
});

interface WorkListViewProps {
  readonly session: Session;
  readonly verification: Verification;
  readonly since: PreviousVerification | null;
  readonly selectedCell: CellRef | null;
  readonly isBusy: boolean;
}

function titleOf(grouping: Grouping, { of, items: [first] }: WorkGroup): string {
  if (grouping === "problem") return first?.finding.problem ?? "";
  if (grouping === "sheet") return of === null ? workTexts.noSheet : String(of);
  if (of === null) return grouping === "action" ? workTexts.noAction : workTexts.noAxe;
  return grouping === "action" ? workTexts.action(of) : workTexts.axe(Number(of));
}

export function WorkListView({ session, verification, since, selectedCell, isBusy }: WorkListViewProps) {
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  const store = workStore(session);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { filter, panel } = state;
  const { qui } = useSyncExternalStore(session.subscribe, session.getState);
  // Only a part of a long list is drawn: around where the agent is.
  const [drawn, setDrawn] = useState<Drawn>({ from: 0, to: PAGE });
  const section = useRef<HTMLElement>(null);
  const items = useMemo(() => workItems(verification.findings), [verification]);
  const { party } = qui;
  const byView = useMemo(() => groupBy(items, ({ finding }) => vueDe(finding, party)), [items, party]);
  const inView = byView.get(filter.view) ?? NOTHING;
  const numberIn = (view: Vue) => byView.get(view)?.length ?? 0;
  const counts = { "a-traiter": numberIn("a-traiter"), attend: numberIn("attend"), regles: numberIn("regles") };
  const groups = useMemo(() => groupWork(filterWork(inView, filter), filter.grouping), [inView, filter]);
  const shown = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const at = shown.findIndex(({ finding }) => finding.id === state.current);

  function go(item: WorkItem, cell: CellRef | undefined): void {
    store.set({ ...store.getState(), current: item.finding.id });
    setDrawn((part) => around(part, shown.indexOf(item)));
    if (cell) void session.selectCell(cell);
  }

  // These functions stay the same from one drawing to the next, so that a step draws again the two cards that it
  // changes and no other.
  const latestGo = useRef(go);
  useEffect(() => {
    latestGo.current = go;
  });
  const onGo = useCallback((item: WorkItem, cell: CellRef | undefined) => latestGo.current(item, cell), []);
  const onCorrect = useCallback(({ finding: { id } }: WorkItem) => void previewCorrection(session, [id]), [session]);
  const onHelp = useCallback(({ finding: { rule } }: WorkItem) => openHelp(session, rule), [session]);
  const onSay = useCallback(
    ({ finding: { id } }: WorkItem, says: Said) =>
      store.set({ ...store.getState(), current: id, panel: { kind: "justify", finding: id, says } }),
    [store],
  );
  const say = (item: WorkItem, entry: EntryToday): void =>
    void justify(session, { finding: item.finding, asOf: verification.asOf }, entry, after(shown, item));
  const latestSay = useRef(say);
  useEffect(() => {
    latestSay.current = say;
  });
  const onAccept = useCallback(
    (item: WorkItem) => {
      const { name, party: speaks } = session.getState().qui;
      const { localParty } = verification.contract;
      if (speaks !== null)
        latestSay.current(item, { kind: "answer", decision: "accepted", by: name, party: speaks, localParty });
    },
    [session, verification],
  );

  function choose(next: WorkFilter): void {
    keep("filters", JSON.stringify(next));
    store.set({ ...store.getState(), filter: next });
    setDrawn({ from: 0, to: PAGE });
  }

  /** The preview shows in the first of them, which may stand outside of what is drawn. */
  function correctAll(group: WorkGroup): void {
    const ids = fixable(group);
    setDrawn((part) =>
      around(
        part,
        shown.findIndex(({ finding }) => finding.id === ids[0]),
      ),
    );
    void previewCorrection(session, ids);
  }

  const goTo = (id: string | null) => store.set({ ...store.getState(), focus: id });

  function step(by: 1 | -1): void {
    const next = neighbour(shown, state.current, by);
    if (!next) return;
    go(next, next.finding.cells[0]);
    goTo(next.finding.id);
  }

  // What is settled may leave the part that is drawn, and what comes next stand outside of it.
  const { focus } = state;
  const wanted = focus === null ? -1 : shown.findIndex(({ finding }) => finding.id === focus);
  if (wanted >= 0 && around(drawn, wanted) !== drawn) setDrawn(around(drawn, wanted));
  useEffect(() => {
    if (focus === null) return;
    // Settled, and hidden by a filter: the line of state says what is left.
    const isHidden = wanted < 0 && items.some(({ finding }) => finding.id === focus);
    if (isHidden) return store.set({ ...store.getState(), focus: STATE_HEADING });
    const cards = section.current?.querySelectorAll<HTMLElement>("[data-finding]") ?? [];
    const card = [...cards].find(({ dataset }) => dataset["finding"] === focus);
    if (!card) return;
    store.set({ ...store.getState(), focus: null });
    card.focus({ preventScroll: true });
    card.closest("li")?.scrollIntoView({ block: "nearest" });
  });
  useWorkKeys(section, step);
  useOwnView(store, party);

  function panelOf(item: WorkItem): ReactNode {
    if (panel?.finding !== item.finding.id) return null;
    const close = () => {
      store.set({ ...store.getState(), panel: null });
      goTo(item.finding.id);
    };
    if (panel.kind === "justify") {
      return (
        <JustifyForm
          key={panel.says}
          session={session}
          kind={panel.says}
          justification={item.finding.justification}
          former={item.finding.former ?? null}
          localParty={verification.contract.localParty}
          isBusy={isBusy}
          onSubmit={(entry) => say(item, entry)}
          onCancel={close}
        />
      );
    }
    return (
      <CorrectionPreview
        plans={panel.plans}
        localParty={verification.contract.localParty}
        describeRest={(plan) => describeRest(plan, items)}
        isBusy={isBusy}
        onApply={(plan) => void correct(session, plan, after(shown, item))}
        onCancel={close}
      />
    );
  }

  const fresh = useMemo(
    () => new Set(since ? sinceLast(since, verification.findings).fresh : []),
    [since, verification],
  );
  const alike = useMemo(() => sameWords(items.map(({ finding }) => finding)), [items]);
  let before = 0;
  return (
    <section className={styles.section} ref={section} aria-labelledby="a-traiter">
      <h2 id="a-traiter" className={onlyHeard}>
        {workTexts.title}
      </h2>
      <Views counts={counts} view={filter.view} party={party} onView={(view) => choose({ ...filter, view })} />
      {inView.length === 0 && <p className={styles.none}>{viewTexts.emptyView(filter.view, counts.attend)}</p>}
      <WorkTools items={inView} shown={shown.length} at={at + 1} filter={filter} onFilter={choose} onStep={step} />
      {drawn.from > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              const from = Math.max(0, drawn.from - PAGE);
              setDrawn({ ...drawn, from });
              // This button may go: the keyboard is on the first of those that came.
              goTo(shown[from]?.finding.id ?? null);
            }}
          >
            {workTexts.above(drawn.from)}
          </Button>
        </div>
      )}
      {groups.map((group) => {
        const visible = group.items.slice(Math.max(0, drawn.from - before), Math.max(0, drawn.to - before));
        before += group.items.length;
        if (visible.length === 0) return null;
        const title = titleOf(filter.grouping, group);
        // A single card of a problem needs no heading above its own.
        const isSingle = filter.grouping === "problem" && group.items.length === 1;
        return (
          <div key={group.key}>
            <GroupHeading
              title={title}
              number={group.items.length}
              isShown={!isSingle}
              fixable={fixable(group).length}
              isBusy={isBusy}
              onCorrectAll={() => correctAll(group)}
            />
            <ul className={styles.list}>
              {visible.map((item) => (
                <li key={item.finding.id}>
                  <WorkCard
                    item={item}
                    localParty={verification.contract.localParty}
                    heading={isSingle ? null : title}
                    isCurrent={item.finding.id === state.current}
                    isBusy={isBusy}
                    isAlike={alike.has(item.finding.id)}
                    isFresh={fresh.has(item.finding.id)}
                    selectedCell={cellOf(item, selectedCell)}
                    onGo={onGo}
                    onCorrect={onCorrect}
                    onHelp={onHelp}
                    qui={qui}
                    onSay={onSay}
                    onAccept={onAccept}
                  >
                    {panelOf(item)}
                  </WorkCard>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {shown.length > drawn.to && (
        <MoreBelow
          onNear={() => setDrawn({ ...drawn, to: drawn.to + PAGE })}
          onClick={() => {
            setDrawn({ ...drawn, to: drawn.to + PAGE });
            goTo(shown[drawn.to]?.finding.id ?? null);
          }}
          rest={shown.length - drawn.to}
        />
      )}
    </section>
  );
}

/** What a plan settles beside its own discrepancies, or leaves of them. */
function describeRest({ chosen, findings }: CorrectionPlan, items: readonly WorkItem[]): readonly string[] {
  const asked = items.filter(({ finding: { id } }) => findings.includes(id));
  const consequences = asked.flatMap((item) => item.consequences);
  const only = chosen && consequences.find(({ id }) => id === chosen.settles);
  if (only) return [workTexts.settlesOnly(only.problem)];
  return consequences.length > 0 ? [workTexts.alsoSettles(consequences.length)] : [];
}

/** Where to go once an item is settled: those that follow it in the order shown, then those before it. */
function after(shown: readonly WorkItem[], item: WorkItem): readonly string[] {
  const at = shown.indexOf(item);
  return [...shown.slice(at + 1), ...shown.slice(0, at)].map(({ finding: { id } }) => id);
}

/** Ids of what can be corrected safely and is still to be settled. */
const fixable = ({ items }: WorkGroup): readonly string[] =>
  items.flatMap(({ finding: { id, fix }, state }) => (fix && state === "to-do" ? [id] : []));

function cellOf({ finding: { cells } }: WorkItem, selectedCell: CellRef | null): CellRef | null {
  return selectedCell !== null && cells.some((cell) => isSameCell(cell, selectedCell)) ? selectedCell : null;
}
