// The protocol engine: evaluates a request batch over a table of classes. Knows the wire, not Excel.
import { Batch, type BatchHost, type BatchOptions } from "./batch";
import type { EventKey, HostObject } from "./object-table";
import { hostErrors, type RequestBody, type ResponseBody } from "./wire";

export class RichApiHost implements BatchHost {
  /** What the client asked for and the table does not have; tests hold it empty, even if the error was swallowed. */
  readonly unsupported: string[] = [];
  readonly #options: BatchOptions;
  readonly #kept = new Map<string, HostObject>();
  readonly #registrations = new Map<string, number>();
  #nextReference = 1;
  #running: Batch | null = null;

  constructor(options: BatchOptions) {
    this.#options = options;
  }

  isRegistered({ type, target }: EventKey): boolean {
    return (this.#registrations.get(`${type}|${target}`) ?? 0) > 0;
  }

  /** Objects that the client still holds. */
  get keptReferences(): number {
    return this.#kept.size;
  }

  release(referenceId: string): void {
    this.#kept.delete(referenceId);
  }

  async process(body: RequestBody): Promise<ResponseBody> {
    this.#running = new Batch(body, this.#options, this);
    return this.#running.run();
  }

  liveObjects(): Set<HostObject> {
    return new Set([...this.#kept.values(), ...(this.#running?.objects() ?? [])]);
  }

  kept(referenceId: string): HostObject {
    const object = this.#kept.get(referenceId);
    if (!object) throw hostErrors.invalidReference();
    return object;
  }

  keep(object: HostObject): void {
    if (object.referenceId !== undefined && this.#kept.has(object.referenceId)) return;
    object.referenceId = `ref:${this.#nextReference++}`;
    this.#kept.set(object.referenceId, object);
  }

  register({ type, target }: EventKey, difference: 1 | -1): void {
    const key = `${type}|${target}`;
    this.#registrations.set(key, Math.max(0, (this.#registrations.get(key) ?? 0) + difference));
  }
}
