// What a list of payments says by itself: payments to come, words of nothing that the contract has, years that are not its own, its total.
import type { Dossier } from "../../domain/dossier";
import { sumKnown } from "../../domain/values/known-montant";
import { ZERO } from "../../domain/values/montant";
import { formatDate, formatMontant } from "../../domain/words/format";
import { cite } from "../../domain/words/typographie";
import { isToCome, listedFacts } from "../../facts/listed";
import { HOLDS, notComparable } from "../rule";
import type { Asked } from "./meta";

export function compareListes({ convention, versements = [], asOf }: Dossier, asked: Asked): void {
  for (const fact of listedFacts(versements)) {
    const { ligne, cell, nom, year, id } = fact;
    const place = `${nom} – ${year}`;
    if (isToCome(fact, asOf)) {
      asked.compare(`${place} – daté du ${formatDate(ligne.date ?? "")}`, (lecture) => {
        const { value } = lecture.montant(cell);
        if (value === null) return HOLDS;
        const data = { place, montant: formatMontant(value), jour: formatDate(ligne.date ?? "") };
        return () => ({ message: "a-venir", subject: { year }, key: id, cells: [cell.ref], data });
      });
    } else if (ligne.objet === null) {
      asked.compare(place, () =>
        notComparable(`${place} : ${cite(ligne.label.text)} n’est ni une action, ni un axe du contrat.`),
      );
    } else if (!convention.annees.some(({ annee }) => annee === year)) {
      asked.compare(place, (lecture) => {
        const found = lecture.montant(cell).value;
        if (found === null || found === 0) return HOLDS;
        return () => ({
          message: "sans-credit",
          subject: { year },
          key: id,
          cells: [cell.ref],
          figures: { unit: "montant", found, expected: ZERO },
          data: { place, pourquoi: "ce n’est pas une année du contrat" },
        });
      });
    }
  }
  for (const { total, lignes } of versements) {
    if (!total) continue;
    asked.compare("Liste des versements – total", (lecture) => {
      const found = lecture.montant(total).value;
      const expected = sumKnown(lignes.map(({ montant }) => lecture.montant(montant))).value;
      if (found === null || expected === null) return notComparable("Liste des versements : son total ne se lit pas.");
      if (found === expected) return HOLDS;
      const figures = { unit: "montant", found, expected } as const;
      return () => ({
        message: "total-liste",
        subject: {},
        key: "total-liste",
        cells: [total.ref],
        figures,
        data: {},
      });
    });
  }
}
