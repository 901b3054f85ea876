// Findings with those that follow from them: each cause first, then everything that its correction would settle.

interface Caused {
  readonly id: string;
  readonly causedBy: string | null;
}

export interface CauseGroup<Item extends Caused> {
  readonly cause: Item;
  readonly consequences: readonly Item[];
}

/**
 * In the order given, each group at the place of its first member: an error that follows from a warning does not sink.
 * A finding whose cause is not among the items stands for itself.
 */
export function groupByCause<Item extends Caused>(items: readonly Item[]): readonly CauseGroup<Item>[] {
  const byId = new Map<string, Item>();
  for (const item of items) byId.set(item.id, item);
  const rootOf = (item: Item): Item => {
    const cause = causeOf(item, byId);
    // As nearly all: nothing is made for them.
    if (!cause) return item;
    if (cause.causedBy === null) return cause;
    const seen = new Set<Item>();
    let root = item;
    for (let next = causeOf(root, byId); next && !seen.has(next); next = causeOf(root, byId)) {
      seen.add(root);
      root = next;
    }
    return root;
  };
  const groups = new Map<Item, Item[]>();
  for (const item of items) {
    const root = rootOf(item);
    let consequences = groups.get(root);
    if (!consequences) groups.set(root, (consequences = []));
    if (item !== root) consequences.push(item);
  }
  return Array.from(groups, ([cause, consequences]) => ({ cause, consequences }));
}

function causeOf<Item extends Caused>(item: Item, byId: ReadonlyMap<string, Item>): Item | undefined {
  return item.causedBy === null ? undefined : byId.get(item.causedBy);
}

/** Those that follow from no other and ask for something: remarks are left aside. */
export function causesOf<Item extends Caused & { readonly severity: string }>(items: readonly Item[]): readonly Item[] {
  return groupByCause(items).flatMap(({ cause }) => (cause.severity === "info" ? [] : [cause]));
}
