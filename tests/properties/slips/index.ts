// All the slips.
import { amountSlips } from "./amounts";
import { executionSlips } from "./execution";
import { indicatorSlips } from "./indicators";
import { pageSlips } from "./pages";
import type { Slip } from "./slip";
import { structureSlips } from "./structure";

export const slips: readonly Slip[] = [
  ...structureSlips,
  ...amountSlips,
  ...executionSlips,
  ...indicatorSlips,
  ...pageSlips,
];
