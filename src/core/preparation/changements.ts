// What an agent does to a variant: an amount typed, moved between actions, an action created or ended, a target, an axe; each is lines of the register.
import type { Contractualise } from "../facts/ledger/ecriture";
import { ENVELOPPE, type Champ, type LigneSaisie, type Variante } from "../domain/variante";
import { addMontants, montantFromCentimes, subtractMontants, type Montant } from "../domain/values/montant";
import { lireMontant } from "../domain/values/lire-montant";
import { formatMontant } from "../domain/words/format";
import type { TableauDeLAvenant } from "../reports/avenant/tableau";
import type { NumeroAction } from "../domain/values/numero-action";

export type PartDuContrat = "etat" | "collectivite";

const is = (ligne: LigneSaisie, objet: LigneSaisie["objet"], champs: Partial<Record<Champ, string>>): boolean =>
  ligne.objet === objet && Object.entries(champs).every(([champ, text]) => ligne.champs[champ as Champ] === text);

/** The line in the place of the one that says the same thing, or after all others. */
function poser(variante: Variante, ligne: LigneSaisie, same: Partial<Record<Champ, string>>): Variante {
  const known = variante.lignes.some((each) => is(each, ligne.objet, same));
  const lignes = known
    ? variante.lignes.map((each) => (is(each, ligne.objet, same) ? ligne : each))
    : [...variante.lignes, ligne];
  return { ...variante, lignes };
}

function oter(variante: Variante, objet: LigneSaisie["objet"], same: Partial<Record<Champ, string>>): Variante {
  return { ...variante, lignes: variante.lignes.filter((each) => !is(each, objet, same)) };
}

/** "30 000", "30 000,50": as an agent types it. */
const ecrire = (montant: Montant): string => formatMontant(montant).replace(/(?:,00)?\s€$/u, "");

const parties = (variante: Variante, action: NumeroAction, partie: PartDuContrat) =>
  ({ action: String(action), annee: String(variante.annee), partie }) as const;

/** What is typed for it; null where nothing is, or it is no amount. */
function saisi(variante: Variante, action: NumeroAction, partie: PartDuContrat): Montant | null {
  const ligne = variante.lignes.find((each) => is(each, "montant", parties(variante, action, partie)));
  if (!ligne) return null;
  const lu = lireMontant(ligne.champs.valeur ?? "", "General", "€");
  return lu.reason === null ? lu.value : null;
}

const auContrat = (tableau: TableauDeLAvenant, action: NumeroAction): Contractualise | null =>
  tableau.lignes.find((ligne) => ligne.action.numero === action)?.contrat ?? null;

/** What stands in the field of the amount: as typed, else the contract's, without what no agent types. */
export function montantSaisi(
  variante: Variante,
  tableau: TableauDeLAvenant,
  action: NumeroAction,
  partie: PartDuContrat,
): string {
  const ligne = variante.lignes.find((each) => is(each, "montant", parties(variante, action, partie)));
  const contrat = auContrat(tableau, action)?.[partie];
  return ligne?.champs.valeur ?? (contrat === undefined ? "" : ecrire(contrat));
}

/** As typed; an amount that is the contract's changes nothing. */
export function ecrireMontant(
  variante: Variante,
  tableau: TableauDeLAvenant,
  action: NumeroAction,
  partie: PartDuContrat,
  text: string,
): Variante {
  const same = parties(variante, action, partie);
  const lu = lireMontant(text, "General", "€");
  const contrat = auContrat(tableau, action)?.[partie];
  if (text.trim() === "" || (lu.reason === null && lu.value === contrat)) return oter(variante, "montant", same);
  return poser(variante, { objet: "montant", champs: { ...same, valeur: text } }, same);
}

const enveloppeDe = ({ annee, lignes }: Variante): LigneSaisie | undefined =>
  lignes.find((each) => is(each, "credits", { annee: String(annee) }) && !each.champs.axe);

/** What stands in the field of the State's envelope: as typed, else the contract's. */
export const enveloppeSaisie = (variante: Variante, tableau: TableauDeLAvenant): string =>
  enveloppeDe(variante)?.champs.valeur ?? ecrire(tableau.credits);

/** As typed; the contract's own envelope changes nothing. */
export function ecrireEnveloppe(variante: Variante, tableau: TableauDeLAvenant, text: string): Variante {
  const same = { annee: String(variante.annee) };
  const lu = lireMontant(text, "General", "€");
  const without = oter(variante, "credits", same);
  if (text.trim() === "" || (lu.reason === null && lu.value === tableau.credits)) return without;
  return poser(without, { objet: "credits", champs: { ...same, valeur: text } }, same);
}

/** Of both actions the amount proposed by now; what one has not is not moved. */
export function transferer(
  variante: Variante,
  tableau: TableauDeLAvenant,
  {
    de,
    vers,
    partie,
    montant,
  }: {
    readonly de: NumeroAction;
    readonly vers: NumeroAction;
    readonly partie: PartDuContrat;
    readonly montant: Montant;
  },
): Variante {
  const now = (action: NumeroAction): Montant =>
    saisi(variante, action, partie) ?? auContrat(tableau, action)?.[partie] ?? montantFromCentimes(0);
  const moved = montantFromCentimes(Math.min(montant, now(de)));
  if (de === vers || moved <= 0) return variante;
  const less = ecrireMontant(variante, tableau, de, partie, ecrire(subtractMontants(now(de), moved)));
  return ecrireMontant(less, tableau, vers, partie, ecrire(addMontants(now(vers), moved)));
}

export function creerAction(
  variante: Variante,
  tableau: TableauDeLAvenant,
  {
    numero,
    axe,
    intitule,
    etat,
    collectivite,
  }: {
    readonly numero: NumeroAction;
    readonly axe: number;
    readonly intitule: string;
    readonly etat: string;
    readonly collectivite: string;
  },
): Variante {
  const action = String(numero);
  const created = poser(
    variante,
    { objet: "actionNouvelle", champs: { action, axe: String(axe), intitule } },
    { action },
  );
  const financed = ecrireMontant(created, tableau, numero, "etat", etat);
  return ecrireMontant(financed, tableau, numero, "collectivite", collectivite);
}

/** From the year of the avenant on; what was typed for it goes. */
export function terminerAction(variante: Variante, numero: NumeroAction): Variante {
  const action = String(numero);
  const annee = String(variante.annee);
  const without = oter(oter(variante, "montant", { action, annee }), "cible", { action, annee });
  return poser(without, { objet: "actionTerminee", champs: { action, annee } }, { action });
}

/** All that is typed for one action goes: it is again what the contract says. */
export function retablirAction(variante: Variante, numero: NumeroAction): Variante {
  const lignes = variante.lignes.filter(({ champs }) => champs.action !== String(numero));
  return direPourquoi({ ...variante, lignes }, numero, "");
}

export function fixerCible(
  variante: Variante,
  {
    action,
    indicateur,
    valeur,
  }: { readonly action: NumeroAction; readonly indicateur: number; readonly valeur: string },
): Variante {
  const same = { action: String(action), indicateur: String(indicateur), annee: String(variante.annee) };
  if (valeur.trim() === "") return oter(variante, "cible", same);
  return poser(variante, { objet: "cible", champs: { ...same, valeur } }, same);
}

export function changerAxe(variante: Variante, numero: NumeroAction, axe: number, auContratAxe: number): Variante {
  const action = String(numero);
  if (axe === auContratAxe) return oter(variante, "axeAction", { action });
  return poser(variante, { objet: "axeAction", champs: { action, axe: String(axe) } }, { action });
}

export function direPourquoi(variante: Variante, quoi: NumeroAction | typeof ENVELOPPE, motif: string): Variante {
  const others = Object.fromEntries(Object.entries(variante.motifs).filter(([known]) => known !== String(quoi)));
  return { ...variante, motifs: motif.trim() === "" ? others : { ...others, [quoi]: motif } };
}

export const nouvelleVariante = (nom: string, annee: number, le: string): Variante => ({
  nom,
  annee,
  lignes: [],
  motifs: {},
  par: "",
  le,
});
