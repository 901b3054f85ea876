// Everything a verification found: the work first, then, closed, what it was made of.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { besideQuestions } from "../../../core/domain/beside-questions";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Outcome } from "../../session";
import type { Session } from "../../session-store";
import { lazyPart } from "../../lazy-part";
import { isReadingShown, openReading, questionsOf, readingStore } from "../../reading/reading-store";
import { repriseTexts } from "../../reprise/texts";
import { texts } from "../../texts";
import { useStayAtTop } from "../../stay-at-top";
import { resultTexts } from "./texts";
import { keep } from "../../kept";
import { undoCorrection } from "../work/correct";
import { News } from "../work/news";
import { Conforming } from "../work/conforming";
import { RemarkList } from "../work/remark-list";
import { showFinding, step, STATE_HEADING } from "../work/go-on";
import { StateLine } from "../work/state-line";
import { workTexts } from "../work/texts";
import { nameCorrected, UndoList } from "../work/undo-list";
import { useShownWork } from "../work/use-shown-work";
import { WorkHead } from "../work/work-head";
import { WorkListView } from "../work/work-list-view";
import { remarks, type WorkFilter } from "../work/work-list";
import { workStore } from "../work/work-store";
import { Disclosure } from "./disclosure";
import { ReadTables } from "./read-tables";
import { Refusals } from "./refusals";
import { HeldRules, UncheckedRules } from "./rule-lists";

const useStyles = makeStyles({
  results: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  // However far down the card was, what came of the click stands where the eye is, below what is more urgent.
  near: { position: "sticky", top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
  none: { display: "none" },
  done: { padding: `${tokens.spacingVerticalXS} 0`, "&:empty": { display: "none" } },
  closed: { display: "flex", flexDirection: "column" },
  list: { margin: 0, paddingLeft: "20px", "& li": { marginBottom: "6px" } },
});

interface ResultsProps {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly selectedCell: CellRef | null;
  readonly isBusy: boolean;
  /** The workbook changed since the verification. */
  readonly isStale: boolean;
}

const Reading = lazyPart(
  async () => (await import(/* webpackChunkName: "reading" */ "../../reading/reading")).Reading,
  texts.loadingResults,
);

const Reprise = lazyPart(
  async () => (await import(/* webpackChunkName: "reprise" */ "../../reprise/reprise")).Reprise,
  texts.loadingResults,
);

/** What holds amounts and was not understood comes before what was found. */
export function Results(props: ResultsProps) {
  const { session, outcome, isBusy } = props;
  const store = readingStore(session);
  const isReading = isReadingShown(useSyncExternalStore(store.subscribe, store.getState), outcome.verification);
  return isReading ? <Reading session={session} outcome={outcome} isBusy={isBusy} /> : <Found {...props} />;
}

function Found({ session, outcome, selectedCell, isBusy, isStale }: ResultsProps) {
  const styles = useStyles();
  const { verification } = outcome;
  const store = workStore(session);
  const { party } = useSyncExternalStore(session.subscribe, session.getState).qui;
  const { done, focus, filter } = useSyncExternalStore(store.subscribe, store.getState);
  const work = useShownWork(session, verification);
  useEffect(() => {
    if (focus !== STATE_HEADING) return;
    store.set({ ...store.getState(), focus: null });
    document.getElementById(STATE_HEADING)?.focus();
  }, [focus, store]);
  // Going from line to line draws this again, so that the findings are told apart once and not each time.
  const remarked = useMemo(() => remarks(verification.findings), [verification]);
  // Who takes the other seat is not told what he said himself.
  const news = useMemo(() => outcome.news.filter((one) => one.party !== party), [outcome.news, party]);
  const near = useRef<HTMLDivElement>(null);
  useStayAtTop(near);
  const [last] = done;
  const [readDone, setReadDone] = useState(0);
  // Taken back here at once, or later from the list of them.
  const isDone = last !== undefined && done.length !== readDone;
  const choose = (next: WorkFilter): void => {
    keep("filters", JSON.stringify(next));
    store.set({ ...store.getState(), filter: next });
  };
  // Refusals that were read once need not be read again after each correction.
  const { refusals } = outcome;
  const refused = refusals.join("\n");
  const [readRefusals, setReadRefusals] = useState("");
  const isRefusalNew = refused !== readRefusals && refused !== "";
  return (
    <div className={styles.results}>
      <WorkHead
        verification={verification}
        work={work}
        filter={filter}
        party={party}
        isBusy={isBusy}
        isStale={isStale}
        onFilter={choose}
        onNext={() => step(session, work.shown, 1)}
        onVerify={() => void session.verify()}
      />
      <News news={news} findings={verification.findings} onGo={(id) => showFinding(session, id)} />
      <StateLine
        verification={verification}
        since={outcome.since}
        procesVerbal={outcome.procesVerbal}
        isStale={isStale}
      />
      {questionsOf(verification).length > 0 && (
        <div>
          <Button onClick={() => openReading(session)}>{resultTexts.answer(questionsOf(verification).length)}</Button>
        </div>
      )}
      {verification.verdict.state === "conforming" && (
        <Conforming verification={verification} onReports={() => session.chooseTab("reports")} />
      )}
      <div ref={near} className={mergeClasses(styles.near, !isDone && !isRefusalNew && styles.none)}>
        <div className={styles.done} role="status">
          {isDone && (
            <>
              <span>{workTexts.corrected(last.corrections.length)}</span>{" "}
              <Button
                size="small"
                aria-label={workTexts.undoOf(nameCorrected(last))}
                disabledFocusable={isBusy}
                onClick={() => void undoCorrection(session, last)}
              >
                {workTexts.undo}
              </Button>{" "}
              <Button
                size="small"
                appearance="subtle"
                onClick={() => {
                  setReadDone(done.length);
                  document.getElementById(STATE_HEADING)?.focus();
                }}
              >
                {texts.hide}
              </Button>
            </>
          )}
        </div>
        <div aria-live="assertive">
          {isRefusalNew && (
            <Refusals
              refusals={refusals}
              isStale={isStale}
              onRead={() => {
                setReadRefusals(refused);
                // This button goes: the keyboard is on what the list begins with.
                document.getElementById(STATE_HEADING)?.focus();
              }}
            />
          )}
        </div>
      </div>
      {refused !== "" && !isRefusalNew && <Refusals refusals={refusals} isStale={isStale} />}
      {filter.view === "regles" && done.length > 0 && (
        <UndoList done={done} isBusy={isBusy} onUndo={(corrected) => void undoCorrection(session, corrected)} />
      )}
      {work.items.length > 0 && (
        <WorkListView
          session={session}
          verification={verification}
          work={work}
          onFilter={choose}
          since={outcome.since}
          selectedCell={selectedCell}
          isBusy={isBusy}
        />
      )}
      <div className={styles.closed}>
        <RemarkList
          remarks={remarked}
          session={session}
          localParty={verification.contract.localParty}
          selectedCell={selectedCell}
          isBusy={isBusy}
        />
        <Disclosure heading="h2" title={repriseTexts.title}>
          <Reprise session={session} isBusy={isBusy} />
        </Disclosure>
        <ReadTables
          tables={verification.read}
          unread={besideQuestions(verification.unread, verification.verdict.questions)}
          leftAside={verification.leftAside ?? []}
          onReading={() => openReading(session)}
        />
        <UncheckedRules rules={verification.rules} />
        <HeldRules rules={verification.rules} />
        <Disclosure heading="h2" title={resultTexts.beyondTitle} count={verification.beyond.length}>
          <ul className={styles.list}>
            {verification.beyond.map(({ article, subject, reason }) => (
              <li key={subject}>
                {subject} ({resultTexts.article(article)}). {reason}
              </li>
            ))}
          </ul>
        </Disclosure>
        <p>{resultTexts.verifiedAt(outcome.verifiedAt, verification.asOf)}</p>
      </div>
    </div>
  );
}
