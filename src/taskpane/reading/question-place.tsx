// Which question it is of how many, and the way to its cells, which is gone only when it is asked for.
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Session } from "../session-store";
import { placeOf } from "./ask";
import type { Group } from "./groups";
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

/** All that is asked about: alike columns, and the same row on several sheets, one place after the other. */
const placesOf = (group: Group) =>
  group.flatMap(({ range, alsoAt = [], place, text }) =>
    [range, ...alsoAt].flatMap((one) => (one ? [{ range: one, words: place ?? text }] : [])),
  );

export function QuestionPlace({ session, group, position }: QuestionPlaceProps) {
  const styles = useStyles();
  const store = readingStore(session);
  const places = placesOf(group);
  // The sheet may have gone along to the first of them already.
  const [shown, setShown] = useState(store.getState().isFollowed ? 0 : -1);
  const [{ place, text }] = group;
  const words = group.length > 1 ? readingTexts.alike(group.length) : (place ?? text);
  const at = (shown + 1) % places.length;
  const next = places[at];
  const current = places[shown];
  const seen = current && places.length > 1 ? readingTexts.seen(current.words, shown + 1, places.length) : null;
  return (
    <p className={styles.line}>
      <span>{position}</span>
      {next && (
        <Link
          as="button"
          inline
          className={styles.link}
          aria-label={readingTexts.see(words, next.words)}
          onClick={() => {
            setShown(at);
            store.set({ ...store.getState(), isFollowed: true });
            void session.selectCell(placeOf(next.range));
          }}
        >
          {words}
        </Link>
      )}
      <span role="status">{seen}</span>
    </p>
  );
}
