// The form of an avenant: what it is, what it changes, then what that would write, before anything is written.
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { AvenantSaisi, LigneSaisie } from "../../core/avenants/avenant-saisi";
import type { AvenantPlan } from "../../core/avenants/plan-avenant";
import type { ChoixAvenant } from "../../core/situation/situation";
import { DateField } from "../date-field";
import type { Session } from "../session-store";
import { EMPTY_LINE, isComplete, isNumero, newAvenant, previewAvenant, recordAvenant } from "./avenant-draft";
import type { AvenantCommence } from "./avenant-store";
import { AvenantLine } from "./avenant-line";
import { AvenantPreview } from "./avenant-preview";
import { contratTexts } from "./texts";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
  narrow: { minWidth: 0, width: "100%" },
  numero: { width: "160px", maxWidth: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface AvenantFormProps {
  readonly session: Session;
  readonly isBusy: boolean;
  readonly choix: ChoixAvenant;
  /** What is known of it already. */
  readonly begun: AvenantCommence;
  readonly onClose: () => void;
}

export function AvenantForm({ session, isBusy, choix, begun, onClose }: AvenantFormProps) {
  const styles = useStyles();
  const [saisi, setSaisi] = useState((): AvenantSaisi => ({ ...newAvenant(choix.prochainNumero), ...begun }));
  const [plan, setPlan] = useState<AvenantPlan | null>(null);
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const change = (changes: Partial<AvenantSaisi>) => {
    setSaisi({ ...saisi, ...changes });
    // What was shown was of something else.
    setPlan(null);
  };
  const changeLine = (at: number, ligne: LigneSaisie) =>
    change({ lignes: saisi.lignes.map((each, index) => (index === at ? ligne : each)) });

  async function submit(): Promise<void> {
    if (isComplete(saisi)) {
      setAsked(true);
      return setPlan(await previewAvenant(session, saisi));
    }
    // Only once they are drawn do the fields say what they lack.
    flushSync(() => {
      setAsked(true);
      setPlan(null);
    });
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  async function record(accepted: AvenantPlan): Promise<void> {
    const unwritten = await recordAvenant(session, saisi, accepted);
    // Where the workbook changed in between, what is shown is what would be written now.
    if (unwritten) setPlan(unwritten.plan);
    else onClose();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      aria-labelledby="avenant-nouveau"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void submit();
      }}
    >
      <h3 id="avenant-nouveau" ref={title} tabIndex={-1} className={styles.title}>
        {contratTexts.formTitle}
      </h3>
      <p>{contratTexts.formIntro}</p>
      <Field
        label={contratTexts.numero}
        {...(isAsked && !isNumero(saisi.numero) && { validationMessage: contratTexts.numeroMissing })}
      >
        <Input
          className={styles.numero}
          inputMode="numeric"
          value={saisi.numero}
          onChange={(_, { value }) => change({ numero: value })}
        />
      </Field>
      <DateField
        label={contratTexts.signeLe}
        hint={contratTexts.signeLeHint}
        value={saisi.signeLe}
        onChange={(value) => change({ signeLe: value })}
      />
      <DateField label={contratTexts.effetLe} value={saisi.effetLe} onChange={(value) => change({ effetLe: value })} />
      <Field label={contratTexts.clause} hint={contratTexts.clauseHint}>
        <Input className={styles.narrow} value={saisi.clause} onChange={(_, { value }) => change({ clause: value })} />
      </Field>
      {saisi.lignes.map((ligne, index) => (
        <AvenantLine
          key={index}
          rank={index + 1}
          ligne={ligne}
          choix={choix}
          isAsked={isAsked}
          onChange={(changed) => changeLine(index, changed)}
          onRemove={
            saisi.lignes.length === 1
              ? null
              : () => {
                  change({ lignes: saisi.lignes.filter((_, other) => other !== index) });
                  // The line goes with its button.
                  title.current?.focus();
                }
          }
        />
      ))}
      <div>
        <Button size="small" onClick={() => change({ lignes: [...saisi.lignes, EMPTY_LINE] })}>
          {contratTexts.addLine}
        </Button>
      </div>
      {plan && <AvenantPreview plan={plan} isBusy={isBusy} onRecord={() => void record(plan)} />}
      <div className={styles.actions}>
        {!plan && (
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {contratTexts.preview}
          </Button>
        )}
        <Button onClick={onClose}>{contratTexts.cancel}</Button>
      </div>
    </form>
  );
}
