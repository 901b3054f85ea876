// What a value changes in a drafted contract, said before it is chosen: the least share held against the actions, the credits against their sum.
import { conventionSchema, type Convention, type ConventionDefinition } from "../../contract/convention";
import { cheminDuChamp } from "../../contract/definition/champ";
import { poser } from "../../contract/definition/poser";
import { ajouter, ENSEMBLE, type QuestionPosee } from "../../contract/definition/repondre";
import { contractAmount, estParAction, leastLocalPart, seuilDe } from "../../contract/in-force/contract-amounts";
import { addMontants, subtractMontants, ZERO } from "../../domain/values/montant";
import { accord } from "../../domain/words/accord";
import { formatDate, formatMontant } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";

/** A French sentence; null where there is nothing to say of it. */
export function effetDuChoix(
  definition: ConventionDefinition,
  { champ, ensemble }: QuestionPosee,
  valeur: unknown,
): string | null {
  const changed =
    valeur === ENSEMBLE && ensemble
      ? ajouter(definition, ensemble)
      : poser(definition, cheminDuChamp(champ) as readonly PropertyKey[], valeur);
  const result = conventionSchema.safeParse(changed);
  if (!result.success) return null;
  const text = direEffet(result.data, champ);
  return text === null ? null : typographie(text);
}

function direEffet(convention: Convention, champ: string): string | null {
  if (champ.startsWith("cofinancement")) return direPartMinimale(convention);
  const [, rank] = /^creditsEtat\[(\d+)\]\.montant$/.exec(champ) ?? [];
  if (rank !== undefined) return direCredits(convention, Number(rank));
  if (!champ.startsWith("periode")) return null;
  const { debut, fin } = convention.periode;
  return `le contrat va du ${formatDate(debut)} au ${formatDate(fin)}.`;
}

function direPartMinimale(convention: Convention): string | null {
  const { actions, annees } = convention;
  if (!estParAction(convention)) return null;
  const below = actions.filter((action) =>
    annees.some(({ annee }) => {
      const etat = contractAmount(action, annee, "etat");
      const least = leastLocalPart(seuilDe(convention, { axe: action.axe, action: action.numero, annee }), etat);
      return etat > ZERO && (least === null || contractAmount(action, annee, "collectivite") < least);
    }),
  );
  const all = accord(actions.length, "action");
  if (below.length === 0)
    return actions.length === 1
      ? "la seule action du contrat respecte la part minimale."
      : `les ${all} du contrat respectent la part minimale.`;
  const named = below.map(({ numero }) => numero).join(", ");
  return `${below.length} des ${all} du contrat ${below.length < 2 ? "n’a" : "n’ont"} pas la part minimale (${named}).`;
}

function direCredits({ creditsEtat, actions }: Convention, rank: number): string | null {
  const credits = creditsEtat[rank];
  if (!credits) return null;
  const sum = actions.reduce(
    (total, action) => addMontants(total, contractAmount(action, credits.annee, "etat")),
    ZERO,
  );
  if (sum === ZERO) return null;
  const gap = subtractMontants(sum, credits.montant);
  const said = `les parts de l’État des actions de ${credits.annee} font ${formatMontant(sum)}`;
  if (gap === ZERO) return `${said} : la même somme.`;
  const more = gap > ZERO;
  return `${said}, ${formatMontant(more ? gap : subtractMontants(ZERO, gap))} de ${more ? "plus" : "moins"}.`;
}
