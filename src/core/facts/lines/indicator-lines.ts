// The rows of an indicator table with the identity and the name that findings give them.
import { nameAction } from "./budget-lines";
import type { Action, Convention, Indicateur, Valeur } from "../../contract/convention";
import { ofYear } from "../../contract/in-force/of-year";
import type { LigneIndicateur, TableauIndicateurs } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import { estEnMots } from "./mesure";
import { standsIn } from "./table-places";
import { cite, slug } from "../../domain/words/typographie";

export interface IndicateurNomme {
  readonly ligne: LigneIndicateur;
  /** The contract's indicator that the row is; null when it is none. */
  readonly indicateur: Indicateur | null;
  readonly place: { readonly axe?: number; readonly action?: number; readonly indicator?: number };
  /** Tells it apart from another row of the same place. */
  readonly key?: string;
  /** "Action 5 – indicateur 2", "Action 5 – indicateur « Nombre de… »". */
  readonly nom: string;
  /** False when it stands under another action than the contract's. */
  readonly isInPlace: boolean;
}

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

function placeOf(action: Action | null, indicateur: Indicateur | null): IndicateurNomme["place"] {
  if (!action) return indicateur ? { indicator: indicateur.numero } : {};
  const { axe, numero } = action;
  return indicateur ? { axe, action: numero, indicator: indicateur.numero } : { axe, action: numero };
}

function nameRows(convention: Convention, table: TableauIndicateurs): readonly IndicateurNomme[] {
  let owners: ReadonlyMap<Indicateur, Action> | null = null;
  /** The action that the row stands under, of nearly all of them. */
  const ownerOf = (indicateur: Indicateur, under: Action | null): Action | null =>
    under?.indicateurs.includes(indicateur) ? under : ((owners ??= ownersOf(convention)).get(indicateur) ?? null);
  const found = new Set<Indicateur>();
  const headed = table.lignesIndicateur.map((ligne) => {
    const heading = ligne.ligneAction === null ? null : (table.lignesAction[ligne.ligneAction] ?? null);
    const under = heading?.action ?? null;
    const owner = ligne.indicateur && ownerOf(ligne.indicateur, under);
    const isInPlace = owner !== null && (heading === null || heading.action === owner);
    if (isInPlace && ligne.indicateur) found.add(ligne.indicateur);
    return { ligne, under, owner, isInPlace };
  });
  const ranks = new Map<Indicateur | string, number>();
  return headed.map(({ ligne, under, owner, isInPlace }) => {
    // The same words under another action are that action's own indicator, unless the contract's is nowhere else.
    const indicateur = ligne.indicateur && (isInPlace || !found.has(ligne.indicateur)) ? ligne.indicateur : null;
    const action = indicateur ? owner : under;
    const own = `indicateur ${indicateur ? indicateur.numero : cite(ligne.label.text)}`;
    const nom = action ? `${nameAction(action)} – ${own}` : own;
    const rank = (ranks.get(indicateur ?? nom) ?? 0) + 1;
    ranks.set(indicateur ?? nom, rank);
    const named = { ligne, indicateur, place: placeOf(action, indicateur), nom, isInPlace };
    if (indicateur && rank === 1) return named;
    const base = indicateur ? null : `indicateur-${slug(ligne.label.text)}`;
    const key = [base, rank > 1 ? `ligne-${rank}` : null].filter((part) => part !== null).join("-");
    return { ...named, key, nom: rank > 1 ? `${nom} (${rank}e ligne)` : nom };
  });
}

const namesOf = remember((table: TableauIndicateurs) =>
  remember((convention: Convention) => nameRows(convention, table)),
);

export function nameIndicatorRows(convention: Convention, table: TableauIndicateurs): readonly IndicateurNomme[] {
  return namesOf(table)(convention);
}

/** The contract's target of a year: "nd" where it is left to be set, null where the contract has none. */
export function contractTarget(indicateur: Indicateur, annee: number): Valeur | null {
  return ofYear(indicateur.cibles, annee)?.valeur ?? null;
}

type ByIndicateur = ReadonlyMap<Indicateur, readonly IndicateurNomme[]>;

function listByIndicateur(convention: Convention, table: TableauIndicateurs): ByIndicateur {
  const rows = new Map<Indicateur, IndicateurNomme[]>();
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

const standsAlways = ({ ligne }: IndicateurNomme): boolean => ligne.labels === undefined;

const NOWHERE: readonly IndicateurNomme[] = [];

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
    | { readonly row: IndicateurNomme; readonly pourquoi: null }
    /** French. */
    | { readonly row: null; readonly pourquoi: string }
  );

/** Those of one indicator. */
function demandesDe(
  { annees }: Convention,
  action: Action,
  indicateur: Indicateur,
  own: readonly IndicateurNomme[],
): readonly DemandeDeCible[] {
  const all: DemandeDeCible[] = [];
  // Of nearly every table.
  const isOfAllYears = own.every(standsAlways);
  const enMots = estEnMots(indicateur);
  annees.forEach(({ annee }) => {
    const target = contractTarget(indicateur, annee);
    if (target === null) return;
    // A row of another year's sheet says nothing of this one.
    const rows = isOfAllYears ? own : own.filter(({ ligne }) => standsIn(ligne, annee));
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
