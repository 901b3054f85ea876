// The words of the API and those of the file for the same thing, both ways.
import { hostErrors, NotSimulated } from "./wire";

export interface Words {
  toFile(word: unknown): string;
  toApi(word: string): string;
}

/** "Api file" pairs, separated by commas: those that are simulated. */
export function words(pairs: string): Words {
  return wordsOf(pairs, (word) => {
    throw new NotSimulated(`the value ${JSON.stringify(word)}`);
  });
}

/** As `wordsOf`, for a list of all words that the API has: another one is refused as Excel refuses it. */
export function allWords(pairs: string): Words {
  return wordsOf(pairs, () => {
    throw hostErrors.invalidArgument();
  });
}

function wordsOf(pairs: string, refuse: (word: string) => never): Words {
  const known = pairs.split(",").map((pair) => pair.trim().split(" ") as [string, string]);
  const toFile = new Map(known.map(([api, file]) => [api, file]));
  const toApi = new Map([...known].reverse().map(([api, file]) => [file, api]));
  return {
    toFile: (word) => toFile.get(String(word)) ?? refuse(String(word)),
    toApi(word) {
      const said = toApi.get(word);
      // What a file says and the API has no word for.
      if (said === undefined) throw new NotSimulated(`the value ${JSON.stringify(word)}`);
      return said;
    },
  };
}
