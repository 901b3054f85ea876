// French sentences under a title; nothing where there is none.
import { makeStyles, tokens } from "@fluentui/react-components";
import { KindIcon } from "../verify/results/kind-icon";

const useStyles = makeStyles({
  box: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  body: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: "inherit", fontWeight: 600 },
  list: { margin: "4px 0 0", paddingLeft: "18px", "& > li": { marginBottom: "4px" } },
});

interface RemarkListProps {
  readonly title: string;
  readonly remarks: readonly string[];
  readonly isWarning?: boolean;
}

export function RemarkList({ title, remarks, isWarning = false }: RemarkListProps) {
  const styles = useStyles();
  if (remarks.length === 0) return null;
  return (
    <section className={styles.box}>
      <KindIcon kind={isWarning ? "warning" : "info"} />
      <div className={styles.body}>
        <h3 className={styles.title}>{title}</h3>
        <ul className={styles.list}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
