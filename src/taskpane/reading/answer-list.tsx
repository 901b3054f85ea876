// The answers that there are: one stop for the keyboard, arrows from one to the next, and what the chosen one changes under it.
import { Field, makeStyles, Radio, RadioGroup, Select, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import type { Question } from "../../core/domain/question";
import { choicesOf, nameOf, variantsOf, type Choice } from "./ask";
import { readingTexts } from "./texts";
import { useTag } from "./use-tag";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  radio: {
    "& .fui-Radio__label": { minWidth: 0, paddingTop: "4px", paddingBottom: "4px" },
    // An answer that is not chosen is read as much as the others.
    "& .fui-Radio__input:enabled:not(:checked) ~ .fui-Radio__label": { color: tokens.colorNeutralForeground1 },
  },
  indicator: { marginTop: "6px", marginBottom: "6px" },
  which: { gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS },
  under: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    margin: "2px 0 4px 32px",
    paddingLeft: "8px",
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    "@media (max-width: 240px)": { marginLeft: 0 },
  },
});

interface AnswerListProps {
  readonly question: Question;
  readonly labelledBy: string;
  readonly choice: Choice | null;
  readonly problem: string | null;
  /** What the chosen one changes. */
  readonly children: ReactNode;
  readonly onChoose: (choice: Choice) => void;
}

export function AnswerList({ question, labelledBy, choice, problem, children, onChoose }: AnswerListProps) {
  const styles = useStyles();
  const tag = useTag();
  const supposed = question.supposed && nameOf(question.supposed);
  const variants = choice ? variantsOf(question, choice.what) : [];
  return (
    <Field {...(problem !== null && { validationMessage: problem })}>
      <RadioGroup
        className={styles.list}
        aria-labelledby={labelledBy}
        value={choice?.what ?? ""}
        onChange={(_, { value }) => onChoose({ what: value, which: null })}
      >
        {choicesOf(question).map((what) => (
          <Fragment key={what}>
            <Radio
              className={styles.radio}
              indicator={{ className: styles.indicator }}
              value={what}
              label={
                <>
                  {what}
                  {what === supposed && (
                    <>
                      {" "}
                      <span className={tag}>{readingTexts.supposed}</span>
                    </>
                  )}
                </>
              }
            />
            {choice?.what === what && (
              <div className={styles.under}>
                {variants.length > 0 && (
                  <Field orientation="horizontal" className={styles.which} label={readingTexts.which(variants)}>
                    <Select
                      value={choice.which ?? ""}
                      onChange={(_, { value }) => onChoose({ what, which: value === "" ? null : value })}
                    >
                      <option value="">{readingTexts.whichUnset}</option>
                      {variants.map(({ label, year }) => (
                        <option key={label} value={label}>
                          {year ?? label}
                        </option>
                      ))}
                    </Select>
                  </Field>
                )}
                {children}
              </div>
            )}
          </Fragment>
        ))}
      </RadioGroup>
    </Field>
  );
}
