// The contract with another value at one place of its definition.
import type { Convention } from "../convention";

/** With another value at one place. */
export function setAt(target: unknown, [key, ...rest]: readonly PropertyKey[], value: unknown): unknown {
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

function drop(target: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return target;
  if (Array.isArray(target)) {
    if (rest.length === 0) return target.filter((_, index) => index !== key);
    return target.map((each: unknown, index) => (index === key ? drop(each, rest) : each));
  }
  const own = { ...(target ?? {}) } as Record<PropertyKey, unknown>;
  if (rest.length > 0) return { ...own, [key]: drop(own[key], rest) };
  return Object.fromEntries(Object.entries(own).filter(([name]) => name !== key));
}

/** The contract without a field, or a thing of a list, that it need not have. */
export function dropAt(convention: Convention, chemin: readonly PropertyKey[]): Convention {
  return drop(convention, chemin) as Convention;
}
