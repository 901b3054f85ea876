// The lines of the sections that only some contracts have; none where the contract states nothing of the kind.
import { CUMUL, SENS, STATUTS, UNITES, type RARE_SECTIONS } from "../../domain/contrat/contrat-layout";
import type { Convention } from "../../domain/contrat/convention";
import { choix, lignes, montant, numero, part, reglage, texte, type ContratLine } from "./contrat-rows";

type Rare = (typeof RARE_SECTIONS)[number];

function signataireRows({ signataires = [] }: Convention): ContratLine[] {
  return signataires.map(({ nom, role, representant, qualite }) => [nom, role, representant, qualite].map(texte));
}

function seuilRows({ cofinancement }: Convention): ContratLine[] {
  return (cofinancement.seuils ?? []).map(({ axe, annee, seuil }) => [
    numero(annee ?? null),
    numero(axe ?? null),
    part(seuil),
  ]);
}

function enveloppeRows({ enveloppes = [] }: Convention): ContratLine[] {
  return enveloppes.flatMap(({ id, intitule, financeur, montants }) =>
    montants.map(({ annee, montant: value, statut }) => [
      numero(annee),
      choix(statut, Object.values(STATUTS)),
      texte(intitule),
      texte(financeur),
      montant(value),
      texte(id),
    ]),
  );
}

function financeurRows({ autresFinanceurs = [] }: Convention): ContratLine[] {
  return autresFinanceurs.map(({ nom, motsColonne = [] }) => [texte(nom), reglage(lignes(motsColonne))]);
}

/** A line for each financing party of an action, then its amounts year by year. */
function autreRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, autres = [] }) =>
    [...new Set(autres.map(({ financeur }) => financeur))].map((financeur) => [
      numero(action),
      texte(financeur),
      ...annees.map(({ annee }) => {
        const own = autres.find((each) => each.financeur === financeur && each.annee === annee);
        return montant(own?.montant ?? null);
      }),
    ]),
  );
}

function operateurRows({ actions }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, operateurs = [] }) =>
    operateurs.length > 0 ? [[numero(action), lignes(operateurs)]] : [],
  );
}

/** Then the amounts of the State and of the local party, year by year. */
function sousActionRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, sousActions = [] }) =>
    sousActions.map(({ numero: own, intitule, operateur, montants = [] }) => [
      numero(action),
      texte(own),
      texte(intitule),
      texte(operateur),
      ...annees.flatMap(({ annee }) => {
        const year = montants.find((each) => each.annee === annee);
        return [montant(year?.etat ?? null), montant(year?.collectivite ?? null)];
      }),
    ]),
  );
}

/** Of the indicators that are not plain numbers that rise; then the target of each year in words. */
function mesureRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, indicateurs }) =>
    indicateurs.flatMap(({ numero: own, t0Texte, unite, sens, cumul, cibles }) => {
      const targets = annees.map(({ annee }) => cibles.find((cible) => cible.annee === annee)?.texte);
      if (![t0Texte, unite, sens, cumul === true ? CUMUL : undefined, ...targets].some((said) => said !== undefined)) {
        return [];
      }
      return [
        [
          numero(action),
          numero(own),
          texte(t0Texte),
          choix(unite, Object.values(UNITES)),
          choix(sens, Object.values(SENS)),
          choix(cumul === true ? CUMUL : null, [CUMUL]),
          ...targets.map(texte),
        ],
      ];
    }),
  );
}

/** The headings that depend on the contract, and the lines. */
export function rareSections(
  convention: Convention,
): Readonly<Record<Rare, { readonly rows: readonly ContratLine[]; readonly headings: readonly string[] }>> {
  const { annees, collectivite } = convention;
  const perYear = (...words: readonly string[]): string[] =>
    annees.flatMap(({ annee }) => words.map((word) => `${word} ${annee}`));
  return {
    signataires: { rows: signataireRows(convention), headings: [] },
    seuils: { rows: seuilRows(convention), headings: [] },
    enveloppes: { rows: enveloppeRows(convention), headings: [] },
    financeurs: { rows: financeurRows(convention), headings: [] },
    autres: { rows: autreRows(convention), headings: perYear("Montant") },
    operateurs: { rows: operateurRows(convention), headings: [] },
    sousActions: { rows: sousActionRows(convention), headings: perYear("État", collectivite.designation) },
    mesures: { rows: mesureRows(convention), headings: perYear("Cible en mots") },
  };
}
