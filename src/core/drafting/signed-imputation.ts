// Where a signed contract charges the State's credits: in sentences, a code each, or in a table of codes.
import type { ConventionDefinition } from "../contract/convention";
import { foldText } from "../domain/words/label";
import { AMOUNT, readAmount } from "./signed-amounts";
import type { Paragraphe, SignedDocument, TableauDuDocument } from "./signed-document";

type Ligne = ConventionDefinition["imputation"]["lignes"][number];

/** The axe is that of the pillar's number. */
export interface LigneSignee {
  readonly valeur: Omit<Ligne, "axe" | "annee"> & { readonly pilier: number | null };
  readonly lieu: string;
}

const LINE = new RegExp(
  `^${AMOUNT} sur l['’]action (\\S+), sous-action (\\S+) «\\s*(.+?)\\s*», activité de programmation (\\S+) «\\s*(.+?)\\s*», code activité ((?:\\d ?){12})`,
  "i",
);

function pillarIn(text: string): number | null {
  const pilier = /(?:pilier|axe) (?:n ?° ?)?(\d+)/i.exec(text)?.[1];
  return pilier === undefined ? null : Number(pilier);
}

function readSentence({ texte, lieu }: Paragraphe): LigneSignee | null {
  const match = LINE.exec(texte);
  if (!match) return null;
  const [, montant = "", action = "", sousAction = "", intitule = "", activite = "", nom = "", code = ""] = match;
  return {
    valeur: {
      montant: readAmount(montant),
      action,
      sousAction,
      intitule,
      activite,
      intituleActivite: nom,
      code: code.replace(/ /g, ""),
      pilier: pillarIn(`${intitule} ${nom}`),
    },
    lieu,
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

function columnsOf(heading: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [place, text] of heading.entries()) {
    const folded = foldText(plain(text));
    const found = COLUMNS.find(([name, pattern]) => !columns.has(name) && pattern.test(folded));
    if (found) columns.set(found[0], place);
  }
  return columns;
}

/** "23 « Pilier 1 Prévention »", "23 - Pilier 1 Prévention", "Pilier 1 Prévention": the number, if any, and the words. */
function splitNamed(text: string): { readonly numero: string | null; readonly nom: string } {
  const [, numero = null, nom = text] = /^(\d{1,3})\s*[-–:.]?\s*(.*)$/u.exec(text) ?? [];
  return { numero, nom: nom.replace(/^[«"]\s*|(?<!\s)\s*[»"]$/gu, "") };
}

/** Every row that holds a code and an amount. The code itself tells action, sub-action and activity where no column does. */
function readTable({ lignes, lieu }: TableauDuDocument): readonly LigneSignee[] {
  const at = lignes.findIndex((cells) => cells.some((text) => CODE.test(plain(text))));
  const columns = columnsOf(at > 0 ? (lignes[at - 1] ?? []) : []);
  const unit = at > 0 ? plain(lignes[at - 1]?.[columns.get("montant") ?? -1] ?? "") : "";
  if (at < 1 || !columns.has("montant")) return [];
  return lignes.flatMap((cells, row): LigneSignee[] => {
    const texts = cells.map(plain);
    const code = CODE.exec(texts.find((text) => CODE.test(text)) ?? "")?.[1]?.replace(/ /g, "");
    const of = (column: Column): string => texts[columns.get(column) ?? -1] ?? "";
    const montant = of("montant");
    if (code === undefined || !/^\d/.test(montant)) return [];
    const [sousAction, activite, action] = [of("sousAction"), of("activite"), of("action")].map(splitNamed);
    const isThousands = /k ?€|milliers/i.test(unit) && !/€|euro/i.test(montant);
    return [
      {
        valeur: {
          montant: readAmount(isThousands ? `${montant} k€` : montant),
          action: action?.numero ?? code.slice(6, 8),
          sousAction: sousAction?.numero ?? code.slice(8, 10),
          intitule: sousAction?.nom ?? "",
          activite: activite?.numero ?? code.slice(10, 12),
          intituleActivite: activite?.nom ?? "",
          code,
          pilier: pillarIn(`${of("pilier")} ${of("sousAction")} ${of("activite")}`),
        },
        lieu: `${lieu}, ligne ${row + 1}`,
      },
    ];
  });
}

/** The sentences prevail: a table beside them says them again. */
export function readSignedImputation(
  { blocs }: SignedDocument,
  paragraphs: readonly Paragraphe[],
): readonly LigneSignee[] {
  const sentences = paragraphs.flatMap((paragraph) => readSentence(paragraph) ?? []);
  if (sentences.length > 0) return sentences;
  return blocs.flatMap((bloc) => (bloc.kind === "tableau" ? readTable(bloc) : []));
}
