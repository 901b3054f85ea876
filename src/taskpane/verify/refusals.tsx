// What a verification could not write into the workbook, and why.
import { makeStyles, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { texts } from "../texts";

const useStyles = makeStyles({
  place: { "&:empty": { display: "none" } },
  body: { paddingTop: "4px", paddingBottom: "4px", overflowWrap: "anywhere" },
  list: { margin: "4px 0 0", paddingLeft: "20px" },
});

/** `refusals` are French sentences. */
export function Refusals({ refusals }: { readonly refusals: readonly string[] }) {
  const styles = useStyles();
  return (
    <div className={styles.place} aria-live="assertive">
      {refusals.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {texts.refusalsTitle}
            <ul className={styles.list}>
              {refusals.map((refusal) => (
                <li key={refusal}>{refusal}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
