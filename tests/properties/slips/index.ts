// All the slips.
import { amountSlips } from "./amounts";
import type { Slip } from "./slip";
import { structureSlips } from "./structure";

export const slips: readonly Slip[] = [...structureSlips, ...amountSlips];
