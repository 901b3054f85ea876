// The order of keys, ISO dates and sheet names: by character, so that no language of the machine changes it.

export function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
