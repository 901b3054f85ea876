// The deliberate faults of which the gate must notice each.
import { faultsAroundCore } from "./around-core";
import type { Fault } from "./fault";
import { faultsInCore } from "./in-core";

export const faults: readonly Fault[] = [...faultsInCore, ...faultsAroundCore];
