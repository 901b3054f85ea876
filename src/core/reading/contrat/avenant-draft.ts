// An avenant while its lines are being gathered.
import type { Avenant, ConventionDefinition } from "../../contract/convention";
import type { LigneAvenant } from "../../contract/avenants/registre";
import { STATUTS, findWord } from "../../contract/clauses/sheet-words";
import { formatDate } from "../../domain/words/format";
import { cite } from "../../domain/words/typographie";
import { NEVER } from "./cell-kinds";
import type { ContratCells, Path } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";

export type AvenantDefinition = NonNullable<ConventionDefinition["avenants"]>[number];
export type AvenantRow = ContratRow<"avenants">;

const LISTS = [
  "creditsEtat",
  "montants",
  "actionsNouvelles",
  "indicateursNouveaux",
  "actionsTerminees",
  "cibles",
  "echeancesNouvelles",
  "modifications",
] as const;
type Lists = { readonly [List in (typeof LISTS)[number]]: NonNullable<AvenantDefinition[List]> };

export interface Draft extends Lists {
  readonly path: Path;
  readonly numero: number;
  /** "Avenant n° 2", the beginning of what its cells are called. */
  readonly nom: string;
  signeLe: string | null;
  effetLe: string | null;
  delibereLe: string | null;
  clause: string | null;
}

/** "Avenant n° 2" → 2, where nobody need be told of what cannot be read. */
export function numeroEcrit(row: AvenantRow): number | null {
  const digits = /(?<!\d)(\d+)\s*$/.exec(row.text("numero") ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The avenants by number, in the order in which the sheet names them first. */
export class AvenantDrafts {
  private readonly drafts: Draft[] = [];

  constructor(private readonly cells: ContratCells) {}

  /** The one that a line belongs to; null, and a mistake, for a line without a number. */
  find(row: AvenantRow): Draft | null {
    const numero = row.read("numero", { parametre: "Avenant – numéro" });
    if (numero === null) return null;
    const draft = this.drafts.find((known) => known.numero === numero) ?? this.begin(numero, row);
    this.readDate(row, draft);
    this.readEffet(row, draft);
    return draft;
  }

  /** The dates that a line gives to the avenant of others, where those give none. */
  date(row: AvenantRow): void {
    const draft = this.drafts.find(({ numero }) => numero === numeroEcrit(row));
    if (draft?.signeLe === null) this.readDate(row, draft);
    if (draft) this.readEffet(row, draft);
  }

  finish(): readonly AvenantDefinition[] {
    return this.drafts.map(({ numero, signeLe, effetLe, delibereLe, clause, ...draft }) => ({
      numero,
      signeLe: signeLe ?? NEVER,
      ...(effetLe !== null && { effetLe }),
      ...(clause !== null && { clause }),
      ...(delibereLe !== null && { delibereLe }),
      ...Object.fromEntries(LISTS.filter((list) => draft[list].length > 0).map((list) => [list, draft[list]])),
    }));
  }

  /** Numbers of the avenants for which a line gives a date of signature that cannot be read. */
  undated(rows: readonly AvenantRow[]): ReadonlySet<number> {
    const written = new Set(rows.filter((row) => row.has("signeLe")).map((row) => numeroEcrit(row)));
    return new Set(
      this.drafts.filter(({ signeLe, numero }) => signeLe === null && written.has(numero)).map(({ numero }) => numero),
    );
  }

  private begin(numero: number, row: AvenantRow): Draft {
    const path: Path = ["avenants", this.drafts.length];
    const nom = `Avenant n° ${numero}`;
    const lists = Object.fromEntries(LISTS.map((list) => [list, []])) as unknown as Lists;
    const draft: Draft = { path, numero, nom, signeLe: null, effetLe: null, delibereLe: null, clause: null, ...lists };
    this.drafts.push(draft);
    const avenant = row.at(path, nom);
    this.cells.place({ ...avenant.source("numero", { parametre: nom }), path });
    avenant.place("signeLe");
    return draft;
  }

  private readDate(row: AvenantRow, draft: Draft): void {
    if (!row.has("signeLe")) return;
    const avenant = row.at(draft.path, draft.nom);
    const date = avenant.read("signeLe");
    if (date === NEVER) return;
    if (draft.signeLe !== null && date !== draft.signeLe) {
      const first = `le ${formatDate(draft.signeLe)} est écrit pour le même avenant, plus haut`;
      avenant.fail("signeLe", `${first}. Gardez une seule date.`);
    }
    draft.signeLe ??= date;
  }

  private readEffet(row: AvenantRow, draft: Draft): void {
    const clause = row.text("clause");
    if (clause !== null && findWord(STATUTS, clause) !== null) {
      const message = `${cite(clause)} est un statut, et non une clause. Vérifiez les en-têtes « Clause » et « Statut ».`;
      row.at(draft.path, draft.nom).fail("clause", message);
    } else draft.clause ??= clause;
    if (row.has("delibereLe")) draft.delibereLe ??= row.at(draft.path, draft.nom).read("delibereLe");
    if (row.has("effetLe")) draft.effetLe ??= row.at(draft.path, draft.nom).read("effetLe");
  }
}

export interface AvenantsLus {
  /** Signed, without the lines that have a mistake. */
  readonly avenants: readonly Avenant[];
  readonly registre: readonly LigneAvenant[];
  /** Where each part of `avenants` stands. */
  readonly cells: ContratCells;
}
