// What was just answered, while it can be taken back.
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Session } from "../session-store";
import { KindIcon } from "../verify/results/kind-icon";
import { undoAnswer } from "./answer";
import type { JustAnswered } from "./reading-store";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  just: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& button": { fontSize: "inherit", lineHeight: "inherit" },
    "&:empty": { display: "none" },
  },
});

interface JustAnsweredLineProps {
  readonly session: Session;
  readonly just: JustAnswered | null;
  readonly isBusy: boolean;
}

export function JustAnsweredLine({ session, just, isBusy }: JustAnsweredLineProps) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.just}>
      {just && (
        <>
          <KindIcon kind="held" />
          <span>
            {just.text}{" "}
            <Link
              as="button"
              inline
              disabledFocusable={isBusy}
              aria-label={readingTexts.undoWhat(just.text)}
              onClick={() => void undoAnswer(session, just)}
            >
              {readingTexts.undo}
            </Link>
          </span>
        </>
      )}
    </div>
  );
}
