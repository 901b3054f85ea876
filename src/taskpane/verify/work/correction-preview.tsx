// What a correction would write, and the agreement to it; where a person must choose, each way with what follows from it.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { CorrectionPlan } from "../../../core/why/correction";
import { useInSight } from "../../in-sight";
import { PlannedChanges } from "./planned-changes";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  box: {
    marginTop: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& p": { margin: "0 0 4px" },
  },
  title: { fontWeight: tokens.fontWeightSemibold, ":focus": { outline: "none" } },
  choices: { margin: 0, padding: 0, border: "none", minWidth: 0, "& legend": { padding: 0, marginBottom: "4px" } },
  choice: { paddingBottom: tokens.spacingVerticalS },
  radio: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    "& input": { margin: 0, width: "16px", height: "16px", accentColor: tokens.colorCompoundBrandBackground },
  },
  follows: { paddingLeft: "24px" },
  problem: { color: tokens.colorPaletteRedForeground1 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface CorrectionPreviewProps {
  /** One; several where a person must choose. */
  readonly plans: readonly CorrectionPlan[];
  readonly localParty: string;
  /** What else becomes of the list, as sentences. */
  readonly describeRest: (plan: CorrectionPlan) => readonly string[];
  readonly isBusy: boolean;
  readonly onApply: (plan: CorrectionPlan) => void;
  readonly onCancel: () => void;
}

export function CorrectionPreview(props: CorrectionPreviewProps) {
  const { plans, localParty, describeRest, isBusy, onApply, onCancel } = props;
  const styles = useStyles();
  const [only] = plans;
  const isChoice = only !== undefined && only.chosen !== null;
  const [part, setPart] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const problemId = useId();
  const opened = useRef<HTMLElement>(null);
  // What opened is read first, and Tab leads on from it.
  useEffect(() => opened.current?.focus(), []);
  const box = useInSight<HTMLDivElement>();
  const agreed = isChoice ? plans.find(({ chosen }) => chosen?.part === part) : only;
  const isProblem = isAsked && agreed === undefined;
  return (
    <div ref={box} className={styles.box}>
      {isChoice ? (
        <fieldset className={styles.choices} aria-describedby={isProblem ? problemId : undefined}>
          <legend ref={opened as React.RefObject<HTMLLegendElement>} tabIndex={-1} className={styles.title}>
            {workTexts.choicesTitle}
          </legend>
          {plans.map((plan) => (
            <Choice
              key={plan.chosen?.part}
              plan={plan}
              localParty={localParty}
              rest={describeRest(plan)}
              isChosen={plan.chosen?.part === part}
              onChoose={setPart}
            />
          ))}
        </fieldset>
      ) : (
        only && (
          <>
            <p ref={opened as React.RefObject<HTMLParagraphElement>} tabIndex={-1} className={styles.title}>
              {only.corrections.length > 0 ? workTexts.previewTitle(only.corrections.length) : workTexts.nothingToWrite}
            </p>
            <PlannedChanges plan={only} rest={describeRest(only)} />
          </>
        )
      )}
      <p id={problemId} role="alert" className={styles.problem}>
        {isProblem && workTexts.choiceMissing}
      </p>
      <div className={styles.actions}>
        {(only?.corrections.length ?? 0) > 0 && (
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={isBusy}
            onClick={() => {
              setAsked(true);
              if (agreed) onApply(agreed);
              else box.current?.querySelector("input")?.focus();
            }}
          >
            {workTexts.apply}
          </Button>
        )}
        <Button size="small" onClick={onCancel}>
          {workTexts.cancel}
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly plan: CorrectionPlan;
  readonly localParty: string;
  readonly rest: readonly string[];
  readonly isChosen: boolean;
  readonly onChoose: (part: string) => void;
}

function Choice({ plan, localParty, rest, isChosen, onChoose }: ChoiceProps) {
  const styles = useStyles();
  const name = useId();
  const { chosen } = plan;
  if (!chosen) return null;
  return (
    <div className={styles.choice}>
      <label className={styles.radio}>
        <input
          type="radio"
          name="correction"
          aria-describedby={name}
          checked={isChosen}
          onChange={() => onChoose(chosen.part)}
        />
        {workTexts.choice(chosen, localParty)}
      </label>
      <div id={name} className={styles.follows}>
        <PlannedChanges plan={plan} rest={rest} />
      </div>
    </div>
  );
}
