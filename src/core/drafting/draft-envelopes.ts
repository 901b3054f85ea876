// What articles say that another party than the State brings to the whole contract or to an axe: each sentence is a question, of which nothing is taken unasked.
import type { ConventionDefinition } from "../contract/convention";
import { formatListe } from "../domain/words/format";
import { foldText } from "../domain/words/label";
import { cite, slug } from "../domain/words/typographie";
import { endroitDe } from "./candidates";
import { euros } from "./from-annexes";
import { citeEndroit, type Notes } from "./notes";
import { amountsIn, yearsIn } from "./signed-amounts";
import type { Phrase } from "./signed-sentences";
import type { Vocabulaire } from "./who-and-what";

type Contrat = Pick<ConventionDefinition, "annees" | "creditsEtat" | "axes" | "collectivite">;
type Enveloppe = NonNullable<ConventionDefinition["enveloppes"]>[number];

const GIVES =
  /\b(?:apport|contribu|particip|financ|mobilis|consacr|abond|allou)\p{L}*|\b(?:s'eleve|s'elevent|se monte)\b/u;
const EACH_YEAR = /\b(?:par an|chaque annee|annuel\p{L}*|chacune des annees)\b/u;

type Placed = readonly { readonly at: number }[];

/** Each followed by its own of the others. */
const isInTurn = (ones: Placed, others: Placed): boolean =>
  ones.length === others.length &&
  ones.every(({ at }, rank) => {
    const own = others[rank]?.at ?? 0;
    return at < own && own < (ones[rank + 1]?.at ?? Infinity);
  });

/** A year each for its amount, or one amount for every year; null where the sentence does not say which is which. */
function amountsByYear(plie: string, { annees, creditsEtat }: Contrat): Enveloppe["montants"] | null {
  const [amounts, years] = [amountsIn(plie), yearsIn(plie)];
  const known = annees.map(({ annee }) => annee);
  const [first] = amounts;
  const isOfEach = amounts.length === 1 && years.length === 0 && EACH_YEAR.test(plie);
  const named = isOfEach ? known : years.map(({ valeur }) => valeur);
  if (!first || named.some((year) => !known.includes(year)) || new Set(named).size !== named.length) return null;
  if (!isOfEach && !isInTurn(amounts, years) && !isInTurn(years, amounts)) return null;
  return named.map((annee, rank) => ({
    annee,
    montant: (isOfEach ? first : amounts[rank])?.valeur ?? 0,
    statut: creditsEtat.find((credit) => credit.annee === annee)?.statut ?? "provisionnel",
  }));
}

/** Who brings it, in the contract's own word; null where the sentence speaks of the State too, or of several. */
function payeurDe({ plie, texte }: Phrase, words: Vocabulaire, { collectivite }: Contrat): string | null {
  const isLocal = words.nomme(plie, "collectivite");
  const other = words.autre(plie);
  if (words.nomme(plie, "etat") || isLocal === (other !== null)) return null;
  return isLocal
    ? collectivite.designation
    : (texte.split(/[^\p{L}]+/u).find((word) => foldText(word) === other) ?? other);
}

export function askEnvelopes(notes: Notes, phrases: readonly Phrase[], words: Vocabulaire, contrat: Contrat): void {
  for (const phrase of phrases) {
    const { plie, partie } = phrase;
    if (partie !== "article" || !GIVES.test(plie) || amountsIn(plie).length === 0) continue;
    const financeur = payeurDe(phrase, words, contrat);
    if (financeur === null) continue;
    const endroit = endroitDe(phrase);
    const numero = Number(/\b(?:axe|pilier) (?:n ?° ?)?(\d+)/.exec(plie)?.[1] ?? Number.NaN);
    const axe = contrat.axes.find((each) => each.numero === numero)?.numero;
    const montants = amountsByYear(plie, contrat);
    const question = `Ce que ${cite(financeur)} apporte : ${citeEndroit(endroit)}. Le contrat l’arrête-t-il, en tout ou pour un axe ?`;
    if (!montants) {
      notes.demander(
        "enveloppes",
        `${question} Les montants de chaque année n’ont pas été compris, rien n’en a été pris.`,
      );
      continue;
    }
    const intitule = `Part ${financeur}${axe === undefined ? "" : ` de l’axe ${axe}`}`;
    const valeur = { id: slug(intitule), intitule, financeur, ...(axe !== undefined && { axe }), montants };
    const said = formatListe(montants.map(({ annee, montant }) => `${euros(montant)} en ${annee}`));
    notes.demander("enveloppes", question, {
      ensemble: { libelle: `Oui : ${intitule}, ${said}`, ajouts: [{ liste: "enveloppes", valeur, ...endroit }] },
    });
  }
}
