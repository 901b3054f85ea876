// The two buttons and the date of the verification.
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { isUsableDate, type Session } from "../session-store";
import { texts } from "../texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  date: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  input: { width: "160px" },
});

interface VerificationFormProps {
  readonly session: Session;
  readonly asOf: string;
  readonly isBusy: boolean;
  readonly today: () => string;
}

export function VerificationForm({ session, asOf, isBusy, today }: VerificationFormProps) {
  const styles = useStyles();
  // A date being typed is empty until it is whole: it must not be replaced by today's under the agent's fingers.
  const [isTyping, setTyping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const date = asOf || today();
  const invalid = !isTyping && !isUsableDate(date);
  const isToday = date === today();
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void session.verify();
      }}
    >
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {texts.verify}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void session.clearHighlights()}>
          {texts.clear}
        </Button>
      </div>
      <Field
        label={texts.dateLabel}
        hint={isToday ? texts.dateToday : texts.dateChosen}
        {...(invalid && { validationMessage: texts.dateInvalid, validationState: "error" as const })}
      >
        <Input
          input={{ ref: field }}
          className={styles.input}
          type="date"
          value={isTyping ? asOf : date}
          min="2000-01-01"
          max="2099-12-31"
          onChange={(_, { value }) => {
            setTyping(true);
            session.setAsOf(value);
          }}
          onBlur={() => {
            setTyping(false);
            // Today chosen by hand is today: it moves on at midnight.
            if (asOf === today()) session.setAsOf("");
          }}
        />
      </Field>
      {!isToday && (
        <div>
          <Button
            size="small"
            onClick={() => {
              session.setAsOf("");
              // This button goes: the keyboard must not lose its place.
              field.current?.focus();
            }}
          >
            {texts.backToToday}
          </Button>
        </div>
      )}
    </form>
  );
}
