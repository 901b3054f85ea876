// Values one under the other: those that stand at one place have its sentence once, under the last of them.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { SignedDocument } from "../../../core/drafting/signed-document";
import type { ValeurARelire } from "../../../core/drafting/relecture/articles";
import type { Session } from "../../session-store";
import { shownAt } from "./places";
import { Quote } from "./quote";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";
import { ValueLine } from "./value-line";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface ValueListProps {
  readonly session: Session;
  readonly values: readonly ValeurARelire[];
  readonly document: SignedDocument | null;
}

const isSamePlace = (left: ValeurARelire, right: ValeurARelire): boolean =>
  left.lieu === right.lieu && left.phrase === right.phrase;

function byPlace(values: readonly ValeurARelire[]): readonly (readonly [ValeurARelire, ...ValeurARelire[]])[] {
  const groups: [ValeurARelire, ...ValeurARelire[]][] = [];
  for (const value of values) {
    const last = groups.at(-1);
    if (last && isSamePlace(last[0], value)) last.push(value);
    else groups.push([value]);
  }
  return groups;
}

export function ValueList({ session, values, document }: ValueListProps) {
  const styles = useStyles();
  const common = useNouveauStyles();
  return byPlace(values).map((group) => {
    const [{ cle, phrase, lieu, valeur }] = group;
    return (
      <div key={cle} className={styles.group}>
        {group.map((value) => (
          <ValueLine key={value.cle} session={session} value={value} />
        ))}
        <Quote phrase={phrase ?? shownAt(document, lieu)} lieu={lieu} valeur={group.length === 1 ? valeur : ""} />
        {phrase === null && lieu === null && <p className={common.small}>{nouveauTexts.noPlace}</p>}
      </div>
    );
  });
}
