// Figures to be compared: each in a row after its name, the digits below each other.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  rows: {
    width: "fit-content",
    maxWidth: "100%",
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  // In a very narrow pane the figure goes below its name.
  row: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  name: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, marginLeft: "auto", minWidth: 0, overflowWrap: "anywhere" },
  result: { fontWeight: tokens.fontWeightSemibold },
});

export interface FigureRow {
  readonly name: string;
  /** What a cell holds may be a text, and long. */
  readonly value: string;
  /** What comes of the others. */
  readonly isResult?: boolean;
}

export function FigureRows({ rows }: { readonly rows: readonly FigureRow[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.rows}>
      {rows.map(({ name, value, isResult }) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={mergeClasses(styles.value, isResult && styles.result)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
