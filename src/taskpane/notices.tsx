// What there is to say of the last thing asked for, and that results are of before the workbook changed: each can be closed.
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Notice } from "./session";
import { texts } from "./texts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "&:empty": { display: "none" } },
  body: { paddingTop: "4px", paddingBottom: "4px", overflowWrap: "anywhere" },
});

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly isStale: boolean;
  /** How many edits of the workbook are known of: each may be what a closed notice did not know. */
  readonly edits: number;
  readonly onVerify: () => void;
  readonly onClose: (text: string) => void;
}

export function Notices({ notices, isStale, edits, onVerify, onClose }: NoticesProps) {
  const styles = useStyles();
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const isStaleShown = isStale && closedAt !== edits;
  // What succeeded changed the workbook: one thing to read, and not two.
  const done = isStaleShown ? notices.filter(({ kind }) => kind === "success") : [];
  return (
    <>
      <div className={styles.list} aria-live="assertive">
        {notices
          .filter((one) => !done.includes(one))
          .map(({ kind, text }) => (
            <Bar key={text} kind={kind} text={text} onClose={() => onClose(text)} />
          ))}
      </div>
      <div className={styles.list} aria-live="polite">
        {isStaleShown && (
          <Bar
            kind="warning"
            text={[...done.map(({ text }) => text), texts.stale].join(" ")}
            onClose={() => {
              setClosedAt(edits);
              for (const { text } of done) onClose(text);
            }}
          >
            <Button size="small" onClick={onVerify}>
              {texts.verifyAgain}
            </Button>
          </Bar>
        )}
      </div>
    </>
  );
}

interface BarProps extends Notice {
  readonly onClose: () => void;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

function Bar({ kind, text, onClose, children }: BarProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={kind} layout="multiline">
      <MessageBarBody className={styles.body}>{text}</MessageBarBody>
      <MessageBarActions>
        {children}
        <Button size="small" appearance="subtle" onClick={onClose}>
          {texts.hide}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
