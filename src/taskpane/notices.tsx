// What came of the last thing asked for, when there is something to say: a failure, a refusal, a success.
import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { Notice } from "./session";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "&:empty": { display: "none" } },
  body: { paddingTop: "4px", paddingBottom: "4px", overflowWrap: "anywhere" },
});

export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const styles = useStyles();
  return (
    <div className={styles.list} aria-live="assertive">
      {notices.map(({ kind, text }) => (
        <MessageBar key={text} intent={kind} layout="multiline">
          <MessageBarBody className={styles.body}>{text}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
