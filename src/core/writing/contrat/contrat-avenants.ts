// The table of avenants of the sheet « Contrat »: one line per figure, then blank lines for the next ones.
import { OBJETS, type Objet } from "../../domain/contrat/contrat-layout";
import type { Avenant, Convention, Indicateur, Valeur } from "../../domain/contrat/convention";
import type { Montant } from "../../domain/values/montant";
import { choix, date, montant, nombre, numero, texte, type ContratCell, type ContratLine } from "./contrat-rows";

interface Figure {
  readonly objet: Objet;
  readonly annee?: number;
  readonly axe?: number;
  readonly action?: number;
  readonly indicateur?: number;
  readonly partie?: string;
  readonly intitule?: readonly string[];
  readonly valeur?: ContratCell;
}

function indicateurFigures(action: number, indicateur: Indicateur): Figure[] {
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

function cible(action: number, indicateur: number, annee: number, valeur: Valeur): Figure {
  return { objet: "cible", annee, action, indicateur, valeur: nombre(valeur) };
}

function figuresOf(avenant: Avenant, { etat, collectivite }: Convention): Figure[] {
  const names = { etat: etat.nom, collectivite: collectivite.designation };
  const amount = (action: number, annee: number, partie: "etat" | "collectivite", value: Montant): Figure => ({
    objet: "montant",
    annee,
    action,
    partie: names[partie],
    valeur: montant(value),
  });
  return [
    ...avenant.creditsEtat.flatMap(({ annee, montant: whole, repartition = [] }): Figure[] => [
      ...(whole === undefined ? [] : [{ objet: "credits" as const, annee, valeur: montant(whole) }]),
      ...repartition.map(({ axe, montant: part }) => ({
        objet: "credits" as const,
        annee,
        axe,
        valeur: montant(part),
      })),
    ]),
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
    ...avenant.montants.map((change) => amount(change.action, change.annee, change.partie, change.montant)),
    ...avenant.cibles.map((change) => cible(change.action, change.indicateur, change.annee, change.valeur)),
  ];
}

const EMPTY: ContratCell = { kind: "nombre", value: null };

function toLine(parties: readonly string[], avenant: Avenant | null, figure: Figure | null): ContratLine {
  return [
    numero(avenant?.numero ?? null),
    date(avenant?.signeLe ?? null),
    texte(figure?.intitule?.join("\n")),
    choix(figure && OBJETS[figure.objet], Object.values(OBJETS)),
    numero(figure?.annee ?? null),
    numero(figure?.axe ?? null),
    numero(figure?.action ?? null),
    numero(figure?.indicateur ?? null),
    choix(figure?.partie, parties),
    figure?.valeur ?? EMPTY,
  ];
}

export function avenantRows(convention: Convention, spare: number): ContratLine[] {
  const parties = [convention.etat.nom, convention.collectivite.designation];
  return [
    ...convention.avenants.flatMap((avenant) =>
      figuresOf(avenant, convention).map((figure) => toLine(parties, avenant, figure)),
    ),
    ...Array.from({ length: spare }, () => toLine(parties, null, null)),
  ];
}
