// Axe, indicators and linked actions of each fiche are the contract's.
import type { Action } from "../domain/contrat/convention";
import type { ChampLu } from "../domain/dossier";
import { createFicheComparer, type EcartIndicateurs } from "../domain/lines/fiche-coherence";
import { nameFiches, type FicheNommee } from "../domain/lines/fiche-lines";
import { formatListe } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule, type FixCell } from "./rule";

/** Only the number is replaced, where the cell holds nothing but the axe. */
function fixAxe({ cells }: ChampLu, numero: number): readonly FixCell[] {
  const [cell, ...others] = cells;
  const match = /^(\s*(?:axe|pilier)\s*(?:n\s?[°ºo]?\s*)?)\d+/i.exec(cell.text);
  if (!match || others.length > 0 || cell.formula !== null) return [];
  return [{ cell: cell.ref, value: `${match[1] ?? ""}${numero}${cell.text.slice(match[0].length)}` }];
}

function describeIndicateurs({ missing, foreign }: EcartIndicateurs): string {
  const manque = missing.map(({ intitule }) => cite(intitule));
  const autres = foreign.map(({ indicateur, action }) => `${cite(indicateur.intitule)} (action ${action.numero})`);
  return [
    ...(manque.length > 0 ? [`Manque : ${formatListe(manque)}.`] : []),
    ...(autres.length > 0 ? [`Indicateur d’une autre action : ${formatListe(autres)}.`] : []),
  ].join(" ");
}

export default defineRule({
  meta: {
    id: "fiche-coherente",
    article: "annexe",
    severity: "warning",
    title: "Chaque fiche s’accorde avec le contrat",
    needs: ["fiches"],
    messages: {
      "autre-axe": { text: "{fiche} : axe {found} au lieu de l’axe {expected} {intitule}." },
      "numero-axe": {
        text: "{fiche} : l’intitulé est celui de l’axe {expected} {intitule}, mais le numéro écrit est {found}.",
      },
      "intitule-axe": { text: "{fiche} : {ecrit} n’est pas l’intitulé de l’axe {expected} {intitule}." },
      indicateurs: { text: "{fiche} : indicateurs du contrat : {found} sur {expected} (écart {gap}). {ecarts}" },
      liens: { text: "{fiche} : actions liées : {trouve} au lieu de {attendu} ({ecart})." },
    },
  },
  check({ convention, fiches }, reporter) {
    const comparer = createFicheComparer(convention);
    const titles = new Map(convention.axes.map(({ numero, intitule }) => [numero, cite(intitule)]));

    const checkAxe = ({ fiche, subject, nom, key }: FicheNommee, action: Action): void => {
      const champ = fiche.champs.get("axe");
      const ecart = champ && champ.text !== "" ? comparer.compareAxe(action, champ.text) : null;
      if (!champ || !ecart) return;
      const data = { fiche: nom, intitule: titles.get(action.axe) ?? "" };
      const place = { subject, key: ["axe", key].filter(Boolean).join("-"), cells: [champ.cells[0].ref] } as const;
      if (ecart.kind === "intitule") {
        const figures = { unit: "numero", found: null, expected: action.axe } as const;
        reporter.discrepancy({
          ...place,
          message: "intitule-axe",
          figures,
          data: { ...data, ecrit: cite(champ.text) },
        });
        return;
      }
      const figures = { unit: "numero", found: ecart.found, expected: action.axe } as const;
      if (ecart.kind === "autre") reporter.discrepancy({ ...place, message: "autre-axe", figures, data });
      else reporter.discrepancy({ ...place, message: "numero-axe", figures, data, fix: fixAxe(champ, action.axe) });
    };

    const checkIndicateurs = ({ fiche, subject, nom, key }: FicheNommee, action: Action): void => {
      const champ = fiche.champs.get("indicateurs");
      const ecart = champ && champ.text !== "" ? comparer.compareIndicateurs(action, champ.text) : null;
      if (!champ || !ecart) return;
      const [cell, ...others] = champ.cells;
      const expected = action.indicateurs.length;
      reporter.discrepancy({
        message: "indicateurs",
        subject,
        key: ["indicateurs", key].filter(Boolean).join("-"),
        cells: [cell.ref, ...others.map(({ ref }) => ref)],
        figures: { unit: "nombre", found: expected - ecart.missing.length, expected },
        data: { fiche: nom, ecarts: describeIndicateurs(ecart) },
      });
    };

    const checkLiens = ({ fiche, subject, nom, key }: FicheNommee, action: Action): void => {
      const champ = fiche.champs.get("actionsLiees");
      const ecart = champ ? comparer.compareLiens(action, champ.text) : null;
      if (!champ || !ecart) return;
      if (ecart === "illisible") {
        reporter.notCheckable(`${nom} : aucune action ne peut être lue dans ${cite(champ.text)}.`);
        return;
      }
      reporter.discrepancy({
        message: "liens",
        subject,
        key: ["liens", key].filter(Boolean).join("-"),
        cells: [champ.cells[0].ref],
        data: { fiche: nom, trouve: ecart.found, attendu: ecart.expected, ecart: ecart.gap },
      });
    };

    for (const nommee of nameFiches(fiches)) {
      const { action } = nommee.fiche;
      if (!action) {
        reporter.notCheckable(`${nommee.nom} : cette action n’est pas au contrat.`);
        continue;
      }
      checkAxe(nommee, action);
      checkIndicateurs(nommee, action);
      checkLiens(nommee, action);
    }
  },
});
