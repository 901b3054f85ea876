// The table of avenants of the sheet « Contrat »: one line per figure, then blank lines for the next ones.
import { amend, inOrder } from "../../contract/avenants/avenant";
import { cleTouchee } from "../../contract/clauses/cle-touchee";
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import { type Clause, type NouvelleValeur, type ValeurClause, formatClause } from "../../contract/clauses/clause";
import { listClauses } from "../../contract/clauses/list-clauses";
import { statutDe, type Statut } from "../../contract/avenants/fermete";
import { GENRES, OBJETS, STATUTS, type Objet } from "../../contract/clauses/sheet-words";
import { CHAMPS_FICHE } from "../../contract/clauses/sections";
import { nomsDansLaCle, objetQuiChange, typeDe } from "../../contract/clauses/types-de-clause";
import { nomDuPoint } from "../../contract/avenants/points-retirables";
import type { Modification } from "../../contract/avenants/modifier";
import type { Avenant, Convention, Indicateur, Valeur } from "../../contract/convention";
import { slug } from "../../domain/words/typographie";
import type { Montant } from "../../domain/values/montant";
import {
  choix,
  date,
  montant,
  nombre,
  numero,
  numeroDAction,
  texte,
  type ContratCell,
  type ContratLine,
} from "./contrat-rows";
import type { NumeroAction } from "../../domain/values/numero-action";
import { numeroAction } from "../../domain/values/numero-action";

interface Figure {
  readonly objet: Objet;
  readonly annee?: number;
  readonly axe?: number;
  readonly action?: NumeroAction;
  readonly indicateur?: number;
  readonly partie?: string;
  readonly intitule?: readonly string[];
  readonly ancienne?: ContratCell;
  readonly valeur?: ContratCell;
  readonly statut?: Statut;
  /** Key of the statement that the line changes, where it does not follow from the figures of the line. */
  readonly cle?: string;
}

type EcheanceNouvelle = NonNullable<Avenant["echeancesNouvelles"]>[number];

function indicateurFigures(action: NumeroAction, indicateur: Indicateur): Figure[] {
  return [
    {
      objet: "indicateurNouveau",
      action,
      indicateur: indicateur.numero,
      intitule: [indicateur.intitule, ...indicateur.alias],
      valeur: nombre(indicateur.t0),
    },
    ...indicateur.cibles.map(({ annee, valeur }) => cible(action, indicateur.numero, annee, valeur)),
  ];
}

function cible(action: NumeroAction, indicateur: number, annee: number, valeur: Valeur): Figure {
  return { objet: "cible", annee, action, indicateur, valeur: nombre(valeur) };
}

function dayOrText(valeur: NouvelleValeur): ContratCell {
  if (typeof valeur === "string" && /^\d{4}-\d{2}-\d{2}$/.test(valeur)) return date(valeur);
  return typeof valeur === "number" ? { kind: "nombre", value: valeur } : texte(valeur);
}

/** The line that says so, as `ModificationReader` reads it; `after` is the contract with what the avenant adds to it. */
function modificationFigure(before: Convention, after: Convention, modification: Modification): Figure {
  return { ...figureOf(before, after, modification), cle: modification.sur };
}

function figureOf(before: Convention, after: Convention, { sur, valeur }: Modification): Figure {
  const type = typeDe(sur);
  if (valeur === null || !type) return retraitFigure(before, sur);
  const noms = nomsDansLaCle(type, sur);
  const numeros = Object.fromEntries(
    (["annee", "axe", "action", "indicateur"] as const).flatMap((name) =>
      name in noms ? [[name, Number(noms[name])]] : [],
    ),
  );
  const objet = objetQuiChange(type) ?? "parametre";
  const said = { objet, ...numeros };
  switch (objet) {
    case "intitule":
      return { ...said, intitule: [String(valeur)] };
    case "axeAction":
      return { ...said, axe: Number(/(?<!\d)\d+$/.exec(String(valeur))?.[0] ?? 0) };
    case "code":
      return { ...said, valeur: texte(String(valeur)) };
    case "t0":
      return { ...said, valeur: nombre(valeur as Valeur) };
    case "montant":
      return {
        ...said,
        partie: nomDuFinanceur(after, noms.financeur ?? ""),
        valeur: { kind: "montant", value: valeur },
      };
    case "ficheAction":
      return { ...said, intitule: [CHAMPS_FICHE[type.ligne.champ] ?? ""], valeur: dayOrText(valeur) };
    case "echeance": {
      const echeance = after.echeances.find(({ id }) => id === noms.id);
      return { objet, intitule: [echeance?.intitule ?? noms.id ?? ""], valeur: dayOrText(valeur) };
    }
    default: {
      if (type.chose === null) return { objet: "parametre", intitule: [type.noms[0] ?? ""], valeur: dayOrText(valeur) };
      const named = [...listClauses(before), ...listClauses(after)].find(({ key }) => key === sur);
      const label = named?.label ?? sur;
      return { objet: "parametre", intitule: [label], valeur: named ? writtenAs(named, valeur) : dayOrText(valeur) };
    }
  }
}

const nomDuFinanceur = ({ autresFinanceurs = [] }: Convention, own: string): string =>
  autresFinanceurs.find(({ nom }) => slug(nom) === own)?.nom ?? own;

function retraitFigure(before: Convention, sur: string): Figure {
  const [, action, indicateur] = /^actions\/([^/]+)\/indicateurs\/(\d+)$/.exec(sur) ?? [];
  const known = numeroAction(action ?? "");
  if (known === null) return { objet: "suppression", intitule: [nomDuPoint(before, sur)] };
  return { objet: "indicateurSupprime", action: known, indicateur: Number(indicateur) };
}

function writtenAs({ value: { genre } }: Clause, valeur: NouvelleValeur): ContratCell {
  return genre === "montant" || genre === "part" ? { kind: genre, value: valeur } : dayOrText(valeur);
}

/** What the contract said before, where a line changes one statement of it. */
function withOld(figure: Figure, clauses: ReadonlyMap<string, Clause>): Figure {
  const clause = clauses.get(figure.cle ?? cleDeFigure(figure));
  return clause ? { ...figure, ancienne: cellOf(clause.value) } : figure;
}

function cleDeFigure({ objet, annee, axe, action, indicateur, partie }: Figure): string {
  if (objet !== "credits" && objet !== "montant" && objet !== "cible") return "";
  const numeros = {
    annee: annee ?? null,
    axe: axe ?? null,
    action: action ?? null,
    indicateur: indicateur ?? null,
  };
  return cleTouchee(objet, numeros, partie === "État" ? "etat" : "collectivite", null) ?? "";
}

function cellOf(valeur: ValeurClause): ContratCell {
  switch (valeur.genre) {
    case "montant":
      return montant(valeur.montant);
    case "nombre":
      return nombre(valeur.nombre);
    case "part":
      return texte(formatClause(valeur));
    case "date":
      return date(valeur.date);
    default:
      return texte(formatClause(valeur));
  }
}

/** An act that is due; that it is a right, or what article asks for it, are lines of their own. */
function echeanceFigures({ id, intitule, alias, article, date: due, genre, avenantPour }: EcheanceNouvelle): Figure[] {
  const point = (champ: string, valeur: ContratCell): Figure => ({
    objet: "parametre",
    intitule: [`Échéance « ${intitule} » – ${champ}`],
    valeur,
    cle: `echeances/${id}/${slug(champ)}`,
  });
  return [
    { objet: "echeanceNouvelle", intitule: [intitule, ...alias], valeur: date(due) },
    ...(article === SANS_ARTICLE ? [] : [point("article", texte(article))]),
    ...(genre === undefined ? [] : [point("nature", texte(GENRES[genre]))]),
    ...(avenantPour === undefined ? [] : [point("avenant pour", numero(avenantPour))]),
  ];
}

function figuresOf(avenant: Avenant, before: Convention, after: Convention): Figure[] {
  const { etat, collectivite } = before;
  const names = { etat: etat.nom, collectivite: collectivite.designation };
  const amount = (
    action: NumeroAction,
    annee: number,
    partie: "etat" | "collectivite",
    value: Montant,
    dit?: Statut,
  ): Figure => ({
    objet: "montant",
    annee,
    action,
    partie: names[partie],
    valeur: montant(value),
    statut: statutDe(avenant, { annee, statut: dit }, after.annees),
  });
  return [
    ...avenant.creditsEtat.flatMap(({ annee, montant: whole, repartition, statut: dit }): Figure[] => {
      const own = { objet: "credits", annee, statut: statutDe(avenant, { annee, statut: dit }, after.annees) } as const;
      return [
        ...(whole === undefined ? [] : [{ ...own, valeur: montant(whole) }]),
        ...(repartition ?? []).map(({ axe, montant: part }) => ({ ...own, axe, valeur: montant(part) })),
        ...(whole === undefined && !repartition ? [own] : []),
      ];
    }),
    ...avenant.actionsTerminees.map(({ action, aPartirDe }) => ({
      objet: "actionTerminee" as const,
      action,
      annee: aPartirDe,
    })),
    ...avenant.actionsNouvelles.flatMap(({ numero: action, axe, intitule, alias, montants, indicateurs }): Figure[] => [
      { objet: "actionNouvelle", action, axe, intitule: [intitule, ...alias] },
      ...montants.flatMap(({ annee, etat: state, collectivite: local }) => [
        amount(action, annee, "etat", state),
        amount(action, annee, "collectivite", local),
      ]),
      ...indicateurs.flatMap((indicateur) => indicateurFigures(action, indicateur)),
    ]),
    ...avenant.indicateursNouveaux.flatMap((indicateur) => indicateurFigures(indicateur.action, indicateur)),
    ...(avenant.echeancesNouvelles ?? []).flatMap(echeanceFigures),
    ...avenant.montants.map((change) =>
      amount(change.action, change.annee, change.partie, change.montant, change.statut),
    ),
    ...avenant.cibles.map((change) => cible(change.action, change.indicateur, change.annee, change.valeur)),
    ...(avenant.modifications ?? []).map((modification) => modificationFigure(before, after, modification)),
  ];
}

const EMPTY: ContratCell = { kind: "libre", value: null };

function toLine(parties: readonly string[], avenant: Avenant | null, figure: Figure | null): ContratLine {
  return [
    numero(avenant?.numero ?? null),
    date(avenant?.signeLe ?? null),
    texte(figure?.intitule?.join("\n")),
    choix(figure && OBJETS[figure.objet], Object.values(OBJETS)),
    numero(figure?.annee ?? null),
    numero(figure?.axe ?? null),
    numeroDAction(figure?.action ?? null),
    numero(figure?.indicateur ?? null),
    // Another line may add a financing party: its name is none of the list yet.
    { ...choix(figure?.partie, parties), isOpen: true as const },
    figure?.ancienne ?? EMPTY,
    figure?.valeur ?? EMPTY,
    date(avenant?.effetLe ?? null),
    texte(avenant?.clause),
    choix(figure?.statut, Object.values(STATUTS)),
    date(avenant?.delibereLe ?? null),
  ];
}

function linesOf(convention: Convention, parties: readonly string[]): ContratLine[] {
  let before: Convention = { ...convention, avenants: [] };
  return inOrder(convention.avenants).flatMap((avenant) => {
    const clauses = new Map(listClauses(before).map((clause) => [clause.key, clause]));
    const after = amend(before, avenant, "9999-12-31");
    const figures = figuresOf(avenant, before, after);
    before = after;
    return figures.map((figure) => toLine(parties, avenant, withOld(figure, clauses)));
  });
}

export function avenantRows(convention: Convention, spare: number): ContratLine[] {
  const {
    etat,
    collectivite,
    autresFinanceurs = [],
  } = inOrder(convention.avenants).reduce((before, avenant) => amend(before, avenant, "9999-12-31"), convention);
  const parties = [etat.nom, collectivite.designation, ...autresFinanceurs.map(({ nom }) => nom)];
  return [...linesOf(convention, parties), ...Array.from({ length: spare }, () => toLine(parties, null, null))];
}
