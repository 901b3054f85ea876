// The columns, lines and marks of a chart's series.
import type { ReactElement } from "react";
import type { ChartPlan, ChartSeries } from "xlsx-model/plan";
import { CHART_LOOK } from "xlsx-model/charts/chart-look";
import type { ChartFigures, Scale } from "./chart-scale";

/** Where the series are drawn, in pixels. */
export interface PlotFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: Scale;
}

interface Props {
  readonly plan: ChartPlan;
  readonly figures: ChartFigures;
  readonly frame: PlotFrame;
}

export function ChartSeriesMarks({ plan, figures, frame }: Props): ReactElement {
  const numbered = plan.series.map((series, index) => ({ series, values: figures.values[index] ?? [] }));
  const lines = numbered.filter(({ series }) => series.kind !== "columns");
  return (
    <>
      <Columns plan={plan} figures={figures} frame={frame} />
      {lines.map(({ series, values }) => (
        <Line key={series.name} series={series} values={values} frame={frame} />
      ))}
    </>
  );
}

function yOf({ top, height, scale: { least, most } }: PlotFrame, value: number): number {
  return top + (height * (most - Math.min(most, Math.max(least, value)))) / (most - least);
}

function Columns({ plan, figures, frame }: Props): ReactElement {
  const columns = plan.series.flatMap((series, index) =>
    series.kind === "columns" ? [{ series, values: figures.values[index] ?? [] }] : [],
  );
  const band = frame.width / Math.max(1, figures.labels.length);
  const beside = plan.isStacked ? 1 : Math.max(1, columns.length);
  const width = band / (beside + CHART_LOOK.gapWidth / 100);
  const start = (band - width * beside) / 2;
  return (
    <>
      {figures.labels.map((_, category) => {
        let below = 0;
        return columns.map(({ series, values }, index) => {
          const value = values[category] ?? 0;
          const base = plan.isStacked ? below : 0;
          below += value;
          const [first, last] = [yOf(frame, base), yOf(frame, base + value)];
          return (
            <rect
              key={series.name}
              x={frame.left + band * category + start + (plan.isStacked ? 0 : width * index)}
              y={Math.min(first, last)}
              width={width}
              height={Math.abs(first - last)}
              fill={series.color}
              stroke={CHART_LOOK.outline}
            />
          );
        });
      })}
    </>
  );
}

interface LineProps {
  readonly series: ChartSeries;
  readonly values: readonly (number | null)[];
  readonly frame: PlotFrame;
}

function Line({ series: { kind, color }, values, frame }: LineProps): ReactElement {
  const band = frame.width / Math.max(1, values.length);
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: frame.left + band * (index + 0.5), y: yOf(frame, value) }],
  );
  if (kind === "marks") {
    const half = CHART_LOOK.markSize / 2;
    return (
      <>
        {points.map(({ x, y }) => (
          <rect key={x} x={x - half} y={y - 3} width={2 * half} height={6} fill={color} stroke={CHART_LOOK.outline} />
        ))}
      </>
    );
  }
  return (
    <>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} fill="none" stroke={color} strokeWidth={3} />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={CHART_LOOK.pointSize / 2} fill={color} stroke={CHART_LOOK.outline} />
      ))}
    </>
  );
}
