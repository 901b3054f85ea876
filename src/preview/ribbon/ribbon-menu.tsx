// A menu of the ribbon, as WAI-ARIA's menu button: a click or an arrow opens it.
import { useRef, useState, type ReactElement } from "react";
import type { RibbonButton, RibbonMenu } from "./read-manifest";
import { RibbonMenuList } from "./ribbon-menu-list";

interface RibbonMenuButtonProps {
  readonly menu: RibbonMenu;
  readonly onButton: (button: RibbonButton) => void;
}

export function RibbonMenuButton({ menu, onButton }: RibbonMenuButtonProps): ReactElement {
  /** Where the keyboard goes first in the open menu; null while it is closed. */
  const [first, setFirst] = useState<"first" | "last" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = first !== null;
  const id = `menu-${menu.id}`;
  const tooltip = `tooltip-${menu.id}`;
  const close = (): void => {
    setFirst(null);
    button.current?.focus();
  };
  return (
    <span
      className={isOpen ? "ribbon-button open" : "ribbon-button"}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFirst(null);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-describedby={tooltip}
        onClick={() => {
          setFirst(isOpen ? null : "first");
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setFirst(event.key === "ArrowDown" ? "first" : "last");
        }}
      >
        <img src={menu.icon} alt="" width="32" height="32" />
        <span className="ribbon-menu-label">{menu.label}</span>
      </button>
      <span role="tooltip" id={tooltip} className="tooltip">
        <strong>{menu.tooltipTitle}</strong>
        {menu.tooltip}
      </span>
      {isOpen && (
        <RibbonMenuList
          id={id}
          menu={menu}
          first={first}
          onClose={close}
          onChoose={(item) => {
            close();
            onButton(item);
          }}
        />
      )}
    </span>
  );
}
