// The report of execution: for which period, as sheets or as a Word document.
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Periode } from "../../core/reports/bilan/periode";
import type { BilanPeriods } from "../../usecases/bilan-periods";
import { isStale, type SessionState } from "../session";
import type { Session } from "../session-store";
import { StaleNotice } from "../stale-notice";
import { BilanOutcome } from "./bilan-outcome";
import type { WantedPeriode } from "./reports-service";
import { makeWordBilan, writeBilanSheets, type ReportsState } from "./reports-store";
import { texts } from "./texts";

const MID_TERM = "mi-parcours";
const WHOLE = "contrat";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

function wholeOf({ annees }: BilanPeriods): Periode | null {
  const [debut, fin] = [annees[0], annees.at(-1)];
  return debut === undefined || fin === undefined ? null : { debut, fin };
}

/** A choice that the contract no longer has is the mid-term report. */
function toPeriode(choice: string, periods: BilanPeriods | null): WantedPeriode {
  if (choice === WHOLE) return WHOLE;
  const annee = periods?.annees.find((each) => String(each) === choice);
  return annee === undefined ? MID_TERM : { debut: annee, fin: annee };
}

interface BilanSectionProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly made: ReportsState["bilan"];
  readonly periods: BilanPeriods | null;
  /** ISO date. */
  readonly asOf: string;
}

export function BilanSection({ session, state, made, periods, asOf }: BilanSectionProps) {
  const styles = useStyles();
  const [choice, setChoice] = useState(MID_TERM);
  const isBusy = state.running !== null;
  const periode = toPeriode(choice, periods);
  const whole = periods && wholeOf(periods);
  return (
    <>
      <p>{texts.bilanIntro}</p>
      <Field label={texts.period} hint={texts.asOf(asOf)}>
        <Select value={typeof periode === "string" ? periode : choice} onChange={(_, { value }) => setChoice(value)}>
          <option value={MID_TERM}>{texts.midTerm(periods?.miParcours ?? null)}</option>
          {whole && <option value={WHOLE}>{texts.whole(whole)}</option>}
          {periods?.annees.map((annee) => (
            <option key={annee} value={annee}>
              {texts.year(annee)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void writeBilanSheets(session, periode)}>
          {texts.writeSheets}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void makeWordBilan(session, periode)}>
          {texts.makeWord}
        </Button>
      </div>
      <StaleNotice isStale={isStale(state, made)} text={texts.bilanStale} />
      {made && (
        <BilanOutcome
          made={made}
          selectedCell={state.selectedCell}
          onSelectCell={(cell) => void session.selectCell(cell)}
        />
      )}
    </>
  );
}
