/** Builds the formula engine's worker into one text; answers the path of it. */
export function engineWorker(isProduction: boolean): Promise<string>;
