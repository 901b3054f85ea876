// Computes something once for the same object, however many rules ask for it.

/** The object must not change afterwards; what was computed goes with it. */
export function remember<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const memory = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = memory.get(key);
    if (!known) memory.set(key, (known = { value: compute(key) }));
    return known.value;
  };
}
