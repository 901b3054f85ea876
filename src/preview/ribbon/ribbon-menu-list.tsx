// The open menu of the ribbon: the arrows, Home, End and letters walk through it; Escape leaves it, as Tab does.
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import type { RibbonButton, RibbonMenu } from "./read-manifest";

interface RibbonMenuListProps {
  readonly id: string;
  readonly menu: RibbonMenu;
  /** Which item has the keyboard first. */
  readonly first: "first" | "last";
  readonly onClose: () => void;
  readonly onChoose: (item: RibbonButton) => void;
}

export function RibbonMenuList({ id, menu, first, onClose, onChoose }: RibbonMenuListProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const focus = (place: number): void => {
    list.current?.querySelectorAll<HTMLElement>("[role=menuitem]").item(place).focus();
  };
  useEffect(() => {
    focus(first === "first" ? 0 : menu.items.length - 1);
  }, [first, menu]);
  const onKeyDown = (event: KeyboardEvent, from: number): void => {
    // Tab goes on from the menu's own button, which has the keyboard by then.
    if (event.key === "Escape" || event.key === "Tab") return onClose();
    const place = placeOfKey(event.key, from, menu);
    if (place === null) return;
    event.preventDefault();
    focus(place);
  };
  return (
    <div ref={list} id={id} role="menu" aria-label={menu.label} className="ribbon-menu">
      {menu.items.map((item, place) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-describedby={`tooltip-${item.id}`}
          onClick={() => {
            onChoose(item);
          }}
          onKeyDown={(event) => {
            onKeyDown(event, place);
          }}
        >
          <img src={item.icon} alt="" width="32" height="32" />
          <span>
            {item.label}
            <span id={`tooltip-${item.id}`} aria-hidden="true" className="ribbon-item-tip">
              {item.tooltip}
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}

/** The place that a key leads to; null for a key that leads nowhere. */
function placeOfKey(key: string, from: number, { items }: RibbonMenu): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    Home: 0,
    End: items.length - 1,
  };
  const place = places[key];
  if (place !== undefined) return (place + items.length) % items.length;
  const isWanted = ({ label }: RibbonButton): boolean =>
    label.slice(0, key.length).localeCompare(key, "fr", { sensitivity: "base" }) === 0;
  // The next one that begins with the letter, round the menu.
  const order = [...items.keys()].map((step) => (from + 1 + step) % items.length);
  return order.find((index) => items.slice(index, index + 1).some(isWanted)) ?? null;
}
