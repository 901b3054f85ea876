// All the slips.
import { achievedSlips } from "./achieved";
import { amountSlips } from "./amounts";
import { executionSlips } from "./execution";
import { indicatorSlips } from "./indicators";
import { pageSlips } from "./pages";
import { readingSlips } from "./readings";
import { recapSlips } from "./recaps";
import { rowSlips } from "./rows";
import type { Slip } from "./slip";
import { sumSlips } from "./sums";
import { yearSlips } from "./years";

export const slips: readonly Slip[] = [
  ...rowSlips,
  ...yearSlips,
  ...readingSlips,
  ...amountSlips,
  ...sumSlips,
  ...recapSlips,
  ...executionSlips,
  ...indicatorSlips,
  ...achievedSlips,
  ...pageSlips,
];
