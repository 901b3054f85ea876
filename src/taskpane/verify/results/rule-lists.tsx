// The rules that gave no finding: those that could not be checked, with the reason, and those that hold.
import { groupBy } from "../../../core/domain/group-by";
import { makeStyles } from "@fluentui/react-components";
import type { RuleResult } from "../../../core/verification";
import { resultTexts } from "./texts";
import { Disclosure } from "./disclosure";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: "20px", "& li": { marginBottom: "6px", overflowWrap: "anywhere" } },
  reason: { margin: "4px 4px 2px", fontWeight: 600 },
});

/** One reason often holds for many rules: it is said once. */
export function UncheckedRules({ rules }: { readonly rules: readonly RuleResult[] }) {
  const styles = useStyles();
  const byReason = groupBy(rules, ({ status, reason }) =>
    status === "not-checkable" ? (reason ?? resultTexts.noReason) : reason,
  );
  const number = [...byReason.values()].reduce((total, same) => total + same.length, 0);
  if (number === 0) return null;
  return (
    <Disclosure heading="h2" title={resultTexts.notCheckableTitle} count={number}>
      {[...byReason].map(([reason, same]) => (
        <div key={reason}>
          <p className={styles.reason}>{reason}</p>
          <RuleList rules={same} />
        </div>
      ))}
    </Disclosure>
  );
}

export function HeldRules({ rules }: { readonly rules: readonly RuleResult[] }) {
  const held = rules.filter(({ status, reason }) => status === "compliant" && reason === undefined);
  if (held.length === 0) return null;
  return (
    <Disclosure heading="h2" title={resultTexts.heldTitle} count={held.length}>
      <RuleList rules={held} />
    </Disclosure>
  );
}

function RuleList({ rules }: { readonly rules: readonly RuleResult[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {rules.map(({ rule, title, article, status }) => (
        <li key={rule}>
          {title} ({resultTexts.article(article)}){status === "discrepancy" && ` – ${resultTexts.partlyChecked}`}
        </li>
      ))}
    </ul>
  );
}
