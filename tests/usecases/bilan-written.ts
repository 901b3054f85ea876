// The report as it was written, where nobody had typed on its sheets.
import type { WrittenBilan, writeBilan } from "../../src/usecases/write-bilan";

export async function bilanWritten(writing: ReturnType<typeof writeBilan>): Promise<WrittenBilan> {
  const bilan = await writing;
  if (bilan.kind === "exists") throw new Error(bilan.sentence);
  return bilan;
}
