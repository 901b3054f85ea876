// What a correction writes, cell by cell, before, after and the difference, and what follows from it.
import { makeStyles, tokens } from "@fluentui/react-components";
import { formatCellRef } from "xlsx-model/cell-ref";
import type { Correction, CorrectionPlan } from "../../../core/why/correction";
import { FigureRows } from "./figure-rows";
import { workTexts } from "./texts";

const SHOWN = 8;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", "& > li": { marginBottom: tokens.spacingVerticalXS } },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

interface PlannedChangesProps {
  readonly plan: CorrectionPlan;
  /** What else becomes of the list, as sentences. */
  readonly rest: readonly string[];
}

export function PlannedChanges({ plan: { corrections, effects, left }, rest }: PlannedChangesProps) {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list}>
        {corrections.slice(0, SHOWN).map((correction) => (
          <li key={formatCellRef(correction.cell)}>
            <Change correction={correction} />
          </li>
        ))}
      </ul>
      {corrections.length > SHOWN && <p>{workTexts.moreCells(corrections.length - SHOWN)}</p>}
      {effects.slice(0, SHOWN).map((effect) => (
        <p key={`${effect.on} ${"axe" in effect ? effect.axe : effect.action} ${effect.annee}`}>
          {workTexts.effect(effect)}
        </p>
      ))}
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {left.length > 0 && <p>{workTexts.leftAlone(left.map(({ why }) => why))}</p>}
    </>
  );
}

function Change({ correction }: { readonly correction: Correction }) {
  const styles = useStyles();
  const difference = workTexts.differenceOf(correction);
  return (
    <>
      <span className={styles.quiet}>{workTexts.address(correction.cell)}</span>
      <FigureRows
        rows={[
          { name: workTexts.before, value: workTexts.cellShows(correction, "before") },
          { name: workTexts.after, value: workTexts.cellShows(correction, "after") },
          ...(difference === "" ? [] : [{ name: workTexts.difference, value: difference, isResult: true }]),
        ]}
      />
      {workTexts.beside(correction).map((sentence) => (
        <div key={sentence} className={styles.quiet}>
          {sentence}
        </div>
      ))}
    </>
  );
}
