// Each target is the one of the contract in force.
import { chiffreInconnu } from "../domain/contrat/registre";
import type { ValeurLue } from "../domain/dossier";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { contractTarget, demandesDeCibles, nameIndicateur } from "../domain/lines/indicator-lines";
import { estEnMots, memesMots, sayMots, writtenAs } from "../domain/lines/mesure";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

// Beyond six decimals a difference is binary noise, not a target.
function isSame(found: number, expected: number): boolean {
  return Math.abs(found - expected) < 5e-7;
}

function figureOf(lu: ValeurLue): number | null {
  return lu.kind === "nombre" ? lu.nombre : null;
}

export default defineRule({
  meta: {
    id: "cible-contractualisee",
    article: "annexe",
    severity: "error",
    title: "Chaque cible est celle du contrat en vigueur",
    compares: "cible",
    needs: ["indicators"],
    messages: {
      differente: { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap}).{source}" },
      "non-renseignee": { text: "{place} : {found}, pour {expected} au contrat.{source}" },
      "autres-mots": { text: "{place} : {texte} au lieu de {attendu} au contrat." },
      "non-renseignees": {
        text: "{found} cibles du contrat ne sont pas renseignées.",
      },
      precisee: {
        severity: "info",
        text: "{place} : cible précisée à {found}, que le contrat laissait à préciser : à confirmer par les deux parties.",
      },
    },
  },
  compare({ convention, avenants, indicators, feuilleContrat }, asked) {
    for (const { action, indicateur, rows, annee, pourquoi } of demandesDeCibles(convention, indicators)) {
      const target = contractTarget(indicateur, annee);
      if (target === null) continue;
      if (pourquoi !== null) {
        asked.compare(`${nameIndicateur(action, indicateur)} – cible ${annee}`, () => notComparable(pourquoi));
      }
      for (const { ligne, place, key, nom } of rows) {
        const where = () => `${nom} – cible ${annee}`;
        const cell = ligne.cibles.get(annee);
        asked.compare(where, (lecture) => {
          if (!cell)
            return notComparable(
              `${annee} : aucune colonne de cible n’a été reconnue dans le tableau des indicateurs.`,
            );
          const touche = { objet: "cible", annee, action: action.numero, indicateur: indicateur.numero } as const;
          const inconnu = chiffreInconnu(feuilleContrat?.registre, touche);
          if (inconnu !== null) return notComparable(inconnu);
          const lu = lecture.valeur(cell);
          if (estEnMots(indicateur)) {
            const attendu = indicateur.cibles.find((cible) => cible.annee === annee)?.texte;
            if (attendu === undefined || memesMots(cell.text, attendu)) return HOLDS;
            return () => ({
              message: "autres-mots",
              subject: { ...place, year: annee },
              ...(key !== undefined && { key }),
              cells: [cell.ref],
              data: { place: where(), texte: sayMots(cell.text), attendu: cite(attendu) },
              ...(cell.formula === null && { fix: [{ cell: cell.ref, value: attendu }] }),
            });
          }
          if (lu.kind === "unreadable") return notComparable(`${where()} : la valeur est illisible.`);
          const expected = target === "nd" ? null : target;
          const found = figureOf(lu);
          if (found === expected || (found !== null && expected !== null && isSame(found, expected))) return HOLDS;
          const report = () =>
            ({
              subject: { ...place, year: annee },
              ...(key !== undefined && { key }),
              cells: [cell.ref],
              figures: { unit: "nombre", found, expected },
              data: { place: where() },
            }) as const;
          if (expected === null) return () => ({ ...report(), message: "precisee" });
          const chiffre = { kind: "cible", annee, action: action.numero, indicateur: indicateur.numero } as const;
          return () => ({
            ...report(),
            message: found === null ? "non-renseignee" : "differente",
            data: { place: where(), source: sourceDuChiffre(avenants, chiffre) },
            correction: { kind: "valeur", cell, nombre: expected },
            ...(found === null && { slip: slipOf("non-renseignees", "non-renseignees", {}) }),
            ...(cell.formula === null && { fix: [{ cell: cell.ref, value: writtenAs(lu, expected) }] }),
          });
        });
      }
    }
  },
});
