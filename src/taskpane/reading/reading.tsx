// « Voici comment je lis votre classeur »: how much is understood, one question, and the answers that were given.
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Reponse } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import { readingProgress } from "../../core/reading-progress";
import type { Outcome } from "../session";
import type { Session } from "../session-store";
import { Disclosure } from "../verify/results/disclosure";
import { KindIcon } from "../verify/results/kind-icon";
import { leaveReading, undoAnswer, withdraw } from "./answer";
import { groupsOf } from "./ask";
import { Balance } from "./balance";
import { GivenAnswers } from "./given-answers";
import { QuestionCard } from "./question-card";
import { ReadingBar } from "./reading-bar";
import { ReadList } from "./read-list";
import { questionsOf, readingStore } from "./reading-store";
import { readingTexts } from "./texts";
import { useReadTables } from "./use-read-tables";

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "& p": { margin: 0 } },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  just: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& button": { fontSize: "inherit", lineHeight: "inherit" },
    "&:empty": { display: "none" },
  },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  done: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  doneTitle: { display: "flex", columnGap: tokens.spacingHorizontalS, fontWeight: 600 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  skip: { display: "flex", flexDirection: "column", rowGap: "2px", alignItems: "flex-start" },
});

interface ReadingProps {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly isBusy: boolean;
}

export function Reading({ session, outcome, isBusy }: ReadingProps) {
  const styles = useStyles();
  const { verification } = outcome;
  const store = readingStore(session);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { just, changing, returnTo, later, answered } = state;
  const answers = verification.answers ?? [];
  const groups = groupsOf(questionsOf(verification), state);
  const [group] = groups;
  const keysOf = (of: (typeof groups)[number]) => of.map(cleReponse);
  const progress = readingProgress(verification);
  const postponed = groups.filter(([first]) => later.includes(cleReponse(first))).length;
  const position = readingTexts.position(
    Math.min(answered + postponed + 1, answered + groups.length),
    answered + groups.length,
  );
  useEffect(() => {
    // Whoever leaves a line as it was is back on it.
    if (changing || returnTo === null) return;
    store.set({ ...store.getState(), returnTo: null });
    if (document.hasFocus()) document.getElementById(returnTo)?.focus();
  }, [store, changing, returnTo]);
  const tables = useReadTables(session, verification, state);
  const takeBack = (reponse: Reponse | null) => reponse && withdraw(session, reponse);
  const given = <GivenAnswers session={session} answers={answers} isBusy={isBusy} />;
  return (
    <div className={styles.screen}>
      <h2 className={styles.title}>{readingTexts.title}</h2>
      <ReadingBar understood={progress.understood} all={progress.understood + progress.waiting} />
      <div role="status" className={styles.just}>
        {just && (
          <>
            <KindIcon kind="held" />
            <span>
              {just.text}{" "}
              <Link
                as="button"
                inline
                disabledFocusable={isBusy}
                aria-label={readingTexts.undoWhat(just.text)}
                onClick={() => void undoAnswer(session, just)}
              >
                {readingTexts.undo}
              </Link>
            </span>
          </>
        )}
      </div>
      {changing ? (
        <QuestionCard
          key={`change ${cleReponse(changing.question)}`}
          session={session}
          verification={verification}
          group={[changing.question]}
          position={changing.reponse ? readingTexts.changing : readingTexts.changingRead}
          given={changing.given}
          isBusy={isBusy}
          onLater={null}
          onOneByOne={() => {}}
          onKeep={() => store.set({ ...store.getState(), changing: null })}
          onTakeBack={changing.reponse && (() => void takeBack(changing.reponse))}
        />
      ) : group ? (
        <QuestionCard
          key={JSON.stringify(keysOf(group))}
          session={session}
          verification={verification}
          group={group}
          position={position}
          given={null}
          isBusy={isBusy}
          onLater={
            groups.length > 1
              ? () => {
                  const others = later.filter((key) => !keysOf(group).includes(key));
                  store.set({ ...store.getState(), later: [...others, ...keysOf(group)] });
                }
              : null
          }
          onOneByOne={() => store.set({ ...store.getState(), oneByOne: [...state.oneByOne, ...keysOf(group)] })}
          onKeep={null}
          onTakeBack={null}
        />
      ) : (
        <Done session={session} asOf={verification.asOf} />
      )}
      {(changing ?? group) && (
        <div className={styles.skip}>
          <Button onClick={() => leaveReading(session)}>{group ? readingTexts.skip : readingTexts.seeResult}</Button>
          {group && <p className={styles.small}>{readingTexts.skipPrice(progress.waiting)}</p>}
        </div>
      )}
      {answers.length > 0 &&
        (group ? (
          <Disclosure heading="h3" title={readingTexts.answersTitle(answers.length)}>
            {given}
          </Disclosure>
        ) : (
          <section>
            <h3 className={styles.title}>{readingTexts.answersTitle(answers.length)}</h3>
            {given}
            <p className={styles.small}>{readingTexts.keptWhere}</p>
          </section>
        ))}
      {answers.length === 0 && !group && <p>{readingTexts.noAnswers}</p>}
      {tables.length > 0 && !group && !changing && <Balance tables={tables} />}
      {tables.length > 0 && (
        <section>
          <h3 className={styles.title}>{readingTexts.allTitle}</h3>
          <ReadList session={session} tables={tables} isBusy={isBusy} />
        </section>
      )}
    </div>
  );
}

function Done({ session, asOf }: { readonly session: Session; readonly asOf: string }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where « Oui » was.
    if (document.hasFocus()) place.current?.querySelector("button")?.focus();
  }, []);
  return (
    <div className={styles.done}>
      <div role="status" className={styles.doneTitle}>
        <KindIcon kind="held" />
        {readingTexts.done}
      </div>
      <div ref={place} className={styles.line}>
        <Button appearance="primary" onClick={() => leaveReading(session)}>
          {readingTexts.seeResult}
        </Button>
        <span className={styles.small}>{readingTexts.asOf(asOf)}</span>
      </div>
    </div>
  );
}
