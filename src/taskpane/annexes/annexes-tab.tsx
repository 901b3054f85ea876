// The tab « Annexes »: which annexe, with what, where.
import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { ANNEXES } from "../../core/writing/annexes/annexe-request";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { INITIAL_FORM, placeOf, requestsOf, whyOnlyNewSheets } from "./annexe-form";
import { AnnexeOptions } from "./annexe-options";
import type { Place } from "./annexes-service";
import { insertAnnexes } from "./insert-annexes";
import { annexeTexts, type Wanted } from "./texts";
import { useAnnexeChoices } from "./use-annexe-choices";

const WANTED: readonly Wanted[] = [...ANNEXES.map(({ kind }) => kind), "toutes"];

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, "& p": { margin: 0 } },
  title: { color: tokens.colorNeutralForeground1 },
  description: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface AnnexesTabProps {
  readonly session: Session;
  readonly state: SessionState;
}

export function AnnexesTab({ session, state }: AnnexesTabProps) {
  const styles = useStyles();
  const choices = useAnnexeChoices(session, state);
  const [form, setForm] = useState(INITIAL_FORM);
  const why = whyOnlyNewSheets(form);
  const place = placeOf(form);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void insertAnnexes(session, requestsOf(form), place);
      }}
    >
      <p>{annexeTexts.intro}</p>
      <Field label={annexeTexts.question}>
        <RadioGroup
          value={form.wanted}
          onChange={(_, { value }) =>
            setForm({ ...form, wanted: WANTED.find((each) => each === value) ?? form.wanted })
          }
        >
          {WANTED.map((wanted) => (
            <Radio
              key={wanted}
              value={wanted}
              label={
                <>
                  <span className={styles.title}>{annexeTexts.title(wanted)}</span>
                  <span className={styles.description}>{annexeTexts.description(wanted)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <AnnexeOptions
        wanted={form.wanted}
        options={form.options}
        choices={choices}
        onChange={(changes) => setForm({ ...form, options: { ...form.options, ...changes } })}
      />
      <Field label={annexeTexts.place} {...(why !== null && { hint: why })}>
        <RadioGroup
          value={place}
          onChange={(_, { value }) => setForm({ ...form, place: value === "selected-cell" ? value : "new-sheets" })}
        >
          <Radio value={"new-sheets" satisfies Place} label={annexeTexts.newSheets} />
          <Radio value={"selected-cell" satisfies Place} label={annexeTexts.selectedCell} disabled={why !== null} />
        </RadioGroup>
      </Field>
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={state.running !== null}>
          {annexeTexts.insert}
        </Button>
      </div>
    </form>
  );
}
