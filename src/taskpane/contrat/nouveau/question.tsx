// One doubt about the contract: the values that it may state, each with its sentence, and what the chosen one changes.
import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { effetDuChoix } from "../../../core/drafting/relecture/effet";
import { Disclosure } from "../../verify/results/disclosure";
import type { Session } from "../../session-store";
import { answer, putOff } from "./act";
import { answersTo, chosenValue, type Choices } from "./choices";
import { update, type Work } from "./nouveau-store";
import { AmountsOf } from "./amounts-of";
import { Pin } from "./pin";
import { Quote } from "./quote";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";
import { ValueList } from "./value-list";
import { valuesOf, viewOf, type Together } from "./view-of";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: "8px",
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
  },
  answers: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  answer: {
    alignSelf: "stretch",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingBottom: "4px",
    "& .fui-Radio__label": { minWidth: 0 },
    // An answer that is not chosen is read as much as the others.
    "& .fui-Radio__input:enabled:not(:checked) ~ .fui-Radio__label": { color: tokens.colorNeutralForeground1 },
  },
  under: { paddingLeft: "36px", paddingRight: "8px", "@media (max-width: 240px)": { paddingLeft: "8px" } },
  label: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  proposed: {
    display: "inline-block",
    padding: "0 6px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

interface QuestionProps {
  readonly session: Session;
  readonly work: Work;
  readonly questions: Together;
  readonly position: string;
  /** Rank in the list that is chosen, from the document beside it too. */
  readonly chosen: string | null;
  readonly canWait: boolean;
  /** Its sentences are in sight there, numbered as the answers are. */
  readonly isDocumentBeside: boolean;
  /** It takes the place of one that was just answered. */
  readonly isNext: boolean;
}

export function Question(props: QuestionProps) {
  const { session, work, questions, position, chosen, canWait, isDocumentBeside, isNext } = props;
  const styles = useStyles();
  const common = useNouveauStyles();
  const [question] = questions;
  const { reserves = [] } = question;
  const isAlike = questions.length > 1;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const choices = useMemo(() => answersTo(work.definition, questions), [work.definition, questions]);
  const values = valuesOf(viewOf(work.definition), questions);
  useEffect(() => {
    // The question as a whole, so that Enter answers nothing.
    if (isNext && document.hasFocus()) title.current?.focus();
  }, [isNext]);
  const only = choices.list.length === 1 && choices.type === null ? choices.list[0] : undefined;
  const choice = only?.id ?? chosen;
  const value = chosenValue(choices, choice, typed);
  const effect =
    value && "valeur" in value && value.valeur !== "exact"
      ? effetDuChoix(work.definition, question, value.valeur)
      : null;
  const submit = () => {
    const lacks = value === null ? nouveauTexts.chooseFirst : "attendu" in value ? value.attendu : null;
    const refused = lacks ?? (value && "valeur" in value ? answer(session, questions, value.valeur) : null);
    setProblem(refused);
    if (refused === null) return;
    const field = title.current
      ?.closest("section")
      ?.querySelector<HTMLElement>(choice === "autre" ? "[type=text]" : "[type=radio]");
    (field ?? title.current)?.focus();
  };
  return (
    <section className={styles.card} aria-labelledby={id}>
      <p className={common.small}>{position}</p>
      <h3 id={id} ref={title} tabIndex={-1} className={common.title}>
        {isAlike
          ? nouveauTexts.alike(questions.length)
          : nouveauTexts.question(question, choices.single, choices.bothWritten)}
      </h3>
      {choices.places > 0 && (reserves.length === 0 || choices.places > 1) && (
        <p>{choices.bothWritten.length > 0 ? nouveauTexts.bothWritten : nouveauTexts.places(choices.places)}</p>
      )}
      {reserves.length > 0 && (
        <div className={styles.answers}>
          <p>{nouveauTexts.reserves(reserves.length)}</p>
          {reserves.map(({ phrase = null, lieu = null }, rank) => (
            <Quote key={rank} phrase={phrase} lieu={lieu} valeur="" />
          ))}
        </div>
      )}
      {isAlike && (
        <ul className={common.list}>
          {questions.map((each) => (
            <li key={each.key}>{nouveauTexts.question(each, null)}</li>
          ))}
        </ul>
      )}
      {choices.places === 0 && choices.type === null && values.length > 0 && (
        <div>
          <ValueList session={session} values={values} document={work.document} />
        </div>
      )}
      {only ? (
        problem !== null && <p role="alert">{problem}</p>
      ) : (
        <Answers
          choices={choices}
          choice={choice}
          labelledBy={id}
          problem={problem}
          typed={typed}
          isDocumentBeside={isDocumentBeside}
          onType={setTyped}
          onChoose={(choice) => update(session, { chosen: { key: question.key, choice } })}
        />
      )}
      <AmountsOf definition={work.definition} question={question} />
      {question.ecartees && question.ecartees.length > 0 && (
        <Disclosure heading="h3" title={nouveauTexts.aside(question.ecartees.length)}>
          {question.ecartees.map(({ raison, phrase = null, lieu = "" }, rank) => (
            <Quote key={rank} phrase={phrase} lieu={`${lieu} : ${raison}`} valeur="" />
          ))}
        </Disclosure>
      )}
      <p role="status" className={common.box}>
        {effect !== null && (
          <>
            <strong>{nouveauTexts.withIt}</strong> {effect}
          </>
        )}
      </p>
      <div className={common.actions}>
        <Button appearance="primary" onClick={submit}>
          {choices.list.find((each) => each.id === choice)?.button ?? nouveauTexts.answer}
        </Button>
        {canWait && (
          <Button appearance="subtle" onClick={() => putOff(session, questions)}>
            {nouveauTexts.later}
          </Button>
        )}
      </div>
    </section>
  );
}

interface AnswersProps {
  readonly choices: Choices;
  readonly choice: string | null;
  readonly labelledBy: string;
  readonly problem: string | null;
  readonly typed: string;
  readonly isDocumentBeside: boolean;
  readonly onType: (text: string) => void;
  readonly onChoose: (choice: string) => void;
}

/** One stop for the keyboard, arrows from one to the next. */
function Answers(props: AnswersProps) {
  const { choices, choice, labelledBy, problem, typed, isDocumentBeside, onType, onChoose } = props;
  const styles = useStyles();
  const common = useNouveauStyles();
  return (
    <Field {...(problem !== null && { validationMessage: problem })}>
      <RadioGroup
        className={styles.answers}
        aria-labelledby={labelledBy}
        value={choice ?? ""}
        onChange={(_, { value }) => onChoose(value)}
      >
        {choices.list.map(({ id, label, isProposed, phrase, lieu, then, pin }) => (
          <div key={id} className={styles.answer}>
            <Radio
              value={id}
              label={
                <span className={styles.label}>
                  {isDocumentBeside && pin !== null && <Pin number={pin} />}
                  {label}
                  {isProposed && (
                    <>
                      {" "}
                      <span className={styles.proposed}>{nouveauTexts.proposed}</span>
                    </>
                  )}
                </span>
              }
            />
            <div className={styles.under}>
              {!(isDocumentBeside && pin !== null) && <Quote phrase={phrase} lieu={lieu} valeur={label} />}
              {then !== null && <p className={common.small}>{then}</p>}
              {id === "autre" && choice === "autre" && (
                <Field label={nouveauTexts.anotherLabel}>
                  <Input className={common.narrow} value={typed} onChange={(_, { value }) => onType(value)} />
                </Field>
              )}
            </div>
          </div>
        ))}
      </RadioGroup>
    </Field>
  );
}
