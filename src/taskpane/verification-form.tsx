// The two buttons and the date of the verification.
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { isUsableDate, type Session } from "./session-store";
import { texts } from "./texts";

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
  const shown = asOf || today();
  const invalid = !isUsableDate(shown);
  const isToday = shown === today();
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
          className={styles.input}
          type="date"
          value={shown}
          min="2000-01-01"
          max="2099-12-31"
          onChange={(_, { value }) => session.setAsOf(value === today() ? "" : value)}
        />
      </Field>
      {!isToday && (
        <div>
          <Button size="small" onClick={() => session.setAsOf("")}>
            {texts.backToToday}
          </Button>
        </div>
      )}
    </form>
  );
}
