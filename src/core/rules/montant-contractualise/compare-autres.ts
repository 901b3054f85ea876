// Compares what others give with what the contract says of it, where it does: all of them together.
import { chiffreInconnu } from "../../contract/avenants/registre";
import { setTo } from "../../facts/corrected-fact";
import { budgetTable } from "../../facts/fact-tables";
import { demandes, lireColonne, refsOf, shownIn } from "../../facts/lines/demandes";
import type { Dossier } from "../../domain/dossier";
import { addMontants } from "../../domain/values/montant";
import { HOLDS, notComparable } from "../rule";
import type { Asked } from "./meta";

export function compareAutres(
  { convention, budget, feuilleContrat }: Dossier & { readonly budget: NonNullable<Dossier["budget"]> },
  asked: Asked,
): void {
  const all = demandes(convention, budgetTable(budget));
  // Most contracts say nothing of others.
  for (const demande of all.filter(({ action }) => action?.autres)) {
    const { annee, ligne, action, pourquoi } = demande;
    const given = (action?.autres ?? []).filter((autre) => autre.annee === annee);
    if (!action || given.length === 0) continue;
    const place = `${ligne.nom} – ${annee} – autres financeurs`;
    asked.compare(place, (lecture) => {
      if (pourquoi !== null) return notComparable(pourquoi);
      const shown = shownIn(demande, "autres");
      const lu = lireColonne(lecture, demande, "autres");
      if (!shown || !lu) return notComparable(`${place} : le tableau n’a pas de colonne des autres financeurs.`);
      const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "montant", annee, action: action.numero });
      if (inconnu !== null) return notComparable(inconnu);
      if (lu.reason === "unreadable") return notComparable(`${place} : un montant est illisible.`);
      const expected = addMontants(...given.map(({ montant }) => montant));
      const found = lu.reason === null ? lu.value : null;
      if (found === expected || (found === null && expected === 0)) return HOLDS;
      return () => ({
        message: "autres-differents",
        subject: { ...ligne.place, year: annee },
        key: [ligne.key, "autres"].filter((part) => part !== undefined).join("-"),
        cells: refsOf(shown),
        figures: { unit: "montant", found, expected },
        data: { place },
        ...(shown.length === 1 && { corrected: setTo(shown[0].cell, expected) }),
      });
    });
  }
}
