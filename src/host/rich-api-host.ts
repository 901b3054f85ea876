// The protocol engine: evaluates a request batch over a table of classes. Knows the wire, not Excel.
import { Batch } from "./batch";
import type { ClassTable, ClassTables, EventKey, HostObject } from "./object-table";
import { HostError, type RequestBody, type ResponseBody } from "./wire";

export interface RichApiHostOptions {
  readonly classes: ClassTables;
  readonly root: () => HostObject;
  readonly newObjects: Readonly<Record<string, () => HostObject>>;
  /** Called before something is read, so that what was written is computed. */
  readonly settle: () => Promise<void>;
}

export class RichApiHost {
  /** What the client asked for and the table does not have; tests hold it empty, even if the error was swallowed. */
  readonly unsupported: string[] = [];
  readonly #options: RichApiHostOptions;
  readonly #kept = new Map<string, HostObject>();
  readonly #registrations = new Map<string, number>();
  #nextReference = 1;

  constructor(options: RichApiHostOptions) {
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
    const batch = new Batch(body, this.#options, this);
    return batch.run();
  }

  notImplemented(what: string): never {
    this.unsupported.push(what);
    throw new HostError("ApiNotImplemented", `The simulated host does not have ${what}.`, 501);
  }

  table(object: HostObject): ClassTable {
    return this.#options.classes[object.className] ?? this.notImplemented(object.className);
  }

  kept(referenceId: string): HostObject {
    const object = this.#kept.get(referenceId);
    if (!object) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
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
