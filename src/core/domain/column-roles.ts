// What a column of amounts is of: a kind of amount is one line here, which reading, facts, sums and findings go by.
import type { Colonne } from "../contract/convention";
import type { Nature, NatureMontant, Part } from "./natures";

interface Role {
  /** A part of the table's own amounts; what stands beside them, in as many columns as there are; or what is said again to be contracted. */
  readonly kind: "part" | "beside" | "again";
  readonly party: Part;
  /** Left out where it is the table's: contracted or executed. */
  readonly nature?: NatureMontant;
  /** What findings call the column; parts are called as the contract calls their party. */
  readonly nom?: string;
}

/** In the order in which findings speak of them. */
const ROLES = {
  etat: { kind: "part", party: "etat" },
  collectivite: { kind: "part", party: "collectivite" },
  total: { kind: "part", party: "total" },
  autres: { kind: "beside", party: "autres", nom: "autres financeurs" },
  verse: { kind: "beside", party: "etat", nature: "paid", nom: "versé par l’État" },
  "contractualise-total": { kind: "again", party: "total", nature: "contracted", nom: "contractualisé" },
  "contractualise-etat": { kind: "again", party: "etat", nature: "contracted", nom: "contractualisé" },
  "contractualise-collectivite": { kind: "again", party: "collectivite", nature: "contracted", nom: "contractualisé" },
} as const satisfies Readonly<Record<string, Role>>;

type Roles = typeof ROLES;

export type ColumnRole = keyof Roles;

export type BesideRole = {
  [Column in ColumnRole]: Roles[Column]["kind"] extends "beside" ? Column : never;
}[ColumnRole];

export const roleOf = (column: ColumnRole): Role => ROLES[column];

export const isPart = (column: ColumnRole): column is Colonne => roleOf(column).kind === "part";

/** Other financing and payments, which may stand in several columns of a year. */
export const isBeside = (column: ColumnRole): column is BesideRole => roleOf(column).kind === "beside";

export const COLUMN_ROLES = Object.keys(ROLES) as readonly ColumnRole[];

export const BESIDE: readonly BesideRole[] = COLUMN_ROLES.filter(isBeside);

/** The column that figures of that nature make where they are no part of the table: what was paid, beside what was executed. */
export const besideOf = (nature: Nature | null): BesideRole | null =>
  BESIDE.find((column) => nature !== null && roleOf(column).nature === nature) ?? null;

/** Of what is said again to be contracted: which part. */
export function repeatedPart(column: ColumnRole): Colonne | null {
  const { kind, party } = roleOf(column);
  return kind === "again" && party !== "autres" ? party : null;
}
