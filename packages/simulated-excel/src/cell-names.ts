// Words that are cells in the other notation, as Excel says it in English and in French: no name may be one.
const R1C1 = /^(?:r\d*(?:c\d*)?|c\d*|l\d*(?:c\d*)?)$/i;

export function isCellName(word: string): boolean {
  return R1C1.test(word);
}
