// The tab « Annexes »: which annexe, what the workbook has of them already, with what, where.
import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { ANNEXE_KINDS } from "../../core/sheets/annexes/annexe-request";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { useSituation } from "../situation-store";
import { AgainQuestion } from "./again-question";
import { INITIAL_FORM, placeOf, repeatedIn, requestsOf, whyOnlyNewSheets, type AnnexeForm } from "./annexe-form";
import { AnnexeLabel } from "./annexe-label";
import { AnnexeOptions } from "./annexe-options";
import type { Place } from "./annexes-service";
import { insertAnnexes } from "./insert-annexes";
import { annexeTexts, type Wanted } from "./texts";

const WANTED: readonly Wanted[] = [...ANNEXE_KINDS, "toutes"];

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    "& p": { margin: 0 },
    // What the keyboard goes to is not under the button.
    "& input, & select": { scrollMarginBottom: "56px" },
  },
  // However long the choices are, the button that does the work is in view.
  insert: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface AnnexesTabProps {
  readonly session: Session;
  readonly state: SessionState;
}

export function AnnexesTab({ session, state }: AnnexesTabProps) {
  const styles = useStyles();
  const { read } = useSituation(session, state, state.tab === "annexes");
  const situation = read?.situation ?? null;
  const [form, setForm] = useState(INITIAL_FORM);
  const [isAsking, setAsking] = useState(false);
  const insert = useRef<HTMLDivElement>(null);
  const why = whyOnlyNewSheets(form);
  const place = placeOf(form);
  const repeated = repeatedIn(form, situation);
  const change = (changed: AnnexeForm) => {
    setForm(changed);
    setAsking(false);
  };
  const close = () => {
    setAsking(false);
    // The question goes with its buttons.
    insert.current?.querySelector("button")?.focus();
  };
  const isBusy = state.running !== null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (repeated.length > 0) setAsking(true);
        else void insertAnnexes(session, requestsOf(form), place);
      }}
    >
      <p>{annexeTexts.intro}</p>
      <Field label={annexeTexts.question}>
        <RadioGroup
          value={form.wanted}
          onChange={(_, { value }) => change({ ...form, wanted: WANTED.find((each) => each === value) ?? form.wanted })}
        >
          {WANTED.map((wanted) => (
            <Radio
              key={wanted}
              value={wanted}
              label={
                <AnnexeLabel
                  wanted={wanted}
                  sheets={wanted === "toutes" || !situation ? [] : situation.annexes[wanted]}
                />
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <AnnexeOptions
        wanted={form.wanted}
        options={form.options}
        situation={situation}
        onChange={(changes) => change({ ...form, options: { ...form.options, ...changes } })}
      />
      <Field label={annexeTexts.place} {...(why !== null && { hint: why })}>
        <RadioGroup
          value={place}
          onChange={(_, { value }) => change({ ...form, place: value === "selected-cell" ? value : "new-sheets" })}
        >
          <Radio value={"new-sheets" satisfies Place} label={annexeTexts.newSheets} />
          <Radio value={"selected-cell" satisfies Place} label={annexeTexts.selectedCell} disabled={why !== null} />
        </RadioGroup>
      </Field>
      <div ref={insert} className={styles.insert}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {annexeTexts.insert}
        </Button>
      </div>
      {isAsking && (
        <AgainQuestion
          text={annexeTexts.againWhat(form.wanted, repeated)}
          isBusy={isBusy}
          onAgain={() => {
            close();
            void insertAnnexes(session, requestsOf(form), place, repeated);
          }}
          onKeep={close}
        />
      )}
    </form>
  );
}
