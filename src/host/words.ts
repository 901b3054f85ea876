// The words of the API and those of the file for the same thing, both ways.
import { NotSimulated } from "./wire";

export interface Words {
  toFile(word: unknown): string;
  toApi(word: string): string;
}

/** "Api file" pairs, separated by commas. */
export function words(pairs: string): Words {
  const known = pairs.split(",").map((pair) => pair.trim().split(" ") as [string, string]);
  const toFile = new Map(known.map(([api, file]) => [api, file]));
  const toApi = new Map([...known].reverse().map(([api, file]) => [file, api]));
  const found = (map: ReadonlyMap<string, string>, word: string) => {
    const other = map.get(word);
    if (other === undefined) throw new NotSimulated(`the value ${JSON.stringify(word)}`);
    return other;
  };
  return { toFile: (word) => found(toFile, String(word)), toApi: (word) => found(toApi, word) };
}
