// What was understood of the workbook, so that the agent sees what the verification is about.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { quoteSheet } from "xlsx-model/cell-ref";
import type { ReadTable, Unread } from "../../../core/verification";
import { resultTexts } from "./texts";
import { Disclosure } from "./disclosure";
import { UnreadList } from "./unread-list";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", "& > li": { marginBottom: "6px", overflowWrap: "anywhere" } },
  where: { color: tokens.colorNeutralForeground3 },
  note: { margin: "2px 0 0" },
  rows: { margin: 0, paddingLeft: "28px" },
});

interface ReadTablesProps {
  readonly tables: readonly ReadTable[];
  readonly unread: readonly Unread[];
  readonly leftAside: readonly Unread[];
  /** Shows what is read, and what was answered, heading by heading. */
  readonly onReading: () => void;
}

export function ReadTables({ tables, unread, leftAside, onReading }: ReadTablesProps) {
  const styles = useStyles();
  return (
    <Disclosure heading="h2" title={resultTexts.readTitle} count={tables.length}>
      {tables.length === 0 && <p>{resultTexts.readNothing}</p>}
      <Button size="small" onClick={onReading}>
        {resultTexts.toReading}
      </Button>
      <ul className={styles.list}>
        {tables.map((table) => (
          <li key={`${table.kind} ${table.sheet} ${table.range}`}>
            <strong>{resultTexts.tableName(table)}</strong>{" "}
            <span className={styles.where}>
              {quoteSheet(table.sheet)}!{table.range}
            </span>
            <br />
            {resultTexts.tableSummary(table)}
            {table.notes?.map((note) => (
              <p key={note} className={styles.note}>
                {note}
              </p>
            ))}
            {table.ignoredRows.length > 0 && <IgnoredRows rows={table.ignoredRows} />}
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <>
          <p className={styles.note}>{resultTexts.unreadTitle}</p>
          <UnreadList unread={unread} className={styles.list} />
        </>
      )}
      {leftAside.length > 0 && (
        <Disclosure heading="h3" title={resultTexts.leftAsideTitle(leftAside.length)}>
          <UnreadList unread={leftAside} className={styles.list} />
        </Disclosure>
      )}
    </Disclosure>
  );
}

function IgnoredRows({ rows }: { readonly rows: ReadTable["ignoredRows"] }) {
  const styles = useStyles();
  return (
    <Disclosure heading="h3" title={resultTexts.ignoredRows(rows.length)}>
      <ul className={styles.rows}>
        {rows.map(({ row, text }) => (
          <li key={row}>{resultTexts.ignoredRow(row, text)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
