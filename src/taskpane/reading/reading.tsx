// « Voici comment je lis votre classeur »: how much is understood, one question, and the answers that were given.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useSyncExternalStore } from "react";
import { cleReponse } from "../../core/domain/reponses";
import { readingProgress } from "../../core/reading-progress";
import type { Outcome } from "../session";
import type { Session } from "../session-store";
import { leaveReading, withdraw } from "./answer";
import { Balance } from "./balance";
import { Done } from "./done";
import { countOf, groupsOf, type Group } from "./groups";
import { JustAnsweredLine } from "./just-answered";
import { KeptAnswers } from "./kept-answers";
import { linesUnderstood } from "./lines-understood";
import { QuestionCard } from "./question-card";
import { ReadingBar } from "./reading-bar";
import { ReadList } from "./read-list";
import { tableOf } from "./readings";
import { questionsOf, readingStore, type ReadingState } from "./reading-store";
import { readingTexts } from "./texts";
import { useReadTables } from "./use-read-tables";

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "& p": { margin: 0 } },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  skip: { display: "flex", flexDirection: "column", rowGap: "2px", alignItems: "flex-start" },
});

interface ReadingProps {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly isBusy: boolean;
}

/** Which question it is, of how many since the screen was opened. */
function positionOf(groups: readonly Group[], { answered, later }: ReadingState): string {
  const postponed = groups.filter(([first]) => later.includes(cleReponse(first))).length;
  const all = answered + countOf(groups);
  return readingTexts.position(Math.min(answered + postponed + 1, all), all);
}

export function Reading({ session, outcome, isBusy }: ReadingProps) {
  const styles = useStyles();
  const { verification } = outcome;
  const store = readingStore(session);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { just, changing, returnTo, later, oneByOne } = state;
  const { answers = [] } = verification;
  const questions = questionsOf(verification);
  const groups = groupsOf(questions, state);
  const [group] = groups;
  const asked: Group | undefined = changing ? [changing.question] : group;
  const keysOf = (of: Group) => of.map(cleReponse);
  useEffect(() => {
    // Whoever leaves a line as it was is back on it.
    if (changing || returnTo === null) return;
    store.set({ ...store.getState(), returnTo: null });
    if (document.hasFocus()) document.getElementById(returnTo)?.focus();
  }, [store, changing, returnTo]);
  const tables = useReadTables(session, verification, state);
  // Of the question that waits: while a line is changed, the lists stay where they are, and as they were opened.
  const own = group && tables && tableOf(tables, group[0]);
  const others = tables?.filter((table) => table !== own) ?? [];
  const here = asked ? keysOf(asked) : [];
  return (
    <div className={styles.screen}>
      <h2 className={styles.title}>{readingTexts.title}</h2>
      <ReadingBar
        lines={tables && linesUnderstood(tables, questions)}
        whole={tables && !group ? readingTexts.whole(tables) : null}
      />
      <JustAnsweredLine session={session} just={just} isBusy={isBusy} />
      {changing ? (
        <QuestionCard
          key={`change ${cleReponse(changing.question)}`}
          session={session}
          verification={verification}
          group={[changing.question]}
          tables={tables}
          position={changing.reponse ? readingTexts.changing : readingTexts.changingRead}
          given={changing.given}
          isBusy={isBusy}
          onLater={null}
          onOneByOne={() => {}}
          onKeep={() => store.set({ ...store.getState(), changing: null })}
          onTakeBack={changing.reponse && (() => void (changing.reponse && withdraw(session, changing.reponse)))}
        />
      ) : group ? (
        <QuestionCard
          key={JSON.stringify(keysOf(group))}
          session={session}
          verification={verification}
          group={group}
          tables={tables}
          position={positionOf(groups, state)}
          given={null}
          isBusy={isBusy}
          onLater={
            groups.length > 1
              ? () => {
                  const before = later.filter((key) => !keysOf(group).includes(key));
                  store.set({ ...store.getState(), later: [...before, ...keysOf(group)] });
                }
              : null
          }
          onOneByOne={() => store.set({ ...store.getState(), oneByOne: [...oneByOne, ...keysOf(group)] })}
          onKeep={null}
          onTakeBack={null}
        />
      ) : (
        <Done session={session} asOf={verification.asOf} />
      )}
      {own && <ReadList session={session} tables={[own]} here={here} isOpen={group.length === 1} isBusy={isBusy} />}
      {asked && (
        <div className={styles.skip}>
          <Button onClick={() => leaveReading(session)}>{group ? readingTexts.skip : readingTexts.seeResult}</Button>
          {group && <p className={styles.small}>{readingTexts.skipPrice(readingProgress(verification).waiting)}</p>}
        </div>
      )}
      {answers.length > 0 ? (
        <KeptAnswers
          session={session}
          answers={answers}
          localParty={verification.contract.localParty}
          isClosed={group !== undefined}
          isBusy={isBusy}
        />
      ) : (
        !group && <p>{readingTexts.noAnswers}</p>
      )}
      {tables && tables.length > 0 && !asked && <Balance tables={tables} />}
      {others.length > 0 && (
        <section>
          <h3 className={styles.title}>{own ? readingTexts.othersTitle : readingTexts.allTitle}</h3>
          <ReadList session={session} tables={others} here={here} isOpen={false} isBusy={isBusy} />
        </section>
      )}
    </div>
  );
}
