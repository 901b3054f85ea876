// Everything is understood: the way to the result, where « Oui » was.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Session } from "../session-store";
import { KindIcon } from "../verify/results/kind-icon";
import { leaveReading } from "./answer";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  done: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  title: { display: "flex", columnGap: tokens.spacingHorizontalS, fontWeight: 600 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function Done({ session, asOf }: { readonly session: Session; readonly asOf: string }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.hasFocus()) place.current?.querySelector("button")?.focus();
  }, []);
  return (
    <div className={styles.done}>
      <div role="status" className={styles.title}>
        <KindIcon kind="held" />
        {readingTexts.done}
      </div>
      <div ref={place} className={styles.line}>
        <Button appearance="primary" onClick={() => leaveReading(session)}>
          {readingTexts.seeResult}
        </Button>
        <span className={styles.small}>{readingTexts.asOf(asOf)}</span>
      </div>
    </div>
  );
}
