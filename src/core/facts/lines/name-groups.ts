// The totals that a table shows of some of its actions only, as of a sous-axe, with the identity and the name that findings give them.
import type { TableauBudgetaire } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import { cite, slug } from "../../domain/words/typographie";
import type { Ligne } from "./budget-lines";

interface GroupeNomme {
  /** In `sommes`. */
  readonly index: number;
  readonly ligne: Ligne;
}

/** "Axe 2, « Sous-total volet B »": an axe each, where all its actions are of one. */
export const nameGroups = remember((tableau: TableauBudgetaire): readonly GroupeNomme[] => {
  const seen = new Map<string, number>();
  return tableau.sommes.flatMap(({ label, of }, index) => {
    if (of.kind !== "groupe") return [];
    const headings = tableau.lignesAction
      .slice(of.de, of.a)
      .map(({ ligneAxe, action }) => (ligneAxe === null ? action?.axe : tableau.lignesAxe[ligneAxe]?.axe?.numero));
    const [axe, ...others] = new Set(headings);
    const place = axe === undefined || others.length > 0 ? {} : { axe };
    const own = cite(label.text.trim());
    const base = `${place.axe ?? ""}/${own}`;
    const rank = 1 + (seen.get(base) ?? 0);
    seen.set(base, rank);
    const nom = [...(place.axe === undefined ? [] : [`Axe ${place.axe}`]), own].join(", ");
    const key = ["groupe", slug(label.text), ...(rank > 1 ? [`ligne-${rank}`] : [])].join("-");
    return { index, ligne: { place, key, nom: rank > 1 ? `${nom} (${rank}e ligne)` : nom } };
  });
});
