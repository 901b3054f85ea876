// Says that what a tab shows was read before the workbook changed; from a place that is always there, for screen readers.
import { makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import { useStayAtTop } from "./stay-at-top";

const useStyles = makeStyles({
  // However far the list was scrolled, it stands where the eye is.
  place: { position: "sticky", top: 0, zIndex: 2, "&:empty": { display: "none" } },
  body: { paddingTop: "4px", paddingBottom: "4px", overflowWrap: "anywhere" },
});

interface StaleNoticeProps {
  readonly isStale: boolean;
  readonly text: string;
  /** What the agent can do about it. */
  readonly children?: ReactNode;
}

export function StaleNotice({ isStale, text, children }: StaleNoticeProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useStayAtTop(place);
  return (
    <div ref={place} className={styles.place} aria-live="polite">
      {isStale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>{text}</MessageBarBody>
          {children && <MessageBarActions>{children}</MessageBarActions>}
        </MessageBar>
      )}
    </div>
  );
}
