// Where the document beside the questions is marked: what was read in it, and the sentences of the question in focus by their number.
import type { Source } from "../../../core/contract/convention";
import { plainText, type SignedDocument } from "../../../core/drafting/signed-document";
import { remember } from "../../../core/domain/remember";
import { pinsOf } from "./choices";
import { ROW } from "./places";
import type { Together, View } from "./view-of";

export type MarkState = "question" | "a-relire" | "relu";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly state: MarkState;
  /** Number of the answer, and its rank among them. */
  readonly pin: number | null;
  readonly choice: string | null;
  /** The article of the definition that it gives a value of. */
  readonly article: string | null;
}

export interface MarkedRow {
  readonly state: MarkState;
  readonly article: string | null;
}

/** Of a paragraph or a table of the document, by its rank. */
export interface BlockMarks {
  readonly marks: readonly Mark[];
  /** By the row of a table, from 0 on. */
  readonly rows: ReadonlyMap<number, MarkedRow>;
}

type Place = Pick<Source, "lieu" | "phrase">;

export const textOf = (texte: string): string => plainText(texte).replaceAll("\n", " ");

const ranksOf = remember(
  ({ blocs }: SignedDocument): ReadonlyMap<string, number> => new Map(blocs.map(({ lieu }, rank) => [lieu, rank])),
);

/** "article 4.1, page 5, paragraphe 2" is "page 5, paragraphe 2" in the document. */
const ways = (lieu: string): readonly string[] => [lieu, lieu.slice(lieu.indexOf(", ") + 2)];

class Marker {
  readonly found = new Map<number, { readonly marks: Mark[]; readonly rows: Map<number, MarkedRow> }>();

  constructor(private readonly document: SignedDocument) {}

  /** What is marked first stays so. */
  mark({ lieu, phrase }: Place, as: Pick<Mark, "state"> & Partial<Mark>): void {
    if (lieu === undefined) return;
    const { state, pin = null, choice = null, article = null } = as;
    const rank = this.rankOf(lieu);
    const bloc = rank === null ? undefined : this.document.blocs[rank];
    if (rank !== null && bloc?.kind === "paragraphe") {
      const text = textOf(bloc.texte);
      const start = phrase === undefined ? 0 : text.indexOf(phrase);
      const end = phrase === undefined ? text.length : start + phrase.length;
      if (start >= 0) this.add(rank, { start, end, state, pin, choice, article });
      return;
    }
    const [, table = "", row = ""] = ROW.exec(lieu) ?? [];
    const at = this.rankOf(table);
    if (at === null) return;
    const { rows } = this.of(at);
    if (!rows.has(Number(row) - 1)) rows.set(Number(row) - 1, { state, article });
  }

  private rankOf(lieu: string): number | null {
    const ranks = ranksOf(this.document);
    return ways(lieu).flatMap((way) => ranks.get(way) ?? [])[0] ?? null;
  }

  private add(rank: number, mark: Mark): void {
    const { marks } = this.of(rank);
    if (marks.every(({ start, end }) => mark.end <= start || mark.start >= end)) marks.push(mark);
  }

  private of(rank: number) {
    const own = this.found.get(rank) ?? { marks: [], rows: new Map<number, MarkedRow>() };
    this.found.set(rank, own);
    return own;
  }
}

export function marksOf(
  document: SignedDocument,
  { articles }: View,
  question: Together | undefined,
): ReadonlyMap<number, BlockMarks> {
  const marker = new Marker(document);
  for (const each of question ?? []) {
    const pins = pinsOf(each);
    each.reponses?.forEach((place, rank) =>
      marker.mark(place, { state: "question", pin: pins.get(rank) ?? null, choice: String(rank) }),
    );
    for (const place of each.reserves ?? []) marker.mark(place, { state: "question" });
  }
  for (const state of ["a-relire", "question", "relu"] as const)
    for (const { cle: article, valeurs } of articles)
      for (const { lieu, phrase, etat } of valeurs)
        if (etat === state && lieu !== null)
          marker.mark(
            { lieu, ...(phrase !== null && { phrase }) },
            { state: etat === "question" ? "a-relire" : etat, article },
          );
  for (const { marks } of marker.found.values()) marks.sort((left, right) => left.start - right.start);
  return marker.found;
}
