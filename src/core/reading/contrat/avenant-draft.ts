// An avenant while its lines are being gathered, and what each of its lines is read with.
import type { ConventionDefinition } from "../../domain/contrat/convention";
import { formatDate } from "../../domain/words/format";
import type { ContratCells, Path } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";

type Avenant = NonNullable<ConventionDefinition["avenants"]>[number];
type Action = ConventionDefinition["actions"][number];
type Indicateur = Action["indicateurs"][number];
type Credit = NonNullable<Avenant["creditsEtat"]>[number];

export type AvenantRow = ContratRow<"avenants">;

export interface Draft {
  readonly path: Path;
  readonly numero: number;
  /** "Avenant n° 2", the beginning of what its cells are called. */
  readonly nom: string;
  signeLe: string | null;
  readonly credits: { annee: number; montant?: number; repartition?: { axe: number; montant: number }[] }[];
  readonly montants: NonNullable<Avenant["montants"]>[number][];
  readonly nouvelles: (Omit<Action, "indicateurs"> & { indicateurs: Indicateur[] })[];
  readonly nouveauxIndicateurs: NonNullable<Avenant["indicateursNouveaux"]>[number][];
  readonly terminees: NonNullable<Avenant["actionsTerminees"]>[number][];
  readonly cibles: NonNullable<Avenant["cibles"]>[number][];
  readonly echeances: NonNullable<Avenant["echeancesNouvelles"]>[number][];
  readonly modifications: NonNullable<Avenant["modifications"]>[number][];
  effetLe: string | null;
  clause: string | null;
}

/** Later than any as-of date: what is not signed is a draft, and not in force. */
export const NEVER = "2100-12-31";

/** "Avenant n° 2" → 2, where nobody need be told of what cannot be read. */
export function numeroEcrit(row: AvenantRow): number | null {
  const digits = /(\d+)\s*$/.exec(row.text("numero") ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The avenants by number, in the order in which the sheet names them first. */
export class AvenantDrafts {
  private readonly drafts: Draft[] = [];

  constructor(private readonly cells: ContratCells) {}

  /** The one that a line belongs to; null, and a mistake, for a line without a number. */
  find(row: AvenantRow, line: number): Draft | null {
    const numero = this.cells.numero(row.source("numero", ["avenants-lus", line], "Avenant – numéro"));
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

  finish(): readonly Avenant[] {
    return this.drafts.map((draft) => ({
      numero: draft.numero,
      signeLe: draft.signeLe ?? NEVER,
      ...(draft.effetLe !== null && { effetLe: draft.effetLe }),
      ...(draft.clause !== null && { clause: draft.clause }),
      creditsEtat: draft.credits as Credit[],
      montants: draft.montants,
      actionsNouvelles: draft.nouvelles,
      indicateursNouveaux: draft.nouveauxIndicateurs,
      actionsTerminees: draft.terminees,
      cibles: draft.cibles,
      ...(draft.echeances.length > 0 && { echeancesNouvelles: draft.echeances }),
      ...(draft.modifications.length > 0 && { modifications: draft.modifications }),
    }));
  }

  /** Of which no date of signature could be read, although a line gives one. */
  undated(rows: readonly AvenantRow[]): ReadonlySet<number> {
    const written = new Set(rows.filter((row) => row.has("signeLe")).map((row) => numeroEcrit(row)));
    return new Set(
      this.drafts.filter(({ signeLe, numero }) => signeLe === null && written.has(numero)).map(({ numero }) => numero),
    );
  }

  private begin(numero: number, row: AvenantRow): Draft {
    const path: Path = ["avenants", this.drafts.length];
    const nom = `Avenant n° ${numero}`;
    const draft: Draft = {
      path,
      numero,
      nom,
      signeLe: null,
      credits: [],
      montants: [],
      nouvelles: [],
      nouveauxIndicateurs: [],
      terminees: [],
      cibles: [],
      echeances: [],
      modifications: [],
      effetLe: null,
      clause: null,
    };
    this.drafts.push(draft);
    this.cells.place(path, this.cells.ref(row.source("numero", path, "")), nom);
    const signe = row.source("signeLe", [...path, "signeLe"], `${nom} – signé le`);
    this.cells.place(signe.path, this.cells.ref(signe), signe.parametre);
    return draft;
  }

  private readDate(row: AvenantRow, draft: Draft): void {
    const signe = row.source("signeLe", [...draft.path, "signeLe"], `${draft.nom} – signé le`);
    if (this.cells.isEmpty(signe)) return;
    const date = this.cells.date(signe, NEVER);
    if (date === NEVER) return;
    if (draft.signeLe !== null && date !== draft.signeLe) {
      this.cells.fail(
        this.cells.ref(signe),
        signe.parametre,
        `le ${formatDate(draft.signeLe)} est écrit pour le même avenant, plus haut. Gardez une seule date.`,
      );
    }
    draft.signeLe ??= date;
  }

  private readEffet(row: AvenantRow, draft: Draft): void {
    draft.clause ??= row.text("clause");
    const effet = row.source("effetLe", [...draft.path, "effetLe"], `${draft.nom} – prend effet le`);
    if (!this.cells.isEmpty(effet)) draft.effetLe ??= this.cells.date(effet, NEVER);
  }
}
