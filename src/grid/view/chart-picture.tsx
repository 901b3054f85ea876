// A chart over its cells, drawn plainly from the plan that its sheet keeps: enough to see what Excel will show.
import type { ReactElement } from "react";
import type { ChartPlan } from "xlsx-model/plan";
import { CHART_LOOK } from "xlsx-model/charts/chart-look";
import type { ChartFigures, Scale } from "./chart-scale";
import { ChartSeriesMarks, type PlotFrame } from "./chart-series";
import { displayValue } from "./display";

export interface DrawnChart {
  readonly plan: ChartPlan;
  readonly figures: ChartFigures;
  readonly scale: Scale;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const TITLE_BASE = 26;
const TOP = 44;
const RIGHT = 16;
const BOTTOM = 62;
const LEGEND_BASE = 14;
const CHARACTER = 7;
const SWATCH = 10;

export function ChartPicture({ chart }: { readonly chart: DrawnChart }): ReactElement {
  const { plan, figures, scale, width, height } = chart;
  const { title, series, valueFormat } = plan;
  const ticks = scale.ticks.map((tick) => ({ tick, text: displayValue(tick, valueFormat) }));
  const left = 16 + Math.max(...ticks.map(({ text }) => text.length)) * CHARACTER;
  const frame: PlotFrame = { left, top: TOP, width: width - left - RIGHT, height: height - TOP - BOTTOM, scale };
  const yOf = (value: number) => TOP + (frame.height * (scale.most - value)) / (scale.most - scale.least);
  const band = frame.width / Math.max(1, figures.labels.length);
  return (
    <svg
      className="chart"
      role="img"
      aria-label={`Graphique : ${title}. ${series.map(({ name }) => name).join(", ")}.`}
      width={width}
      height={height}
    >
      <rect width={width} height={height} fill="#FFFFFF" stroke={CHART_LOOK.grid} />
      <text className="chart-title" x={width / 2} y={TITLE_BASE} textAnchor="middle">
        {title}
      </text>
      {ticks.map(({ tick, text }) => (
        <g key={tick}>
          <line x1={left} x2={width - RIGHT} y1={yOf(tick)} y2={yOf(tick)} stroke={CHART_LOOK.grid} />
          <text x={left - 6} y={yOf(tick) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <ChartSeriesMarks plan={plan} figures={figures} frame={frame} />
      <line x1={left} x2={width - RIGHT} y1={yOf(0)} y2={yOf(0)} stroke={CHART_LOOK.outline} />
      {figures.labels.map((label, index) => (
        <text key={index} x={left + band * (index + 0.5)} y={height - BOTTOM + 18} textAnchor="middle">
          {label}
        </text>
      ))}
      <Legend chart={chart} />
    </svg>
  );
}

function Legend({ chart: { plan, width, height } }: { readonly chart: DrawnChart }): ReactElement {
  const widths = plan.series.map(({ name }) => SWATCH + 22 + name.length * CHARACTER);
  const start = (width - widths.reduce((sum, each) => sum + each, 0)) / 2;
  return (
    <>
      {plan.series.map(({ name, color, kind }, index) => {
        const x = start + widths.slice(0, index).reduce((sum, each) => sum + each, 0);
        const thickness = kind === "columns" ? SWATCH : 4;
        return (
          <g key={name}>
            <rect
              x={x}
              y={height - LEGEND_BASE - SWATCH / 2 - thickness / 2}
              width={SWATCH}
              height={thickness}
              fill={color}
              stroke={CHART_LOOK.outline}
              strokeWidth={kind === "columns" ? 1 : 0}
            />
            <text x={x + SWATCH + 6} y={height - LEGEND_BASE}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}
