// The thread that reads the files of a signed contract, from where the add-in is served.
export const startReading = () => new Worker(new URL("../signed-files/thread.ts", import.meta.url));
