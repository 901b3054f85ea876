// Which things cannot stand beside each other, those of one conflict together: between them a person chooses.

/** Which tables show something that another one shows too, those of one conflict together. */
export function conflicts<Table>(
  tables: readonly Table[],
  overlap: (one: Table, other: Table) => boolean,
): readonly (readonly [Table, ...Table[]])[] {
  const left = new Set(tables);
  return tables.flatMap((first) => {
    if (!left.delete(first)) return [];
    const group: [Table, ...Table[]] = [first];
    for (const one of group) {
      for (const other of [...left]) if (overlap(one, other) && left.delete(other)) group.push(other);
    }
    return group.length > 1 ? [group] : [];
  });
}
