// A date as a French agent writes it: the browser's own date field follows the browser's language, and 03/04 is then another day.
import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState, type Ref } from "react";
import { formatDate } from "../core/domain/words/format";
import { isRealDate, readDate } from "./read-date";
import { settingTexts } from "./setting-texts";

const useStyles = makeStyles({
  // A field is as narrow as the pane when the text is twice as large.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  input: { minWidth: 0, width: "160px", maxWidth: "100%" },
});

interface DateFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** ISO date; else what was typed, which is none yet; "" for none. */
  readonly value: string;
  /** Null where there is nothing to say beside how a date is written. */
  readonly problem?: string | null;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
}

export function DateField({ label, hint, value, problem = null, inputRef, onChange, onLeave }: DateFieldProps) {
  const styles = useStyles();
  // What is typed stays as it is typed until the field is left.
  const [typed, setTyped] = useState<string | null>(null);
  const isNone = typed === null && value !== "" && !isRealDate(value);
  const message = problem ?? (isNone ? settingTexts.dateForm : null);
  return (
    <Field
      className={styles.field}
      label={label}
      {...(hint !== undefined && { hint })}
      {...(message !== null && { validationMessage: message, validationState: "error" as const })}
    >
      <Input
        input={{ ref: inputRef, autoComplete: "off" }}
        className={styles.input}
        placeholder={settingTexts.datePlaceholder}
        value={typed ?? (isRealDate(value) ? formatDate(value) : value)}
        onChange={(_, { value: text }) => {
          setTyped(text);
          onChange(readDate(text) ?? text.trim());
        }}
        onBlur={() => {
          setTyped(null);
          onLeave?.();
        }}
      />
    </Field>
  );
}
