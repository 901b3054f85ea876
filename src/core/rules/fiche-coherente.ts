// Axe, indicators and linked actions of each fiche are the contract's.
import { partSur } from "../domain/words/accord";
import type { Action } from "../contract/convention";
import type { ChampLu } from "../domain/dossier";
import { createFicheComparer, type EcartIndicateurs } from "../facts/lines/fiche-coherence";
import { askAbsentFiches, nameFiches, type FicheNommee } from "../facts/lines/fiche-lines";
import { formatListe } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable } from "./rule";
import type { Fix } from "../verification";

/** Only the number is replaced, where the cell holds nothing but the axe. */
function fixAxe({ cells }: ChampLu, numero: number): readonly Fix[] {
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

const INDICATEURS = {
  un: "indicateur du contrat",
  plusieurs: "indicateurs du contrat",
  participe: "cité",
  feminin: false,
};

export default defineRule({
  meta: {
    id: "fiche-coherente",
    articles: ["annexe"],
    severity: "warning",
    title: "Chaque fiche s’accorde avec le contrat",
    problem: "Fiche en désaccord avec le contrat",
    compares: "rubrique",
    needs: ["fiches"],
    messages: {
      "autre-axe": { text: "{fiche} : axe {found} au lieu de l’axe {expected} {intitule}." },
      "numero-axe": {
        text: "{fiche} : l’intitulé est celui de l’axe {expected} {intitule}, mais le numéro écrit est {found}.",
      },
      "intitule-axe": { text: "{fiche} : {ecrit} n’est pas l’intitulé de l’axe {expected} {intitule}." },
      indicateurs: { text: "{fiche} : {cites}. {ecarts}" },
      liens: { text: "{fiche} : actions liées : {trouve} au lieu de {attendu} ({ecart})." },
    },
    page: {
      contrat:
        "Les fiches actions et les deux tableaux de l’annexe décrivent les mêmes actions : leur axe, leurs indicateurs et leurs interactions.",
      verifie: [
        "- L’axe de la fiche est celui de l’action, par son numéro comme par son intitulé, dans toutes les écritures du contrat.",
        "- Les indicateurs de l’action figurent dans la fiche, et aucun d’une autre action.",
        "- Les actions et les axes liés sont ceux du contrat, dans un seul sens : une interaction n’est pas forcément réciproque.",
      ],
      conforme: "La fiche de l’action 7 porte « Axe transition écologique solidaire » et « actions 2, 3 et 4 ».",
      ecart: [
        {
          message: "numero-axe",
          figures: { unit: "numero", found: 3, expected: 2 },
          data: { fiche: "Fiche de l’action 3", intitule: "« Amplifier la politique d’accès à l’emploi pour tous »" },
        },
      ],
      corriger: "Corrigez la rubrique citée. Pour le numéro d’un axe, la correction proposée ne change que le chiffre.",
      limites:
        "Une rubrique vide relève de `fiche-complete`. Un commentaire ajouté aux indicateurs n’est pas un écart. Le contrat intégré contient lui-même, tel qu’il a été signé, deux écarts : l’indicateur de la fiche 2 et le numéro d’axe de la fiche 3. La fiche d’une action inconnue du contrat est « non vérifiable ».",
    },
  },
  compare({ convention, fiches }, asked) {
    const comparer = createFicheComparer(convention);
    const titles = new Map(convention.axes.map(({ numero, intitule }) => [numero, cite(intitule)]));

    const checkAxe = ({ fiche, subject, nom, key }: FicheNommee, action: Action): void => {
      const champ = fiche.champs.get("axe");
      asked.compare(`${nom} – axe`, () => {
        if (!champ || champ.text === "") return notComparable(`${nom} : l’axe n’est pas renseigné.`);
        const ecart = comparer.compareAxe(action, champ.text);
        if (!ecart) return HOLDS;
        const data = { fiche: nom, intitule: titles.get(action.axe) ?? "" };
        const place = { subject, key: ["axe", key].filter(Boolean).join("-"), cells: [champ.cells[0].ref] } as const;
        if (ecart.kind === "intitule") {
          const figures = { unit: "numero", found: null, expected: action.axe } as const;
          return () => ({ ...place, message: "intitule-axe", figures, data: { ...data, ecrit: cite(champ.text) } });
        }
        const figures = { unit: "numero", found: ecart.found, expected: action.axe } as const;
        if (ecart.kind === "autre") return () => ({ ...place, message: "autre-axe", figures, data });
        return () => ({ ...place, message: "numero-axe", figures, data, fix: fixAxe(champ, action.axe) });
      });
    };

    const checkIndicateurs = ({ fiche, subject, nom, key }: FicheNommee, action: Action): void => {
      const champ = fiche.champs.get("indicateurs");
      asked.compare(`${nom} – indicateurs`, () => {
        if (!champ || champ.text === "") return notComparable(`${nom} : les indicateurs ne sont pas renseignés.`);
        const ecart = comparer.compareIndicateurs(action, champ.text);
        if (!ecart) return HOLDS;
        const [cell, ...others] = champ.cells;
        const expected = action.indicateurs.length;
        return () => ({
          message: "indicateurs",
          subject,
          key: ["indicateurs", key].filter(Boolean).join("-"),
          cells: [cell.ref, ...others.map(({ ref }) => ref)],
          figures: { unit: "nombre", found: expected - ecart.missing.length, expected },
          data: {
            fiche: nom,
            cites: partSur(expected - ecart.missing.length, expected, INDICATEURS),
            ecarts: describeIndicateurs(ecart),
          },
        });
      });
    };

    const checkLiens = ({ fiche, subject, nom, key }: FicheNommee, action: Action): void => {
      const champ = fiche.champs.get("actionsLiees");
      // A fiche may leave this field out.
      if (!champ) return;
      asked.compare(`${nom} – actions liées`, () => {
        const ecart = comparer.compareLiens(action, champ.text);
        if (!ecart) return HOLDS;
        if (ecart === "illisible") {
          return notComparable(`${nom} : aucune action ne peut être lue dans ${cite(champ.text)}.`);
        }
        return () => ({
          message: "liens",
          subject,
          key: ["liens", key].filter(Boolean).join("-"),
          cells: [champ.cells[0].ref],
          data: { fiche: nom, trouve: ecart.found, attendu: ecart.expected, ecart: ecart.gap },
        });
      });
    };

    for (const nommee of nameFiches(fiches)) {
      const { action } = nommee.fiche;
      if (!action) {
        asked.compare(nommee.nom, () => notComparable(`${nommee.nom} : cette action n’est pas au contrat.`));
        continue;
      }
      checkAxe(nommee, action);
      checkIndicateurs(nommee, action);
      checkLiens(nommee, action);
    }
    askAbsentFiches(convention, fiches, (nom, why) => asked.compare(nom, () => notComparable(why)));
  },
});
