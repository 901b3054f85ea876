// Where a signed contract charges the State's credits: in sentences, a code each, and in tables of codes; both are held against each other.
import { addUnder } from "../domain/group-by";
import type { ConventionDefinition } from "../contract/convention";
import { foldText } from "../domain/words/label";
import { endroitDe, type Endroit } from "./candidates";
import { amountOf, amountsIn, yearsIn } from "./signed-amounts";
import type { SignedDocument, TableauDuDocument } from "./signed-document";
import type { Phrase } from "./signed-sentences";

type Ligne = ConventionDefinition["imputation"]["lignes"][number];

export interface LigneSignee {
  readonly valeur: Omit<Ligne, "axe" | "annee">;
  /** Null where no words say of which pillar, or year, it is. */
  readonly pilier: number | null;
  readonly annee: number | null;
  readonly endroit: Endroit;
}

const SENTENCE_CODE = /(?<![\d/])(?:[A-Z]{2}\d{2} ?\/ ?)?((?:\d ?){12})(?! ?\d)/;

function pillarIn(text: string): number | null {
  const pilier = /(?:pilier|axe) ?(?:n ?° ?)?(\d+)/i.exec(text)?.[1];
  return pilier === undefined ? null : Number(pilier);
}

/** "sous-action 24 « Sortie… »": its number and its words. */
function namedIn(texte: string, name: string): { readonly numero: string | null; readonly nom: string } {
  const match = new RegExp(
    `(?:^|[^-\\p{L}])${name} (?:n ?° ?)?(\\d{1,3})(?: ?[«"“]\\s*([^»"”]+?)\\s*[»"”])?`,
    "iu",
  ).exec(texte);
  return { numero: match?.[1] ?? null, nom: match?.[2] ?? "" };
}

function readSentence(phrase: Phrase): LigneSignee | null {
  const { texte, plie, avant } = phrase;
  const code = SENTENCE_CODE.exec(texte)?.[1]?.replace(/ /g, "");
  const [amount, ...others] = amountsIn(plie);
  if (code === undefined || !amount || others.length > 0) return null;
  const [action, sousAction, activite] = [
    namedIn(texte, "action"),
    namedIn(texte, "sous-action"),
    namedIn(texte, "activité(?: de programmation)?"),
  ];
  const years = [...yearsIn(plie), ...yearsIn(avant)].map(({ valeur }) => valeur);
  return {
    valeur: {
      montant: amount.valeur,
      action: action.numero ?? code.slice(6, 8),
      sousAction: sousAction.numero ?? code.slice(8, 10),
      intitule: sousAction.nom,
      activite: activite.numero ?? code.slice(10, 12),
      intituleActivite: activite.nom,
      code,
    },
    pilier: pillarIn(`${sousAction.nom} ${activite.nom}`) ?? pillarIn(texte),
    annee: new Set(years).size === 1 ? (years[0] ?? null) : null,
    endroit: endroitDe(phrase),
  };
}

const plain = (text: string): string => text.replace(/[\s\u00a0\u202f\u2009]+/gu, " ").trim();

/** Twelve figures, in any grouping, after "BG00/" or not. */
const CODE = /^(?:[A-Z]{2}\d{2} ?\/ ?)?((?:\d ?){12})$/;

/** What the columns of such a table are called, the first that fits: "sous-action" is no action. */
const COLUMNS = [
  ["code", /\bcode\b/],
  ["sousAction", /sous.?action/],
  ["activite", /activite/],
  ["action", /^(?:n° ?)?action|\baction\b/],
  ["montant", /montant|credit|€|euro|20\d\d/],
  ["pilier", /axe|pilier/],
] as const;
type Column = (typeof COLUMNS)[number][0];

function columnsOf(heading: readonly string[]): ReadonlyMap<Column, readonly number[]> {
  const columns = new Map<Column, number[]>();
  for (const [place, text] of heading.entries()) {
    const folded = foldText(plain(text));
    const [name] =
      COLUMNS.find(([own, pattern]) => pattern.test(folded) && (own === "montant" || !columns.has(own))) ?? [];
    if (name) addUnder(columns, name, place);
  }
  return columns;
}

/** "23 « Pilier 1 Prévention »", "23 - Pilier 1 Prévention", "Pilier 1 Prévention": the number, if any, and the words. */
function splitNamed(text: string): { readonly numero: string | null; readonly nom: string } {
  const [, numero = null, nom = text] = /^(\d{1,3})\s*(?:[-–:.]\s*)?(.*)$/su.exec(text) ?? [];
  return { numero, nom: nom.replace(/^[«"]\s*|(?<!\s)\s*[»"]$/gu, "") };
}

/** The amounts of a row, one a column: "Montant 2025", or "Montant" alone. */
function amountsOf(texts: readonly string[], heading: readonly string[], columns: readonly number[]) {
  return columns.flatMap((column) => {
    const [text = "", above = ""] = [texts[column], heading[column]];
    if (!/^\d/.test(text)) return [];
    const hasUnit = /€|euro/i.test(text);
    const montant = amountOf(foldText(hasUnit ? text : `${text} ${/k ?€|milliers/i.test(above) ? "k€" : "€"}`));
    const annee = /20\d\d/.exec(above)?.[0];
    return montant === null ? [] : [{ montant, annee: annee === undefined ? null : Number(annee) }];
  });
}

/** Every row that holds a code and an amount. The code itself tells action, sub-action and activity where no column does. */
function readTable({ lignes, lieu }: TableauDuDocument): readonly LigneSignee[] {
  const at = lignes.findIndex((cells) => cells.some((text) => CODE.test(plain(text))));
  const heading = (at > 0 ? (lignes[at - 1] ?? []) : []).map(plain);
  const columns = columnsOf(heading);
  return lignes.flatMap((cells, row): LigneSignee[] => {
    const texts = cells.map(plain);
    const code = CODE.exec(texts.find((text) => CODE.test(text)) ?? "")?.[1]?.replace(/ /g, "");
    if (code === undefined) return [];
    const of = (column: Column): string => texts[columns.get(column)?.[0] ?? -1] ?? "";
    const [sousAction, activite, action] = [of("sousAction"), of("activite"), of("action")].map(splitNamed);
    return amountsOf(texts, heading, columns.get("montant") ?? []).map(({ montant, annee }) => ({
      valeur: {
        montant,
        action: action?.numero ?? code.slice(6, 8),
        sousAction: sousAction?.numero ?? code.slice(8, 10),
        intitule: sousAction?.nom ?? "",
        activite: activite?.numero ?? code.slice(10, 12),
        intituleActivite: activite?.nom ?? "",
        code,
      },
      pilier: pillarIn(`${of("pilier")} ${of("sousAction")} ${of("activite")}`),
      annee,
      endroit: { lieu: `${lieu}, ligne ${row + 1}` },
    }));
  });
}

/** Sentences first: a table beside them says them again. */
export function readSignedImputation({ blocs }: SignedDocument, phrases: readonly Phrase[]): readonly LigneSignee[] {
  const sentences = phrases.flatMap((phrase) => (phrase.partie === "visas" ? [] : (readSentence(phrase) ?? [])));
  return [...sentences, ...blocs.flatMap((bloc) => (bloc.kind === "tableau" ? readTable(bloc) : []))];
}
