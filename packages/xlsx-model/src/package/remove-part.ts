// Takes a part away without a trace: its relationship, its type, and the parts that only it points at.
import { removeContentType } from "./content-types";
import type { OpcPackage } from "./opc-package";
import { readRelationships, relationshipsPath, removeRelationship } from "./relationships";

export interface AddedPart {
  readonly path: string;
  readonly relationship: string;
}

/** With the parts that only it points at: Excel gives a chart its own style and colours. */
export function removePart(pack: OpcPackage, owner: string, { path, relationship }: AddedPart): void {
  for (const { id, target, external } of readRelationships(pack, path)) {
    if (!external) removePart(pack, path, { path: target, relationship: id });
  }
  removeRelationship(pack, owner, relationship);
  if (readRelationships(pack, owner).length === 0) pack.remove(relationshipsPath(owner));
  removeContentType(pack, path);
  pack.remove(path);
  pack.remove(relationshipsPath(path));
}
