// What was drafted of an invented contract, field by field, and which of its fields are wrong without being asked.
import type { ConventionEbauchee } from "../../src/core/drafting/ebauche";
import { draftSigned } from "../../src/core/drafting/draft-signed";
import { documentOf, type Attendu, type Ligne } from "./invented-document";

type Definition = Extract<ConventionEbauchee, { readonly ok: true }>["definition"];

export function draft(lignes: readonly Ligne[]): Definition {
  const drafted = draftSigned(documentOf(lignes));
  if (!drafted.ok) throw new Error(drafted.message);
  return drafted.definition;
}

const dateOf = ({ echeances }: Definition, id: string): string | undefined =>
  echeances.find((each) => each.id === id)?.date;

const FIELDS: { readonly [Key in keyof Attendu]-?: (definition: Definition) => unknown } = {
  nom: ({ collectivite }) => collectivite.nom,
  designation: ({ collectivite }) => collectivite.designation,
  etat: ({ etat, signataires = [] }) =>
    [etat, ...signataires.filter(({ nom }) => nom === "État")].map(({ representant }) => representant),
  periode: ({ periode: { debut, fin } }) => [debut, fin],
  annees: ({ annees }) => annees.map(({ annee }) => annee),
  credits: ({ creditsEtat }) => creditsEtat.map(({ montant, statut }) => [montant, statut]),
  repartition: ({ creditsEtat: [first] }) => first?.repartition?.map(({ axe, montant }) => [axe, montant]) ?? null,
  seuil: ({ cofinancement }) => cofinancement.seuil,
  programme: ({ imputation }) => imputation.programme,
  codes: ({ imputation: { lignes } }) => lignes.map(({ code, axe, montant }) => [code, axe, montant]),
  iban: ({ coordonneesBancaires }) => coordonneesBancaires?.iban,
  signeLe: ({ signeLe }) => signeLe,
  rapport: (definition) => dateOf(definition, "rapport-execution"),
  denonciation: (definition) => dateOf(definition, "denonciation"),
  signataires: ({ signataires = [] }) => signataires.map(({ nom }) => nom),
  montants: ({ actions }) => actions.map(({ montants: [first] }) => [first?.etat, first?.collectivite]),
};

/** A question about any of these is a question about the field. */
const CHAMPS: { readonly [Key in keyof Attendu]-?: RegExp } = {
  nom: /^collectivite/,
  designation: /^collectivite/,
  etat: /^(?:etat|signataires)/,
  periode: /^periode/,
  annees: /^annees/,
  credits: /^creditsEtat(?:$|\[\d+\]\.(?:montant|statut))/,
  repartition: /^creditsEtat(?:$|\[\d*\]\.repartition)/,
  seuil: /^cofinancement/,
  programme: /^imputation\.programme/,
  codes: /^imputation\.lignes/,
  iban: /^coordonneesBancaires(?:\.iban)?$/,
  signeLe: /^signeLe/,
  rapport: /^echeances/,
  denonciation: /^(?:echeances|periode)/,
  signataires: /^(?:signataires|etat|collectivite)/,
  montants: /^(?:montantsPour|actions)(?:$|\[\d*\]\.montants)/,
};

const isAsked = ({ questions }: Definition, field: keyof Attendu): boolean =>
  questions.some(({ champ }) => CHAMPS[field].test(champ));

const NAMES = Object.keys(FIELDS) as readonly (keyof Attendu)[];

export const read = (definition: Definition): Attendu =>
  Object.fromEntries(NAMES.map((name) => [name, FIELDS[name](definition)])) as unknown as Attendu;

/** Fields that say otherwise than they should, and that nobody is asked about. */
export function silentlyWrong(lignes: readonly Ligne[], attendu: Attendu): readonly string[] {
  const definition = draft(lignes);
  const lu = read(definition);
  // Which apostrophe is the document's own affair.
  const said = (value: unknown): string => JSON.stringify(value ?? null).replaceAll("'", "’");
  return NAMES.filter((name) => said(lu[name]) !== said(attendu[name] ?? []) && !isAsked(definition, name)).map(
    (name) => `${name}: ${JSON.stringify(lu[name])}`,
  );
}
