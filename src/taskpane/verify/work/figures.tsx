// What was found, what was expected and the gap, as figures beside each other; a sentence where they only count things, or where nothing is compared.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../../core/verification";
import { COMPARES_VALUES } from "./problems";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  figures: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontVariantNumeric: "tabular-nums",
  },
  sentence: { margin: `${tokens.spacingVerticalXXS} 0 0` },
  figure: { display: "flex", flexDirection: "column", minWidth: "72px" },
  name: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: { margin: 0, whiteSpace: "nowrap" },
  gap: { fontWeight: tokens.fontWeightSemibold },
});

/** Those that say more than the sentence; null where the sentence says more. */
export function toldFigures({ figures, rule }: Finding): Finding["figures"] {
  if (figures === null || (figures.expected === null && figures.gap === null)) return null;
  return figures.unit === "nombre" && !COMPARES_VALUES.has(rule) ? null : figures;
}

export function Figures({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const figures = toldFigures(finding);
  if (!figures) return <p className={styles.sentence}>{finding.message}</p>;
  const { unit, found, expected, gap } = figures;
  return (
    <dl className={styles.figures}>
      <div className={styles.figure}>
        <dt className={styles.name}>{workTexts.found}</dt>
        <dd className={styles.value}>{workTexts.figure(unit, found)}</dd>
      </div>
      {expected !== null && (
        <div className={styles.figure}>
          <dt className={styles.name}>{workTexts.expected}</dt>
          <dd className={styles.value}>{workTexts.figure(unit, expected)}</dd>
        </div>
      )}
      {gap !== null && (
        <div className={styles.figure}>
          <dt className={styles.name}>{workTexts.gap}</dt>
          <dd className={`${styles.value} ${styles.gap}`}>{workTexts.gapFigure(unit, gap)}</dd>
        </div>
      )}
    </dl>
  );
}
