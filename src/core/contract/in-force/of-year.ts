// What a list by year says of one year.

/** Asked of each amount of thousands of rows: `find` takes a function made for it, a loop over the list an object a step. */
export function ofYear<Each extends { readonly annee: number }>(
  list: readonly Each[],
  annee: number,
): Each | undefined {
  const { length } = list;
  for (let index = 0; index < length; index += 1) {
    const each = list[index];
    if (each?.annee === annee) return each;
  }
  return undefined;
}
