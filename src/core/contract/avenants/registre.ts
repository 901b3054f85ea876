// The register of avenants: each line with what it changes, what it says and whether it has effect; and the contract's history.
import type { CellRef } from "xlsx-model/cell-ref";
import { amend, inOrder } from "./avenant";
import type { Statut } from "./fermete";
import { type Clause, type SujetClause, formatClause } from "../clauses/clause";
import { listClauses } from "../clauses/list-clauses";
import type { ContratSection } from "../clauses/section-titles";
import type { Objet } from "../clauses/sheet-words";
import { objetQuiChange, typeDe } from "../clauses/types-de-clause";
import type { Avenant, Convention } from "../convention";
import { placeNumerotee, retirer } from "./retirer";
import type { NumeroAction } from "../../domain/values/numero-action";

/** What a line changes, as far as it can be read. */
export interface Touche {
  readonly objet: Objet | null;
  readonly annee: number | null;
  readonly axe: number | null;
  readonly action: NumeroAction | null;
  readonly indicateur: number | null;
  /** "autre" for another financing party. */
  readonly partie: "etat" | "collectivite" | "autre" | null;
  /** Key of the statement, where the line names one: "coordonneesBancaires/iban". */
  readonly cle: string | null;
}

export interface LigneAvenant {
  /** Its number's cell. */
  readonly cell: CellRef;
  readonly numero: number | null;
  readonly signeLe: string | null;
  readonly effetLe: string | null;
  readonly delibereLe: string | null;
  /** Whether what it writes for its year is fixed or foreseen; null for a line of no amount of a year. */
  readonly statut: Statut | null;
  readonly cellSigne: CellRef;
  readonly clause: string | null;
  /** "Action 8 – 2025 – part État". */
  readonly libelle: string;
  /** As the line gives it; null where it gives none. */
  readonly ancienne: { readonly cell: CellRef; readonly texte: string } | null;
  readonly nouvelle: string;
  /** "projet" without a date of signature; "illisible" with a mistake: what it changes is then not known. */
  readonly etat: "en-vigueur" | "a-venir" | "projet" | "illisible";
  readonly erreurs: readonly {
    readonly cell: CellRef;
    readonly parametre: string;
    readonly message: string;
    /** Where the heading of its column is what is wrong: what stands there. */
    readonly colonne?: { readonly cell: CellRef; readonly texte: string };
  }[];
  readonly touche: Touche;
}

/** A figure of the contract in force, as rules ask for it. */
export interface ChiffreTouche {
  readonly objet: "credits" | "montant" | "cible" | "t0" | "clause";
  readonly annee?: number;
  readonly axe?: number;
  readonly action?: NumeroAction;
  readonly indicateur?: number;
  readonly partie?: "etat" | "collectivite";
  readonly cle?: string;
}

/** The kinds of lines that may change a figure of each kind. */
const CHANGES: Readonly<Record<ChiffreTouche["objet"], readonly Objet[]>> = {
  credits: ["credits"],
  montant: ["montant", "actionTerminee", "actionNouvelle"],
  cible: ["cible", "actionTerminee", "indicateurNouveau", "indicateurSupprime"],
  t0: ["t0", "indicateurNouveau", "indicateurSupprime"],
  clause: ["parametre", "echeance", "code", "intitule", "axeAction", "ficheAction", "suppression"],
};

/** What a line may take away of which it does not say the name. */
const SUPPRIMABLES: ReadonlySet<ContratSection> = new Set(["seuils", "imputation", "echeances"]);

/** Whether a line may change the statement: the one that it names, else any of its kind. */
function mayChange({ objet, cle }: Touche, asked: string | undefined): boolean {
  if (objet === "suppression" && cle !== null && asked?.startsWith(`${cle}/`)) return true;
  if (cle !== null || asked === undefined || objet === null) return mayBe(cle, asked);
  const type = typeDe(asked);
  if (!type) return false;
  return objet === "suppression" ? SUPPRIMABLES.has(type.section) : objetQuiChange(type) === objet;
}

const mayBe = <Value>(said: Value | null, asked: Value | undefined): boolean =>
  said === null || asked === undefined || said === asked;

/** The mistaken line that may change the figure: it is then not known, and nothing may be held against it. */
function ligneQuiEmpeche(registre: readonly LigneAvenant[] | undefined, chiffre: ChiffreTouche): LigneAvenant | null {
  const found = registre?.find(({ etat, touche }) => {
    if (etat !== "illisible" || touche.objet === null || !CHANGES[chiffre.objet].includes(touche.objet)) return false;
    // The last year of an action is the one before the line's.
    const year = touche.objet === "actionTerminee" ? null : touche.annee;
    return (
      mayBe(year, chiffre.annee) &&
      (chiffre.objet !== "credits" || touche.axe === null || chiffre.axe === undefined || touche.axe === chiffre.axe) &&
      mayBe(touche.action, chiffre.action) &&
      mayBe(touche.indicateur, chiffre.indicateur) &&
      mayBe(touche.partie, chiffre.partie) &&
      mayChange(touche, chiffre.cle)
    );
  });
  return found ?? null;
}

/** French sentence on why the figure is not known; null where it is. */
export function chiffreInconnu(registre: readonly LigneAvenant[] | undefined, chiffre: ChiffreTouche): string | null {
  const ligne = ligneQuiEmpeche(registre, chiffre);
  if (!ligne) return null;
  const { numero, libelle, cell } = ligne;
  const place = `feuille « ${cell.sheet} », ligne ${cell.row + 1}`;
  return `${numero === null ? "Une ligne d’avenant" : `Avenant n° ${numero}`} (${place}, ${libelle}) n’est pas lisible : ce qu’il change n’est pas connu.`;
}

/** One change that an avenant makes. */
export interface Changement {
  readonly avenant: Pick<Avenant, "numero" | "signeLe" | "effetLe" | "clause">;
  readonly cle: string;
  readonly libelle: string;
  readonly sujet: SujetClause;
  /** Null for what the contract did not state before. */
  readonly avant: string | null;
  /** Null for what it states no more. */
  readonly apres: string | null;
  /** "a-venir" where it was signed, or takes effect, after the as-of date. */
  readonly etat: "en-vigueur" | "a-venir";
}

function indexOf(convention: Convention): ReadonlyMap<string, Clause> {
  return new Map(listClauses(convention).map((clause) => [clause.key, clause]));
}

const shown = (clauses: ReadonlyMap<string, Clause>, cle: string): string | null => {
  const clause = clauses.get(cle);
  return clause ? formatClause(clause.value) : null;
};

/** Other labels and words of columns, and what each party sets; a deadline without a date of the contract may get one, or go. */
const isWayToRead = ({ key, setting }: Clause): boolean =>
  setting && (!key.startsWith("echeances/") || key.endsWith("/alias"));

/** Later than any day of effect. */
const AT_LAST = "9999-12-31";

/** What went, under the number that it had, and the contract without it: there the others have the numbers that they keep. */
function retraits(
  before: Convention,
  [after, now]: readonly [Convention, Convention],
  { modifications = [] }: Avenant,
): { readonly reste: Convention; readonly partis: readonly (Clause & { readonly isGone: boolean })[] } {
  let reste = before;
  const partis = modifications.flatMap(({ sur, valeur }) => {
    const place = valeur === null && !placeNumerotee(after, sur) ? placeNumerotee(reste, sur) : null;
    if (place === null) return [];
    const isGone = placeNumerotee(now, sur) === null;
    const own = listClauses(reste).filter(({ key }) => key === place || key.startsWith(`${place}/`));
    reste = retirer(reste, sur) ?? reste;
    return own.map((clause) => ({ ...clause, key: sur + clause.key.slice(place.length), isGone }));
  });
  return { reste, partis };
}

/** What one avenant changes of the contract as those before it leave it. */
function changementsDe(before: Convention, avenant: Avenant, asOf: string): readonly Changement[] {
  const [after, current] = [amend(before, avenant, AT_LAST), amend(before, avenant, asOf)];
  const { reste, partis } = retraits(before, [after, current], avenant);
  const [left, right, now] = [indexOf(reste), indexOf(after), indexOf(current)];
  const { numero, signeLe, effetLe, clause } = avenant;
  const named = { numero, signeLe, ...(effetLe !== undefined && { effetLe }), ...(clause !== undefined && { clause }) };
  const gone = partis.map(({ key, label, subject, value, isGone }): Changement => {
    const etat = signeLe <= asOf && isGone ? "en-vigueur" : "a-venir";
    return { avenant: named, cle: key, libelle: label, sujet: subject, avant: formatClause(value), apres: null, etat };
  });
  const changed = [...new Set([...left.keys(), ...right.keys()])].flatMap((cle): Changement[] => {
    const known = right.get(cle) ?? left.get(cle);
    const [avant, apres] = [shown(left, cle), shown(right, cle)];
    if (!known || isWayToRead(known) || avant === apres) return [];
    const isInForce = signeLe <= asOf && shown(now, cle) === apres;
    const { label: libelle, subject: sujet } = known;
    return [{ avenant: named, cle, libelle, sujet, avant, apres, etat: isInForce ? "en-vigueur" : "a-venir" }];
  });
  return [...gone, ...changed];
}

/** Each avenant with the contract as those before it leave it. */
function etapes(convention: Convention): readonly { readonly avenant: Avenant; readonly before: Convention }[] {
  let current: Convention = { ...convention, avenants: [] };
  return inOrder(convention.avenants).map((avenant) => {
    const before = current;
    current = amend(before, avenant, AT_LAST);
    return { avenant, before };
  });
}

/** Who changed what, when and by which avenant, in the order of their signature; what is to come last. */
export function historiqueDuContrat(convention: Convention, asOf: string): readonly Changement[] {
  return etapes(convention).flatMap(({ avenant, before }) => changementsDe(before, avenant, asOf));
}

/** What the contract says under a key right before each of its avenants, shown as its history shows it; null for what it does not state then. */
export function dispositionAvant(convention: Convention): (numero: number, cle: string) => string | null {
  const before = new Map(etapes(convention).map((etape) => [etape.avenant.numero, etape.before]));
  const indexes = new Map<number, ReadonlyMap<string, Clause>>();
  return (numero, cle) => {
    const contrat = before.get(numero);
    if (!contrat) return null;
    const index = indexes.get(numero) ?? indexOf(contrat);
    indexes.set(numero, index);
    return shown(index, cle);
  };
}
