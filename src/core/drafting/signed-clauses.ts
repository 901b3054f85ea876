// What the articles of a signed contract say: parties, period, credits and their split, threshold, imputation, account, dates.
import type { ConventionDefinition } from "../contract/convention";
import { citeDates } from "../domain/values/dates-francaises";
import { foldText } from "../domain/words/label";
import { AMOUNT, readAmount } from "./signed-amounts";
import { paragraphsOf, type Paragraphe, type SignedDocument } from "./signed-document";
import { readSignedImputation, type LigneSignee } from "./signed-imputation";

type Credit = ConventionDefinition["creditsEtat"][number];

export interface Trouve<Value> {
  readonly valeur: Value;
  readonly lieu: string;
}

/** An amount named by the words of an axe, before it is known which axe they are. */
export interface PartNommee {
  readonly nom: string;
  readonly montant: number;
}

export interface ClausesSignees {
  readonly etat: Trouve<ConventionDefinition["etat"]> | null;
  readonly collectivite: Trouve<{ nom: string; representant?: string; qualite?: string; designation: string }> | null;
  readonly periode: Trouve<ConventionDefinition["periode"]> | null;
  readonly credits: readonly Trouve<Omit<Credit, "repartition">>[];
  readonly repartition: Trouve<{ readonly annee: number; readonly parts: readonly PartNommee[] }> | null;
  readonly seuil: Trouve<number> | null;
  readonly programme: Trouve<{ programme: string; intitule: string }> | null;
  readonly imputation: readonly LigneSignee[];
  readonly compte: Partial<Record<"titulaire" | "domiciliation" | "rib" | "iban" | "bic", Trouve<string>>>;
  readonly ordonnateur: Trouve<string> | null;
  readonly comptable: Trouve<string> | null;
  readonly rapport: Trouve<string> | null;
  /** Months before the end until which the contract can be denounced. */
  readonly preavis: Trouve<number> | null;
  readonly signeLe: Trouve<string> | null;
  /** Null where nothing sets it apart from the day of the signature. */
  readonly effetLe: Trouve<string> | null;
}

const toNumber = (text: string): number => Number(text.replace(/ /g, "").replace(",", "."));

const trimmed = (text: string): string => text.replace(/(?<![ .,;:])[ .,;:]+$/, "").trim();

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Apostrophes of both kinds: the parties' own stays in what is read. */
function loose(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replaceAll("'", "['’]"), pattern.flags);
}

/** The first paragraph that says it. */
function search<Value>(
  paragraphs: readonly Paragraphe[],
  pattern: RegExp,
  read: (match: RegExpExecArray, paragraph: Paragraphe) => Value | null,
): Trouve<Value> | null {
  const own = loose(pattern);
  for (const paragraph of paragraphs) {
    const match = own.exec(paragraph.texte);
    const valeur = match && read(match, paragraph);
    if (valeur !== null) return { valeur, lieu: paragraph.lieu };
  }
  return null;
}

function searchAll<Value>(
  paragraphs: readonly Paragraphe[],
  pattern: RegExp,
  read: (match: RegExpExecArray, paragraph: Paragraphe) => Value | null,
): readonly Trouve<Value>[] {
  const own = loose(pattern);
  return paragraphs.flatMap((paragraph) => {
    const match = own.exec(paragraph.texte);
    const valeur = match && read(match, paragraph);
    return valeur === null ? [] : [{ valeur, lieu: paragraph.lieu }];
  });
}

const TITLE = /^(?:Monsieur|Madame|M\.|Mme) /i;
const PARTY =
  /^(.+?),? (?:représenté|représentée|représentés) par (.+?),? (?:et )?(?:désigné|désignée|dénommé|dénommée|ci-après)[^«]*«\s*(.+?)\s*»/i;

function readPerson(text: string): { representant?: string; qualite?: string } {
  const parts = text.split(/, (?:et )?/).map(trimmed);
  const named = parts.findIndex((part) => TITLE.test(part));
  if (named < 0) return { qualite: trimmed(text) };
  const representant = (parts[named] ?? "").replace(TITLE, "");
  const qualite = [...parts.slice(0, named), ...parts.slice(named + 1)].join(", ").replace(/^(?:son|sa) /i, "");
  return { representant, ...(qualite !== "" && { qualite: capitalised(qualite) }) };
}

function stateOf({
  representant,
  qualite,
}: {
  readonly representant?: string;
  readonly qualite?: string;
}): ConventionDefinition["etat"] {
  return {
    nom: "État",
    ...(representant !== undefined && { representant }),
    ...(qualite !== undefined && { qualite }),
  };
}

function readParties(paragraphs: readonly Paragraphe[]): Pick<ClausesSignees, "etat" | "collectivite"> {
  const parties = searchAll(paragraphs, PARTY, ([, nom = "", qui = "", mot = ""]) => ({
    nom: nom.replace(/^l['’]/i, "").trim(),
    ...readPerson(qui),
    designation: capitalised(mot.replace(/^(?:la |le |l['’])/i, "")),
  }));
  const isState = ({ valeur: { nom } }: (typeof parties)[number]): boolean => foldText(nom) === "etat";
  const state = parties.find(isState);
  const local = parties.find((party) => !isState(party));
  return {
    etat: state ? { valeur: stateOf(state.valeur), lieu: state.lieu } : null,
    collectivite: local ?? null,
  };
}

const datesIn = (texte: string): readonly string[] =>
  (citeDates(foldText(texte)) ?? []).filter(({ precision }) => precision === "jour").map(({ debut }) => debut);

function readPeriode(paragraphs: readonly Paragraphe[]): ClausesSignees["periode"] {
  return search(paragraphs, /couvrent? la période|sur la période|pour la période|période du/i, (_, { texte }) => {
    const [debut, fin] = datesIn(texte);
    return debut !== undefined && fin !== undefined && debut < fin ? { debut, fin } : null;
  });
}

const CREDIT = new RegExp(
  `montant (prévisionnel |annuel prévisionnel )?de ${AMOUNT} (?:au titre de|pour) l'année (20\\d\\d)`,
  "i",
);
const PART = new RegExp(`au titre de l'axe (?:\\d+ )?[:«" ]*(.+?)[»" ]* ?: ?${AMOUNT}`, "i");

function readRepartition(paragraphs: readonly Paragraphe[]): ClausesSignees["repartition"] {
  const parts = searchAll(paragraphs, PART, ([, nom = "", montant = ""]) => ({
    nom: nom.trim(),
    montant: readAmount(montant),
  }));
  const [first] = parts;
  if (!first) return null;
  const heading = search(paragraphs, /crédits de l'année (20\d\d)[^.]*(?:répartit|réparti|ventil)/i, ([, year = ""]) =>
    Number(year),
  );
  return { valeur: { annee: heading?.valeur ?? 0, parts: parts.map(({ valeur }) => valeur) }, lieu: first.lieu };
}

function readCompte(paragraphs: readonly Paragraphe[]): ClausesSignees["compte"] {
  const field = (pattern: RegExp): Trouve<string> | null =>
    search(paragraphs, pattern, ([, text = ""]) => trimmed(text));
  const found = {
    titulaire: field(/sur le compte (?:de la |du |de l'|de )(.+)/i) ?? field(/^titulaire(?: du compte)? ?: ?(.+)/i),
    rib: field(/^RIB ?: ?(.+)/i),
    iban: field(/^IBAN ?: ?(.+)/i),
    bic: field(/^(?:BIC|Code BIC|SWIFT) ?: ?(.+)/i),
    domiciliation: readDomiciliation(paragraphs) ?? field(/^domiciliation ?: ?(.+)/i),
  };
  return Object.fromEntries(Object.entries(found).filter(([, each]) => each !== null));
}

/** What stands between "Les versements seront effectués à" and the first of the account's numbers. */
function readDomiciliation(paragraphs: readonly Paragraphe[]): Trouve<string> | null {
  const start = paragraphs.findIndex(({ texte }) =>
    /versements? (?:seront|sera|sont) effectués? (?:à|auprès)/i.test(texte),
  );
  if (start < 0) return null;
  const rest = paragraphs.slice(start + 1, start + 8);
  const end = rest.findIndex(({ texte }) => /^(?:RIB|IBAN|BIC)\b/i.test(texte));
  const [first, ...others] = rest.slice(0, Math.max(end, 0));
  return first ? { valeur: [first, ...others].map(({ texte }) => trimmed(texte)).join(", "), lieu: first.lieu } : null;
}

export function readSignedClauses(document: SignedDocument): ClausesSignees {
  const paragraphs = paragraphsOf(document);
  // One sentence: what follows in the same paragraph speaks of something else.
  const sentence = (pattern: RegExp): Trouve<string> | null =>
    search(paragraphs, pattern, ([, text = ""]) =>
      capitalised(trimmed(text.replace(/(?<=\p{Ll}{2})\. .*$/u, "")).replace(/^(?:le |la |l['’])/i, "")),
    );
  return {
    ...readParties(paragraphs),
    periode: readPeriode(paragraphs),
    credits: searchAll(paragraphs, CREDIT, ([, previsionnel, montant = "", annee = ""]) => ({
      annee: Number(annee),
      montant: readAmount(montant),
      statut: previsionnel === undefined ? ("ferme" as const) : ("provisionnel" as const),
    })),
    repartition: readRepartition(paragraphs),
    seuil: search(paragraphs, /au (?:moins|minimum) (\d{1,3}(?:,\d+)?) ?%/i, ([, part = ""], { texte }) =>
      /crédits|action|financ/i.test(texte) ? toNumber(part) / 100 : null,
    ),
    programme: search(paragraphs, /programme (\d{3}) «\s*(.+?)\s*»/i, ([, programme = "", intitule = ""]) => ({
      programme,
      intitule,
    })),
    imputation: readSignedImputation(document, paragraphs),
    compte: readCompte(paragraphs),
    ordonnateur: sentence(/(?:^|\. )L'ordonnateur (?:de la dépense )?est (.+)/i),
    comptable: sentence(/(?:^|\. )Le comptable (?:assignataire )?(?:du paiement |de la dépense )?est (.+)/i),
    rapport: search(paragraphs, /rapport/i, (_, { texte }) => {
      const at = foldText(texte).search(/au plus tard/);
      return at < 0 ? null : (datesIn(foldText(texte).slice(at))[0] ?? null);
    }),
    preavis: search(
      paragraphs,
      /dénon.*au plus tard (\d+|deux|trois|six) mois avant/i,
      ([, months = ""]) => ({ deux: 2, trois: 3, six: 6 })[months.toLowerCase()] ?? Number(months),
    ),
    signeLe: search(paragraphs, /^Fait (?:à|le)/i, (_, { texte }) => datesIn(texte)[0] ?? null),
    effetLe: search(
      paragraphs,
      /(?:prend|prendra|prennent) effet (?:au |le |à (?:compter|partir) du |dès le )|entre(?:ra)? en vigueur (?:au |le |à (?:compter|partir) du )/i,
      // Near the word « avenant » a date would be that of the avenant.
      ({ index }, { texte }) => (/avenant/i.test(texte) ? null : (datesIn(texte.slice(index))[0] ?? null)),
    ),
  };
}
