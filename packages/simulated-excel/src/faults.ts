// Faults that tests make happen at the wire: a request refused, stopped halfway, or applied without its answer arriving.
import type { RequestBody, ResponseBody } from "./wire";

export interface Fault {
  /** How many requests of the add-in come before it. */
  readonly after: number;
  /** A status of the transport, or an error code of Excel. */
  readonly error: number | string;
  /** Before anything is done, after everything was done, or once so many actions were done. */
  readonly at: "before" | "after" | number;
  /** True where nothing is answered any more from then on. */
  readonly isLost?: boolean;
}

/** What happens to one request: how much of it is done, and what is answered in the place of its answer. */
interface Verdict {
  readonly actions: number;
  readonly error: number | string;
}

export class Faults {
  #planned: Fault[] = [];
  #interjections: { readonly after: number; readonly act: () => Promise<void> | void }[] = [];
  #lost: number | string | null = null;
  #requests = 0;
  #sizes: number[] = [];

  plan(fault: Fault): void {
    this.#planned.push({ ...fault, after: fault.after + this.#requests });
  }

  /** Somebody does something between two requests. */
  interject(after: number, act: () => Promise<void> | void): void {
    this.#interjections.push({ after: after + this.#requests, act });
  }

  /** All is well again. */
  clear(): void {
    this.#planned = [];
    this.#interjections = [];
    this.#lost = null;
  }

  /** Number of actions of each request since the last call. */
  takeSizes(): readonly number[] {
    return this.#sizes.splice(0);
  }

  /** To be asked once for each request of the add-in. */
  async verdict(actions: number): Promise<Verdict | null> {
    const index = this.#requests;
    this.#requests += 1;
    this.#sizes.push(actions);
    const due = this.#interjections.filter(({ after }) => after === index);
    this.#interjections = this.#interjections.filter(({ after }) => after !== index);
    for (const { act } of due) await act();
    if (this.#lost !== null) return { actions: 0, error: this.#lost };
    const found = this.#planned.findIndex(({ after }) => after === index);
    if (found < 0) return null;
    const [fault] = this.#planned.splice(found, 1);
    if (!fault) return null;
    if (fault.isLost) this.#lost = fault.error;
    const done = fault.at === "before" ? 0 : fault.at === "after" ? actions : Math.min(fault.at, actions);
    return { actions: done, error: fault.error };
  }
}

export function firstActions(request: RequestBody, count: number): RequestBody {
  return count >= request.Actions.length ? request : { ...request, Actions: request.Actions.slice(0, count) };
}

/** As Excel answers a batch that stopped: what was done before stays done. */
export function stoppedResponse(response: ResponseBody, code: string, actions: number): ResponseBody {
  const index = Math.max(0, Math.min(response.Results.length, actions - 1));
  const error = { Code: code, Message: code, Location: "", ActionIndex: index, HttpStatusCode: 400 };
  return { ...response, Error: response.Error ?? error };
}
