// What the execution table says again of what was contracted, both parties together.
import { chiffreInconnu } from "../../domain/contrat/registre";
import { contractAmount } from "../../domain/contrat/contract-amounts";
import { avenantQuiFixe, sourceDuChiffre } from "../../domain/contrat/fixation";
import { lireEnsemble } from "../../domain/lecture";
import { locate } from "../../domain/lines/budget-lines";
import { demandes, EXECUTION } from "../../domain/lines/demandes";
import { unitAt } from "../../domain/lines/table-places";
import type { Dossier, TableauExecution } from "../../domain/dossier";
import { addMontants } from "../../domain/values/montant";
import { HOLDS, notComparable } from "../rule";
import { PARTS, type Asked } from "./meta";

type Source = Pick<Dossier, "convention" | "avenants" | "feuilleContrat">;

export function compareRepeated(
  { convention, avenants, feuilleContrat }: Source,
  execution: TableauExecution,
  firm: ReadonlySet<number>,
  asked: Asked,
): void {
  for (const demande of demandes(convention, { tableau: execution, nom: EXECUTION })) {
    const { annee, ligne, action, rows } = demande;
    const cells = rows.flatMap((row) => row.ligne.contractualises?.get(annee) ?? []);
    const [cell, ...others] = cells;
    if (!action || !cell) continue;
    const place = `${ligne.nom} – ${annee} – contractualisé, tel que le répète le ${EXECUTION}`;
    const chiffres = PARTS.map((colonne) => ({ kind: "montant", annee, action: action.numero, colonne }) as const);
    asked.compare(place, (lecture) => {
      const inconnu = PARTS.map((partie) =>
        chiffreInconnu(feuilleContrat?.registre, { objet: "montant", annee, action: action.numero, partie }),
      ).find((why) => why !== null);
      if (inconnu !== undefined) return notComparable(inconnu);
      const lu = lireEnsemble(lecture, [cell, ...others]);
      if (lu.kind === "unreadable") return notComparable(`${place} : le montant est illisible.`);
      const expected = contractAmount(action, annee, "total");
      const autres = (action.autres ?? []).filter((autre) => autre.annee === annee).map(({ montant }) => montant);
      // An empty cell says nothing again; other financing may be within what was contracted.
      if (lu.kind !== "montant" || [expected, addMontants(expected, ...autres)].includes(lu.montant)) return HOLDS;
      const { subject, key } = locate(ligne, annee, "total");
      const report = {
        subject,
        key: key === undefined ? "repete" : `${key}-repete`,
        cells: [cell.ref, ...others.map(({ ref }) => ref)],
        figures: { unit: "montant", found: lu.montant, expected },
        data: { place },
      } as const;
      if (!firm.has(annee) && chiffres.every((chiffre) => !avenantQuiFixe(avenants, chiffre))) {
        return () => ({ ...report, message: "different-provisionnel" });
      }
      const named = chiffres.find((chiffre) => avenantQuiFixe(avenants, chiffre)) ?? chiffres[0];
      const source = named ? sourceDuChiffre(avenants, named) : "";
      const isTyped = others.length === 0 && cell.formula === null;
      return () => ({
        ...report,
        message: "different-ferme",
        data: { place, source },
        ...(isTyped && { fix: [{ cell: cell.ref, montant: expected, unit: unitAt(execution, cell.ref) }] }),
      });
    });
  }
}
