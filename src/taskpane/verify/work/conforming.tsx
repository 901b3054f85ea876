// The state worth reaching: what was verified and how far, what the workbook has not, and what comes next.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Part, Verification } from "../../../core/verification";
import { UnreadList } from "../results/unread-list";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    "& p": { margin: 0 },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    overflowWrap: "anywhere",
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS}`,
    paddingLeft: "20px",
  },
});

interface ConformingProps {
  readonly verification: Verification;
  readonly onReports: () => void;
}

export function Conforming({ verification: { rules, verdict, unread }, onReports }: ConformingProps) {
  const styles = useStyles();
  const held = rules.filter(({ status }) => status === "compliant");
  const compared = rules.reduce(
    (sum, { status, coverage }) => (status === "not-checkable" ? sum : sum + coverage.compared),
    0,
  );
  return (
    <div className={styles.box}>
      <Parts title={workTexts.verifiedTitle} parts={verdict.covers}>
        <p>{workTexts.verifiedCounts(held.length, compared, unread.length === 0)}</p>
      </Parts>
      {unread.length > 0 && (
        <div>
          <h3 className={styles.title}>{workTexts.unreadTitle}</h3>
          <UnreadList unread={unread} className={styles.list} />
        </div>
      )}
      {verdict.without.length > 0 && (
        <Parts title={workTexts.withoutTitle} parts={verdict.without}>
          <p>{workTexts.withoutWhy}</p>
        </Parts>
      )}
      <div>
        <h3 className={styles.title}>{workTexts.nextTitle}</h3>
        <p>{workTexts.nextSteps}</p>
      </div>
      <div>
        <Button appearance="primary" onClick={onReports}>
          {workTexts.toReports}
        </Button>
      </div>
    </div>
  );
}

interface PartsProps {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly children: React.ReactNode;
}

function Parts({ title, parts, children }: PartsProps) {
  const styles = useStyles();
  return (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {parts.map((part) => (
          <li key={part}>{workTexts.part(part)}</li>
        ))}
      </ul>
      {children}
    </div>
  );
}
