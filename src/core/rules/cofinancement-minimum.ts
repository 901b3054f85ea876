// The local party brings at least its minimum share of each action, each year.
import { chiffreInconnu } from "../domain/contrat/registre";
import { setTo } from "../domain/correction";
import {
  contractAmount,
  isAsContracted,
  isOwedBy,
  leastLocalPart,
  cleDuSeuil,
  seuilDe,
} from "../domain/contrat/contract-amounts";
import { lireEnsemble } from "../domain/lecture";
import { describe, explainColumns, locate } from "../domain/lines/budget-lines";
import { BUDGET, cellsOf, demandes, type Demande } from "../domain/lines/demandes";
import { unitAt } from "../domain/lines/table-places";
import { montantFromCentimes } from "../domain/values/montant";
import { formatPart } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

const seuilSansEtat = (seuil: number): string => `Le seuil du contrat (${formatPart(seuil)}) n’admet aucune part État.`;

const SANS_MINIMUM = "le minimum dépasse ce qui se compte au centime.";

const NOTHING = montantFromCentimes(0);

export default defineRule({
  meta: {
    id: "cofinancement-minimum",
    article: "2.2",
    severity: "error",
    title: "La collectivité apporte au moins la part minimale de chaque action",
    compares: "montant",
    needs: ["budget"],
    messages: {
      insuffisant: { text: "{place} : {found} pour un minimum de {expected} (il manque {distance})." },
    },
  },
  compare({ convention, budget, feuilleContrat }, asked) {
    const { seuil: usual, seuils = [] } = convention.cofinancement;
    if (usual >= 1 && seuils.length === 0) {
      asked.nothing(seuilSansEtat(usual));
      return;
    }
    const placeOf = ({ ligne, annee }: Demande) => describe(convention, ligne, annee, "collectivite");
    asked.compareEach(demandes(convention, { tableau: budget, nom: BUDGET }), placeOf, (demande, lecture) => {
      const { annee, year, ligne, action, rows, pourquoi } = demande;
      const etats = cellsOf(demande, "etat");
      const locaux = cellsOf(demande, "collectivite");
      if (pourquoi !== null) return notComparable(pourquoi);
      const where = { axe: action?.axe ?? ligne.place.axe ?? null, annee };
      const touche = { objet: "clause", cle: cleDuSeuil(convention, where) } as const;
      const inconnu = chiffreInconnu(feuilleContrat?.registre, touche);
      if (inconnu !== null) return notComparable(inconnu);
      const seuil = seuilDe(convention, where);
      if (seuil >= 1) return notComparable(seuilSansEtat(seuil));
      if (!etats || !locaux) return notComparable(explainColumns(convention, year, annee, ["etat", "collectivite"]));
      const etat = lireEnsemble(lecture, etats);
      const local = lireEnsemble(lecture, locaux);
      if (etat.kind === "unreadable" || local.kind === "unreadable") {
        return notComparable(`${placeOf(demande)} : un des montants est illisible.`);
      }
      if (isOwedBy(action, annee, "etat", etat) || isOwedBy(action, annee, "collectivite", local)) {
        return notComparable(`${placeOf(demande)} : une des parts n’est pas renseignée.`);
      }
      const found = local.kind === "montant" ? local.montant : NOTHING;
      const expected = leastLocalPart(seuil, etat.kind === "montant" ? etat.montant : NOTHING);
      if (expected === null) return notComparable(`${placeOf(demande)} : ${SANS_MINIMUM}`);
      if (found >= expected) return HOLDS;
      return () => {
        const [cell, ...others] = locaux;
        const contracted = action ? contractAmount(action, annee, "collectivite") : null;
        // Safe only where the State's part is the contract's, and the contract's own part reaches the minimum.
        const isSafe =
          contracted !== null &&
          contracted >= expected &&
          rows.every((row) => isAsContracted(row.ligne, annee, "etat")) &&
          others.length === 0;
        const corrected = isSafe && cell.formula === null ? contracted : null;
        return {
          message: "insuffisant",
          ...locate(ligne, annee, "collectivite"),
          cells: [cell.ref, ...others.map(({ ref }) => ref)],
          figures: { unit: "montant", found, expected },
          data: { place: placeOf(demande) },
          ...(others.length === 0 && { correction: setTo(cell, corrected ?? expected) }),
          ...(corrected !== null && {
            fix: [{ cell: cell.ref, montant: corrected, unit: unitAt(budget, cell.ref) }],
          }),
        };
      };
    });
  },
});
