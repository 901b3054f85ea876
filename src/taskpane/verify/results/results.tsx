// Everything a verification found: the work first, then, closed, what it was made of.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { besideQuestions } from "../../../core/domain/beside-questions";
import type { CellRef } from "../../../core/domain/cell-ref";
import type { Outcome } from "../../session";
import type { Session } from "../../session-store";
import { lazyPart } from "../../lazy-part";
import { isReadingShown, openReading, questionsOf, readingStore } from "../../reading/reading-store";
import { repriseTexts } from "../../reprise/texts";
import { texts } from "../../texts";
import { useStayAtTop } from "../../stay-at-top";
import { resultTexts } from "./texts";
import { undoCorrection } from "../work/correct";
import { News } from "../work/news";
import { Conforming } from "../work/conforming";
import { RemarkList } from "../work/remark-list";
import { showFinding, STATE_HEADING } from "../work/go-on";
import { StateLine } from "../work/state-line";
import { workTexts } from "../work/texts";
import { WorkListView } from "../work/work-list-view";
import { remarks, workItems } from "../work/work-list";
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
  /** Whether the questions stand in the place of the list. */
  readonly onReading: (isReading: boolean) => void;
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
export function Results({ onReading, ...props }: ResultsProps) {
  const { session, outcome, isBusy } = props;
  const store = readingStore(session);
  const isReading = isReadingShown(useSyncExternalStore(store.subscribe, store.getState), outcome.verification);
  useLayoutEffect(() => onReading(isReading), [isReading, onReading]);
  return isReading ? <Reading session={session} outcome={outcome} isBusy={isBusy} /> : <Found {...props} />;
}

function Found({ session, outcome, selectedCell, isBusy, isStale }: Omit<ResultsProps, "onReading">) {
  const styles = useStyles();
  const { verification } = outcome;
  const store = workStore(session);
  const { party } = useSyncExternalStore(session.subscribe, session.getState).qui;
  const { begunWith, done, focus } = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    if (focus !== STATE_HEADING) return;
    store.set({ ...store.getState(), focus: null });
    document.getElementById(STATE_HEADING)?.focus();
  }, [focus, store]);
  // Going from card to card draws this again, so that the findings are told apart once and not each time.
  const hasWork = useMemo(() => workItems(verification.findings).length > 0, [verification]);
  const remarked = useMemo(() => remarks(verification.findings), [verification]);
  const near = useRef<HTMLDivElement>(null);
  useStayAtTop(near);
  const isDone = done !== null && done.corrections.length > 0;
  // Refusals that were read once need not be read again after each correction.
  const { refusals } = outcome;
  const refused = refusals.join("\n");
  const [readRefusals, setReadRefusals] = useState("");
  const isRefusalNew = refused !== readRefusals && refused !== "";
  return (
    <div className={styles.results}>
      <News news={outcome.news} findings={verification.findings} onGo={(id) => showFinding(session, id)} />
      <StateLine
        verification={verification}
        party={party}
        begunWith={Math.max(begunWith, verification.summary.toDo)}
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
              <span>{workTexts.corrected(done.corrections.length)}</span>{" "}
              <Button size="small" disabledFocusable={isBusy} onClick={() => void undoCorrection(session)}>
                {workTexts.undo}
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
      {hasWork && (
        <WorkListView
          session={session}
          verification={verification}
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
