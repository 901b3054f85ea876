// What was said of a discrepancy before what stands now: earlier versions, their answers, comments.
import { makeStyles, tokens } from "@fluentui/react-components";
import { describeVersions } from "../../../core/domain/describe-motif";
import { typographie } from "../../../core/domain/words/typographie";
import type { Justification } from "../../../core/verification";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: "2px 0 0", paddingLeft: "18px", color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

/** Nothing where the card itself says all of it. */
export function Versions({ given, localParty }: { readonly given: Justification; readonly localParty: string }) {
  const styles = useStyles();
  const { versions = [] } = given;
  const isMore =
    versions.length > 1 || versions.some(({ answers, comments }) => answers.length > 1 || comments.length > 0);
  if (!isMore) return null;
  return (
    <ul className={styles.list} aria-label={workTexts.versions}>
      {describeVersions(versions, localParty).map((line, at) => (
        <li key={`${at} ${line}`}>{typographie(line)}</li>
      ))}
    </ul>
  );
}
