// The error values of Excel, which files and its interface for programs hold in English, as an agent sees them in French.

const FRENCH: ReadonlyMap<string, string> = new Map([
  ["#VALUE!", "#VALEUR!"],
  ["#NAME?", "#NOM?"],
  ["#NUM!", "#NOMBRE!"],
  ["#NULL!", "#NUL!"],
  ["#SPILL!", "#PROPAGATION!"],
]);
const ENGLISH: ReadonlyMap<string, string> = new Map([...FRENCH].map(([english, french]) => [french, english]));

/** The error as French Excel shows it. Errors that read the same in both languages stay, and so does any other text. */
export function errorInFrench(text: string): string {
  return FRENCH.get(text) ?? text;
}

export function errorInEnglish(text: string): string {
  return ENGLISH.get(text) ?? text;
}
