// What was signed, as far as the workbook and the product know it, and what of the sheet « Contrat » is the agent's to set.
import { listClauses, type Clause } from "../../domain/contrat/clauses";
import type { Action, Convention, Echeance } from "../../domain/contrat/convention";
import { empreinteDuSigne, sceller, type SceauLu } from "../../domain/contrat/sceau";
import type { ContratSigne, SourceContrat } from "../../domain/dossier";
import { slug } from "../../domain/words/typographie";

const withoutAvenants = (convention: Convention): Convention => ({ ...convention, avenants: [] });

/** For a workbook whose sheet, if any, does not serve. */
export function signeDonne(
  convention: Convention,
  source: Exclude<SourceContrat, "workbook">,
  sceau: SceauLu | null,
): ContratSigne {
  return {
    convention: withoutAvenants(convention),
    // Made when asked for: most verifications never show it, and it takes as long as reading all the tables.
    get empreinte() {
      return empreinteDuSigne(convention);
    },
    source: source === "given" ? "donne" : "produit",
    sceau: sceau?.etat ?? "absent",
    scelleDApresLaFeuille: false,
    aSceller: null,
  };
}

/**
 * The workbook's seal, else the product's own contract where the sheet bears its name, else the sheet as it is read for the
 * first time: from then on it is sealed, where `mayBeSealed`. `hadSeal`: the sheet prints the fingerprint of a seal that is gone.
 * Null where the sheet holds too little.
 */
export function signeDe(
  sceau: SceauLu | null,
  integre: Convention,
  lue: Convention | null,
  mayBeSealed: boolean,
  hadSeal = false,
): ContratSigne | null {
  if (sceau?.etat === "intact") {
    const { convention, empreinte, depuisLaFeuille: scelleDApresLaFeuille } = sceau;
    if (convention.id === integre.id && empreinteDuSigne(integre) !== empreinte) {
      return { ...known(integre), sceau: "autre", differences: differences(integre, convention) };
    }
    return { convention, empreinte, source: "sceau", sceau: "intact", scelleDApresLaFeuille, aSceller: null };
  }
  if (!lue) return null;
  if (lue.id === integre.id) {
    return sceau ? { ...known(integre), sceau: "rompu" } : { ...known(integre), aSceller: sceller(integre).texte };
  }
  return {
    convention: withoutAvenants(lue),
    empreinte: sceau?.empreinte ?? empreinteDuSigne(lue),
    source: "feuille",
    sceau: sceau !== null || hadSeal ? "rompu" : "absent",
    scelleDApresLaFeuille: true,
    // A sheet that prints a fingerprint was sealed: what took the seal away may have changed the figures too.
    aSceller: mayBeSealed && sceau === null ? sceller(lue, true).texte : null,
  };
}

function known(integre: Convention): ContratSigne {
  return {
    convention: withoutAvenants(integre),
    empreinte: empreinteDuSigne(integre),
    source: "produit",
    sceau: "absent",
    scelleDApresLaFeuille: false,
    aSceller: null,
  };
}

/** The signed contract with what the sheet may add to it: settings, other labels, deadlines, texts left open, avenants. */
export function avecLaFeuille(signe: Convention, feuille: Convention): Convention {
  const axes = new Map(feuille.axes.map((axe) => [axe.numero, axe]));
  const actions = new Map(feuille.actions.map((action) => [action.numero, action]));
  return {
    ...signe,
    collectivite: { ...signe.collectivite, motsColonne: feuille.collectivite.motsColonne },
    reglages: feuille.reglages,
    axes: signe.axes.map((axe) => ({ ...axe, alias: axes.get(axe.numero)?.alias ?? axe.alias })),
    actions: signe.actions.map((action) => completeAction(action, actions.get(action.numero))),
    echeances: completeEcheances(signe.echeances, feuille.echeances),
    ...nationauxDe(signe, feuille),
    ...financeursDe(signe, feuille),
    avenants: feuille.avenants,
  };
}

/** Those that the contract names, else those that the State has given since. */
function nationauxDe(signe: Convention, feuille: Convention): Pick<Convention, "indicateursNationaux" | "nationaux"> {
  const { indicateursNationaux, nationaux } = signe.indicateursNationaux.length > 0 ? signe : feuille;
  return { indicateursNationaux, ...(nationaux && { nationaux }) };
}

function financeursDe({ autresFinanceurs }: Convention, feuille: Convention): Pick<Convention, "autresFinanceurs"> {
  if (!autresFinanceurs) return {};
  const words = new Map(feuille.autresFinanceurs?.map(({ nom, motsColonne = [] }) => [slug(nom), motsColonne]));
  return {
    autresFinanceurs: autresFinanceurs.map((financeur) => {
      const mots = words.get(slug(financeur.nom));
      return mots ? { ...financeur, motsColonne: mots } : financeur;
    }),
  };
}

function completeAction(action: Action, lue: Action | undefined): Action {
  if (!lue) return action;
  const indicateurs = new Map(lue.indicateurs.map((indicateur) => [indicateur.numero, indicateur]));
  // What was signed prevails, text by text.
  const fiche = action.fiche ? { ...lue.fiche, ...action.fiche } : lue.fiche;
  return {
    ...action,
    alias: lue.alias,
    indicateurs: action.indicateurs.map((indicateur) => ({
      ...indicateur,
      alias: indicateurs.get(indicateur.numero)?.alias ?? indicateur.alias,
    })),
    ...(fiche && { fiche }),
  };
}

/** A date that the contract states stays; the others, and further deadlines, are the sheet's. */
function completeEcheances(signe: readonly Echeance[], feuille: readonly Echeance[]): Echeance[] {
  const lues = new Map(feuille.map((echeance) => [echeance.id, echeance]));
  const own = signe.map((echeance) => {
    const lue = lues.get(echeance.id);
    if (!lue) return echeance;
    return { ...echeance, alias: lue.alias, ...(echeance.reglage && { date: lue.date }) };
  });
  const ids = new Set(signe.map(({ id }) => id));
  return [...own, ...feuille.filter(({ id }) => !ids.has(id)).map((lue) => ({ ...lue, reglage: true }))];
}

/** What a contract of one name states that another states otherwise, in words. */
function differences(left: Convention, right: Convention): readonly string[] {
  const spell = ({ valeur }: Clause): string => JSON.stringify(valeur);
  const others = new Map(listClauses(right).map((clause) => [clause.cle, spell(clause)]));
  return listClauses(left)
    .filter((clause) => !clause.reglage && others.get(clause.cle) !== spell(clause))
    .map(({ libelle }) => libelle);
}
