// The methods that every collection has, worked out from its items and from how one of them is found.
import type { ClassTable, HostObject } from "./object-table";
import { hostErrors } from "./wire";

type Method = (object: HostObject, ...args: unknown[]) => unknown;

/** Undefined when the table cannot say it. */
export function collectionMethod({ items, index }: ClassTable, name: string): Method | undefined {
  if (index && name === "GetItem") return (object, key) => index(object, key) ?? missing();
  if (index && name === "GetItemOrNullObject") return (object, key) => index(object, key);
  if (items && name === "GetCount") return (object) => items(object).length;
  if (items && name === "GetItemAt") return (object, at) => items(object)[Number(at)] ?? missing();
  if (items && name === "GetFirst") return (object) => items(object)[0] ?? missing();
  if (items && name === "GetLast") return (object) => items(object).at(-1) ?? missing();
  return undefined;
}

function missing(): never {
  throw hostErrors.itemNotFound();
}
