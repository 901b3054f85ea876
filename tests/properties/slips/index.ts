// All the slips.
import { amountSlips } from "./amounts";
import { executionSlips } from "./execution";
import { indicatorSlips } from "./indicators";
import type { Slip } from "./slip";
import { structureSlips } from "./structure";

export const slips: readonly Slip[] = [...structureSlips, ...amountSlips, ...executionSlips, ...indicatorSlips];
