/** Writes dist/cli/cls.mjs, and beside it what V8 compiled of it. */
export function buildCli(): Promise<void>;
export const BUILT: string;
