// Texts that a workbook keeps in hidden names, in pieces that Excel accepts: the sealed contract, what was answered of its columns, the variants of an avenant, what was said of its discrepancies.

export type KeptText = "seal" | "reponses" | "variantes" | "registre";

const MARKS: Readonly<Record<KeptText, string>> = {
  seal: "_contrat_solidarites_sceau",
  reponses: "_contrat_solidarites_lecture",
  variantes: "_contrat_solidarites_variantes",
  registre: "_contrat_solidarites_paroles",
};
const KINDS = ["seal", "reponses", "variantes", "registre"] as const;

/** A name that a program writes for Excel may refer to no more than 255 characters, the quotes among them. */
const PIECE = 240;
const NAME = /^(.+)_(\d{1,4})$/;

type Names = readonly { readonly name: string; readonly formula: string }[];

/** Which piece of which text a defined name holds, from 1; Excel compares names without case. */
export function pieceOfMark(name: string): { readonly kind: KeptText; readonly rank: number } | null {
  const [, mark, rank] = NAME.exec(name.toLowerCase()) ?? [];
  const kind = KINDS.find((each) => MARKS[each] === mark);
  return kind === undefined ? null : { kind, rank: Number(rank) };
}

/**
 * The text, its pieces joined as they are; null where the workbook's names hold none, or lack the first piece, which is
 * the last that a write adds: a write that stopped before has kept nothing.
 */
export function readKept(kind: KeptText, names: Names): string | null {
  const pieces = names.flatMap(({ name, formula }) => {
    const piece = pieceOfMark(name);
    return piece?.kind === kind ? [{ rank: piece.rank, text: formula.replace(/^=/, "").replace(/^"|"$/g, "") }] : [];
  });
  if (pieces.every(({ rank }) => rank !== 1)) return null;
  return pieces
    .sort((left, right) => left.rank - right.rank)
    .map(({ text }) => text)
    .join("");
}

/**
 * The names that hold a text of printable ASCII without quotes, the first piece last; and those among the names there are that go
 * before: what is no longer needed, and the first piece of an earlier text, so that none is ever half of each.
 */
export function planKept(
  kind: KeptText,
  text: string,
  names: Iterable<string>,
): {
  readonly kept: readonly { readonly name: string; readonly reference: string }[];
  readonly gone: readonly string[];
} {
  const pieces = text.match(new RegExp(`.{1,${PIECE}}`, "gs")) ?? [];
  const kept = pieces.map((piece, index) => ({ name: `${MARKS[kind]}_${index + 1}`, reference: `"${piece}"` }));
  const rankOf = (name: string): number => {
    const piece = pieceOfMark(name);
    return piece?.kind === kind ? piece.rank : 0;
  };
  const gone = [...names].filter((name) => rankOf(name) === 1 || rankOf(name) > pieces.length);
  return { kept: kept.reverse(), gone: gone.sort((left, right) => rankOf(left) - rankOf(right)) };
}
