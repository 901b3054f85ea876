// How much of what depends on a changed cell must be computed anew.

/** A value or a formula that came with others is settled: their values agree, and among them none is computed anew. */
export type HowChanged = "open" | "settled value" | "settled formula";
