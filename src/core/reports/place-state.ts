// What the rules say of an axe, an action or a whole year of a table: the one judge that every sheet shows.
import type { CellRef } from "xlsx-model/cell-ref";
import { etatDuMotif, type EtatDuMotif } from "../domain/justification";
import { remember } from "../domain/remember";
import type { Subject } from "../domain/subject";
import type { Dossier } from "../domain/dossier";
import { tablesOf, type FactTable } from "../facts/fact-tables";
import type { Finding, Verification } from "../verification";
import { groupByCause } from "../why/consequences";

/** Of a table: an axe in a year, or the whole year where no axe is given; null is what stands under no axe of the contract. */
export interface Lieu {
  readonly annee: number;
  readonly axe?: number | null;
}

export type EtatDuLieu =
  "erreur" | "avertissement" | "justifie" | "accepte" | "a-confirmer" | "non-verifiable" | "conforme";

export interface ConstatDuLieu {
  readonly etat: EtatDuLieu;
  /** The errors and warnings that concern it, in the order of the verification; what follows from others too. */
  readonly findings: readonly Finding[];
}

const ADVANCE: readonly EtatDuMotif[] = ["a-faire", "en-attente", "accepte"];

export const leastAdvanced = (one: EtatDuMotif, other: EtatDuMotif = "accepte"): EtatDuMotif =>
  ADVANCE[Math.min(ADVANCE.indexOf(one), ADVANCE.indexOf(other))] ?? "a-faire";

/** How far each error and warning has come: a cause settles what follows from it, which may be further of its own. */
export const advances = remember((findings: readonly Finding[]): ReadonlyMap<string, EtatDuMotif> => {
  const found = new Map<string, EtatDuMotif>();
  for (const { cause, consequences } of groupByCause(findings)) {
    // Nobody settles a remark, so that what follows from it is to be done by itself.
    const ofCause = cause.severity === "info" ? 0 : ADVANCE.indexOf(etatDuMotif(cause.justification));
    for (const { id, severity, justification } of [cause, ...consequences]) {
      if (severity === "info") continue;
      found.set(id, ADVANCE[Math.max(ofCause, ADVANCE.indexOf(etatDuMotif(justification)))] ?? "a-faire");
    }
  }
  return found;
});

type Place = Pick<Subject, "axe" | "year">;

const keyOf = ({ sheet, row, column }: CellRef): string => `${sheet}!${row}/${column}`;

/** Where each cell of the table stands, its headings and labels too; null for a total over several years, which is of no single one. */
const placesOfCells = remember(({ rows, tableau }: FactTable): ReadonlyMap<string, Place | null> => {
  const places = new Map<string, Place | null>();
  for (const { heading, annee, colonnes } of tableau.annees) {
    for (const ref of [heading, ...Object.values(colonnes).flatMap((column) => column?.heading ?? [])]) {
      places.set(keyOf(ref), { year: annee });
    }
  }
  for (const row of rows) {
    const line = row.kind === "action" ? tableau.lignesAction[row.index] : undefined;
    const heading = line === undefined || line.ligneAxe === null ? undefined : tableau.lignesAxe[line.ligneAxe];
    // A row counts where it stands; in a flat table the action itself tells its axe.
    const axe = (heading ? heading.axe : row.axe)?.numero ?? (heading ? undefined : row.action?.axe);
    const own = axe === undefined ? {} : { axe };
    if (line) places.set(keyOf(line.label.ref), own);
    for (const { cell, year } of row.facts) places.set(keyOf(cell.ref), year === null ? null : { ...own, year });
  }
  return places;
});

function isAt({ annee, axe }: Lieu, place: Place): boolean {
  if (place.year !== undefined && place.year !== annee) return false;
  return axe === undefined || place.axe === (axe ?? undefined);
}

/** Its cells tell where it is, where it names no axe; what neither tells is anywhere. `known` are the places of its cells. */
function concerns(lieu: Lieu, { subject }: Finding, known: readonly (Place | null)[]): boolean {
  if (known.length > 0 && known.every((place) => place === null)) return false;
  if (subject.axe !== undefined) return isAt(lieu, subject);
  if (subject.year !== undefined && subject.year !== lieu.annee) return false;
  const shown = known.filter((place) => place !== null);
  if (shown.length > 0) return shown.some((place) => isAt(lieu, place));
  return subject.year === undefined || lieu.axe === undefined;
}

/** An axe is open where one of its actions is, a year where anything of it is; the sum of the year does not open its axes. */
function isOpen(lieu: Lieu, open: readonly Subject[]): boolean {
  return open.some((place) => {
    const isAnywhere = place.axe === undefined && place.year === undefined;
    return isAnywhere || isAt(lieu, place);
  });
}

/** What judges the axes and years of a table; the findings that are about it are looked for once. */
export function jugeDesLieux(
  { findings, rules, verdict }: Pick<Verification, "findings" | "rules" | "verdict">,
  dossier: Pick<Dossier, "budget" | "execution" | "recapitulatifs">,
  kind: "budget" | "execution",
): (lieu: Lieu) => ConstatDuLieu {
  const own = rules.filter(({ needs }) => needs.includes(kind));
  const names = new Set<string>(own.map(({ rule }) => rule));
  const tables = tablesOf(dossier);
  const table = tables[kind];
  const places = table ? placesOfCells(table) : new Map<string, never>();
  const others = tables.amounts.filter((one) => one !== table).map(placesOfCells);
  const ofTable = findings.flatMap((finding) => {
    if (finding.severity === "info") return [];
    const keys = finding.cells.map(keyOf);
    const known = keys.map((key) => places.get(key)).filter((place) => place !== undefined);
    const isElsewhere = (): boolean => keys.some((key) => others.some((other) => other.has(key)));
    return known.length > 0 || (names.has(finding.rule) && !isElsewhere()) ? [{ finding, known }] : [];
  });
  const advance = advances(findings);
  return (lieu) => {
    const here = ofTable.flatMap(({ finding, known }) => (concerns(lieu, finding, known) ? [finding] : []));
    const left = here.filter(({ id }) => advance.get(id) === "a-faire");
    const etat = (): EtatDuLieu => {
      if (left.some(({ severity }) => severity === "error")) return "erreur";
      if (left.length > 0) return "avertissement";
      if (verdict.state === "to-confirm") return "a-confirmer";
      if (own.some(({ open, notDue }) => notDue !== true && isOpen(lieu, open))) return "non-verifiable";
      if (here.some(({ id }) => advance.get(id) === "en-attente")) return "justifie";
      return here.length > 0 ? "accepte" : "conforme";
    };
    return { etat: etat(), findings: here };
  };
}
