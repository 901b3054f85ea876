// What a card begins with: the problem, where it stands, its cell. What the heading of its group says is heard, and not shown again.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { formatLocalCell } from "../../../core/domain/cell-ref";
import type { Finding } from "../../../core/verification";
import { useOnlyHeard } from "../../only-heard";
import { placeOf } from "./place";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  line: { display: "block" },
  title: { fontWeight: tokens.fontWeightSemibold },
  fresh: {
    marginLeft: tokens.spacingHorizontalS,
    padding: "0 6px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
  },
  address: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface CardTitleProps {
  readonly finding: Finding;
  readonly localParty: string;
  /** The heading of the card's group; null where none is in sight. */
  readonly heading: string | null;
  /** From 1, where it tells the card apart. */
  readonly row: number | undefined;
  /** In words, what the mark beside it shows. */
  readonly mark: string;
  /** It was not there the last time. */
  readonly isFresh: boolean;
}

interface Line {
  readonly heard: string;
  readonly shown: string;
}

export function CardTitle({ finding, localParty, heading, row, mark, isFresh }: CardTitleProps) {
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  const [title, ...below] = linesOf(finding, localParty, heading, row);
  const words = ({ heard, shown }: Line) => (
    <>
      {heard !== "" && <span className={onlyHeard}>{heard}</span>}
      {shown}
    </>
  );
  return (
    <>
      {title && (
        <span className={mergeClasses(styles.line, styles.title)}>
          {words(title)}
          <span className={onlyHeard}>{workTexts.heardAfter(mark)}</span>
          {isFresh && <span className={styles.fresh}>{workTexts.fresh}</span>}
        </span>
      )}
      {below.map((line) => (
        <span key={line.shown} className={mergeClasses(styles.line, line.isAddress && styles.address)}>
          {words(line)}
        </span>
      ))}
    </>
  );
}

/** The first is the title: under the heading of its problem, what tells the card apart. */
function linesOf(
  { problem, subject, cells }: Finding,
  localParty: string,
  heading: string | null,
  row: number | undefined,
): readonly (Line & { readonly isAddress?: true })[] {
  const [first] = cells;
  const { said, rest } = placeOf(subject, localParty, heading, row);
  const place = { heard: said === "" ? "" : workTexts.heardBefore(said), shown: rest };
  const isOnSheet = first?.sheet === heading;
  const more = cells.length > 1 ? ` ${workTexts.moreCells(cells.length - 1)}` : "";
  const address = first && {
    heard: isOnSheet ? workTexts.heardBefore(first.sheet) : "",
    shown: (isOnSheet ? formatLocalCell(first.row, first.column) : workTexts.address(first)) + more,
    isAddress: true as const,
  };
  const lines = [...(rest === "" ? [] : [place]), ...(address ? [address] : [])];
  const [next, ...others] = lines;
  if (problem !== heading || !next) return [{ heard: "", shown: problem }, ...lines];
  return [{ heard: workTexts.heardBefore(problem) + next.heard, shown: next.shown }, ...others];
}
