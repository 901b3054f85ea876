// The words of the smaller parts of a dossier: imputation, bank details, deadlines.
import type { Repere } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import { firstSaid, says, tokenize, words, type Vocabulary } from "../labels/said-words";
import { LIMITS } from "../limits";

const NO_WORDS: readonly string[] = [];

/** No words for a text too long to be a heading, nor for one without any of the words of ours: most labels of a workbook. */
function headingWords(text: string, ours: RegExp): readonly string[] {
  return text.length > LIMITS.headingLength || !ours.test(text) ? NO_WORDS : tokenize(text);
}

const CODE_WORDS = words("activite imputation budgetaire programmation chorus comptable");
const AMOUNT_WORDS = words(
  "etat credits credit part annuel annuelle alloue alloues verse verser euros eur ae cp titre prevu",
);

const CODE = /code|imputation/i;

/** Heading of a column of activity codes; "Activité" alone heads the two digits of the programming activity as well. */
export function isCodeHeading(text: string): boolean {
  const tokens = headingWords(text, CODE);
  return tokens.length > 0 && says(tokens, /^(?:codes?|imputations?)$/, CODE_WORDS);
}

const CHARGE_HEADINGS: Vocabulary<Repere> = [
  ["programme", /^(?:programmes?|bop)$/, words("budgetaire lolf numero etat")],
  ["sousAction", /^sous$/, words("action actions numero budgetaire programme")],
  ["action", /^actions?$/, words("budgetaire lolf numero programme")],
  ["activite", /^activites?$/, words("programmation numero")],
];

/** Heading of a column that says on what the credits are charged, beside the code. */
export function readChargeHeading(text: string): Repere | null {
  return firstSaid(CHARGE_HEADINGS, headingWords(text, /programme|bop|action|activit/i));
}

export function isAmountHeading(text: string): boolean {
  const tokens = headingWords(text, /montant|cr[ée]dit|ae|partition|ventilation/i);
  return says(tokens, /^(?:montants?|credits?|ae|repartition|ventilation)$/, AMOUNT_WORDS);
}

/** "Versé le", "Payé le (2024)", "Date de versement": beside an amount, when the State paid it. */
export const isPaymentDateHeading = (text: string): boolean =>
  /^(?:(?:verse|paye)e?s? le|date (?:de |du )?(?:versement|paiement))\b/.test(foldText(text));

/** The twelve digits of an activity code, spaces and prefix left out; null for another text. */
export function readActivityCode(text: string): string | null {
  // "12 Prévenir…" is none: it is nothing but digits, or begins with these letters.
  if (!/^[\s\u2060]*(?:BG|\d[\d\s\u2060]*$)/i.test(text)) return null;
  const digits = text
    .trim()
    .replace(/^BG\s*00\s*[/-]?/i, "")
    .replace(/[\s\u2060]/gu, "");
  return /^\d{12}$/.test(digits) ? digits : null;
}

/** "Pilier 1 Prévention…": the pillars of the Pacte are the contract's axes. */
export function pillarNumber(text: string): number | null {
  const match = /\bpilier n? ?°? ?(\d)\b/.exec(foldText(text));
  return match ? Number(match[1]) : null;
}

export type BankField = "iban" | "rib" | "bic" | "banque" | "guichet" | "compte" | "cle";

const BANK_LABELS: Vocabulary<BankField> = [
  ["iban", /^iban$/, words("code international compte bancaire identifiant")],
  ["bic", /^(?:bic|swift)$/, words("code identifiant banque")],
  ["cle", /^cle$/, words("rib controle")],
  ["rib", /^rib$/, words("releve identite bancaire compte numero")],
  ["banque", /^(?:banque|etablissement)$/, words("code")],
  ["guichet", /^guichet$/, words("code")],
  ["compte", /^compte$/, words("bancaire")],
];

const BANK_WORDS = /iban|bic|swift|cl[ée]|rib|banque|tablissement|guichet|compte/i;

/** Whether the text may be the label of a bank detail, or a sentence that gives one: few texts of a workbook are. */
export const holdsBankWord = (text: string): boolean => BANK_WORDS.test(text);

/** The label of a bank detail, and what follows it in its cell. */
export function readBankLabel(text: string): { readonly field: BankField; readonly rest: string } | null {
  const separator = text.indexOf(":");
  const label = separator < 0 ? text : text.slice(0, separator);
  const rest = separator < 0 ? "" : text.slice(separator + 1).trim();
  const known = firstSaid(BANK_LABELS, headingWords(label, BANK_WORDS));
  if (known) return { field: known, rest };
  // "IBAN FR76 …" without a colon.
  const match = separator < 0 ? /^\s*(iban|rib|bic)\s+(\S.*\d.*)$/is.exec(text) : null;
  const field = match?.[1]?.toLowerCase();
  return field === "iban" || field === "rib" || field === "bic" ? { field, rest: match?.[2] ?? "" } : null;
}

/** A French account is 27 characters long, a BIC eight or eleven: what follows in the sentence is none of it. */
const IN_SENTENCE: readonly (readonly [BankField, RegExp])[] = [
  ["iban", /\biban\b[^\p{L}\p{N}]*(fr\d{2}(?:\s?[a-z0-9]){23})(?![a-z0-9])/iu],
  ["rib", /\brib\b[^\p{L}\p{N}]*(\d(?:\s?[a-z0-9]){20}\s?\d{2})(?!\d)/iu],
  ["bic", /\bbic\b[^\p{L}\p{N}]*([a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?)(?![a-z0-9])/iu],
];

/** "Le versement est effectué sur le compte IBAN : FR76… (BIC : …)", as article 3 is typed. */
export function readBankSentence(text: string): readonly { readonly field: BankField; readonly rest: string }[] {
  if (!holdsBankWord(text)) return [];
  return IN_SENTENCE.flatMap(([field, pattern]) => {
    const rest = pattern.exec(text)?.[1];
    return rest === undefined ? [] : [{ field, rest }];
  });
}

export type DeadlineColumn = "echeance" | "article" | "date" | "origine" | "etabli" | "delibere" | "fait";

const DEADLINE_WORDS =
  /fai|r[ée]alis|transmi|accompli|effectu|tenu|article|date|limite|avant|ch[ée]ance|obligation|jalon|[ée]tape|fix[ée]|origine|[ée]tabli|r[ée]dig|d[ée]lib[ée]r/i;

const DEADLINE_HEADINGS: Vocabulary<DeadlineColumn> = [
  ["etabli", /^(?:etablie?|etablissement|redigee?|redaction)$/, words("date le rapport")],
  ["delibere", /^(?:deliberee?|deliberation)$/, words("date le la de du rapport")],
  ["fait", /^(?:fait|faite|realisee?|transmise?|accomplie?|effectuee?|tenue?)$/, words("date le statut oui non")],
  ["article", /^articles?$/, words("contrat convention reference ref")],
  ["date", /^(?:dates?|limite|avant)$/, words("limite echeance plus tard prevue fixee")],
  [
    "echeance",
    /^(?:echeances?|obligations?|jalons?|etapes?)$/,
    words("contrat convention intitule libelle nature objet"),
  ],
];

export function readDeadlineHeading(text: string): DeadlineColumn | null {
  const tokens = headingWords(text, DEADLINE_WORDS);
  if (tokens.length === 0) return null;
  // "Date fixée" is the date; "Date fixée par", who fixes it.
  if (tokens.at(-1) === "par" || tokens.includes("origine")) {
    return says(tokens, /^(?:fixee?|origine)$/, words("date dates")) ? "origine" : null;
  }
  return firstSaid(DEADLINE_HEADINGS, tokens);
}

const DONE = /^(?:oui|o|x|ok|fait|faite|realise|realisee|transmis|transmise|termine|terminee|✓|✔|☑|1)$/;
const NOT_DONE = /^(?:non|n|pas encore|en cours|a faire|prevu|prevue|en attente|a venir|☐|0)$/;

/** What stands for a date of completion without being one. */
export function readDone(text: string): "fait" | "a-faire" | null {
  const folded = foldText(text).replace(/(?<![ .!])[ .!]+$/, "");
  return DONE.test(folded) ? "fait" : NOT_DONE.test(folded) ? "a-faire" : null;
}
