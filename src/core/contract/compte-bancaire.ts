// The arithmetic of bank accounts: the check digits of an IBAN, the key of a French RIB, and the way from one to the other.

const FRENCH_IBAN = 27;
const RIB = /^\d{10}[A-Z0-9]{11}\d{2}$/;

/** Letters and digits only, in capitals. */
export function compactCompte(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function modulo97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** A is 10, Z is 35. */
const ibanDigits = (iban: string): string => iban.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/** In a RIB a letter is one digit: A and J are 1, B, K and S are 2, … R and Z are 9. */
function ribDigit(letter: string): string {
  const rank = letter.charCodeAt(0) - 65;
  return String((rank < 18 ? rank % 9 : rank - 17) + 1);
}

export function isIbanValide(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  if (iban.startsWith("FR") && iban.length !== FRENCH_IBAN) return false;
  return modulo97(ibanDigits(iban.slice(4) + iban.slice(0, 4))) === 1;
}

const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** What is wrong with an account's number by its own digits, for a statement by its key; null where nothing is. */
export function compteFaux(cle: string, text: string): string | null {
  const compact = compactCompte(text);
  const champ = /^(?:coordonneesBancaires|comptes\/\d+)\/(\w+)$/.exec(cle)?.[1];
  if (champ === "iban" && !isIbanValide(compact))
    return "la clé de cet IBAN est fausse : relisez-le sur l’avenant signé";
  if (champ === "rib" && !isRibValide(compact)) return "la clé de ce RIB est fausse : relisez-le sur l’avenant signé";
  if (champ === "bic" && !BIC.test(compact)) return "un BIC a 8 ou 11 lettres et chiffres";
  return null;
}

/** Bank (5), branch (5), account (11) and key (2). */
export function isRibValide(rib: string): boolean {
  return RIB.test(rib) && modulo97(rib.replace(/[A-Z]/g, ribDigit)) === 0;
}

/** The RIB that a French IBAN holds; null for an account of another country. */
export function ribDeIban(iban: string): string | null {
  return iban.startsWith("FR") ? iban.slice(4) : null;
}

/** The IBAN of a French RIB whose key is right. */
export function ibanDeRib(rib: string): string {
  const check = 98 - modulo97(ibanDigits(`${rib}FR00`));
  return `FR${String(check).padStart(2, "0")}${rib}`;
}

/** IBAN and RIB name one account: where an avenant gives another of one of them, the other follows it. */
export function accorder<Compte extends { readonly iban: string; readonly rib: string }>(
  compte: Compte,
  given: "iban" | "rib",
): Compte {
  const [iban, rib] = [compactCompte(compte.iban), compactCompte(compte.rib)];
  if (given === "rib")
    return isRibValide(rib) && ribDeIban(iban) !== rib ? { ...compte, iban: formatIban(ibanDeRib(rib)) } : compte;
  const own = isIbanValide(iban) ? ribDeIban(iban) : null;
  return own === null || own === rib ? compte : { ...compte, rib: formatRib(own) };
}

/** "FR83 3000 1003 …". */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

/** "30001 00334 C2110000000 15". */
export function formatRib(rib: string): string {
  return [rib.slice(0, 5), rib.slice(5, 10), rib.slice(10, 21), rib.slice(21)].join(" ").trim();
}
