// Opens .xlsx files for the preview; a bad one answers with the sentence that says why.
import { WorkbookError } from "xlsx-model/plan";
import { openXlsx } from "xlsx-model/open-xlsx";
import { HostSession } from "./host-session";

export type Opened =
  { readonly session: HostSession; readonly refusal: null } | { readonly session: null; readonly refusal: string };

export async function openFile(file: File): Promise<Opened> {
  try {
    return { session: await open(file.name, await file.arrayBuffer()), refusal: null };
  } catch (error) {
    if (error instanceof WorkbookError) return { session: null, refusal: error.message };
    throw error;
  }
}

export async function openUrl(address: string): Promise<HostSession> {
  const response = await fetch(address);
  return open(address, await response.arrayBuffer());
}

async function open(name: string, buffer: ArrayBuffer): Promise<HostSession> {
  const model = openXlsx(new Uint8Array(buffer), name);
  await model.calculate();
  return new HostSession(model);
}
