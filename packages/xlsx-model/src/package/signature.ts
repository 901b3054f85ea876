// The digital signature of a package: it holds for the very bytes that were signed, and goes from a copy that differs.
import { removeContentType } from "./content-types";
import type { OpcPackage } from "./opc-package";
import { readRelationships, removeRelationship } from "./relationships";

const FOLDER = /^_xmlsignatures\//i;
const isOrigin = ({ kind, target }: { readonly kind: string; readonly target: string }): boolean =>
  kind === "origin" || FOLDER.test(target);

/** For the agent, where a copy is written. */
export const SIGNATURE_LOST =
  "ce classeur porte une signature numérique ; elle ne vaut pas pour une copie modifiée, qui ne la porte plus. L’original la garde.";

export function isSigned(pack: OpcPackage): boolean {
  return readRelationships(pack, "").some(isOrigin);
}

/** Excel would show a copy that keeps it as tampered with. */
export function removeSignature(pack: OpcPackage): void {
  for (const { id, kind, target } of readRelationships(pack, "")) {
    if (isOrigin({ kind, target })) removeRelationship(pack, "", id);
  }
  for (const path of pack.paths().filter((path) => FOLDER.test(path))) {
    removeContentType(pack, path);
    pack.remove(path);
  }
}
