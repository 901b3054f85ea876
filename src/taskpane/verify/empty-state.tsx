// What the pane says before the first verification.
import { makeStyles, tokens } from "@fluentui/react-components";
import { texts } from "../texts";

const useStyles = makeStyles({
  box: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
    "& p": { margin: "0 0 8px" },
  },
  title: { margin: "0 0 8px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function EmptyState() {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>{texts.emptyTitle}</h2>
      <p>{texts.emptyText}</p>
      <p>{texts.emptyKept}</p>
      <p className={styles.quiet}>{texts.privacy}</p>
    </section>
  );
}
