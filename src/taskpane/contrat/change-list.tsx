// Changes of a contract, each with what it was and what it becomes.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useOnlyHeard } from "../only-heard";
import { contratTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    padding: "6px 0",
    overflowWrap: "anywhere",
    // Between two changes: below the last one there is nothing to keep apart.
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  what: { display: "block" },
  change: { display: "block", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  note: { display: "block", color: tokens.colorNeutralForeground3 },
  errors: { margin: "4px 0 0", paddingLeft: "18px", color: tokens.colorPaletteRedForeground1 },
  arrow: { position: "relative" },
});

export interface ShownChange {
  readonly key: string;
  readonly libelle: string;
  readonly ancienne: string | null;
  readonly nouvelle: string;
  readonly note?: string;
  readonly errors?: readonly string[];
  readonly onGo?: () => void;
}

export function ChangeList({ changes }: { readonly changes: readonly ShownChange[] }) {
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  return (
    <ul className={styles.list}>
      {changes.map(({ key, libelle, ancienne, nouvelle, note, errors = [], onGo }) => (
        <li key={key} className={styles.item}>
          <span className={styles.what}>{libelle}</span>
          {errors.length === 0 && (
            <span className={styles.change}>
              <span aria-hidden="true">{contratTexts.change(ancienne, nouvelle)}</span>
              <span className={styles.arrow}>
                {/* Said by a sentence where the arrow is drawn. */}
                <span className={onlyHeard}>{contratTexts.changeSpoken(ancienne, nouvelle)}</span>
              </span>
            </span>
          )}
          {note !== undefined && <span className={styles.note}>{note}</span>}
          {errors.length > 0 && (
            <ul className={styles.errors}>
              {errors.map((error) => (
                <li key={error}>{error}</li>
              ))}
            </ul>
          )}
          {onGo && (
            <Button size="small" appearance="subtle" aria-label={contratTexts.goToChange(libelle)} onClick={onGo}>
              {contratTexts.goToLine}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
