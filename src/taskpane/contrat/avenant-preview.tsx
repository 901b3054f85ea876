// What recording the avenant would change, line by line, or what keeps it from being recorded.
import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { AvenantPlan } from "../../core/avenants/plan-avenant";
import { useInSight } from "../in-sight";
import { useQuestionBox } from "../question-box";
import { ChangeList } from "./change-list";
import { contratTexts } from "./texts";

const useStyles = makeStyles({
  remarks: { margin: 0, paddingLeft: "18px" },
});

interface AvenantPreviewProps {
  readonly plan: AvenantPlan;
  readonly isBusy: boolean;
  readonly onRecord: () => void;
}

export function AvenantPreview({ plan, isBusy, onRecord }: AvenantPreviewProps) {
  const box = useQuestionBox();
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [plan]);
  const preview = useInSight<HTMLElement>(plan);
  const isWrong = plan.lignes.some(({ erreurs }) => erreurs.length > 0);
  return (
    <section ref={preview} className={box.box} aria-labelledby="avenant-apercu">
      <h4 id="avenant-apercu" ref={title} tabIndex={-1} className={box.title}>
        {contratTexts.previewTitle}
      </h4>
      <p>{isWrong ? contratTexts.previewWrong : contratTexts.previewWhere(plan.sheet, plan.lignes.length)}</p>
      <ChangeList
        changes={plan.lignes.map(({ libelle, ancienne, nouvelle, statut, erreurs }, index) => ({
          key: String(index),
          libelle: libelle || contratTexts.lineTitle(index + 1),
          ancienne,
          nouvelle,
          ...(statut !== null && erreurs.length === 0 && { note: statut }),
          errors: erreurs,
        }))}
      />
      {plan.remarques.length > 0 && (
        <>
          <p>{contratTexts.remarks}</p>
          <ul className={styles.remarks}>
            {plan.remarques.map((remarque) => (
              <li key={remarque}>{remarque}</li>
            ))}
          </ul>
        </>
      )}
      {!isWrong && (
        <div>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={onRecord}>
            {contratTexts.write}
          </Button>
        </div>
      )}
    </section>
  );
}
