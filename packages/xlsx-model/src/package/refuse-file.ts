// Why a file cannot be opened, in one French sentence: what it is, and what to do.
import { WorkbookError } from "../plan";
import type { ZipProblem } from "./read-zip";

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const NBSP = "\u00a0";
const SAVE_AS_XLSX = "Ouvrez-le dans Excel et enregistrez-le au format « Classeur Excel (.xlsx) », puis recommencez.";

/** French typography: what stands inside guillemets and before high punctuation never breaks. */
function typeset(text: string): string {
  return text.replace(/« /g, `«${NBSP}`).replace(/ (?=[»:;?!])/g, NBSP);
}

export function refusal(name: string, what: string, todo: string): WorkbookError {
  return new WorkbookError(typeset(`Le fichier « ${name} » ${what}. ${todo}`));
}

export function damaged(name: string, detail: string): WorkbookError {
  return refusal(
    name,
    `est abîmé : ${detail}`,
    "Reprenez une copie intacte, ou ouvrez-le dans Excel, laissez Excel le réparer et enregistrez-le.",
  );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether the name of an OLE stream stands in the file; such names are UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 0;
    while (
      matched < name.length &&
      bytes[at + 2 * matched] === name.charCodeAt(matched) &&
      bytes[at + 2 * matched + 1] === 0
    )
      matched++;
    // The character after the name must be a terminator: "Book" is not "Bookmarks".
    if (matched === name.length && bytes[at + 2 * matched] === 0) return true;
  }
  return false;
}

function refuseOle(bytes: Uint8Array, name: string): WorkbookError {
  if (holdsStream(bytes, "EncryptedPackage")) {
    return refusal(
      name,
      "est protégé par un mot de passe à l’ouverture",
      "Ouvrez-le dans Excel, ôtez le mot de passe (Fichier > Informations > Protéger le classeur) et enregistrez une copie, puis recommencez.",
    );
  }
  if (holdsStream(bytes, "Workbook") || holdsStream(bytes, "Book")) {
    return refusal(name, "est au format ancien d’Excel (.xls), quel que soit son nom", SAVE_AS_XLSX);
  }
  return refusal(
    name,
    "n’est pas un classeur Excel .xlsx mais un autre document Office ancien",
    "Choisissez un classeur Excel.",
  );
}

/** For a file that is no readable zip. */
export function refuseContainer(bytes: Uint8Array, name: string, problem: ZipProblem): WorkbookError {
  if (bytes.length === 0)
    return refusal(name, "est vide (0 octet)", "Vérifiez que son téléchargement ou sa copie est allé à son terme.");
  if (startsWith(bytes, OLE_SIGNATURE)) return refuseOle(bytes, name);
  switch (problem) {
    case "not-zip":
      return refusal(name, "n’est pas un classeur Excel .xlsx", SAVE_AS_XLSX);
    case "truncated":
      return refusal(
        name,
        "est incomplet : sa fin manque",
        "Copiez-le ou téléchargez-le de nouveau, puis recommencez.",
      );
    case "bomb":
      return refusal(
        name,
        "est refusé : décompressé, il prendrait une place démesurée",
        "Ouvrez-le dans Excel, supprimez les lignes et colonnes vides mises en forme, et enregistrez-le.",
      );
    case "encrypted":
      return refusal(name, "contient des parties chiffrées", SAVE_AS_XLSX);
    case "damaged":
      return damaged(name, "une de ses parties ne peut pas être décompressée");
  }
}

/** For a sound zip that holds no Excel workbook. */
export function refuseContent(name: string, parts: readonly string[], mimetype: string): WorkbookError {
  if (mimetype.startsWith("application/vnd.oasis.opendocument")) {
    const what = mimetype.includes("spreadsheet")
      ? "est un classeur LibreOffice (.ods)"
      : "est un document LibreOffice";
    return refusal(
      name,
      `${what}, pas un classeur Excel .xlsx`,
      "Ouvrez-le dans LibreOffice ou Excel et enregistrez-le au format « Classeur Excel (.xlsx) », puis recommencez.",
    );
  }
  if (parts.some((part) => /^xl\/workbook\.bin$/i.test(part))) {
    return refusal(name, "est un classeur Excel binaire (.xlsb)", SAVE_AS_XLSX);
  }
  if (parts.some((part) => part.startsWith("word/")))
    return refusal(name, "est un document Word, pas un classeur Excel", "Choisissez un classeur Excel.");
  if (parts.some((part) => part.startsWith("ppt/")))
    return refusal(name, "est une présentation PowerPoint, pas un classeur Excel", "Choisissez un classeur Excel.");
  return refusal(name, "n’est pas un classeur Excel .xlsx", SAVE_AS_XLSX);
}
