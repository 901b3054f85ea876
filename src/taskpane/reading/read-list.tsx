// Everything that is read, table by table: each column and row with what it is read as, open to change.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { useState } from "react";
import type { LigneDeLecture, TableauDeLecture } from "../../core/domain/lecture";
import type { Session } from "../session-store";
import { Disclosure } from "../verify/results/disclosure";
import { useFocusRing } from "../verify/results/focus-ring";
import { openLine } from "./answer";
import { nameOfLine } from "./ask";
import { ReadingLine } from "./reading-line";
import { readingTexts } from "./texts";
import { useListStyles } from "./use-list-styles";

const useStyles = makeStyles({
  table: { margin: 0, overflowWrap: "anywhere" },
  pick: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "4px",
    minHeight: "24px",
    maxWidth: "100%",
    padding: "1px 7px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  asked: { border: `2px dashed ${tokens.colorCompoundBrandStroke}` },
  plain: { padding: "1px 8px", minWidth: 0 },
  tick: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
});

/** A long list is drawn in parts. */
const PART = 60;

interface ReadListProps {
  readonly session: Session;
  readonly tables: readonly TableauDeLecture[];
  readonly isBusy: boolean;
}

export function ReadList({ session, tables, isBusy }: ReadListProps) {
  const styles = useStyles();
  return (
    <>
      {tables.map(({ range, columns, rows }) => {
        const name = readingTexts.table(range);
        return (
          <section key={name} aria-label={name}>
            <p className={styles.table}>{name}</p>
            <Lines session={session} lines={columns} isBusy={isBusy} />
            <Lines session={session} lines={rows} isBusy={isBusy} />
          </section>
        );
      })}
    </>
  );
}

interface LinesProps {
  readonly session: Session;
  readonly lines: readonly LigneDeLecture[];
  readonly isBusy: boolean;
}

function Lines({ session, lines, isBusy }: LinesProps) {
  const styles = useListStyles();
  const [shown, setShown] = useState(PART);
  const [first] = lines;
  if (!first) return null;
  const asked = lines.filter(({ state }) => state === "asked").length;
  return (
    <Disclosure
      heading="h3"
      title={readingTexts.lines(first.about)}
      count={readingTexts.linesCount(lines.length, asked)}
    >
      <ul className={styles.list}>
        {lines.slice(0, shown).map((line) => (
          <Line key={nameOfLine(line)} session={session} line={line} isBusy={isBusy} />
        ))}
      </ul>
      {lines.length > shown && (
        <Button size="small" onClick={() => setShown(shown + PART)}>
          {readingTexts.moreLines(Math.min(PART, lines.length - shown))}
        </Button>
      )}
    </Disclosure>
  );
}

interface LineProps {
  readonly session: Session;
  readonly line: LigneDeLecture;
  readonly isBusy: boolean;
}

function Line({ session, line, isBusy }: LineProps) {
  const styles = useStyles();
  const focusRing = useFocusRing();
  const { about, name, words, as, state, key, reponse } = line;
  const told = readingTexts.readAs(as, state);
  return (
    <ReadingLine about={about} name={name} words={words} told={reponse ? [readingTexts.saidBy(reponse)] : []}>
      {key === null ? (
        <span className={styles.plain}>{told}</span>
      ) : (
        <button
          id={nameOfLine(line)}
          type="button"
          className={mergeClasses(styles.pick, focusRing, state === "asked" && styles.asked)}
          aria-label={readingTexts.changeLine(line)}
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void openLine(session, line, nameOfLine(line));
          }}
        >
          {state === "confirmed" && <Checkmark16Regular className={styles.tick} />}
          {told}
        </button>
      )}
    </ReadingLine>
  );
}
