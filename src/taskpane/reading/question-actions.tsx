// The buttons of a question: the answer first, in its own words, then the ways around it.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: "3px",
    // Under a long list they stay in sight; in a low pane, or where the text is twice as large, the list needs the room.
    "@media (min-height: 480px) and (min-width: 241px)": {
      position: "sticky",
      bottom: 0,
      zIndex: 1,
      padding: "4px 0",
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  short: { minWidth: "auto", paddingLeft: "7px", paddingRight: "7px" },
});

type Way = (() => void) | null;

interface QuestionActionsProps {
  /** Of the answer that is given with it. */
  readonly words: string;
  readonly isBusy: boolean;
  readonly onAnswer: () => void;
  readonly onNo: Way;
  readonly onOneByOne: Way;
  readonly onBack: Way;
  readonly onTakeBack: Way;
  readonly onLater: Way;
}

export function QuestionActions(props: QuestionActionsProps) {
  const { words, isBusy, onAnswer, onNo, onOneByOne, onBack, onTakeBack, onLater } = props;
  const styles = useStyles();
  const others = [
    { does: onNo, text: readingTexts.no, isSubtle: false, waits: false },
    { does: onOneByOne, text: readingTexts.oneByOne, isSubtle: false, waits: false },
    { does: onBack, text: readingTexts.back, isSubtle: true, waits: false },
    { does: onTakeBack, text: readingTexts.takeBack, isSubtle: true, waits: true },
    { does: onLater, text: readingTexts.later, isSubtle: true, waits: false },
  ];
  return (
    <div className={styles.actions}>
      <Button className={styles.short} appearance="primary" disabledFocusable={isBusy} onClick={onAnswer}>
        {words}
      </Button>
      {others.map(
        ({ does, text, isSubtle, waits }) =>
          does && (
            <Button
              key={text}
              className={styles.short}
              {...(isSubtle && { appearance: "subtle" as const })}
              disabledFocusable={waits && isBusy}
              onClick={does}
            >
              {text}
            </Button>
          ),
      )}
    </div>
  );
}
