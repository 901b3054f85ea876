// Compares what others give with what the contract says of it, where it does: all of them together.
import { chiffreInconnu } from "../../contract/avenants/registre";
import { setTo } from "../../facts/corrected-fact";
import { lireEnsemble } from "../../facts/lecture";
import { BUDGET, demandes } from "../../facts/lines/demandes";
import type { Dossier } from "../../domain/dossier";
import { addMontants } from "../../domain/values/montant";
import { HOLDS, notComparable } from "../rule";
import type { Asked } from "./meta";

export function compareAutres(
  { convention, budget, feuilleContrat }: Dossier & { readonly budget: NonNullable<Dossier["budget"]> },
  asked: Asked,
): void {
  const all = demandes(convention, { tableau: budget, nom: BUDGET });
  // Most contracts say nothing of others.
  for (const { annee, ligne, action, rows, pourquoi } of all.filter((demande) => demande.action?.autres)) {
    const given = (action?.autres ?? []).filter((autre) => autre.annee === annee);
    if (!action || given.length === 0) continue;
    const place = `${ligne.nom} – ${annee} – autres financeurs`;
    asked.compare(place, (lecture) => {
      if (pourquoi !== null) return notComparable(pourquoi);
      const [cell, ...others] = rows.flatMap((row) => row.ligne.autres?.get(annee) ?? []);
      if (!cell) return notComparable(`${place} : le tableau n’a pas de colonne des autres financeurs.`);
      const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "montant", annee, action: action.numero });
      if (inconnu !== null) return notComparable(inconnu);
      const lu = lireEnsemble(lecture, [cell, ...others]);
      if (lu.kind === "unreadable") return notComparable(`${place} : un montant est illisible.`);
      const expected = addMontants(...given.map(({ montant }) => montant));
      const found = lu.kind === "montant" ? lu.montant : null;
      if (found === expected || (found === null && expected === 0)) return HOLDS;
      return () => ({
        message: "autres-differents",
        subject: { ...ligne.place, year: annee },
        key: [ligne.key, "autres"].filter((part) => part !== undefined).join("-"),
        cells: [cell.ref, ...others.map(({ ref }) => ref)],
        figures: { unit: "montant", found, expected },
        data: { place },
        ...(others.length === 0 && { corrected: setTo(cell, expected) }),
      });
    });
  }
}
