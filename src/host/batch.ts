// One request batch: evaluates its object paths and performs its actions over the table of classes.
import { isHostObject, member, memberName, type ClassTable, type HostObject } from "./object-table";
import type { RichApiHost, RichApiHostOptions } from "./rich-api-host";
import {
  ActionType,
  HostError,
  hostErrors,
  PathType,
  type Action,
  type ArgumentInfo,
  type RequestBody,
  type ResponseBody,
} from "./wire";

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Its object paths are evaluated once, in the order in which the actions need them. */
export class Batch {
  readonly #objects = new Map<number, HostObject | null>();
  /** "Class.member" being evaluated, for the error's location. */
  #at = "";

  constructor(
    readonly body: RequestBody,
    readonly options: RichApiHostOptions,
    readonly host: RichApiHost,
  ) {}

  async run(): Promise<ResponseBody> {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (action.ActionType === ActionType.query) await this.options.settle();
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

  #asHostError(error: unknown): HostError {
    if (error instanceof HostError) return error;
    // A fault of the simulation itself: never to be taken for an answer of Excel.
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.host.unsupported.push(`fault of the host: ${text}`);
    return new HostError("GeneralException", text, 500);
  }

  #perform(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.#resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object && this.#identity(object);
      case ActionType.query: {
        this.#at = object ? `${object.className}.load` : "";
        const { Select = [], Expand = [], Top, Skip } = action.QueryInfo ?? {};
        return this.#read(object, [...Select, ...Expand], Top, Skip);
      }
      case ActionType.method:
        return this.#invoke(object, action);
      case ActionType.setProperty: {
        if (!object) throw new HostError("InvalidObjectPath", `Cannot set ${action.Name} of a null object.`);
        this.#assign(object, action.Name, this.#arguments(action.ArgumentInfo)[0]);
        return null;
      }
      case ActionType.update: {
        if (!object) throw new HostError("InvalidObjectPath", "Cannot update a null object.");
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#assign(object, name, value);
        return null;
      }
      default:
        return this.host.notImplemented(`action type ${action.ActionType}`);
    }
  }

  #invoke(object: HostObject | null, action: Action): unknown {
    if (!object) {
      // The client sends _KeepReference for null ranges too.
      if (action.Name.startsWith("_")) return null;
      throw new HostError("InvalidObjectPath", `Cannot call ${action.Name} of a null object.`);
    }
    const result = this.#call(object, action.Name, this.#arguments(action.ArgumentInfo));
    return isHostObject(result) ? this.#identity(result) : result;
  }

  #resolve(id: number): HostObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const object = this.#evaluate(id);
    this.#objects.set(id, object);
    return object;
  }

  #evaluate(id: number): HostObject | null {
    const path = this.body.ObjectPaths[id];
    if (!path) throw new HostError("InvalidObjectPath", `There is no object path ${id}.`);
    switch (path.ObjectPathType) {
      case PathType.globalObject:
        return this.options.root();
      case PathType.newObject:
        return (this.options.newObjects[path.Name] ?? (() => this.host.notImplemented(`new ${path.Name}`)))();
      case PathType.referenceId:
        return this.host.kept(path.Name);
      case PathType.nullObject:
        return null;
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PathType.property:
        return this.#navigate(parent, path.Name);
      case PathType.method: {
        const result = this.#call(parent, path.Name, this.#arguments(path.ArgumentInfo));
        if (result === null || isHostObject(result)) return result;
        return this.host.notImplemented(`${parent.className}.${path.Name} as an object`);
      }
      case PathType.indexer: {
        this.#at = `${parent.className}.getItem`;
        const find = this.host.table(parent).index ?? this.host.notImplemented(`${parent.className}.getItem`);
        const item = find(parent, this.#arguments(path.ArgumentInfo)[0]);
        if (!item) throw hostErrors.itemNotFound();
        return item;
      }
      default:
        return this.host.notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    const convert = (value: unknown, reference: unknown): unknown => {
      if (typeof reference === "number" && reference !== 0) return this.#resolve(reference);
      if (!Array.isArray(value)) return value;
      return value.map((item: unknown, index) => convert(item, Array.isArray(reference) ? reference[index] : 0));
    };
    return (info?.Arguments ?? []).map((value, index) => convert(value, references[index]));
  }

  #navigate(object: HostObject, name: string): HostObject | null {
    this.#at = `${object.className}.${lowerFirst(name)}`;
    const find = member(this.host.table(object).nav, name) ?? this.host.notImplemented(`${object.className}.${name}`);
    return find(object);
  }

  #call(object: HostObject, name: string, args: unknown[]): unknown {
    this.#at = `${object.className}.${lowerFirst(name)}`;
    if (name === "_KeepReference") return void this.host.keep(object);
    const table = this.host.table(object);
    const event = /^_(Register|Unregister)(.+)$/.exec(name);
    const key = event && table.events?.[event[2] ?? ""];
    if (key) return void this.host.register(key(object), event[1] === "Register" ? 1 : -1);
    const method = member(table.call, name) ?? this.host.notImplemented(`${object.className}.${name}()`);
    return method(object, ...args);
  }

  #assign(object: HostObject, name: string, value: unknown): void {
    this.#at = `${object.className}.${lowerFirst(name)}`;
    const set = member(this.host.table(object).set, name) ?? this.host.notImplemented(`${object.className}.${name} =`);
    set(object, value);
  }

  /** The value of an instantiated object. */
  #identity(object: HostObject): Record<string, unknown> {
    const reference = object.referenceId === undefined ? {} : { _ReferenceId: object.referenceId };
    return { ...reference, ...this.host.table(object).key?.(object) };
  }

  #read(object: HostObject | null, select: readonly string[], top?: number, skip = 0): unknown {
    if (!object) return null;
    const table = this.host.table(object);
    if (table.items) {
      const items = table.items(object).slice(skip, top === undefined ? undefined : skip + top);
      return { _Items: items.map((item) => this.#read(item, select)) };
    }
    const out: Record<string, unknown> = this.#identity(object);
    const nested = new Map<string, string[]>();
    for (const path of select) this.#readPath(object, table, path, out, nested);
    for (const [name, paths] of nested) out[name] = this.#read(this.#navigate(object, name), paths);
    return out;
  }

  #readPath(
    object: HostObject,
    table: ClassTable,
    path: string,
    out: Record<string, unknown>,
    nested: Map<string, string[]>,
  ): void {
    if (path === "$none") return;
    const slash = path.indexOf("/");
    const head = slash < 0 ? path : path.slice(0, slash);
    if (slash < 0 && head === "*") {
      for (const [name, get] of Object.entries(table.get ?? {})) out[name] = get(object);
      return;
    }
    const scalar = slash < 0 ? memberName(table.get, head) : null;
    if (scalar !== null) {
      out[scalar] = table.get?.[scalar]?.(object);
      return;
    }
    const property = memberName(table.nav, head);
    if (property === null) this.host.notImplemented(`${object.className}.${head} (load)`);
    const paths = nested.get(property) ?? [];
    if (slash >= 0) paths.push(path.slice(slash + 1));
    nested.set(property, paths);
  }
}
