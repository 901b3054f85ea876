// Starts the formula engine when a formula first needs it: its code is a chunk of its own.
import type { Thread } from "xlsx-model/formulas/engine";
import { threadFromText } from "xlsx-model/formulas/page-thread";

export async function startEngine(): Promise<Thread> {
  const { default: source } = await import(/* webpackChunkName: "engine" */ "engine-worker-source");
  return threadFromText(source);
}
