// One request batch: evaluates its object paths and performs its actions over the table of classes.
import { lowerFirst } from "./api/api-members";
import { checkArguments, checkSetValue } from "./api/check-values";
import { collectionMethod } from "./collection-methods";
import {
  isHostObject,
  member,
  type ClassTable,
  type ClassTables,
  type EventKey,
  type HostObject,
} from "./object-table";
import { readObject, type Reader } from "./read-object";
import {
  ActionType,
  HostError,
  hostErrors,
  NotSimulated,
  PathType,
  type Action,
  type ArgumentInfo,
  type RequestBody,
  type ResponseBody,
} from "./wire";

/** The client says these in another way when they are set than when they are loaded. */
const SENT_AS: Readonly<Record<string, string>> = {
  "Worksheet.Gridlines": "ShowGridlines",
  "Worksheet.Headings": "ShowHeadings",
};

/** Methods that copy, order, hide or look for values; and how what is written from then on is calculated. */
const READS_VALUES =
  /^(?:CalculationMode|CopyFrom|Apply\w*|ReplaceAll|Find(?:All)?(?:OrNullObject)?|GetSpecialCells(?:OrNullObject)?)$/;

export interface BatchOptions {
  readonly classes: ClassTables;
  readonly root: () => HostObject;
  readonly newObjects: Readonly<Record<string, () => HostObject>>;
  /** The requirement set that this Excel has: "1.14". */
  readonly level: string;
  /** Whether names that Excel does not have are refused in what is loaded. */
  readonly isStrict: boolean;
  /** Called before something is read, so that what was written is computed. */
  readonly settle: () => Promise<void>;
}

/** What lasts from one batch to the next. */
export interface BatchHost {
  readonly unsupported: string[];
  kept(referenceId: string): HostObject;
  keep(object: HostObject): void;
  register(key: EventKey, difference: 1 | -1): void;
}

/** Its object paths are evaluated once, in the order in which the actions need them. */
export class Batch implements Reader {
  readonly #objects = new Map<number, HostObject | null>();
  /** "Class.member" being evaluated, for the error's location. */
  #at = "";

  constructor(
    readonly body: RequestBody,
    readonly options: BatchOptions,
    readonly host: BatchHost,
  ) {}

  get level(): string {
    return this.options.level;
  }

  get isStrict(): boolean {
    return this.options.isStrict;
  }

  async run(): Promise<ResponseBody> {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (this.#needsValues(action)) await this.options.settle();
        if (action.ActionType === ActionType.trace) response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: this.#perform(action) ?? null });
      } catch (error) {
        const failure = this.#asHostError(error);
        response.Error = {
          Code: failure.code,
          Message: failure.message,
          Location: this.#at,
          ActionIndex: index,
          HttpStatusCode: failure.httpStatus,
        };
        break;
      }
    }
    return response;
  }

  /** Reads what cells hold: what was written before it is to be computed. */
  #needsValues(action: Action): boolean {
    if (action.ActionType === ActionType.query) return true;
    const name = action.Name === "" ? this.body.ObjectPaths[action.ObjectPathId]?.Name : action.Name;
    return name !== undefined && READS_VALUES.test(name);
  }

  #asHostError(error: unknown): HostError {
    if (error instanceof NotSimulated) this.host.unsupported.push(error.what);
    if (error instanceof HostError) return error;
    // A fault of the simulation itself: never to be taken for an answer of Excel.
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.host.unsupported.push(`fault of the host: ${text}`);
    return new HostError("GeneralException", text, 500);
  }

  #perform(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.#resolve(action.ObjectPathId);
    // A null object accepts every call and every value, and does nothing with them.
    if (!object) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.identity(object);
      case ActionType.query: {
        this.#at = `${object.className}.load`;
        const { Select = [], Expand = [], Top: top, Skip: skip } = action.QueryInfo ?? {};
        return readObject(this, object, { select: [...Select, ...Expand], top, skip });
      }
      case ActionType.method: {
        const result = this.#call(object, action.Name, this.#arguments(action.ArgumentInfo));
        return isHostObject(result) ? this.identity(result) : result;
      }
      case ActionType.setProperty:
        this.#assign(object, action.Name, this.#arguments(action.ArgumentInfo)[0]);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#assign(object, name, value);
        return null;
      default:
        throw new NotSimulated(`action type ${action.ActionType}`);
    }
  }

  #resolve(id: number): HostObject | null {
    const known = this.#objects.get(id);
    const object = known === undefined ? this.#evaluate(id) : known;
    if (object?.isGone) throw hostErrors.invalidReference();
    this.#objects.set(id, object);
    return object;
  }

  objects(): HostObject[] {
    return [...this.#objects.values()].filter((object) => object !== null);
  }

  #evaluate(id: number): HostObject | null {
    const path = this.body.ObjectPaths[id];
    if (!path) throw new HostError("InvalidObjectPath", `There is no object path ${id}.`);
    switch (path.ObjectPathType) {
      case PathType.globalObject:
        return this.options.root();
      case PathType.newObject:
        return this.#required(this.options.newObjects[path.Name], `new ${path.Name}`)();
      case PathType.referenceId:
        return this.host.kept(path.Name);
      case PathType.nullObject:
        return null;
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PathType.property:
        return this.navigate(parent, path.Name);
      case PathType.method: {
        const result = this.#call(parent, path.Name, this.#arguments(path.ArgumentInfo));
        if (result === null || isHostObject(result)) return result;
        throw new NotSimulated(`${parent.className}.${path.Name} as an object`);
      }
      case PathType.indexer: {
        this.#at = `${parent.className}.getItem`;
        const find = this.#required(this.table(parent).index, `${parent.className}.getItem`);
        const [key] = this.#arguments(path.ArgumentInfo);
        checkArguments(parent.className, "getItem", [key]);
        const item = find(parent, key);
        if (!item) throw hostErrors.itemNotFound();
        return item;
      }
      default:
        throw new NotSimulated(`object path type ${path.ObjectPathType}`);
    }
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    const convert = (value: unknown, reference: unknown): unknown => {
      if (typeof reference === "number" && reference !== 0) return this.#given(reference);
      if (isInside(value)) return this.#inside(value);
      if (!Array.isArray(value)) return value;
      return value.map((item: unknown, index) => convert(item, Array.isArray(reference) ? reference[index] : 0));
    };
    return (info?.Arguments ?? []).map((value, index) => convert(value, references[index]));
  }

  /** Objects stand within other values by their path: `{ list: { source: range } }`. */
  #inside(value: object): unknown {
    if ("_ObjectPathId" in value) return this.#given(Number(value._ObjectPathId));
    return Object.fromEntries(
      Object.entries(value).map(([name, each]: [string, unknown]) => [
        name,
        isInside(each) ? this.#inside(each) : each,
      ]),
    );
  }

  /** A null object is nothing that a method could work with. */
  #given(reference: number): HostObject {
    const object = this.#resolve(reference);
    if (!object) throw hostErrors.invalidArgument();
    return object;
  }

  navigate(object: HostObject, name: string): HostObject | null {
    this.#at = `${object.className}.${lowerFirst(name)}`;
    return this.#required(member(this.table(object).nav, name), `${object.className}.${name}`)(object);
  }

  #call(object: HostObject, name: string, args: unknown[]): unknown {
    this.#at = `${object.className}.${lowerFirst(name)}`;
    if (name === "_KeepReference") return void this.host.keep(object);
    const table = this.table(object);
    const event = /^_(Register|Unregister)(.+)$/.exec(name);
    const key = event && table.events?.[event[2] ?? ""];
    if (key) return void this.host.register(key(object), event[1] === "Register" ? 1 : -1);
    const method = member(table.call, name) ?? collectionMethod(table, name);
    const known = this.#required(method, `${object.className}.${name}()`);
    checkArguments(object.className, name, args);
    return known(object, ...args);
  }

  #assign(object: HostObject, sent: string, value: unknown): void {
    const name = SENT_AS[`${object.className}.${sent}`] ?? sent;
    this.#at = `${object.className}.${lowerFirst(name)}`;
    const set = this.#required(member(this.table(object).set, name), `${object.className}.${name} =`);
    checkSetValue(object.className, name, value);
    set(object, value);
  }

  table(object: HostObject): ClassTable {
    return this.#required(this.options.classes[object.className], object.className);
  }

  #required<T>(found: T | undefined, what: string): T {
    if (found === undefined) throw new NotSimulated(what);
    return found;
  }

  /** The value of an instantiated object. */
  identity(object: HostObject): Record<string, unknown> {
    const reference = object.referenceId === undefined ? {} : { _ReferenceId: object.referenceId };
    return { ...reference, ...this.table(object).key?.(object) };
  }
}

function isInside(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
