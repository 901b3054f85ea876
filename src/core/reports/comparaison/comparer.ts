// Two versions of a workbook held against each other: what differs in the contract, the figures and the reasons, and what that does to the verdict.
import { addUnder } from "../../domain/group-by";
import { formatClause } from "../../contract/clauses/clause";
import { differencesDeClauses } from "../../contract/signed/differences";
import { formatCellRef, quoteSheet } from "xlsx-model/cell-ref";
import type { Subject } from "../../domain/subject";
import { lireMontant } from "../../domain/values/lire-montant";
import { toEuros } from "../../domain/values/montant";
import type { Chiffre } from "../proces-verbal/chiffres";
import { comparerSuites, isAltered, type SuiteComparee } from "../proces-verbal/suite";
import type { Cause, Cote } from "./cote";

/** What a line of the comparison is about. */
export type Genre = "contrat" | "chiffre" | "fiche" | "motif" | "reponse";

export interface Effet {
  /** "rouvert" and "justifie": the same discrepancy, of which the reason changed. */
  readonly kind: "nouveau" | "regle" | "rouvert" | "justifie";
  readonly cause: Cause;
}

interface Dit {
  /** In one spelling whatever the cell's. */
  readonly valeur: string;
  /** Full address as Excel writes it; "" where it is of no cell. */
  readonly cellule: string;
  /** In euros, or in units; null for what is no number. */
  readonly nombre: number | null;
}

export interface Difference {
  /** Stable through moves, renames and layouts: "budget/action-1/2025/etat". */
  readonly cle: string;
  readonly libelle: string;
  readonly genre: Genre;
  readonly sujet: Subject | null;
  /** Null for what only the other side has. */
  readonly avant: Dit | null;
  readonly apres: Dit | null;
  /** Null where one of them is no number. */
  readonly ecart: number | null;
  readonly effets: readonly Effet[];
}

export interface Comparaison {
  readonly avant: Cote;
  readonly apres: Cote;
  /** Whether both were signed alike; null where one of them does not say. */
  readonly memeContrat: boolean | null;
  readonly differences: readonly Difference[];
  /** Discrepancies that are new, settled, or of which the reason changed, that no figure which differs explains. */
  readonly autres: readonly Effet[];
  /** Null where one of the workbooks has no procès-verbal. */
  readonly suite: SuiteComparee | null;
  /** Of the procès-verbal of « avant »: it no longer is as it was drawn up, or its workbook was changed since. */
  readonly procesVerbalChange: "modifie" | "depasse" | null;
  readonly identique: boolean;
}

const GENRES: readonly (readonly [prefix: RegExp, genre: Genre])[] = [
  [/^(?:contrat|avenant|signe)\//, "contrat"],
  [/^fiche\//, "fiche"],
  [/^(?:motif|decision)\//, "motif"],
  [/^reponse\//, "reponse"],
];

const genreDe = (cle: string): Genre => GENRES.find(([prefix]) => prefix.test(cle))?.[1] ?? "chiffre";

function enNombre(valeur: string): number | null {
  const { value } = lireMontant(valeur, "", "€");
  return value === null ? null : toEuros(value);
}

type Ligne = Omit<Difference, "effets">;

function dit(chiffre: Chiffre | undefined, genre: Genre): Dit | null {
  if (!chiffre) return null;
  const { valeur, cellule } = chiffre;
  return { valeur, cellule, nombre: genre === "chiffre" ? enNombre(valeur) : null };
}

/** Beyond what binary fractions add. */
const EXACT = 1e6;

function lignesDe(avant: Cote, apres: Cote): readonly Ligne[] {
  const cles = [...new Set([...apres.chiffres.keys(), ...avant.chiffres.keys()])];
  return cles.flatMap((cle): Ligne[] => {
    const [before, now] = [avant.chiffres.get(cle), apres.chiffres.get(cle)];
    const named = now ?? before;
    if (!named || before?.valeur === now?.valeur) return [];
    const genre = genreDe(cle);
    const [from, to] = [dit(before, genre), dit(now, genre)];
    const isFigure = from !== null && to !== null && from.nombre !== null && to.nombre !== null;
    const ecart = isFigure ? Math.round(((to.nombre ?? 0) - (from.nombre ?? 0)) * EXACT) / EXACT : null;
    const sujet = apres.sujets.get(cle) ?? avant.sujets.get(cle) ?? null;
    return [{ cle, libelle: named.libelle, genre, sujet, avant: from, apres: to, ecart }];
  });
}

/** What was signed otherwise and stands on no sheet « Contrat » that both have. */
function clausesDe(avant: Cote, apres: Cote, told: readonly Ligne[]): readonly Ligne[] {
  const [before, now] = [avant, apres].map(({ verifie }) => verifie?.dossier.contratSigne?.convention);
  if (!before || !now) return [];
  const known = new Set(told.map(({ cle }) => cle));
  return differencesDeClauses(before, now)
    .filter(({ key }) => !known.has(`contrat/${key}`))
    .map(({ key, label, avant: left, apres: right }) => ({
      cle: `signe/${key}`,
      libelle: `Contrat signé – ${label}`,
      genre: "contrat",
      sujet: null,
      avant: left && { valeur: formatClause(left.value), cellule: "", nombre: null },
      apres: right && { valeur: formatClause(right.value), cellule: "", nombre: null },
      ecart: null,
    }));
}

function* effetsDe(avant: Cote, apres: Cote): Generator<Effet> {
  for (const [id, cause] of apres.causes) {
    const before = avant.causes.get(id);
    // What followed from another discrepancy was there already.
    const wasThere = avant.verifie?.verification.findings.some((finding) => finding.id === id) ?? false;
    if (!before) {
      if (!wasThere) yield { kind: "nouveau", cause };
    } else if (before.etat !== null && before.etat !== cause.etat) {
      yield { kind: cause.etat === "a-faire" ? "rouvert" : "justifie", cause };
    }
  }
  const now = new Set(apres.verifie?.verification.findings.map(({ id }) => id) ?? apres.causes.keys());
  for (const [id, cause] of avant.causes) if (!now.has(id)) yield { kind: "regle", cause };
}

/** A reason is of its discrepancy; a figure, of what names its cell, else of what is about it, else of what follows from that. */
function ownersOf({ kind, cause }: Effet, lignes: readonly Ligne[]): readonly Ligne[] {
  const { id, cellules, finding } = cause;
  const ofReason = lignes.filter(({ cle }) => cle === `motif/${id}` || cle === `decision/${id}`);
  if (ofReason.length > 0 || !finding) return ofReason;
  const cellOf = ({ avant, apres }: Ligne): string => (kind === "regle" ? avant : apres)?.cellule ?? "";
  const among = (cells: ReadonlySet<string>) => lignes.filter((ligne) => cells.has(cellOf(ligne)));
  const own = new Set(finding.cells.map(formatCellRef));
  const sheets = new Set(finding.cells.map(({ sheet }) => quoteSheet(sheet)));
  const about = (ligne: Ligne): boolean =>
    ligne.sujet !== null &&
    (sheets.size === 0 || sheets.has(cellOf(ligne).split("!").slice(0, -1).join("!"))) &&
    isAbout(finding.subject, ligne.sujet);
  for (const found of [among(own), lignes.filter(about), among(cellules)]) if (found.length > 0) return found;
  return [];
}

/** A discrepancy of a sum is about each figure that the sum is made of. */
function isAbout(finding: Subject, figure: Subject): boolean {
  if (finding.action === undefined && finding.year === undefined) return false;
  const isSame = (key: "axe" | "action" | "year"): boolean =>
    finding[key] === undefined || finding[key] === figure[key];
  const isOfParty = finding.party === undefined || finding.party === "total" || finding.party === figure.party;
  return finding.indicator === figure.indicator && isSame("axe") && isSame("action") && isSame("year") && isOfParty;
}

/** The procès-verbal of a workbook against the workbook itself, as it now reads. */
function etatDuProcesVerbal({ procesVerbal, chiffres, verifie }: Cote): Comparaison["procesVerbalChange"] {
  if (!procesVerbal) return null;
  if (isAltered(procesVerbal)) return "modifie";
  if (!verifie) return null;
  const isFigure = (cle: string): boolean => genreDe(cle) === "chiffre";
  const kept = (procesVerbal.chiffres ?? []).filter(({ cle }) => isFigure(cle) && !cle.startsWith("proces-verbal/"));
  const isSame =
    kept.every(({ cle, valeur }) => chiffres.get(cle)?.valeur === valeur) &&
    kept.length === [...chiffres.keys()].filter(isFigure).length;
  return isSame ? null : "depasse";
}

/** `avant` is the reference: last year's, the other party's, or a procès-verbal that was kept. */
export function comparer(avant: Cote, apres: Cote): Comparaison {
  const own = lignesDe(avant, apres);
  const lignes = [
    ...own.filter(isOfContract),
    ...clausesDe(avant, apres, own),
    ...own.filter((one) => !isOfContract(one)),
  ];
  const byLine = new Map<Ligne, Effet[]>();
  const autres: Effet[] = [];
  for (const effet of effetsDe(avant, apres)) {
    const owners = ownersOf(effet, lignes);
    if (owners.length === 0) autres.push(effet);
    for (const owner of owners) addUnder(byLine, owner, effet);
  }
  const suite =
    avant.procesVerbal && apres.procesVerbal ? comparerSuites(apres.procesVerbal, avant.procesVerbal) : null;
  const memeContrat = avant.empreinte === null || apres.empreinte === null ? null : avant.empreinte === apres.empreinte;
  return {
    avant,
    apres,
    memeContrat,
    differences: lignes.map((ligne) => ({ ...ligne, effets: byLine.get(ligne) ?? [] })),
    autres,
    suite,
    procesVerbalChange: etatDuProcesVerbal(avant),
    identique: lignes.length === 0 && memeContrat !== false && suite?.isBroken !== true,
  };
}

const isOfContract = ({ genre }: Ligne): boolean => genre === "contrat";
