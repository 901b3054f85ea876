// From a variant to its consequences: its lines amend the contract, the rules judge a workbook that follows it to the letter.
import { amend } from "../contract/avenants/avenant";
import { nameAvenant } from "../contract/avenants/fixation";
import { axeDe, conventionEnVigueur } from "../contract/in-force/en-vigueur";
import { ofYear } from "../contract/in-force/of-year";
import type { Action, Avenant, Convention, Valeur } from "../contract/convention";
import { remember } from "../domain/remember";
import { ENVELOPPE, type LigneSaisie, type Variante } from "../domain/variante";
import { lireMontant } from "../domain/values/lire-montant";
import { addMontants, subtractMontants, toEuros, ZERO, type Montant } from "../domain/values/montant";
import { formatNombre } from "../domain/words/format";
import { contractedOf, type Contractualise } from "../facts/ledger/ecriture";
import type { AnneeTotale, CibleProposee, LigneProposee, Proposition, Rompu } from "../reports/avenant/proposition";
import { aJustifier } from "../reports/avenant/a-justifier";
import { sommeContractualisee } from "../reports/avenant/tableau";
import type { Finding } from "../verification";
import { verify } from "../verify";
import { classeurDuContrat } from "./classeur-du-contrat";
import { lireLignes } from "./lire-lignes";
import type { Preparation } from "./preparer";

/** What the agents settle between them, and the table says beside what would break. */
const SAID_BESIDE: ReadonlySet<Finding["rule"]> = new Set(["cible-a-preciser"]);

const sumOf = (montants: readonly Montant[]): Montant => addMontants(ZERO, ...montants);

/** Judged as on the day that is given, signed by then. */
function judge(convention: Convention, asOf: string): readonly Finding[] {
  const { convention: enVigueur, avenants } = conventionEnVigueur(convention, asOf);
  const raw = classeurDuContrat(enVigueur, { avenants, asOf });
  return verify(raw, convention, asOf, "given").verification.findings;
}

/** What the rules say of the contract before any change: none of it is the variant's doing. */
const before = remember(({ banc, tableau }: Preparation): ReadonlySet<string> => {
  return new Set(judge(banc.convention, tableau.asOf).map(({ message }) => message));
});

/** Without what names the avenant as if it were signed: it is only tried. */
function sansSource(message: string, avenant: Avenant): string {
  const tail = ` par ${nameAvenant(avenant)}.`;
  const at = message.indexOf(tail);
  return at < 0 ? message : message.slice(0, message.lastIndexOf(". ", at) + 1) + message.slice(at + tail.length);
}

function rompusDe(preparation: Preparation, avenant: Avenant): readonly Rompu[] {
  const { banc, tableau } = preparation;
  const known = before(preparation);
  const convention = { ...banc.convention, avenants: [...banc.convention.avenants, avenant] };
  return judge(convention, tableau.asOf)
    .filter(({ severity, rule, message }) => severity !== "info" && !SAID_BESIDE.has(rule) && !known.has(message))
    .map(({ severity, message, subject, rule, figures }) => ({
      severity,
      phrase: sansSource(message, avenant),
      action: subject.action ?? null,
      remede:
        rule === "cofinancement-minimum" && subject.year === tableau.annee && figures?.unit === "montant"
          ? figures.expected
          : null,
    }));
}

/** The envelope that the variant writes for the year, as a whole or by axe; else the contract's. */
function creditsDe({ annee, lignes }: Variante, inForce: Montant): Montant {
  const own = lignes.filter(({ objet, champs }) => objet === "credits" && champs.annee === String(annee));
  const wholes = own.filter(({ champs }) => !champs.axe);
  const read = (wholes.length > 0 ? wholes : own).map(({ champs }) => lireMontant(champs.valeur ?? "", "General", "€"));
  const known = read.flatMap((lu) => (lu.reason === null ? [lu.value] : []));
  return known.length > 0 && known.length === read.length ? sumOf(known) : inForce;
}

const euros = (montant: Montant): string => String(toEuros(montant)).replace(".", ",");

/** What fixes the year: its credits by axe where the actions take all of them, else its credits alone. */
function lignesDesCredits(annee: number, credits: Montant, axes: Proposition["axes"], reste: Montant): LigneSaisie[] {
  const line = (valeur: Montant, axe?: number): LigneSaisie => ({
    objet: "credits",
    champs: { annee: String(annee), ...(axe !== undefined && { axe: String(axe) }), valeur: euros(valeur) },
  });
  return reste === 0 ? axes.map(({ numero, apres }) => line(apres, numero)) : [line(credits)];
}

function axesOf({ axes, actions }: Convention, annee: number): ReadonlyMap<number, Montant> {
  return new Map(
    axes.map(({ numero }) => [
      numero,
      sumOf(
        actions.filter((action) => axeDe(action, annee) === numero).map((action) => contractedOf(action, annee).etat),
      ),
    ]),
  );
}

const NOTHING: Contractualise = { etat: ZERO, collectivite: ZERO, total: ZERO };

function ligneOf(before: Action | undefined, after: Action, variante: Variante): LigneProposee {
  const { annee, lignes, motifs } = variante;
  const [avant, apres] = [before ? contractedOf(before, annee) : NOTHING, contractedOf(after, annee)];
  const axe = axeDe(after, annee);
  const axeAvant = before && axeDe(before, annee) !== axe ? axeDe(before, annee) : null;
  const isEnded = lignes.some(
    ({ objet, champs }) => objet === "actionTerminee" && champs.action === String(after.numero),
  );
  const isChanged = axeAvant !== null || avant.etat !== apres.etat || avant.collectivite !== apres.collectivite;
  return {
    action: { numero: after.numero, intitule: after.intitule, axe },
    avant,
    apres,
    axeAvant,
    sort: !before ? "nouvelle" : isEnded ? "terminee" : isChanged ? "modifiee" : "inchangee",
    motif: motifs[String(after.numero)]?.trim() ?? "",
  };
}

const direCible = (valeur: Valeur | undefined): string =>
  valeur === undefined ? "–" : valeur === "nd" ? "à préciser" : formatNombre(valeur);

function ciblesOf(from: Convention, to: Convention): CibleProposee[] {
  return to.actions.flatMap((action) =>
    action.indicateurs.flatMap((indicateur) =>
      indicateur.cibles.flatMap(({ annee, valeur }): CibleProposee[] => {
        const known = from.actions
          .find(({ numero }) => numero === action.numero)
          ?.indicateurs.find(({ numero }) => numero === indicateur.numero);
        const old = known && ofYear(known.cibles, annee)?.valeur;
        if (old === valeur) return [];
        return [
          {
            action: action.numero,
            indicateur: indicateur.numero,
            intitule: indicateur.intitule,
            annee,
            avant: direCible(old),
            apres: direCible(valeur),
          },
        ];
      }),
    ),
  );
}

const totalOf = ({ actions }: Convention, annee: number): Contractualise =>
  sommeContractualisee(actions.map((action) => contractedOf(action, annee)));

/** What an action begins with is of its years. */
const isOfNoYear = ({ objet, champs }: LigneSaisie): boolean => objet !== "actionNouvelle" && !champs.annee;

/** Later than any day of effect. */
const LAST = "9999-12-31";

export function proposer(preparation: Preparation, variante: Variante): Proposition {
  const { enVigueur, banc, tableau } = preparation;
  const { annee } = variante;
  const debut = ofYear(enVigueur.annees, annee)?.debut ?? tableau.asOf;
  const dates = { signeLe: tableau.asOf, effetLe: debut > tableau.asOf ? debut : "" };
  const own = lireLignes(banc, variante.lignes, dates);
  const erreurs = own.erreurs.flatMap((each, index) =>
    each.map((phrase) => `${own.libelles[index] || "Changement"} : ${phrase}`),
  );
  const after = own.avenant ? amend(enVigueur, own.avenant, LAST) : enVigueur;
  const credits = creditsDe(variante, tableau.credits);
  const total = { avant: totalOf(enVigueur, annee), apres: totalOf(after, annee) };
  const reste = subtractMontants(credits, total.apres.etat);
  const [left, right] = [axesOf(enVigueur, annee), axesOf(after, annee)];
  const axes = after.axes.map(({ numero, intitule }) => ({
    numero,
    intitule,
    avant: left.get(numero) ?? ZERO,
    apres: right.get(numero) ?? ZERO,
  }));
  const fixing = lignesDesCredits(annee, credits, axes, reste);
  const isCredit = ({ objet, champs }: LigneSaisie): boolean => objet === "credits" && champs.annee === String(annee);
  const lignesDuProjet = [...fixing, ...variante.lignes.filter((ligne) => !isCredit(ligne))];
  const whole = erreurs.length === 0 ? lireLignes(banc, lignesDuProjet, dates).avenant : null;
  const lignes = after.actions.map((action) =>
    ligneOf(
      enVigueur.actions.find(({ numero }) => numero === action.numero),
      action,
      variante,
    ),
  );
  const cibles = ciblesOf(enVigueur, after);
  return {
    variante,
    erreurs,
    lignes,
    axes,
    total,
    enveloppe: { avant: tableau.credits, credits, reste },
    annees: after.annees.map((year): AnneeTotale => ({
      annee: year.annee,
      avant: totalOf(enVigueur, year.annee),
      apres: totalOf(after, year.annee),
    })),
    cibles,
    rompus: whole ? rompusDe(preparation, whole) : [],
    aJustifier: aJustifier(tableau, lignes, cibles, { credits, motif: variante.motifs[ENVELOPPE] ?? "" }),
    effetLe: variante.lignes.some(isOfNoYear) && dates.effetLe !== "" ? dates.effetLe : null,
    lignesDuProjet,
    convention: after,
  };
}
