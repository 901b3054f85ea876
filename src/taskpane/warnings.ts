// What was done in part, or elsewhere than where it was: sentences for the agent, as notices of the pane.
import type { Notice } from "./session";

export const toWarnings = (sentences: readonly string[]): readonly Notice[] =>
  sentences.map((text) => ({ kind: "warning", text }));
