// Breaks the lines of a help between words, so that it stands in any terminal.

/** As wide as a terminal is when it opens. */
export const TERMINAL_WIDTH = 80;

/** A space at which French may break: no mark that takes one before it begins a line, no quotation mark ends one. */
const BREAKS = /(?<!«) (?![:;?!»])/;

/** A sentence that goes on: in the sources it is broken where the line was full. A command that one may copy stands alone. */
const GOES_ON = /\n(?=\p{Ll})(?!cls )/gu;

/** A name of a list with what it is: the rest of that stands under it. */
const ENTRY = /^( {2}\S+ {2,})(.*)$/su;

/** Each sentence that begins a line of the text begins one of the help. A word longer than the width stands alone. */
export function wrap(text: string, width = TERMINAL_WIDTH): string[] {
  return text
    .replace(GOES_ON, " ")
    .split("\n")
    .flatMap((line) => {
      const [, name, does] = ENTRY.exec(line) ?? [];
      if (name !== undefined && does !== undefined)
        return wrap(does, width - name.length).map(
          (part, index) => `${index === 0 ? name : " ".repeat(name.length)}${part}`,
        );
      const lines = [""];
      for (const word of line.split(BREAKS)) {
        const last = lines[lines.length - 1] ?? "";
        if (last === "") lines[lines.length - 1] = word;
        else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return lines;
    });
}
