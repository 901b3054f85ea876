// Asks before what stands in the workbook is replaced.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Outcome } from "./outcome";
import { texts } from "./texts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ExistsOutcomeProps {
  readonly title: string;
  readonly sentence: string;
  readonly isBusy: boolean;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}

export function ExistsOutcome({ title, sentence, isBusy, onReplace, onKeep }: ExistsOutcomeProps) {
  const styles = useStyles();
  return (
    <Outcome kind="warning" title={title}>
      <p>{sentence}</p>
      <div className={styles.buttons}>
        <Button disabledFocusable={isBusy} onClick={onReplace}>
          {texts.replace}
        </Button>
        <Button disabledFocusable={isBusy} onClick={onKeep}>
          {texts.keep}
        </Button>
      </div>
    </Outcome>
  );
}
