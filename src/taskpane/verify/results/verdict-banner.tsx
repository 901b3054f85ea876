// The verdict, and when and for which date it was given.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Outcome } from "../../session";
import { texts } from "../../texts";
import { verdictOf } from "../verdict";
import { KindIcon } from "./kind-icon";

const useStyles = makeStyles({
  banner: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    "& p": { margin: "2px 0 0" },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function VerdictBanner({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const verdict = verdictOf(outcome.verification);
  return (
    <section className={styles.banner}>
      <KindIcon kind={verdict.kind} />
      <div>
        <h2 className={styles.title}>{verdict.title}</h2>
        {verdict.detail !== null && <p>{verdict.detail}</p>}
        <p className={styles.when}>{texts.verifiedAt(outcome.verifiedAt, outcome.verification.asOf)}</p>
      </div>
    </section>
  );
}
