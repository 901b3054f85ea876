// A list whose first items are shown, the others when asked.
import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";

const SHOWN = 15;

interface LongListProps {
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
  readonly moreLabel: (count: number) => string;
}

export function LongList({ items, moreLabel }: LongListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The button that was clicked has gone: the keyboard is on the first of those that came.
    if (showsAll) list.current?.querySelectorAll<HTMLElement>(":scope > li")[SHOWN]?.focus();
  }, [showsAll]);
  const rest = items.length - SHOWN;
  const isLong = rest > 1 && !showsAll;
  return (
    <>
      <ul ref={list}>
        {(isLong ? items.slice(0, SHOWN) : items).map(({ key, content }, index) => (
          <li key={key} {...(index === SHOWN && { tabIndex: -1 })}>
            {content}
          </li>
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
