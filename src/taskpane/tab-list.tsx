// The row of tabs. Fluent's own would add 22 KB to the pane's first load for its keyboard navigation; this is that of WAI-ARIA.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";

const useStyles = makeStyles({
  // Its words begin where those of the pane do.
  row: { display: "flex", flexWrap: "wrap", flexGrow: 1, margin: "0 -5px" },
  tab: {
    position: "relative",
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

interface TabListProps<Each extends string> {
  readonly label: string;
  readonly tabs: readonly Each[];
  readonly names: Readonly<Record<Each, string>>;
  /** Null where none of them is shown. */
  readonly selected: Each | null;
  readonly onSelect: (tab: Each) => void;
}

/** The tab that a key leads to from another; null for a key that leads nowhere. */
function tabOfKey<Each>(tabs: readonly Each[], key: string, from: Each | null): Each | null {
  const place = from === null ? 0 : tabs.indexOf(from);
  const places: Readonly<Record<string, number>> = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 };
  const wanted = places[key];
  return wanted === undefined ? null : (tabs.at(wanted % tabs.length) ?? null);
}

export function TabList<Each extends string>({ label, tabs, names, selected, onSelect }: TabListProps<Each>) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent) => {
    const tab = tabOfKey(tabs, event.key, selected);
    if (!tab) return;
    event.preventDefault();
    onSelect(tab);
    document.getElementById(tabId(tab))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.row} onKeyDown={onKeyDown}>
      {tabs.map((tab, at) => (
        <button
          key={tab}
          id={tabId(tab)}
          type="button"
          role="tab"
          aria-selected={tab === selected}
          aria-controls={panelId(tab)}
          tabIndex={tab === selected || (selected === null && at === 0) ? 0 : -1}
          className={mergeClasses(styles.tab, tab === selected && styles.selected)}
          onClick={() => onSelect(tab)}
        >
          {names[tab]}
        </button>
      ))}
    </div>
  );
}

export const tabId = (tab: string): string => `onglet-${tab}`;
export const panelId = (tab: string): string => `partie-${tab}`;
