// What was found, what was expected and the gap, as figures; a sentence where they only count things, or where nothing is compared.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../../core/verification";
import { FigureRows } from "./figure-rows";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  sentence: { margin: `${tokens.spacingVerticalXXS} 0 0` },
});

/** The figures where they say more than the sentence; null where the sentence says more. */
export function toldFigures({ figures }: Finding): Finding["figures"] {
  if (figures === null || (figures.expected === null && figures.gap === null)) return null;
  return figures.unit === "nombre" ? null : figures;
}

interface FiguresProps {
  readonly finding: Finding;
  /** The finding's own sentence, without what stands above it already. */
  readonly sentence: string;
}

export function Figures({ finding, sentence }: FiguresProps) {
  const styles = useStyles();
  const figures = toldFigures(finding);
  if (!figures) return <p className={styles.sentence}>{sentence}</p>;
  const { unit, found, expected, gap } = figures;
  const rows = [
    { name: workTexts.found, value: workTexts.figure(unit, found) },
    ...(expected === null ? [] : [{ name: workTexts.expected, value: workTexts.figure(unit, expected) }]),
    ...(gap === null ? [] : [{ name: workTexts.gap, value: workTexts.gapFigure(unit, gap), isResult: true }]),
  ];
  return <FigureRows rows={rows} />;
}
