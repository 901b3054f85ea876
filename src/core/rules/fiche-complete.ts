// Each action has a fiche, and each fiche its fields.
import { partSur } from "../domain/words/accord";
import { nameAction } from "../facts/lines/budget-lines";
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import { CHAMPS_ATTENDUS, champCell, nameFiches } from "../facts/lines/fiche-lines";
import { formatListe } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS } from "./rule";
import type { NumeroAction } from "../domain/values/numero-action";

const RUBRIQUES = { un: "rubrique", plusieurs: "rubriques", participe: "renseigné", feminin: true };

export default defineRule({
  meta: {
    id: "fiche-complete",
    articles: ["actions"],
    severity: "warning",
    title: "Chaque action a une fiche complète",
    problem: "Fiche action absente ou incomplète",
    compares: "fiche",
    needs: ["fiches"],
    messages: {
      incomplete: {
        text: "{fiche} : {renseignees}, {distance} à compléter : {champs}.",
      },
      absente: { text: "{action} {intitule} : aucune fiche n’est reconnue, il en faut une." },
      repetee: {
        text: "{action} {intitule} : {found} fiches au lieu d’une seule ({distance} de trop). Gardez celle qui fait foi.",
      },
    },
    page: {
      contrat:
        "Les engagements sont décrits en annexe, dans le tableau des mesures et l’ensemble des fiches actions. Les fiches actions font partie de la convention et précisent le calendrier de réalisation de chaque action.",
      verifie: [
        "Dès que le classeur contient au moins une fiche, chaque action du contrat en vigueur doit en avoir une, et une seule. Chaque fiche a huit rubriques remplies : axe, objectif principal, calendrier, public cible, indicateurs, action nouvelle ou renforcée, pilotage, partenaires.",
        "Un écart par fiche montre toutes les cellules vides ; une rubrique dont l’intitulé manque est signalée au titre de la fiche. Une fiche manquante est signalée à l’intitulé de l’action dans le tableau budgétaire ; une deuxième fiche de la même action, à son titre. « nd », un tiret ou « à compléter » valent une cellule vide.",
      ],
      conforme: "La fiche de l’action 5 porte ses huit rubriques, sans sous-axe.",
      ecart: [
        {
          message: "incomplete",
          figures: { unit: "nombre", found: 5, expected: 8 },
          data: {
            fiche: "Fiche de l’action 2",
            renseignees: "5 rubriques sur 8 sont renseignées",
            champs: "calendrier, pilotage et partenaires",
          },
        },
      ],
      corriger:
        "Remplissez les rubriques citées, ou ajoutez la fiche de l’action. De deux fiches d’une action, gardez celle qui fait foi.",
      limites:
        "Le sous-axe et les interactions avec d’autres actions ne sont pas exigés : deux fiches du contrat signé n’ont pas de sous-axe, une n’a pas d’interaction. Le contenu d’une rubrique n’est pas jugé. Sans aucune fiche dans le classeur, la règle est « non vérifiable ».",
    },
  },
  compare({ convention, fiches, budget, indicators }, asked) {
    for (const { fiche, subject, key, nom } of nameFiches(fiches)) {
      const missing = CHAMPS_ATTENDUS.filter(([champ]) => (fiche.champs.get(champ)?.text ?? "") === "");
      const cells = new Map(
        missing.map(([champ]) => champCell(fiche, champ)).map((ref) => [formatCellRef(ref), ref] as const),
      );
      const [cell, ...others] = cells.values();
      asked.compare(nom, () => {
        if (!cell) return HOLDS;
        return () => ({
          message: "incomplete",
          subject,
          ...(key !== undefined && { key }),
          cells: [cell, ...others],
          figures: {
            unit: "nombre",
            found: CHAMPS_ATTENDUS.length - missing.length,
            expected: CHAMPS_ATTENDUS.length,
          },
          data: {
            fiche: nom,
            renseignees: partSur(CHAMPS_ATTENDUS.length - missing.length, CHAMPS_ATTENDUS.length, RUBRIQUES),
            champs: formatListe(missing.map(([, champ]) => champ)),
          },
        });
      });
    }

    const titles = new Map<NumeroAction, CellRef[]>();
    for (const { action, titre } of fiches) {
      if (action) titles.set(action.numero, [...(titles.get(action.numero) ?? []), titre.ref]);
    }
    const labels = new Map<NumeroAction, CellRef>();
    // The cell of the action in the budget table, else in the execution table, else where the fiches begin.
    for (const { action, label } of [...(budget?.lignesAction ?? []), ...(indicators?.lignesAction ?? [])]) {
      if (action && !labels.has(action.numero)) labels.set(action.numero, label.ref);
    }
    for (const action of convention.actions) {
      const [first, ...repeated] = titles.get(action.numero) ?? [];
      const [cell, ...others] = first ? repeated : [labels.get(action.numero) ?? fiches[0]?.titre.ref];
      asked.compare(`fiche de l’${nameAction(action).toLowerCase()}`, () => {
        if (!cell) return HOLDS;
        return () => ({
          message: first ? "repetee" : "absente",
          subject: { axe: action.axe, action: action.numero },
          ...(first && { key: "plusieurs-fiches" }),
          cells: [cell, ...others.filter((other) => other !== undefined)],
          figures: { unit: "nombre", found: first ? repeated.length + 1 : 0, expected: 1 },
          data: { action: nameAction(action), intitule: cite(action.intitule) },
        });
      });
    }
  },
});
