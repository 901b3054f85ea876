// The date that everything is looked at from: today's, or another one, and the way back.
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { isUsableDate, type Session } from "./session-store";
import { texts } from "./texts";

const useStyles = makeStyles({ input: { width: "160px", maxWidth: "100%" } });

interface AsOfFieldProps {
  readonly session: Session;
  /** ISO date that the agent chose; "" for today. */
  readonly asOf: string;
  readonly today: () => string;
}

export function AsOfField({ session, asOf, today }: AsOfFieldProps) {
  const styles = useStyles();
  // A date being typed is empty until it is whole: it must not be replaced by today's under the agent's fingers.
  const [isTyping, setTyping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const date = asOf || today();
  const invalid = !isTyping && !isUsableDate(date);
  const isToday = date === today();
  return (
    <>
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
    </>
  );
}
