// Every figure of the tables in exactly one line, and the sum of the lines: nothing was lost.
import { makeStyles, tokens } from "@fluentui/react-components";
import { LIEUX_DES_NOMBRES, type TableauDeLecture } from "../../core/domain/lecture";
import { formatNombre } from "../../core/domain/words/format";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  list: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  line: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    padding: "3px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& dd": { margin: 0 },
  },
});

export function Balance({ tables }: { readonly tables: readonly TableauDeLecture[] }) {
  const styles = useStyles();
  const lines = LIEUX_DES_NOMBRES.map((lieu) => ({
    lieu,
    count: tables.reduce((sum, { counts }) => sum + (counts[lieu] ?? 0), 0),
  })).filter(({ count }) => count > 0);
  const all = lines.reduce((sum, { count }) => sum + count, 0);
  return (
    <section>
      <h3 className={styles.title}>{readingTexts.balanceTitle(all)}</h3>
      <dl className={styles.list}>
        {lines.map(({ lieu, count }) => (
          <div key={lieu} className={styles.line}>
            <dt>{readingTexts.lieux[lieu]}</dt>
            <dd>{formatNombre(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
