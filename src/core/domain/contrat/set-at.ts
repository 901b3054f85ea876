// The contract with another value at one place of its definition.
import type { Convention } from "./convention";

function setAt(target: unknown, [key, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(target)) {
    return target.map((each: unknown, index) => (index === key ? setAt(each, rest, value) : each));
  }
  const own = (target ?? {}) as Record<PropertyKey, unknown>;
  return { ...own, [key]: setAt(own[key], rest, value) };
}

export function change(convention: Convention, chemin: readonly PropertyKey[], value: unknown): Convention {
  return setAt(convention, chemin, value) as Convention;
}
