// What still depends on a thing that an avenant takes away from the contract: then it may not go.
import { formatListeCourte, formatMontant } from "../../domain/words/format";
import { cite, slug, typographie } from "../../domain/words/typographie";
import type { Montant } from "../../domain/values/montant";
import type { Convention } from "../convention";

type Names = readonly string[];

/** Names of what depends on it, in words; `depuis` is the day from which it is to be gone. */
type Dependance = (convention: Convention, names: Names, depuis: string) => readonly string[];

const SHOWN = 3;

const owed = ({ montant }: { readonly montant: Montant }): boolean => montant > 0;

const amountOf = (annee: number, montant: Montant): string => `${annee} (${formatMontant(montant)})`;

/** The money that a party brings in the years that are not over on that day. */
function moneyOf({ actions, annees, enveloppes = [] }: Convention, own: string, depuis: string): readonly string[] {
  const open = new Set(annees.filter(({ fin }) => fin >= depuis).map(({ annee }) => annee));
  const ofActions = actions.flatMap(({ numero, autres = [] }) =>
    autres
      .filter((each) => slug(each.financeur) === own && owed(each) && open.has(each.annee))
      .map(({ annee, montant }) => `son montant de l’action ${numero} pour ${amountOf(annee, montant)}`),
  );
  const ofEnveloppes = enveloppes
    .filter(({ financeur }) => financeur !== undefined && slug(financeur) === own)
    .flatMap(({ intitule, montants }) =>
      montants
        .filter((each) => owed(each) && open.has(each.annee))
        .map(({ annee, montant }) => `l’enveloppe ${cite(intitule)} pour ${amountOf(annee, montant)}`),
    );
  return [...ofActions, ...ofEnveloppes];
}

const ofAxe: Dependance = ({ actions, creditsEtat, enveloppes = [], imputation }, [, axe]) => {
  const numero = Number(axe);
  return [
    ...actions.filter((action) => action.axe === numero).map((action) => `l’action ${action.numero}`),
    ...creditsEtat.flatMap(({ annee, repartition = [] }) =>
      repartition
        .filter((part) => part.axe === numero && owed(part))
        .map(({ montant }) => `sa part des crédits de l’État ${amountOf(annee, montant)}`),
    ),
    ...enveloppes
      .filter((each) => each.axe === numero && each.montants.some(owed))
      .map(({ intitule }) => `l’enveloppe ${cite(intitule)}`),
    ...imputation.lignes
      .filter((ligne) => ligne.axe === numero && owed(ligne))
      .map(({ annee, montant }) => `son imputation ${amountOf(annee, montant)}`),
  ];
};

const ofEnveloppe: Dependance = ({ enveloppes = [] }, [, id = ""]) =>
  enveloppes
    .filter((each) => each.id === id || slug(each.intitule) === id)
    .flatMap(({ montants }) =>
      montants.filter(owed).map(({ annee, montant }) => `son montant ${amountOf(annee, montant)}`),
    );

const ofSousAction: Dependance = ({ actions, collectivite }, [, action, numero]) =>
  (actions.find((each) => String(each.numero) === action)?.sousActions ?? [])
    .filter((each) => each.numero === numero)
    .flatMap(({ montants = [] }) =>
      montants.flatMap(({ annee, etat, collectivite: local }) => [
        ...(etat > 0 ? [`sa part État ${amountOf(annee, etat)}`] : []),
        ...(local > 0 ? [`sa part ${collectivite.designation} ${amountOf(annee, local)}`] : []),
      ]),
    );

/** What the State pays to an axe in a year is paid by the codes of that line. */
const ofImputation: Dependance = ({ creditsEtat }, [, annee, axe]) =>
  creditsEtat
    .filter((credit) => credit.annee === Number(annee))
    .flatMap(({ repartition = [] }) => repartition.filter((part) => part.axe === Number(axe) && owed(part)))
    .map(({ montant }) => `les crédits de l’État de cet axe pour ${amountOf(Number(annee), montant)}`);

const DEPENDANCES: readonly (readonly [RegExp, Dependance])[] = [
  [/^signataires\/([^/]+)$/, (convention, [, own = ""], depuis) => moneyOf(convention, own, depuis)],
  // Its amounts of the years that are over are the contract's still: so is its name.
  [/^financeurs\/([^/]+)$/, (convention, [, own = ""]) => moneyOf(convention, own, "")],
  [/^enveloppes\/([^/]+)$/, ofEnveloppe],
  [/^axes\/(\d+)$/, ofAxe],
  [/^actions\/([^/]+)\/sous-actions\/([^/]+)$/, ofSousAction],
  [/^imputation\/lignes\/(\d{4})\/(\d+)$/, ofImputation],
];

/** French sentence without its full stop; null where nothing keeps the thing from going. */
export function dependance(convention: Convention, cle: string, depuis: string): string | null {
  for (const [words, find] of DEPENDANCES) {
    const names = words.exec(cle);
    if (!names) continue;
    const found = find(convention, names, depuis);
    if (found.length === 0) return null;
    const all = formatListeCourte(found, SHOWN);
    const verb = found.length > 1 ? "en dépendent" : "en dépend";
    return typographie(
      `le contrat en a encore besoin : ${all} ${verb}. Changez-le d’abord par le même avenant, ou gardez ce point`,
    );
  }
  return null;
}

/** What a year still holds once the contract ends before it. */
export function dependanceDeLAnnee(
  { creditsEtat, actions, enveloppes = [] }: Convention,
  annee: number,
): string | null {
  const credit = creditsEtat.find((each) => each.annee === annee && owed(each));
  const found = [
    ...(credit ? [`les crédits de l’État (${formatMontant(credit.montant)})`] : []),
    ...actions
      .filter(
        ({ montants, autres = [] }) =>
          montants.some((each) => each.annee === annee && each.etat + each.collectivite > 0) ||
          autres.some((each) => each.annee === annee && owed(each)),
      )
      .map(({ numero }) => `des montants de l’action ${numero}`),
    ...enveloppes
      .filter(({ montants }) => montants.some((each) => each.annee === annee && owed(each)))
      .map(({ intitule }) => `l’enveloppe ${cite(intitule)}`),
  ];
  if (found.length === 0) return null;
  return typographie(
    `l’année ${annee} commencerait après cette fin, et le contrat y porte encore ${formatListeCourte(found, SHOWN)}. Mettez-les à zéro ou terminez les actions par le même avenant`,
  );
}
