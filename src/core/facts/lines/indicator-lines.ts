// The rows of an indicator table with the identity and the name that findings give them.
import { nameAction } from "./budget-lines";
import type { Action, Convention, Indicateur, Valeur } from "../../contract/convention";
import { ofYear } from "../../contract/in-force/of-year";
import type { Cell, LigneIndicateur, TableauIndicateurs } from "../../domain/dossier";
import type { NatureValeur } from "../../domain/natures";
import { remember } from "../../domain/remember";
import type { FactSubject, FigureFact, IndicatorRow } from "../fact";
import { numberAgain } from "../scan-table";
import { estEnMots } from "./mesure";
import { standsIn } from "./table-places";
import { cite, slug } from "../../domain/words/typographie";

export function nameIndicateur(action: Action, { numero }: Indicateur): string {
  return `${nameAction(action)} – indicateur ${numero}`;
}

/** The action of each indicator of the contract. */
function ownersOf(convention: Convention): ReadonlyMap<Indicateur, Action> {
  const owners = new Map<Indicateur, Action>();
  convention.actions.forEach((action) => {
    action.indicateurs.forEach((indicateur) => owners.set(indicateur, action));
  });
  return owners;
}

function placeOf(action: Action | null, indicateur: Indicateur | null): IndicatorRow["place"] {
  if (!action) return indicateur ? { indicator: indicateur.numero } : {};
  const { axe, numero } = action;
  return indicateur ? { axe, action: numero, indicator: indicateur.numero } : { axe, action: numero };
}

/** How the key of a figure says what it is: "cible/2025". */
const WORDS: Readonly<Record<NatureValeur, string>> = { t0: "t0", target: "cible", achieved: "realise" };
const NATURES = Object.keys(WORDS) as readonly NatureValeur[];

class NamedRow implements IndicatorRow {
  readonly facts: readonly FigureFact[];
  readonly label: Cell;
  readonly labels?: ReadonlyMap<number, Cell>;
  readonly key?: string;

  constructor(
    { label, labels, figures }: LigneIndicateur,
    readonly indicateur: Indicateur | null,
    readonly place: IndicatorRow["place"],
    readonly nom: string,
    readonly isInPlace: boolean,
    numbered: (key: string) => string,
    key?: string,
  ) {
    this.label = label;
    if (labels) this.labels = labels;
    if (key !== undefined) this.key = key;
    const { axe, action, indicator } = place;
    const subject: FactSubject = {
      ...(axe !== undefined && { axe: String(axe) }),
      ...(action !== undefined && { action: String(action) }),
      ...(indicator !== undefined && { indicateur: String(indicator) }),
    };
    const parts = ["indicateurs", action && `action-${action}`, indicator && `indicateur-${indicator}`, key];
    const base = parts.filter((part) => part !== undefined).join("/");
    this.facts = NATURES.flatMap((nature) => figures.filter((figure) => figure.nature === nature)).map((figure) => ({
      ...figure,
      key: numbered([base, WORDS[figure.nature], ...(figure.year === null ? [] : [figure.year])].join("/")),
      subject,
      role: "read",
      row: this,
      unit: indicateur?.unite ?? null,
      known: figure.cell.known,
    }));
  }

  at(nature: NatureValeur, year: number | null): FigureFact | undefined {
    return this.facts.find((fact) => fact.nature === nature && fact.year === year);
  }
}

function nameRows(convention: Convention, table: TableauIndicateurs): readonly IndicatorRow[] {
  const owners = ownersOf(convention);
  const found = new Set<Indicateur>();
  const headed = table.lignesIndicateur.map((ligne) => {
    const heading = ligne.ligneAction === null ? null : (table.lignesAction[ligne.ligneAction] ?? null);
    const under = heading?.action ?? null;
    const owner = ligne.indicateur && (owners.get(ligne.indicateur) ?? null);
    // Under a name that no action of the contract bears, its own words say whose it is.
    const isInPlace = owner !== null && (under === null || under === owner);
    if (isInPlace && ligne.indicateur) found.add(ligne.indicateur);
    return { ligne, under, owner, isInPlace };
  });
  const numbered = numberAgain();
  const ranks = new Map<Indicateur | string, number>();
  return headed.map(({ ligne, under, owner, isInPlace }) => {
    // The same words under another action are that action's own indicator, unless the contract's is nowhere else.
    const indicateur = ligne.indicateur && (isInPlace || !found.has(ligne.indicateur)) ? ligne.indicateur : null;
    const action = indicateur ? owner : under;
    const own = `indicateur ${indicateur ? indicateur.numero : cite(ligne.label.text)}`;
    const nom = action ? `${nameAction(action)} – ${own}` : own;
    const rank = (ranks.get(indicateur ?? nom) ?? 0) + 1;
    ranks.set(indicateur ?? nom, rank);
    const place = placeOf(action, indicateur);
    if (indicateur && rank === 1) return new NamedRow(ligne, indicateur, place, nom, isInPlace, numbered);
    const base = indicateur ? null : `indicateur-${slug(ligne.label.text)}`;
    const key = [base, rank > 1 ? `ligne-${rank}` : null].filter((part) => part !== null).join("-");
    const named = rank > 1 ? `${nom} (${rank}e ligne)` : nom;
    return new NamedRow(ligne, indicateur, place, named, isInPlace, numbered, key);
  });
}

const namesOf = remember((table: TableauIndicateurs) =>
  remember((convention: Convention) => nameRows(convention, table)),
);

export function nameIndicatorRows(convention: Convention, table: TableauIndicateurs): readonly IndicatorRow[] {
  return namesOf(table)(convention);
}

/** The contract's target of a year: "nd" where it is left to be set, null where the contract has none. */
export function contractTarget(indicateur: Indicateur, annee: number): Valeur | null {
  return ofYear(indicateur.cibles, annee)?.valeur ?? null;
}

type ByIndicateur = ReadonlyMap<Indicateur, readonly IndicatorRow[]>;

function listByIndicateur(convention: Convention, table: TableauIndicateurs): ByIndicateur {
  const rows = new Map<Indicateur, IndicatorRow[]>();
  nameIndicatorRows(convention, table).forEach((row) => {
    if (!row.indicateur) return;
    const own = rows.get(row.indicateur);
    if (own) own.push(row);
    else rows.set(row.indicateur, [row]);
  });
  return rows;
}

const rowsOf = remember((table: TableauIndicateurs) =>
  remember((convention: Convention) => listByIndicateur(convention, table)),
);

export function rowsByIndicateur(convention: Convention, table: TableauIndicateurs): ByIndicateur {
  return rowsOf(table)(convention);
}

const standsAlways = ({ labels }: IndicatorRow): boolean => labels === undefined;

const NOWHERE: readonly IndicatorRow[] = [];

interface Cible {
  readonly action: Action;
  readonly indicateur: Indicateur;
  readonly annee: number;
  readonly target: Valeur;
  /** Its values are words. */
  readonly enMots: boolean;
}

/** What the contract asks of the targets: each of them, on each row of its indicator, or why there is none. */
export type DemandeDeCible = Cible &
  (
    | { readonly row: IndicatorRow; readonly pourquoi: null }
    /** French. */
    | { readonly row: null; readonly pourquoi: string }
  );

/** Those of one indicator. */
function demandesDe(
  { annees }: Convention,
  action: Action,
  indicateur: Indicateur,
  own: readonly IndicatorRow[],
): readonly DemandeDeCible[] {
  const all: DemandeDeCible[] = [];
  // Of nearly every table.
  const isOfAllYears = own.every(standsAlways);
  const enMots = estEnMots(indicateur);
  annees.forEach(({ annee }) => {
    const target = contractTarget(indicateur, annee);
    if (target === null) return;
    // A row of another year's sheet says nothing of this one.
    const rows = isOfAllYears ? own : own.filter((row) => standsIn(row, annee));
    rows.forEach((row) => all.push({ action, indicateur, annee, target, enMots, row, pourquoi: null }));
    if (rows.length > 0) return;
    const pourquoi = sansLigne(nameIndicateur(action, indicateur), annee, own.length > 0);
    all.push({ action, indicateur, annee, target, enMots, row: null, pourquoi });
  });
  return all;
}

/** Tells those of one indicator after the other: of thousands no list of them all is made. */
export function eachDemandeDeCible(
  convention: Convention,
  table: TableauIndicateurs,
  tell: (ofIndicateur: readonly DemandeDeCible[]) => void,
): void {
  const byIndicateur = rowsByIndicateur(convention, table);
  convention.actions.forEach((action) => {
    action.indicateurs.forEach((indicateur) =>
      tell(demandesDe(convention, action, indicateur, byIndicateur.get(indicateur) ?? NOWHERE)),
    );
  });
}

function sansLigne(nom: string, annee: number, isElsewhere: boolean): string {
  return `${nom} : aucune ligne reconnue dans le tableau des indicateurs${isElsewhere ? ` en ${annee}` : ""}.`;
}
