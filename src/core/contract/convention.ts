// The definition of one contract of the programme, as data: its zod schema and the types that follow from it.
import * as z from "zod";
import { cofinancement } from "./definition/cofinancement";
import { autresComptes, coordonneesBancaires } from "./definition/comptes";
import { annee, dateIso, montant, numero, numeroAction, part, texte, valeur } from "./definition/grandeurs";
import { articles, empreintes, origine, question, source } from "./definition/provenance";

const identifiant = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: "des minuscules sans accent, des chiffres et des tirets sont attendus",
});

const statut = z.enum(["ferme", "provisionnel"]).describe("Ferme une fois fixé par le contrat ou un avenant.");

const FERMETE =
  "Ferme : l’avenant fixe ce qu’il écrit ; provisionnel : il l’annonce. Par défaut, il fixe les années jusqu’à celle pour laquelle il est fait (celle de son effet, ou la première qu’il écrit si elles sont toutes après).";
const statutDeLigne = statut.optional().describe(FERMETE);

const partie = z.strictObject({
  nom: texte,
  representant: texte.optional(),
  qualite: texte.optional(),
});

const alias = z.array(texte).default([]).describe("Autres libellés sous lesquels le contrat le désigne.");

const creditEtat = z.strictObject({
  annee,
  montant,
  statut,
  /** State amount per axe, where the contract or an avenant fixes it. */
  repartition: z.array(z.strictObject({ axe: numero, montant })).optional(),
});

const montantsAction = z.strictObject({ annee, etat: montant, collectivite: montant });

const indicateur = z.strictObject({
  numero,
  intitule: texte,
  alias,
  t0: valeur,
  t0Texte: texte.optional().describe("Situation de départ en mots, quand elle n’est pas un nombre ; t0 est alors nd."),
  cibles: z.array(
    z.strictObject({
      annee,
      valeur,
      texte: texte.optional().describe("Cible en mots, quand elle n’est pas un nombre ; valeur est alors nd."),
    }),
  ),
  sens: z
    .enum(["hausse", "baisse"])
    .optional()
    .describe("« baisse » pour un indicateur qui doit diminuer ; « hausse » par défaut."),
  unite: z
    .enum(["nombre", "pourcentage", "montant", "texte"])
    .optional()
    .describe("« nombre » par défaut ; un pourcentage s’écrit 62.5 pour 62,5 %."),
  cumul: z.boolean().optional().describe("Vrai quand chaque cible compte depuis le début du contrat."),
});

const fiche = z.strictObject({
  sousAxe: texte.optional(),
  constats: texte.optional().describe("Constats et problématiques."),
  objectif: texte.optional().describe("Objectif principal de l’action."),
  descriptif: texte.optional().describe("Objectifs opérationnels et descriptif de l’action."),
  debut: dateIso,
  fin: dateIso,
  publicCible: texte,
  nature: texte,
  pilotage: texte,
  partenaires: texte,
  /** Numbers of the actions that the fiche names as linked; links need not be mutual. */
  actionsLiees: z.array(numeroAction),
  axesLies: z.array(numero).default([]),
});

const sousAction = z.strictObject({
  numero: texte.describe("Tel que le contrat l’écrit : 1.1, 1.a."),
  intitule: texte,
  operateur: texte.optional(),
  montants: z
    .array(montantsAction)
    .optional()
    .describe("Détail des montants de l’action, dont la somme reste la sienne."),
});

const action = z.strictObject({
  numero: numeroAction,
  axe: numero,
  intitule: texte,
  alias,
  montants: z.array(montantsAction),
  indicateurs: z.array(indicateur),
  /** Other financing: within the total cost, outside the least share and the State's envelope. */
  autres: z
    .array(z.strictObject({ financeur: texte, annee, montant }))
    .optional()
    .describe("Autres financements : dans le coût total, hors du cofinancement minimum et de l’enveloppe de l’État."),
  operateurs: z.array(texte).optional(),
  sousActions: z.array(sousAction).optional(),
  fiche: fiche.optional(),
});

const ligneImputation = z.strictObject({
  annee,
  axe: numero,
  action: texte,
  sousAction: texte,
  intitule: texte,
  activite: texte,
  intituleActivite: texte,
  /** Twelve digits, without spaces. */
  code: z.string().regex(/^\d{12}$/, { error: "douze chiffres sans espace sont attendus" }),
  montant,
});

const echeance = z.strictObject({
  id: identifiant,
  intitule: texte,
  alias,
  article: texte,
  date: dateIso,
  avenantPour: annee
    .optional()
    .describe("Année dont l’avenant est attendu : l’échéance est tenue dès que cet avenant est enregistré."),
  reglage: z
    .boolean()
    .optional()
    .describe("Vrai quand le contrat demande l’acte sans en fixer la date : la date est alors un réglage."),
  genre: z
    .enum(["obligation", "droit", "terme"])
    .optional()
    .describe(
      "« obligation » par défaut. Un acte dû, un droit qui s’éteint ce jour-là, ou le terme du contrat : un droit n’est jamais en retard.",
    ),
});

const avenant = z.strictObject({
  numero,
  signeLe: dateIso,
  effetLe: dateIso
    .optional()
    .describe("Jour où il prend effet, pour ce qui ne porte pas sur une année ; celui de sa signature par défaut."),
  clause: texte.optional().describe("L’article ou la clause qui le prévoit, ou qu’il change."),
  delibereLe: dateIso.optional().describe("Jour de la délibération qui autorise à le signer."),
  /** State amounts that the avenant fixes: firm from then on. */
  creditsEtat: z
    .array(creditEtat.extend({ montant: montant.optional(), statut: statutDeLigne }))
    .default([])
    .describe("Crédits de l’État écrits par l’avenant ; sans montant, la somme des axes ou le montant d’avant."),
  /** New amounts of parts of actions. */
  montants: z
    .array(
      z.strictObject({
        action: numeroAction,
        annee,
        partie: z.enum(["etat", "collectivite"]),
        montant,
        statut: statutDeLigne,
      }),
    )
    .default([]),
  actionsNouvelles: z.array(action).default([]),
  /** Indicators added to actions that exist already; those of a new action stand with it. */
  indicateursNouveaux: z.array(indicateur.extend({ action: numeroAction })).default([]),
  /** Actions that have no amounts from the given year on. */
  actionsTerminees: z.array(z.strictObject({ action: numeroAction, aPartirDe: annee })).default([]),
  cibles: z.array(z.strictObject({ action: numeroAction, indicateur: numero, annee, valeur })).default([]),
  echeancesNouvelles: z
    .array(echeance.omit({ reglage: true }))
    .optional()
    .describe("Échéances que l’avenant ajoute, ou dont il fixe la date que le contrat laissait en réglage."),
  modifications: z
    .array(
      z.strictObject({
        sur: texte.describe(
          "Ce qui change : « cofinancement/seuil », « actions/3/axe », « coordonneesBancaires/iban »…",
        ),
        valeur: z.union([z.number(), texte, z.null()]).describe("Nouvelle valeur ; null supprime un indicateur."),
      }),
    )
    .optional()
    .describe(
      "Tout autre changement : intitulés, axe d’une action, T0, dates, seuil, compte, période, parties, codes.",
    ),
});

export const conventionSchema = z.strictObject({
  $schema: z.string().optional(),
  origine: origine
    .optional()
    .describe(
      "D’où la commande nouveau-contrat a tiré cette définition ; ne la modifiez pas, elle est rappelée par chaque vérification.",
    ),
  questions: z
    .array(question)
    .optional()
    .describe(
      "Ce que la commande nouveau-contrat suppose ou n’a pas lu ; répondez avec ses options --questions et --reponses. Tant qu’il en reste une, ou un texte « À compléter », rien n’est conforme, ni scellé, ni constaté. Gardez la liste, même vide.",
    ),
  relecture: z
    .strictObject({ par: texte, le: dateIso })
    .optional()
    .describe("Qui a confirmé, en une fois, tout ce qui a été lu dans le document."),
  sources: z
    .record(texte, source)
    .optional()
    .describe(
      "D’où vient chaque valeur, par clause (« cofinancement/seuil ») ou pour toutes celles d’une chose (« actions/3 »). Une définition sans sources vaut pour confirmée par qui la donne.",
    ),
  articles: articles
    .optional()
    .describe(
      "Numéro de l’article du contrat par matière : « 2.2 » ou « annexe 1 ». Les écarts citent celui-là ; sans lui, celui que donnent les sources, sinon ils disent « article non précisé ».",
    ),
  empreintes,
  id: identifiant,
  intitule: texte,
  etat: partie,
  collectivite: partie.extend({
    /** The noun of the agents' sentences: "Métropole" in "part Métropole". */
    designation: texte.describe("Nom de la collectivité dans les messages : Métropole, Département."),
    /** Words that head this party's columns, besides its designation: its name, its initials. */
    motsColonne: z.array(texte).describe("Mots qui coiffent ses colonnes, outre sa désignation."),
  }),
  /** Other parties that signed. */
  signataires: z
    .array(partie.extend({ role: texte.optional() }))
    .optional()
    .describe("Autres signataires : communes, CAF, agence régionale de santé…"),
  signeLe: dateIso.optional().describe("Jour de la signature."),
  effetLe: dateIso.optional().describe("Jour où le contrat prend effet, s’il n’est pas celui de la signature."),
  periode: z.strictObject({ debut: dateIso, fin: dateIso }),
  /** Budget years in order; their dates need not be those of a calendar year. */
  annees: z.array(z.strictObject({ annee, debut: dateIso, fin: dateIso })).min(1),
  creditsEtat: z.array(creditEtat).min(1),
  axes: z.array(z.strictObject({ numero, intitule: texte, alias })).min(1),
  actions: z.array(action).min(1),
  cofinancement,
  montantsPour: z
    .enum(["action", "axe", "contrat"])
    .optional()
    .describe(
      "Ce pour quoi le contrat arrête ses montants : chaque action (par défaut), chaque axe, ou le contrat entier. Les montants des actions sont alors ceux que le classeur répartit : 0 dans la définition.",
    ),
  autresFinanceurs: z
    .array(z.strictObject({ nom: texte, motsColonne: z.array(texte).optional() }))
    .optional()
    .describe("CAF, Région, FSE… et les mots qui coiffent leurs colonnes."),
  enveloppes: z
    .array(
      z.strictObject({
        id: identifiant,
        intitule: texte,
        financeur: texte.optional(),
        axe: numero.optional().describe("L’axe dont elle est ; tout le contrat par défaut."),
        montants: z.array(z.strictObject({ annee, montant, statut })),
      }),
    )
    .optional()
    .describe(
      "Ce qu’une autre partie que l’État apporte chaque année à tout le contrat, ou à un axe : la collectivité, la CAF, France Travail…",
    ),
  imputation: z.strictObject({ programme: texte, intitule: texte, lignes: z.array(ligneImputation) }),
  versements: z
    .array(
      z.strictObject({
        annee: annee.optional().describe("L’année dont il est une part ; chacune par défaut."),
        part: part.describe("Part des crédits de l’année, entre 0 et 1 : 0.8 pour 80 %."),
        date: dateIso.optional().describe("Jour où il est dû, pour une année nommée."),
        condition: texte.optional().describe("Ce qui l’ouvre : « à la signature », « à la remise du bilan »."),
      }),
    )
    .optional()
    .describe("Échéances du versement de l’État, dans leur ordre ; sans elles, il verse en une fois."),
  coordonneesBancaires,
  autresComptes,
  ordonnateur: texte.optional(),
  comptable: texte.optional(),
  echeances: z.array(echeance),
  reglages: z.strictObject({
    /** Executed / contracted below which an action is under-consumed. A setting, not a figure of the contract. */
    alerteSousConsommation: part,
    /** Achieved / target below which an indicator is an alert. A setting, not a figure of the contract. */
    alerteCible: part,
    joursDeCloture: z
      .int()
      .min(0)
      .max(366)
      .optional()
      .describe(
        "Jours après la fin d’une année pendant lesquels ses chiffres ne sont pas encore attendus : 31 par défaut.",
      ),
  }),
  /** National indicators, where the contract lists them. */
  indicateursNationaux: z.array(texte),
  nationaux: z
    .array(z.strictObject({ intitule: texte, code: texte.optional(), unite: texte.optional() }))
    .optional()
    .describe("Code et unité des indicateurs nationaux, par leur intitulé."),
  avenants: z.array(avenant).default([]),
});

/** A definition as it is written: amounts in euros. */
export type ConventionDefinition = z.input<typeof conventionSchema>;
/** Once checked: amounts in centimes. */
type Verifiee = z.output<typeof conventionSchema>;
export type Convention = Omit<Verifiee, "actions" | "creditsEtat"> & {
  readonly actions: readonly Action[];
  readonly creditsEtat: readonly Credit[];
  /** Of a contract in force: what it was for each year that is judged by other clauses. */
  readonly parAnnee?: ReadonlyMap<number, Convention>;
};

export type Source = z.output<typeof source>;
export type Axe = Convention["axes"][number];
export type Credit = Verifiee["creditsEtat"][number] & {
  /** Of a contract in force: the number of the avenant that fixed the year. */
  readonly fixePar?: number;
};
export type Action = Verifiee["actions"][number] & {
  /** Of a contract in force: the axe in the years in which it was another one. */
  readonly axes?: ReadonlyMap<number, number>;
  /** Of a contract in force: the years in which its amounts are not the contract's but those that the workbook gives it. */
  readonly reparti?: ReadonlySet<number>;
};
export type SousAction = NonNullable<Action["sousActions"]>[number];
export type Indicateur = Action["indicateurs"][number];
export type Avenant = Convention["avenants"][number];
export type Echeance = Convention["echeances"][number];
export type Valeur = z.output<typeof valeur>;
/** The parties whose amounts a budget states, and their sum. "collectivite" is the local party. */
export type Colonne = "etat" | "collectivite" | "total";
