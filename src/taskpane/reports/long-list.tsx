// A list whose first items are shown, the others when asked.
import { Button } from "@fluentui/react-components";
import { Fragment, useState, type ReactNode } from "react";

const SHOWN = 15;

interface LongListProps {
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
  readonly moreLabel: (count: number) => string;
}

export function LongList({ items, moreLabel }: LongListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const rest = items.length - SHOWN;
  const isLong = rest > 1 && !showsAll;
  return (
    <>
      <ul>
        {(isLong ? items.slice(0, SHOWN) : items).map(({ key, content }) => (
          <Fragment key={key}>
            <li>{content}</li>
          </Fragment>
        ))}
      </ul>
      {isLong && (
        <Button size="small" onClick={() => setShowsAll(true)}>
          {moreLabel(rest)}
        </Button>
      )}
    </>
  );
}
