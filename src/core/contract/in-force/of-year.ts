// What a list by year says of one year.

export const ofYear = <Each extends { readonly annee: number }>(
  list: readonly Each[],
  annee: number,
): Each | undefined => list.find((each) => each.annee === annee);
