// The three views of the list, each with how many it holds: what one does, what the other party does, what is done.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { VUES, type Vue } from "../../../core/domain/a-qui";
import type { Partie } from "../../../core/domain/parties";
import { usePlainButton } from "../results/plain-button";
import { workTexts } from "./texts";
import { viewTexts } from "./view-texts";

const useStyles = makeStyles({
  views: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    // All three on one line of a pane as wide as Excel opens it.
    fontSize: tokens.fontSizeBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  view: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderRadius: 0,
    borderBottom: "3px solid transparent",
    color: tokens.colorNeutralForeground2,
    ":hover": { borderBottomColor: tokens.colorNeutralStroke1Hover },
    // What is transparent is drawn there.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
  },
  chosen: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStroke },
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

interface ViewsProps {
  readonly counts: Readonly<Record<Vue, number>>;
  readonly view: Vue;
  readonly party: Partie | null;
  readonly onView: (view: Vue) => void;
}

export function Views({ counts, view, party, onView }: ViewsProps) {
  const styles = useStyles();
  const plain = usePlainButton();
  return (
    <div className={styles.views} role="group" aria-label={viewTexts.views}>
      {VUES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === view}
          className={mergeClasses(plain, styles.view, each === view && styles.chosen)}
          onClick={() => onView(each)}
        >
          {viewTexts.view(each, party)} {workTexts.number(counts[each])}
        </button>
      ))}
    </div>
  );
}
