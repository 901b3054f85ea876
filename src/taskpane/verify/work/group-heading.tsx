// What the cards of a group have in common, which they do not say again; and all of its safe corrections at once.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useOnlyHeard } from "../../only-heard";
import { ROOM_AT_TOP } from "../../stay-at-top";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  // It stays above its cards, however many there are.
  heading: {
    position: "sticky",
    zIndex: 1,
    top: `var(${ROOM_AT_TOP}, 0px)`,
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  number: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  all: { marginBottom: tokens.spacingVerticalXS },
});

interface GroupHeadingProps {
  readonly title: string;
  readonly number: number;
  /** Over a single card of a problem, the card itself says it. */
  readonly isShown: boolean;
  /** How many of its cards can be corrected safely. */
  readonly fixable: number;
  readonly isBusy: boolean;
  readonly onCorrectAll: () => void;
}

export function GroupHeading({ title, number, isShown, fixable, isBusy, onCorrectAll }: GroupHeadingProps) {
  const styles = useStyles();
  const onlyHeard = useOnlyHeard();
  return (
    <>
      <h3 className={isShown ? styles.heading : onlyHeard}>
        {title} <span className={styles.number}>{workTexts.number(number)}</span>
      </h3>
      {fixable > 1 && (
        <Button size="small" className={styles.all} disabledFocusable={isBusy} onClick={onCorrectAll}>
          {workTexts.correctAll(fixable)}
        </Button>
      )}
    </>
  );
}
