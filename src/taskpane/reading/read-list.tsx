// Everything that is read, table by table: each column and row with what it is read as, open to change.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { useState } from "react";
import type { LigneDeLecture, TableauDeLecture } from "../../core/domain/lecture";
import { cleReponse } from "../../core/domain/reponses";
import type { Session } from "../session-store";
import { Disclosure } from "../verify/results/disclosure";
import { useFocusRing } from "../verify/results/focus-ring";
import { openLine } from "./answer";
import { nameOfLine } from "./ask";
import { ReadingLine } from "./reading-line";
import { shortened } from "./readings";
import { readingTexts } from "./texts";
import { useListStyles } from "./use-list-styles";

const useStyles = makeStyles({
  table: {
    margin: 0,
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  pick: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "4px",
    minHeight: "24px",
    maxWidth: "100%",
    padding: "1px 7px",
    // Seen where colours are forced.
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  asked: {
    border: `1px dashed ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  title: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  todo: { color: tokens.colorBrandForeground1 },
  count: { color: tokens.colorNeutralForeground3 },
  plain: {
    padding: "1px 8px",
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  chevron: { flexShrink: 0 },
  tick: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
});

/** A long list is drawn in parts. */
const PART = 60;

interface ReadListProps {
  readonly session: Session;
  readonly tables: readonly TableauDeLecture[];
  /** Keys of what is asked now. */
  readonly here: readonly string[];
  /** The columns of a table that the pane shows at a glance are open. */
  readonly isOpen: boolean;
  readonly isBusy: boolean;
}

/** More than these fill the pane. */
const AT_A_GLANCE = 8;

export function ReadList({ session, tables, here, isOpen, isBusy }: ReadListProps) {
  const styles = useStyles();
  return (
    <>
      {tables.map(({ range, columns, rows }) => {
        const name = readingTexts.table(range);
        const isShown = isOpen && columns.length <= AT_A_GLANCE;
        return (
          <section key={name} aria-label={name}>
            <p className={styles.table}>{name}</p>
            <Lines session={session} lines={columns} here={here} isOpen={isShown} isBusy={isBusy} />
            <Lines session={session} lines={rows} here={here} isOpen={false} isBusy={isBusy} />
          </section>
        );
      })}
    </>
  );
}

interface LinesProps {
  readonly session: Session;
  readonly lines: readonly LigneDeLecture[];
  readonly here: readonly string[];
  readonly isOpen: boolean;
  readonly isBusy: boolean;
}

function Lines({ session, lines, here, isOpen, isBusy }: LinesProps) {
  const styles = useListStyles();
  const { title, name, todo, count } = useStyles();
  const [shown, setShown] = useState(PART);
  const [first] = lines;
  if (!first) return null;
  const asked = lines.filter(({ state }) => state === "asked").length;
  return (
    <Disclosure
      heading="h3"
      title={
        <span className={title}>
          <span className={name}>{readingTexts.lines(first.about)}</span>
          <span className={asked > 0 ? todo : count}>{readingTexts.linesCount(lines.length, asked)}</span>
        </span>
      }
      defaultOpen={isOpen}
    >
      <ul className={styles.list}>
        {lines.slice(0, shown).map((line) => (
          <Line
            key={nameOfLine(line)}
            session={session}
            line={line}
            isHere={line.key !== null && here.includes(cleReponse({ key: line.key }))}
            isBusy={isBusy}
          />
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
  readonly isHere: boolean;
  readonly isBusy: boolean;
}

function Line({ session, line, isHere, isBusy }: LineProps) {
  const styles = useStyles();
  const focusRing = useFocusRing();
  const { about, name, words, as, state, key, reponse } = line;
  const told = readingTexts.readAs(as && shortened(as, words), state);
  return (
    <ReadingLine
      about={about}
      name={name}
      words={words}
      told={reponse ? [readingTexts.saidBy(reponse)] : []}
      isHere={isHere}
    >
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
          <ChevronDown16Regular className={styles.chevron} />
        </button>
      )}
    </ReadingLine>
  );
}
