// The date that everything is looked at from: today's, or another one, and the way back.
import { Button } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { DateField } from "./date-field";
import { isUsableDate, type Session } from "./session-store";
import { settingTexts } from "./setting-texts";
import { texts } from "./texts";

interface AsOfFieldProps {
  readonly session: Session;
  /** ISO date that the agent chose; "" for today. */
  readonly asOf: string;
  readonly today: () => string;
}

export function AsOfField({ session, asOf, today }: AsOfFieldProps) {
  // A date being typed is empty until it is whole: it must not be replaced by today's under the agent's fingers.
  const [isTyping, setTyping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const date = asOf || today();
  const invalid = !isTyping && !isUsableDate(date);
  const isToday = date === today();
  return (
    <>
      <DateField
        label={settingTexts.dateLabel}
        hint={isToday ? settingTexts.dateToday : settingTexts.dateChosen}
        inputRef={field}
        value={isTyping ? asOf : date}
        problem={invalid ? texts.dateInvalid : null}
        onChange={(value) => {
          setTyping(true);
          session.setAsOf(value);
        }}
        onLeave={() => {
          setTyping(false);
          // Today chosen by hand is today: it moves on at midnight.
          if (asOf === today()) session.setAsOf("");
        }}
      />
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
            {settingTexts.backToToday}
          </Button>
        </div>
      )}
    </>
  );
}
