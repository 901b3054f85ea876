// What leaves the product names the second party by other words than the code, where it is "collectivite" everywhere: translated here and nowhere else.
import type { Colonne } from "../contract/convention";
import type { Part } from "./natures";

/** In identifiers and subjects of findings, to which the reasons kept in workbooks refer: whatever the contract's local party is. */
export type SubjectParty = Exclude<Colonne, "collectivite"> | "metropole";

export const subjectParty = (party: Colonne): SubjectParty => (party === "collectivite" ? "metropole" : party);

/** In reasons, in answers and in the roles of columns, which workbooks and files of answers hold. */
export type Speaker<Inside extends Part = Part> = Inside extends "collectivite" ? "local" : Inside;

export function speaker<Inside extends Part>(party: Inside): Speaker<Inside>;
export function speaker(party: Part): Speaker {
  return party === "collectivite" ? "local" : party;
}

/** Any other word stays what it is, and may be no party. */
export const readSpeaker = (word: unknown): unknown => (word === "local" ? "collectivite" : word);
