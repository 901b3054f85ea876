// What each failure of Excel means to the agent: French sentences, with what to do, and with what was written.
import { formatListe } from "../core/domain/words/format";
import { typographie } from "../core/domain/words/typographie";
import { WorkbookError } from "xlsx-model/plan";
import type { WrittenPart } from "../core/sheets/parts/what-was-written";

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    "Une cellule est en cours de saisie dans Excel\u00a0: validez-la (touche Entrée) ou annulez-la (touche Échap), puis relancez.",
  AccessDenied:
    "Excel refuse la modification\u00a0: la feuille ou le classeur est protégé, ou ouvert en lecture seule. Ôtez la protection (onglet Révision) ou activez la modification, puis relancez.",
  RequestPayloadSizeLimitExceeded:
    "Le classeur est trop volumineux pour être écrit en une fois par Excel. Supprimez les feuilles qui ne relèvent pas du contrat, ou vérifiez le fichier sans Excel.",
  ResponsePayloadSizeLimitExceeded:
    "Le classeur est trop volumineux pour être lu par Excel. Supprimez les feuilles ou les lignes qui ne relèvent pas du contrat, puis relancez.",
  ApiNotFound:
    "Cette version d’Excel est trop ancienne\u00a0: il faut Excel 2021 ou plus récent, ou Microsoft 365. Mettez Excel à jour, ou vérifiez le fichier sans Excel.",
  InvalidOrTimedOutSession:
    "La liaison avec Excel est perdue. Enregistrez le classeur, fermez-le, rouvrez-le, puis relancez.",
  ActivityLimitReached: "Excel est trop sollicité pour répondre. Attendez une minute, puis relancez.",
  InactiveWorkbook:
    "Un autre classeur est passé au premier plan pendant l’opération, et Excel s’est arrêté. Revenez à celui-ci, gardez-le au premier plan, puis relancez.",
  ItemNotFound: "Une feuille a été supprimée ou renommée pendant l’opération. Relancez.",
};

const SAME_AS: Readonly<Record<string, string>> = {
  ApiNotAvailable: "ApiNotFound",
  ApiNotImplemented: "ApiNotFound",
  UnsupportedOperation: "ApiNotFound",
  // What selects, or reads the selection, says so when the agent looks at another workbook.
  InvalidSelection: "InactiveWorkbook",
  ItemNotFoundInCollection: "ItemNotFound",
  SheetProtected: "AccessDenied",
};

/** Leaves a WorkbookError as it is; a programming error is one too, so that it is never shown as a failure of Excel. */
export function excelFailure(error: unknown): Error {
  if (error instanceof WorkbookError) return error;
  if (!(error instanceof OfficeExtension.Error)) return error instanceof Error ? error : new Error(String(error));
  const sentence = SENTENCES[SAME_AS[error.code] ?? error.code];
  return new WorkbookError(
    sentence ??
      "Excel n’a pas pu terminer l’opération. Enregistrez le classeur, gardez-le au premier plan, puis relancez.",
    { cause: error },
  );
}

/** The failure, with what it left: nothing. Anything that is no failure of Excel stays as it is. */
export function nothingWritten(error: unknown): Error {
  return adding(error, /rien n’a été/iu, "Rien n’a été écrit dans le classeur.");
}

export function partlyWritten(error: unknown, parts: readonly WrittenPart[]): Error {
  const labels = (wanted: (part: WrittenPart) => boolean) =>
    formatListe(parts.filter(wanted).map(({ label }) => label));
  const said = [
    ["écrit", labels(({ isAsPlanned }) => isAsPlanned)],
    ["incomplet", labels(({ isAsPlanned, isAsBefore }) => !isAsPlanned && !isAsBefore)],
    ["inchangé", labels(({ isAsPlanned, isAsBefore }) => isAsBefore && !isAsPlanned)],
  ].flatMap(([state, list]) => (list ? [`${state} : ${list}`] : []));
  return adding(
    error,
    null,
    `Une partie seulement a été écrite (${said.join(" ; ")}). Relancez : ce qui est incomplet sera achevé ou retiré, et vos justifications sont gardées.`,
  );
}

/** Excel answered neither the write nor the question of what became of it. */
export function unknownWritten(error: unknown): Error {
  return adding(
    error,
    null,
    "Excel ne dit pas ce qui a été écrit. Relancez : ce qui est incomplet porte « Écriture en cours » et sera achevé ou retiré, et vos justifications sont gardées.",
  );
}

function adding(error: unknown, saidBy: RegExp | null, sentence: string): Error {
  const failure = excelFailure(error);
  if (!(failure instanceof WorkbookError) || saidBy?.test(failure.message)) return failure;
  return new WorkbookError(`${failure.message} ${typographie(sentence)}`, { cause: failure.cause ?? error });
}

const REFUSALS = new Set([
  "GeneralException",
  "InvalidArgument",
  "InvalidOperation",
  "ItemNotFound",
  "NotImplemented",
  "UnsupportedOperation",
]);

/** True where Excel cannot do what is asked of an object, and works otherwise. */
export function isRefusal(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && REFUSALS.has(error.code);
}

const TRANSPORT = new Set([
  "AccessDenied",
  "ActivityLimitReached",
  "InvalidOperationInCellEditMode",
  "InvalidOrTimedOutSession",
  "RequestAborted",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
]);

/** True where the request did not come through, or its answer: asking the same again is no cure. */
export function isTransport(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && TRANSPORT.has(error.code);
}

/** True for the failure that a smaller chunk can cure. */
export function isResponseTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === "ResponsePayloadSizeLimitExceeded";
}
