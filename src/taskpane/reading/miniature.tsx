// The few cells around what is asked, as the sheet shows them: what a person looks at to decide.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Sample } from "../../core/domain/question";
import { useOnlyHeard } from "../only-heard";
import type { Readings } from "./readings";
import { readingTexts } from "./texts";

const LINE = `1px solid ${tokens.colorNeutralStroke1}`;
const ASKED = `2px dashed ${tokens.colorCompoundBrandStroke}`;
/** The text is twice as large: there is room for what is asked, and for no neighbour. */
const NARROW = "@media (max-width: 240px)";

const useStyles = makeStyles({
  frame: { overflow: "hidden" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cell: {
    padding: "1px 4px",
    borderTop: LINE,
    borderRight: LINE,
    borderBottom: LINE,
    borderLeft: LINE,
    textAlign: "right",
    fontWeight: tokens.fontWeightRegular,
  },
  figure: { whiteSpace: "nowrap" },
  letter: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    textAlign: "center",
  },
  head: {
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    verticalAlign: "bottom",
  },
  words: { display: "-webkit-box", overflow: "hidden", WebkitBoxOrient: "vertical", WebkitLineClamp: 2 },
  askedWords: { WebkitLineClamp: 3 },
  // What is left beside the figures, which are never cut.
  label: {
    width: "100%",
    minWidth: "64px",
    maxWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    textAlign: "left",
    [NARROW]: { minWidth: "36px" },
  },
  // A figure is never cut: where there is no room for both, the one before says more.
  after: { "@media (max-width: 339px)": { display: "none" } },
  // Two lines, so that nothing moves when it is known.
  reading: { height: "34px", textAlign: "left", verticalAlign: "top", overflowWrap: "anywhere" },
  askedReading: { fontWeight: tokens.fontWeightSemibold },
  neighbour: { [NARROW]: { display: "none" } },
  asked: { minWidth: "64px", borderLeft: ASKED, borderRight: ASKED, backgroundColor: tokens.colorBrandBackground2 },
  top: { borderTop: ASKED },
  bottom: { borderBottom: ASKED },
  askedRow: { borderTop: ASKED, borderBottom: ASKED, backgroundColor: tokens.colorBrandBackground2 },
});

interface MiniatureProps {
  readonly sample: Sample;
  /** What each column is read as, by its letter; null where that is not shown, or there is none. */
  readonly readings: Readings | null;
  /** Under a list of answers two rows are enough. */
  readonly isShort: boolean;
}

const SHORT_ROWS = 2;

export function Miniature({ sample: { columns, rows: all }, readings, isShort }: MiniatureProps) {
  const styles = useStyles();
  const heard = useOnlyHeard();
  const isOfColumn = columns.some(({ isAsked }) => isAsked);
  const rows = isShort && isOfColumn ? all.slice(0, SHORT_ROWS) : all;
  const isRead = isOfColumn && readings !== null;
  const classesOf = (at: number): readonly (string | false)[] => [
    columns[at]?.isAsked === true && styles.asked,
    isOfColumn && at > 0 && columns[at]?.isAsked === false && styles.neighbour,
    isOfColumn && at > 0 && columns[at - 1]?.isAsked === true && styles.after,
  ];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={heard}>{readingTexts.sampleCaption}</caption>
        <thead>
          <tr aria-hidden="true">
            {columns.map(({ name, isAsked }, at) => (
              <td
                key={name}
                className={mergeClasses(styles.cell, styles.letter, ...classesOf(at), isAsked && styles.top)}
              >
                {name}
              </td>
            ))}
          </tr>
          <tr>
            {columns.map(({ name, heading, isAsked }, at) => {
              // A column without a heading has none to be announced by.
              const Head = heading.trim() === "" && !isAsked ? "td" : "th";
              return (
                <Head
                  key={name}
                  scope={Head === "th" ? "col" : undefined}
                  className={mergeClasses(styles.cell, styles.head, ...classesOf(at))}
                >
                  <span className={mergeClasses(styles.words, isAsked && styles.askedWords)}>{heading}</span>
                  {isAsked && <span className={heard}>, {readingTexts.thisColumn}</span>}
                </Head>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells, isAsked }, rank) => (
            <tr key={number}>
              {cells.map((cell, at) => (
                <td
                  key={columns[at]?.name}
                  className={mergeClasses(
                    styles.cell,
                    styles.figure,
                    at === 0 && styles.label,
                    isAsked && styles.askedRow,
                    ...classesOf(at),
                    columns[at]?.isAsked === true && rank === rows.length - 1 && !isRead && styles.bottom,
                  )}
                >
                  {cell}
                  {isAsked && at === 0 && <span className={heard}>, {readingTexts.thisRow}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {isRead && (
          <tfoot>
            <tr>
              {columns.map(({ name, heading, isAsked }, at) => (
                <td
                  key={name}
                  className={mergeClasses(
                    styles.cell,
                    styles.reading,
                    ...classesOf(at),
                    isAsked && styles.bottom,
                    isAsked && styles.askedReading,
                  )}
                >
                  {at === 0 && <span className={heard}>{readingTexts.readLike} </span>}
                  {readings(name, heading)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
