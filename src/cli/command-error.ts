// A refusal of the command line: one French sentence, and exit status 2.

export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** A pipe, a device, a socket. */
export const NOT_ORDINARY = "ce n’est pas un fichier ordinaire";

const FILE_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: "ce fichier n’existe pas",
  EISDIR: "c’est un dossier, pas un fichier",
  ENOTDIR: "ce chemin passe par un fichier qui n’est pas un dossier",
  EACCES: "l’accès à ce fichier est refusé",
  EPERM: "l’accès à ce fichier est refusé",
  EROFS: "cet emplacement n’est pas modifiable",
  ENOSPC: "il n’y a plus de place sur le disque",
  ENAMETOOLONG: "ce nom est trop long",
};

const FOLDER_FAILURES: typeof FILE_FAILURES = {
  ENOENT: "ce dossier n’existe pas",
  ENOTDIR: "ce n’est pas un dossier",
  EACCES: "l’accès à ce dossier est refusé",
  EPERM: "l’accès à ce dossier est refusé",
};

export function systemCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/** What the system refused, in French; the code when it is a rare one. */
export function describeFolderFailure(error: unknown): string {
  return FOLDER_FAILURES[systemCode(error)] ?? describeFileFailure(error);
}

export function describeFileFailure(error: unknown): string {
  const code = systemCode(error);
  return FILE_FAILURES[code] ?? `le système a refusé l’opération${code && ` (${code})`}`;
}
