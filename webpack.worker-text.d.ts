// What scripts written in TypeScript know of the workers that are built into one text.
export function engineWorker(isProduction: boolean): Promise<string>;
export function signedFilesWorker(isProduction: boolean): Promise<string>;
