// The lines of the sections that only some contracts have; none where the contract states nothing of the kind.
import { CUMUL, type RARE_SECTIONS } from "../../contract/clauses/contrat-layout";
import type { Convention } from "../../contract/convention";
import { line, montant, montantCells, texte, type ContratLine } from "./contrat-rows";

type Rare = (typeof RARE_SECTIONS)[number];

function enveloppeRows({ enveloppes = [] }: Convention): ContratLine[] {
  return enveloppes.flatMap(({ montants, ...enveloppe }) =>
    montants.map((year) => line("enveloppes", { ...enveloppe, ...year })),
  );
}

/** A line for each financing party of an action, then its amounts year by year. */
function autreRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, autres = [] }) =>
    [...new Set(autres.map(({ financeur }) => financeur))].map((financeur) => {
      const years = annees.map(({ annee }) => {
        const own = autres.find((each) => each.financeur === financeur && each.annee === annee);
        return montant(own?.montant ?? null);
      });
      return line("autres", { action, financeur }, years);
    }),
  );
}

function sousActionRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, sousActions = [] }) =>
    sousActions.map(({ numero, intitule, operateur, montants = [] }) =>
      line("sousActions", { action, numero, intitule, operateur }, montantCells(annees, montants)),
    ),
  );
}

/** A line for each indicator that is more than a plain number that rises, then one for each target in words. */
function mesureRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, indicateurs }) =>
    indicateurs.flatMap(({ numero, t0Texte, unite, sens, cumul, cibles }) => {
      const targets = annees.map(({ annee }) => cibles.find((cible) => cible.annee === annee)?.texte);
      const said = { t0Texte, unite, sens, cumul: cumul === true ? CUMUL : undefined };
      if ([...Object.values(said), ...targets].every((each) => each === undefined)) return [];
      return [line("mesures", { action, numero, ...said }, targets.map(texte))];
    }),
  );
}

/** The headings that depend on the contract, and the lines. */
export function rareSections(
  convention: Convention,
): Readonly<Record<Rare, { readonly rows: readonly ContratLine[]; readonly headings: readonly string[] }>> {
  const { annees, collectivite, actions, cofinancement, signataires = [], autresFinanceurs = [] } = convention;
  const perYear = (...words: readonly string[]): string[] =>
    annees.flatMap(({ annee }) => words.map((word) => `${word} ${annee}`));
  return {
    signataires: { rows: signataires.map((each) => line("signataires", each)), headings: [] },
    seuils: { rows: (cofinancement.seuils ?? []).map((each) => line("seuils", each)), headings: [] },
    enveloppes: { rows: enveloppeRows(convention), headings: [] },
    financeurs: {
      rows: autresFinanceurs.map(({ nom, motsColonne: mots }) => line("financeurs", { nom, mots })),
      headings: [],
    },
    autres: { rows: autreRows(convention), headings: perYear("Montant") },
    operateurs: {
      rows: actions.flatMap(({ numero: action, operateurs = [] }) =>
        operateurs.length > 0 ? [line("operateurs", { action, operateurs })] : [],
      ),
      headings: [],
    },
    sousActions: { rows: sousActionRows(convention), headings: perYear("État", collectivite.designation) },
    mesures: { rows: mesureRows(convention), headings: perYear("Cible en mots") },
  };
}
