// What came of a report: its mark, its title, which is announced, its text.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useInSight } from "../in-sight";
import { KindIcon } from "../verify/results/kind-icon";

const useStyles = makeStyles({
  box: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
    "& p": { margin: "4px 0 6px" },
    "& ul": { margin: "4px 0 6px", paddingLeft: "18px" },
    "& li": { marginBottom: "6px" },
  },
  body: { flexGrow: 1, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
});

interface OutcomeProps {
  readonly kind: "held" | "error" | "warning" | "info";
  readonly title: string;
  readonly children: ReactNode;
}

export function Outcome({ kind, title, children }: OutcomeProps) {
  const styles = useStyles();
  const box = useInSight<HTMLDivElement>();
  return (
    <div ref={box} className={styles.box}>
      <KindIcon kind={kind} />
      <div className={styles.body}>
        <div role="status">
          <h3 className={styles.title}>{title}</h3>
        </div>
        {children}
      </div>
    </div>
  );
}
