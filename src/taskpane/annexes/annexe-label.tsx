// One annexe among those offered: its picture, what it is for, and the sheets that hold it already.
import { makeStyles, tokens } from "@fluentui/react-components";
import { AnnexePicture } from "./annexe-picture";
import { annexeTexts, type Wanted } from "./texts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: "4px",
    alignItems: "flex-start",
  },
  words: { flex: "1 1 8em", minWidth: 0, overflowWrap: "anywhere" },
  title: { display: "block", color: tokens.colorNeutralForeground1 },
  description: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  present: {
    display: "block",
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface AnnexeLabelProps {
  readonly wanted: Wanted;
  /** That hold it already. */
  readonly sheets: readonly string[];
}

export function AnnexeLabel({ wanted, sheets }: AnnexeLabelProps) {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      <AnnexePicture wanted={wanted} />
      <span className={styles.words}>
        <span className={styles.title}>{annexeTexts.title(wanted)}</span>
        <span className={styles.description}>{annexeTexts.description(wanted)}</span>
        {sheets.length > 0 && <span className={styles.present}>{annexeTexts.present(sheets)}</span>}
      </span>
    </span>
  );
}
