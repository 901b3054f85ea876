// What was signed, as far as the workbook and the product know it, and what of the sheet « Contrat » is the agent's to set.
import type { Convention, Echeance } from "../../contract/convention";
import { questionsOuvertes } from "../../contract/definition/questions";
import { differencesDeClauses } from "../../contract/signed/differences";
import { trouverContrat } from "../../contract/signed/meme-contrat";
import { empreinteDuSigne, type SceauLu } from "../../contract/signed/sceau";
import type { ContratSigne, SourceContrat } from "../../domain/dossier";
import { slug } from "../../domain/words/typographie";
import type { NumeroAction } from "../../domain/values/numero-action";

type Differs = Partial<Omit<ContratSigne, "source" | "sceau">>;

/** The signed contract, with nothing to seal unless more is told. */
function signe(
  convention: Convention,
  source: ContratSigne["source"],
  sceau: ContratSigne["sceau"],
  more: Differs = {},
): ContratSigne {
  return {
    convention: { ...convention, avenants: [] },
    // Made when asked for: most verifications never show it, and it takes as long as reading all the tables.
    get empreinte() {
      return empreinteDuSigne(convention);
    },
    source,
    sceau,
    scelleDApresLaFeuille: false,
    scelleLe: null,
    aSceller: null,
    ...more,
  };
}

/** Null where something of it is still asked: a guess is not sealed. */
function aSceller(convention: Convention, depuisLaFeuille: boolean): ContratSigne["aSceller"] {
  return questionsOuvertes(convention).length > 0 ? null : { convention, depuisLaFeuille };
}

/** For a workbook whose sheet, if any, does not serve. */
export function signeDonne(
  convention: Convention,
  source: Exclude<SourceContrat, "workbook">,
  sceau: SceauLu | null,
): ContratSigne {
  const others = sceau?.etat === "inchange" ? autrement(convention, sceau) : [];
  const etat = others.length > 0 ? "autre" : (sceau?.etat ?? "absent");
  return signe(
    convention,
    source === "given" ? "donne" : "produit",
    etat,
    others.length > 0 ? { differences: others } : {},
  );
}

/** What a sound seal states otherwise than a contract that is known, whatever identifier it bears; nothing where it states the same. */
function autrement(connu: Convention, { empreinte, convention }: Extract<SceauLu, { etat: "inchange" }>) {
  return empreinteDuSigne(connu) === empreinte ? [] : differencesDeClauses(connu, convention).map(({ label }) => label);
}

/**
 * The workbook's seal; else, of the contracts that are known, the one whose parties and years the sheet bears, or its identifier; else the
 * sheet as it is read for the first time: from then on it is sealed, where `mayBeSealed`. `hadSeal`: the sheet prints the fingerprint
 * of a seal that is gone. Null where the sheet holds too little.
 */
export function signeDe(
  sceau: SceauLu | null,
  connus: readonly Convention[],
  lue: Convention | null,
  mayBeSealed: boolean,
  hadSeal = false,
): ContratSigne | null {
  if (sceau?.etat === "inchange") {
    const { convention, empreinte, depuisLaFeuille, poseLe } = sceau;
    const connu = trouverContrat(convention, connus);
    const others = connu ? autrement(connu, sceau) : [];
    if (connu && others.length > 0) return signe(connu, "produit", "autre", { differences: others });
    return signe(convention, "sceau", "inchange", {
      convention: localise(convention, connu),
      empreinte,
      scelleDApresLaFeuille: depuisLaFeuille,
      scelleLe: poseLe,
    });
  }
  const connu = lue && trouverContrat(lue, connus);
  if (connu) {
    if (sceau) return signe(connu, "produit", "rompu");
    return signe(connu, "produit", "absent", { aSceller: aSceller(connu, false) });
  }
  if (!lue) return null;
  return signe(lue, "feuille", sceau || hadSeal ? "rompu" : "absent", {
    empreinte: sceau?.empreinte ?? empreinteDuSigne(lue),
    scelleDApresLaFeuille: true,
    // A sheet that prints a fingerprint was sealed: what took the seal away may have changed the figures too.
    aSceller: mayBeSealed && sceau === null ? aSceller(lue, true) : null,
  });
}

/** An older seal does not say where the contract states what: the product's own definition does, where it is of the same contract. */
const localise = (scelle: Convention, connu: Convention | null): Convention => {
  if (!connu || scelle.articles || scelle.sources) return scelle;
  const { articles, sources } = connu;
  return { ...scelle, ...(articles && { articles }), ...(sources && { sources }) };
};

interface Numbered {
  readonly numero: NumeroAction;
  readonly alias: string[];
}

/** The other labels are the sheet's. */
function withAlias<Each extends Numbered>(signed: readonly Each[], lus: readonly Numbered[]): Each[] {
  const byNumero = new Map(lus.map(({ numero, alias }) => [numero, alias]));
  return signed.map((each) => ({ ...each, alias: byNumero.get(each.numero) ?? each.alias }));
}

/** The signed contract with what the sheet may add to it: settings, other labels, deadlines, texts left open, avenants. */
export function avecLaFeuille(signe: Convention, feuille: Convention): Convention {
  const actions = new Map(feuille.actions.map((action) => [action.numero, action]));
  // The national indicators that the contract names, else those that the State has given since.
  const { indicateursNationaux, nationaux } = signe.indicateursNationaux.length > 0 ? signe : feuille;
  return {
    ...signe,
    collectivite: { ...signe.collectivite, motsColonne: feuille.collectivite.motsColonne },
    reglages: feuille.reglages,
    axes: withAlias(signe.axes, feuille.axes),
    actions: withAlias(signe.actions, feuille.actions).map((action) => {
      const lue = actions.get(action.numero);
      if (!lue) return action;
      // What was signed prevails, text by text.
      const fiche = action.fiche ? { ...lue.fiche, ...action.fiche } : lue.fiche;
      return { ...action, indicateurs: withAlias(action.indicateurs, lue.indicateurs), ...(fiche && { fiche }) };
    }),
    echeances: completeEcheances(signe.echeances, feuille.echeances),
    indicateursNationaux,
    ...(nationaux && { nationaux }),
    ...financeursDe(signe, feuille),
    avenants: feuille.avenants,
  };
}

function financeursDe({ autresFinanceurs }: Convention, feuille: Convention): Pick<Convention, "autresFinanceurs"> {
  if (!autresFinanceurs) return {};
  const lus = new Map(feuille.autresFinanceurs?.map(({ nom, motsColonne = [] }) => [slug(nom), { motsColonne }]));
  return { autresFinanceurs: autresFinanceurs.map((each) => ({ ...each, ...lus.get(slug(each.nom)) })) };
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
