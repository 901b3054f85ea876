// Asks before an annexe goes in that the workbook has already.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useInSight } from "../in-sight";
import { useQuestionBox } from "../question-box";
import { annexeTexts } from "./texts";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface AgainQuestionProps {
  readonly text: string;
  readonly isBusy: boolean;
  readonly onAgain: () => void;
  readonly onKeep: () => void;
}

export function AgainQuestion({ text, isBusy, onAgain, onKeep }: AgainQuestionProps) {
  const box = useQuestionBox();
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const question = useInSight<HTMLElement>();
  return (
    <section ref={question} className={box.box} aria-labelledby="annexe-encore">
      <h2 id="annexe-encore" ref={title} tabIndex={-1} className={box.title}>
        {annexeTexts.againTitle}
      </h2>
      <p>{text}</p>
      <div className={styles.actions}>
        <Button onClick={onKeep}>{annexeTexts.keep}</Button>
        <Button disabledFocusable={isBusy} onClick={onAgain}>
          {annexeTexts.again}
        </Button>
      </div>
    </section>
  );
}
