// The starting value (T0) of each indicator is the one of the contract in force.
import type { Action, Indicateur } from "../domain/contrat/convention";
import { chiffreInconnu } from "../domain/contrat/registre";
import { nameIndicateur, nameIndicatorRows } from "../domain/lines/indicator-lines";
import { estEnMots, memesMots, sayMots, writtenAs } from "../domain/lines/mesure";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

// Beyond six decimals a difference is binary noise, not another value.
const isSame = (found: number | null, expected: number | null): boolean =>
  found === expected || (found !== null && expected !== null && Math.abs(found - expected) < 5e-7);

export default defineRule({
  meta: {
    id: "t0-contractualise",
    article: "annexe",
    severity: "error",
    title: "La situation de départ (T0) de chaque indicateur est celle du contrat",
    compares: "valeur",
    needs: ["indicators"],
    messages: {
      differente: { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap})." },
      "non-renseignee": { text: "{place} : {found}, pour {expected} au contrat." },
      "autres-mots": { text: "{place} : {texte} au lieu de {attendu} au contrat." },
      "non-renseignees": {
        text: "{found} situations de départ du contrat ne sont pas renseignées.",
      },
      precisee: {
        severity: "info",
        text: "{place} : situation de départ précisée à {found}, que le contrat laissait à préciser ; à confirmer par les deux parties.",
      },
    },
  },
  compare({ convention, indicators, feuilleContrat }, asked) {
    const rows = nameIndicatorRows(convention, indicators);
    if (rows.every(({ ligne }) => ligne.t0 === null)) {
      return asked.nothing(
        "Aucune colonne de situation de départ (T0) n’a été reconnue dans le tableau des indicateurs.",
      );
    }
    const byIndicateur = new Map(rows.flatMap((row) => (row.indicateur ? [[row.indicateur, row] as const] : [])));
    const asks = (action: Action, indicateur: Indicateur): void => {
      const where = () => `${nameIndicateur(action, indicateur)} – T0`;
      asked.compare(where, (lecture) => {
        const row = byIndicateur.get(indicateur);
        const cell = row?.ligne.t0;
        if (!cell)
          return notComparable(`${where()} : aucune ${row ? "case" : "ligne"} dans le tableau des indicateurs.`);
        const lu = lecture.valeur(cell);
        if (estEnMots(indicateur)) {
          const attendu = indicateur.t0Texte;
          if (attendu === undefined || memesMots(cell.text, attendu)) return HOLDS;
          return () => ({
            message: "autres-mots",
            subject: { ...row.place },
            key: row.key === undefined ? "t0" : `${row.key}-t0`,
            cells: [cell.ref],
            data: { place: where(), texte: sayMots(cell.text), attendu: cite(attendu) },
            ...(cell.formula === null && { fix: [{ cell: cell.ref, value: attendu }] }),
          });
        }
        if (lu.kind === "unreadable") return notComparable(`${where()} : la valeur est illisible.`);
        const found = lu.kind === "nombre" ? lu.nombre : null;
        const expected = indicateur.t0 === "nd" ? null : indicateur.t0;
        const touche = { objet: "t0", action: action.numero, indicateur: indicateur.numero } as const;
        const inconnu = chiffreInconnu(feuilleContrat?.registre, touche);
        if (inconnu !== null) return notComparable(inconnu);
        if (isSame(found, expected)) return HOLDS;
        const message = expected === null ? "precisee" : found === null ? "non-renseignee" : "differente";
        return () => ({
          message,
          subject: { ...row.place },
          key: row.key === undefined ? "t0" : `${row.key}-t0`,
          cells: [cell.ref],
          figures: { unit: "nombre", found, expected },
          data: { place: where() },
          ...(message === "non-renseignee" && { slip: slipOf("non-renseignees", "non-renseignees", {}) }),
          ...(expected !== null &&
            cell.formula === null && { fix: [{ cell: cell.ref, value: writtenAs(lu, expected) }] }),
        });
      });
    };
    for (const action of convention.actions) {
      for (const indicateur of action.indicateurs) asks(action, indicateur);
    }
  },
});
