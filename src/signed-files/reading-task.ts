// What is asked of the thread that reads the files of a signed contract, and what it answers.
import type { Drafted, SignedFile } from "./draft-files";

export type ReadingTask =
  | { readonly kind: "look"; readonly file: SignedFile }
  | { readonly kind: "draft"; readonly files: readonly SignedFile[] };

export interface Seen {
  /** 0 where the file does not know its pages. */
  readonly pages: number;
  readonly articles: number;
  readonly tables: number;
  readonly isWorkbook: boolean;
  /** What it shows and nothing could read: French sentences. */
  readonly unread: readonly string[];
}

export type ReadingAnswer =
  | { readonly kind: "seen"; readonly seen: Seen }
  | ({ readonly kind: "drafted" } & Drafted)
  /** French sentence; "" where no file is the contract's own words. */
  | { readonly kind: "refused"; readonly sentence: string };
