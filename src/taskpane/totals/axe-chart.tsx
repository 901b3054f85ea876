// A small chart of one year: two bars per axe, the State's with the contract's mark; each bar bears its figure.
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Montant } from "../../core/domain/values/montant";
import type { AnneeParAxe } from "../../core/why/totals/axe-table";
import { formatEuros } from "./format-euros";
import { texts } from "./texts";

const WIDTH = 318;
const LABEL = 44;
const FIGURE = 62;
const PLOT = WIDTH - LABEL - FIGURE;
const BAR = 12;
const GAP = 3;
const AXE = 2 * BAR + GAP + 12;
const LEGEND = 36;
const LONGEST_LABEL = 7;

const useStyles = makeStyles({
  chart: { display: "block", width: "100%", maxWidth: "480px", height: "auto", marginTop: "8px" },
  text: { fill: tokens.colorNeutralForeground1, fontSize: "11px", fontFamily: tokens.fontFamilyBase },
  etat: { fill: tokens.colorBrandBackground, stroke: tokens.colorNeutralForeground1, strokeWidth: "0.75px" },
  outline: { stroke: tokens.colorNeutralForeground1, strokeWidth: "0.75px" },
  hatch: { stroke: tokens.colorNeutralForeground1, strokeWidth: "1.25px" },
  ground: { fill: tokens.colorNeutralBackground1 },
  mark: { stroke: tokens.colorNeutralForeground1, strokeWidth: "2.5px" },
  halo: { stroke: tokens.colorNeutralBackground1, strokeWidth: "5px" },
});

interface AxeChartProps {
  readonly year: AnneeParAxe;
  readonly collectivite: string;
}

const shorten = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;

export function AxeChart({ year, collectivite }: AxeChartProps) {
  const styles = useStyles();
  const hatch = useId();
  const amounts = year.axes.flatMap((axe) => [axe.etat ?? 0, axe.collectivite ?? 0, axe.contrat?.montant ?? 0]);
  const greatest = Math.max(...amounts);
  if (greatest <= 0) return null;
  // A negative amount has no bar; its figure says it.
  const lengthOf = (montant: Montant | null): number => (Math.max(0, montant ?? 0) / greatest) * PLOT;
  const height = LEGEND + year.axes.length * AXE;
  const pattern = `url(#${hatch})`;
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={texts.chartTitle(year.annee, collectivite)}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className={styles.ground} />
          <line x1="0" y1="0" x2="0" y2="5" className={styles.hatch} />
        </pattern>
      </defs>
      <rect x={0} y={2} width={14} height={BAR} className={styles.etat} />
      <text x={18} y={BAR} className={styles.text}>
        {texts.etat}
      </text>
      <rect x={62} y={2} width={14} height={BAR} fill={pattern} className={styles.outline} />
      <text x={80} y={BAR} className={styles.text}>
        {collectivite}
      </text>
      <line x1={7} x2={7} y1={18} y2={30} className={styles.mark} />
      <text x={18} y={28} className={styles.text}>
        {texts.chartContract}
      </text>
      {year.axes.map(({ nom, court, etat, collectivite: local, contrat }, index) => {
        const top = LEGEND + index * AXE + 4;
        const second = top + BAR + GAP;
        const contract = LABEL + lengthOf(contrat?.montant ?? null);
        return (
          <g key={nom}>
            <title>{nom}</title>
            <text x={0} y={top + BAR + 4} className={styles.text}>
              {shorten(court)}
            </text>
            <rect x={LABEL} y={top} width={lengthOf(etat)} height={BAR} className={styles.etat} />
            <rect x={LABEL} y={second} width={lengthOf(local)} height={BAR} fill={pattern} className={styles.outline} />
            <text x={LABEL + Math.max(lengthOf(etat), contract - LABEL) + 5} y={top + BAR - 2} className={styles.text}>
              {etat === null ? texts.absent : formatEuros(etat)}
            </text>
            <text x={LABEL + lengthOf(local) + 5} y={second + BAR - 2} className={styles.text}>
              {local === null ? texts.absent : formatEuros(local)}
            </text>
            {contrat && (
              <>
                <line x1={contract} x2={contract} y1={top - 2} y2={top + BAR + 2} className={styles.halo} />
                <line x1={contract} x2={contract} y1={top - 2} y2={top + BAR + 2} className={styles.mark} />
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
