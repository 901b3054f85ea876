// What a verification could not write into the workbook, and why.
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { texts } from "../../texts";
import { resultTexts } from "./texts";

const useStyles = makeStyles({
  // Where it stays in sight it leaves room for the list, however many sheets are protected.
  inSight: { maxHeight: "40vh", overflowY: "auto" },
  body: { paddingTop: "4px", paddingBottom: "4px", overflowWrap: "anywhere" },
  list: { margin: "4px 0 0", paddingLeft: "20px" },
});

interface RefusalsProps {
  /** French sentences. */
  readonly refusals: readonly string[];
  /** The workbook changed since: what stands below may hold no more. */
  readonly isStale: boolean;
  /** Given while they stay in sight: the agent has read them. */
  readonly onRead?: () => void;
}

export function Refusals({ refusals, isStale, onRead }: RefusalsProps) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={onRead && styles.inSight}>
      <MessageBarBody className={styles.body}>
        {isStale ? texts.refusalsTitle : `${texts.refusalsTitle} ${resultTexts.refusalsStillValid}`}
        <ul className={styles.list}>
          {refusals.map((refusal) => (
            <li key={refusal}>{refusal}</li>
          ))}
        </ul>
      </MessageBarBody>
      {onRead && (
        <MessageBarActions>
          <Button size="small" onClick={onRead}>
            {texts.hide}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
