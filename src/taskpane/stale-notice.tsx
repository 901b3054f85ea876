// Says that what a tab shows was read before the workbook changed; from a place that is always there, for screen readers.
import { makeStyles, MessageBar, MessageBarBody } from "@fluentui/react-components";

const useStyles = makeStyles({
  place: { "&:empty": { display: "none" } },
  body: { paddingTop: "4px", paddingBottom: "4px" },
});

export function StaleNotice({ isStale, text }: { readonly isStale: boolean; readonly text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.place} aria-live="polite">
      {isStale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>{text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
