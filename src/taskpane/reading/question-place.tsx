// Which question it is of how many, and the way to its cells, which is gone only when it is asked for.
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Session } from "../session-store";
import { placeOf, type Group } from "./ask";
import { readingStore } from "./reading-store";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  link: { fontSize: "inherit", textAlign: "left", overflowWrap: "anywhere" },
});

interface QuestionPlaceProps {
  readonly session: Session;
  readonly group: Group;
  readonly position: string;
}

export function QuestionPlace({ session, group, position }: QuestionPlaceProps) {
  const styles = useStyles();
  const [{ range, place, text }] = group;
  const words = group.length > 1 ? readingTexts.alike(group.length) : (place ?? text);
  return (
    <p className={styles.line}>
      <span>{position}</span>
      {range && (
        <Link
          as="button"
          inline
          className={styles.link}
          aria-label={readingTexts.see(words)}
          onClick={() => {
            const store = readingStore(session);
            store.set({ ...store.getState(), isFollowed: true });
            void session.selectCell(placeOf(range));
          }}
        >
          {words}
        </Link>
      )}
    </p>
  );
}
