// Every figure of the tables in exactly one line, and the sum of the lines: nothing was lost.
import { makeStyles, tokens } from "@fluentui/react-components";
import { LIEUX_DES_NOMBRES, type LieuDesNombres, type TableauDeLecture } from "../../core/domain/lecture";
import { A_IGNORER, DETAIL, type Role } from "../../core/domain/question";
import { formatNombre } from "../../core/domain/words/format";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  list: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  line: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
    padding: "3px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& dd": { margin: 0 },
  },
});

/** What a person said to be there. */
const IS_THERE: Readonly<Partial<Record<LieuDesNombres, (role: Role) => boolean>>> = {
  aside: ({ role }) => role === A_IGNORER,
  detail: ({ role }) => role === DETAIL,
};

const namesIn = (lieu: LieuDesNombres, tables: readonly TableauDeLecture[]): readonly string[] => {
  const lines = tables.flatMap(({ columns, rows }) => [...columns, ...rows]);
  const words = lines.flatMap(({ words: own, reponse }) =>
    reponse && IS_THERE[lieu]?.(reponse.answer) === true ? [own] : [],
  );
  return [...new Set(words)];
};

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
            <dt>{readingTexts.lieuNamed(lieu, namesIn(lieu, tables))}</dt>
            <dd>{formatNombre(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
