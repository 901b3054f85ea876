// What the agent must know of the results themselves: that they are out of date, or that not all could be written.
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import type { Outcome } from "../session";
import { texts } from "../texts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "&:empty": { display: "none" } },
  body: { paddingTop: "4px", paddingBottom: "4px" },
  refusals: { margin: "4px 0 0", paddingLeft: "20px" },
});

interface OutcomeNoticesProps {
  readonly outcome: Outcome | null;
  readonly isBusy: boolean;
  readonly onVerify: () => void;
}

export function OutcomeNotices({ outcome, isBusy, onVerify }: OutcomeNoticesProps) {
  const styles = useStyles();
  return (
    <div className={styles.list} aria-live="assertive">
      {outcome?.stale && !isBusy && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>{texts.stale}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onVerify}>
              {texts.verifyAgain}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {outcome && outcome.refusals.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {texts.refusalsTitle}
            <ul className={styles.refusals}>
              {outcome.refusals.map((refusal) => (
                <li key={refusal}>{refusal}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
