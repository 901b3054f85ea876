// The row of tabs. Fluent's own would add 22 KB to the pane's first load for its keyboard navigation; this is that of WAI-ARIA.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { TABS, type Tab } from "./session";
import { texts } from "./texts";

const useStyles = makeStyles({
  // Its words begin where those of the pane do.
  row: { display: "flex", flexWrap: "wrap", margin: "0 -5px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    position: "relative",
    // Six of them stand in one row of Excel's own pane.
    padding: "6px 5px 8px",
    border: 0,
    background: "none",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorNeutralForeground1, background: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    // A border, not a background: contrast themes take backgrounds away.
    "::after": {
      content: '""',
      position: "absolute",
      left: "5px",
      right: "5px",
      bottom: "0",
      borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

interface TabListProps {
  readonly selected: Tab;
  readonly onSelect: (tab: Tab) => void;
}

/** The tab that a key leads to from another; null for a key that leads nowhere. */
function tabOfKey(key: string, from: Tab): Tab | null {
  const place = TABS.indexOf(from);
  const places: Readonly<Record<string, number>> = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 };
  const wanted = places[key];
  return wanted === undefined ? null : (TABS.at(wanted % TABS.length) ?? null);
}

export function TabList({ selected, onSelect }: TabListProps) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent) => {
    const tab = tabOfKey(event.key, selected);
    if (!tab) return;
    event.preventDefault();
    onSelect(tab);
    document.getElementById(tabId(tab))?.focus();
  };
  return (
    <div role="tablist" aria-label={texts.tabs} className={styles.row} onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab}
          id={tabId(tab)}
          type="button"
          role="tab"
          aria-selected={tab === selected}
          aria-controls={panelId(tab)}
          tabIndex={tab === selected ? 0 : -1}
          className={mergeClasses(styles.tab, tab === selected && styles.selected)}
          onClick={() => onSelect(tab)}
        >
          {texts.tab[tab]}
        </button>
      ))}
    </div>
  );
}

export const tabId = (tab: Tab): string => `onglet-${tab}`;
export const panelId = (tab: Tab): string => `partie-${tab}`;
