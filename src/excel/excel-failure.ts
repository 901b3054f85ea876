// What each failure of Excel means to the agent: one French sentence, with what to do.
import { WorkbookError } from "../core/workbook-port";

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
      `Excel n’a pas pu terminer l’opération (code ${error.code}). Enregistrez le classeur, gardez-le au premier plan, puis relancez.`,
    { cause: error },
  );
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

/** True for the failure that a smaller chunk can cure. */
export function isResponseTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === "ResponsePayloadSizeLimitExceeded";
}
