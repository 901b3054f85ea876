// Alike columns that one answer settles: each with its box, its year and its first figures.
import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { Question } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import { useOnlyHeard } from "../only-heard";
import { briefRole } from "../../core/domain/brief-role";
import { shortened } from "./readings";
import { whyApart, yesTo, type Group } from "./groups";
import { readingTexts } from "./texts";
import { useTag } from "./use-tag";

const useStyles = makeStyles({
  boxes: { margin: 0, padding: 0, border: "none", minWidth: 0 },
  box: {
    width: "100%",
    "& .fui-Checkbox__label": { minWidth: 0, paddingTop: "4px", paddingBottom: "4px" },
    "& .fui-Checkbox__input:enabled:not(:checked) ~ .fui-Checkbox__label": { color: tokens.colorNeutralForeground1 },
  },
  indicator: { marginTop: "6px", marginBottom: "6px" },
  values: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface ColumnBoxesProps {
  readonly localParty: string;
  readonly group: Group;
  readonly ticked: readonly string[];
  readonly onTick: (ticked: readonly string[]) => void;
}

function firstFigures({ sample }: Question): readonly string[] {
  const at = sample?.columns.findIndex(({ isAsked }) => isAsked) ?? -1;
  return sample?.rows.flatMap(({ cells }) => cells[at] ?? []) ?? [];
}

export function ColumnBoxes({ localParty, group, ticked, onTick }: ColumnBoxesProps) {
  const styles = useStyles();
  const heard = useOnlyHeard();
  const tag = useTag();
  return (
    <fieldset className={styles.boxes}>
      <legend className={heard}>{readingTexts.boxes}</legend>
      {group.map((question) => {
        const key = cleReponse(question);
        const apart = whyApart(group, question);
        const answer = yesTo(group, question);
        const figures = readingTexts.values(firstFigures(question));
        return (
          <Checkbox
            key={key}
            className={styles.box}
            indicator={{ className: styles.indicator }}
            checked={ticked.includes(key)}
            onChange={(_, { checked }) =>
              onTick(checked === true ? [...ticked, key] : ticked.filter((other) => other !== key))
            }
            label={
              <>
                {readingTexts.box(question, answer && shortened(briefRole(localParty, answer), question.place ?? ""))}
                {apart !== null && (
                  <>
                    {" "}
                    <span className={tag}>{readingTexts.apart}</span>
                  </>
                )}
                <span className={styles.values}>{apart ?? figures}</span>
              </>
            }
          />
        );
      })}
    </fieldset>
  );
}
