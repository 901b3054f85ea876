// The values of the sheet « Contrat », section by section, in the order of the columns of its layout.
import type { Convention } from "../../domain/contrat/convention";
import { GENRES, ORIGINES, STATUTS, type Parametre } from "../../domain/contrat/contrat-layout";
import { empreinteCourte, empreinteDuSigne } from "../../domain/contrat/sceau";
import { serialFromIso } from "../../domain/justification-saisie";
import { toEuros, type Montant } from "../../domain/values/montant";
import { foldText } from "../../domain/words/label";

export interface ContratCell {
  /** "libre" for what an avenant may write of any kind. */
  readonly kind: "texte" | "montant" | "nombre" | "numero" | "date" | "part" | "libre";
  readonly value: string | number | null;
  /** The only words that the cell may hold. */
  readonly choices?: readonly string[];
  /** Others may come to be right: the list is offered, not imposed. */
  readonly isOpen?: true;
  /** Not the signed contract's: free to be changed. */
  readonly isFree?: true;
}

export type ContratLine = readonly ContratCell[];

export const texte = (value: string | null | undefined): ContratCell => ({ kind: "texte", value: value ?? null });
export const montant = (value: Montant | null): ContratCell => ({
  kind: "montant",
  value: value === null ? null : toEuros(value),
});
export const numero = (value: number | null): ContratCell => ({ kind: "numero", value });
export const date = (iso: string | null): ContratCell => ({
  kind: "date",
  value: iso === null ? null : serialFromIso(iso),
});
export const nombre = (value: number | "nd"): ContratCell => ({ kind: "nombre", value });
export const part = (value: number): ContratCell => ({ kind: "part", value });
export const choix = (value: string | null | undefined, choices: readonly string[]): ContratCell => ({
  kind: "texte",
  value: value ?? null,
  choices,
});
/** What each party may set. */
export const reglage = (cell: ContratCell): ContratCell => ({ ...cell, isFree: true });
const alias = (values: readonly string[]): ContratCell => reglage(lignes(values));
export const lignes = (values: readonly string[]): ContratCell => texte(values.length > 0 ? values.join("\n") : null);
const numeros = (values: readonly number[]): ContratCell => texte(values.length > 0 ? values.join(", ") : null);

export function parametreValues(convention: Convention): ReadonlyMap<Parametre, ContratCell> {
  const { etat, collectivite, periode, cofinancement, reglages, imputation, coordonneesBancaires: compte } = convention;
  return new Map<Parametre, ContratCell>([
    ["intitule", texte(convention.intitule)],
    ["id", texte(convention.id)],
    ...(convention.signeLe === undefined ? [] : [["signeLe", date(convention.signeLe)] as const]),
    ...(convention.effetLe === undefined ? [] : [["effetLe", date(convention.effetLe)] as const]),
    ["debut", date(periode.debut)],
    ["fin", date(periode.fin)],
    ["etatNom", texte(etat.nom)],
    ["etatRepresentant", texte(etat.representant)],
    ["etatQualite", texte(etat.qualite)],
    ["collectiviteNom", texte(collectivite.nom)],
    ["collectiviteDesignation", texte(collectivite.designation)],
    ["collectiviteMots", alias(collectivite.motsColonne)],
    ["collectiviteRepresentant", texte(collectivite.representant)],
    ["collectiviteQualite", texte(collectivite.qualite)],
    ["ordonnateur", texte(convention.ordonnateur)],
    ["comptable", texte(convention.comptable)],
    ["seuil", part(cofinancement.seuil)],
    ["programme", texte(imputation.programme)],
    ["intituleProgramme", texte(imputation.intitule)],
    ["titulaire", texte(compte?.titulaire)],
    ["domiciliation", texte(compte?.domiciliation)],
    ["rib", texte(compte?.rib)],
    ["iban", texte(compte?.iban)],
    ["bic", texte(compte?.bic)],
    ["empreinte", texte(empreinteCourte(empreinteDuSigne(convention)))],
    ["alerteSousConsommation", reglage(part(reglages.alerteSousConsommation))],
    ["alerteCible", reglage(part(reglages.alerteCible))],
  ]);
}

/** Then the amount of each axe. */
export function anneeRows({ annees, creditsEtat, axes }: Convention): ContratLine[] {
  const credits = new Map(creditsEtat.map((credit) => [credit.annee, credit]));
  return annees.map(({ annee, debut, fin }) => {
    const credit = credits.get(annee);
    const split = new Map(credit?.repartition?.map(({ axe, montant: amount }) => [axe, amount]));
    return [
      numero(annee),
      choix(credit?.statut, Object.values(STATUTS)),
      date(debut),
      date(fin),
      montant(credit?.montant ?? null),
      ...axes.map((axe) => montant(split.get(axe.numero) ?? null)),
    ];
  });
}

export function axeRows({ axes }: Convention): ContratLine[] {
  return axes.map((axe) => [numero(axe.numero), texte(axe.intitule), alias(axe.alias)]);
}

/** Then the amounts of the State and of the local party, year by year. */
export function actionRows({ actions, annees }: Convention): ContratLine[] {
  return actions.map((action) => {
    const byYear = new Map(action.montants.map((montants) => [montants.annee, montants]));
    return [
      numero(action.numero),
      numero(action.axe),
      texte(action.intitule),
      alias(action.alias),
      ...annees.flatMap(({ annee }) => {
        const year = byYear.get(annee);
        return [montant(year?.etat ?? null), montant(year?.collectivite ?? null)];
      }),
    ];
  });
}

/** Then the target of each year. */
export function indicateurRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap((action) =>
    action.indicateurs.map((indicateur) => {
      const byYear = new Map(indicateur.cibles.map(({ annee, valeur }) => [annee, valeur]));
      return [
        numero(action.numero),
        numero(indicateur.numero),
        texte(indicateur.intitule),
        alias(indicateur.alias),
        nombre(indicateur.t0),
        ...annees.map(({ annee }) => nombre(byYear.get(annee) ?? "nd")),
      ];
    }),
  );
}

export function nationalRows({ indicateursNationaux, nationaux = [] }: Convention): ContratLine[] {
  const rows = indicateursNationaux.map((intitule): ContratLine => {
    const known = nationaux.find((each) => foldText(each.intitule) === foldText(intitule));
    return [texte(known?.code), texte(intitule), texte(known?.unite)];
  });
  return rows.length > 0 ? rows : [[texte(null), texte(null), texte(null)].map(reglage)];
}

export function imputationRows({ imputation }: Convention): ContratLine[] {
  if (imputation.lignes.length === 0)
    return [[numero(null), numero(null), ...Array<ContratCell>(6).fill(texte(null)), montant(null)]];
  return imputation.lignes.map((ligne) => [
    numero(ligne.annee),
    numero(ligne.axe),
    texte(ligne.intitule),
    texte(ligne.intituleActivite),
    texte(ligne.action),
    texte(ligne.sousAction),
    texte(ligne.activite),
    texte(ligne.code),
    montant(ligne.montant),
  ]);
}

export function echeanceRows({ echeances }: Convention): ContratLine[] {
  return echeances.map(({ article, avenantPour, intitule, alias: others, date: due, id, reglage: isFree, genre }) => {
    const stated = (cell: ContratCell): ContratCell => (isFree ? reglage(cell) : cell);
    return [
      stated(texte(article)),
      stated(numero(avenantPour ?? null)),
      stated(texte(intitule)),
      alias(others),
      stated(date(due)),
      reglage(date(null)),
      stated(texte(id)),
      texte(isFree ? ORIGINES.reglage : ORIGINES.contrat),
      texte(GENRES[genre ?? "obligation"]),
    ];
  });
}

export function ficheRows({ actions, avenants }: Convention): ContratLine[] {
  const all = [...actions, ...avenants.flatMap(({ actionsNouvelles }) => actionsNouvelles)];
  return all.flatMap((action) => {
    const { fiche } = action;
    if (!fiche) return [];
    return [
      [
        numero(action.numero),
        date(fiche.debut),
        texte(fiche.publicCible),
        texte(fiche.partenaires),
        date(fiche.fin),
        texte(fiche.nature),
        texte(fiche.pilotage),
        texte(fiche.sousAxe),
        numeros(fiche.actionsLiees),
        numeros(fiche.axesLies),
        texte(fiche.objectif),
      ],
    ];
  });
}
