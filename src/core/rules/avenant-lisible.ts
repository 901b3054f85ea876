// Each line of the register of avenants can be read: number, date, clause, new value; a mistake costs what that line changes, and nothing else.
import type { Convention } from "../contract/convention";
import { dispositionAvant, historiqueDuContrat, type LigneAvenant } from "../contract/avenants/registre";
import { formatDate } from "../domain/words/format";
import { foldText } from "../domain/words/label";
import { cite, slug } from "../domain/words/typographie";
import { defineRule, HOLDS, type Asked as AskedFor, type RuleMeta } from "./rule";

const meta = {
  id: "avenant-lisible",
  article: "2.2",
  severity: "error",
  title: "Chaque ligne du registre des avenants est lisible, datée et à sa place",
  compares: "ligne",
  needs: ["feuilleContrat"],
  needsContract: false,
  messages: {
    ligne: {
      text: "{parametre} : {erreur} Cette ligne est sans effet tant qu’elle n’est pas corrigée : ce qu’elle change n’est pas vérifiable, le reste l’est.",
    },
    projet: {
      severity: "warning",
      text: "Avenant n° {numero} : sans date de signature, c’est un projet, sans effet sur le contrat. Écrivez la date quand il est signé, ou supprimez ses lignes.",
    },
    "hors-periode": {
      severity: "warning",
      text: "Avenant n° {numero} : signé le {date}, hors de la période du contrat, du {debut} au {fin}. Vérifiez la date.",
    },
    "effet-avant-signature": {
      severity: "warning",
      text: "Avenant n° {numero} : il prend effet le {effet}, avant sa signature le {date}. Vérifiez les deux dates.",
    },
    ordre: {
      severity: "warning",
      text: "Avenant n° {numero} : signé le {date}, avant l’avenant n° {precedent} signé le {avant}. Vérifiez les dates ou les numéros.",
    },
    "ancienne-valeur": {
      severity: "warning",
      text: "Avenant n° {numero}, {libelle} : l’ancienne valeur écrite est {lue}, celle du contrat avant cet avenant est {connue}. Vérifiez que l’avenant part du bon texte.",
    },
  },
} as const satisfies RuleMeta;

type Asked = AskedFor<typeof meta>;

export default defineRule({
  meta,
  compare({ feuilleContrat, convention, contratSigne, asOf }, asked) {
    const { registre = [] } = feuilleContrat;
    if (registre.length === 0) {
      asked.notDue("La feuille « Contrat » n’a encore aucun avenant.");
      return;
    }
    const seen = new Map<string, number>();
    for (const ligne of registre) compareLine(ligne, seen, asked);
    const firsts = [...new Map([...registre].reverse().map((ligne) => [ligne.numero, ligne])).values()];
    const dated = firsts.filter(({ numero, etat }) => numero !== null && etat !== "illisible");
    for (const ligne of dated) compareDates(ligne, dated, convention, asked);
    if (contratSigne)
      compareOldValues(registre, { ...contratSigne.convention, avenants: convention.avenants }, asOf, asked);
  },
});

const nameOf = ({ numero, libelle }: LigneAvenant): string =>
  numero === null ? `ligne sans numéro, ${libelle}` : `avenant n° ${numero}, ${libelle}`;

function compareLine(ligne: LigneAvenant, seen: Map<string, number>, asked: Asked): void {
  if (ligne.erreurs.length === 0) {
    asked.compare(nameOf(ligne), () => HOLDS);
    return;
  }
  for (const { cell, parametre, message } of ligne.erreurs) {
    // Two lines may change the same thing, the second by mistake.
    const own = slug(`${ligne.numero ?? "sans-numero"} ${ligne.libelle}`);
    const rank = (seen.get(own) ?? 0) + 1;
    seen.set(own, rank);
    asked.compare(nameOf(ligne), () => () => ({
      message: "ligne",
      subject: {},
      key: rank === 1 ? own : `${own}-${rank}`,
      cells: [cell],
      data: { parametre, erreur: message },
    }));
  }
}

/** Of one avenant, by the first of its lines. */
function compareDates(ligne: LigneAvenant, all: readonly LigneAvenant[], { periode }: Convention, asked: Asked): void {
  const { signeLe, effetLe, cellSigne } = ligne;
  const numero = ligne.numero ?? 0;
  const about = `date de l’avenant n° ${numero}`;
  const at = { subject: {}, cells: [cellSigne] } as const;
  const key = (what: string): string => `${numero}-${what}`;
  asked.compare(about, () => {
    if (signeLe === null)
      return () => ({ ...at, message: "projet", key: key("projet"), data: { numero: `${numero}` } });
    const date = formatDate(signeLe);
    if (signeLe < periode.debut || signeLe > periode.fin) {
      const [debut, fin] = [formatDate(periode.debut), formatDate(periode.fin)];
      return () => ({
        ...at,
        message: "hors-periode",
        key: key("periode"),
        data: { numero: `${numero}`, date, debut, fin },
      });
    }
    if (effetLe !== null && effetLe < signeLe) {
      const data = { numero: `${numero}`, date, effet: formatDate(effetLe) };
      return () => ({ ...at, message: "effet-avant-signature", key: key("effet"), data });
    }
    const before = all.find(
      (other) => (other.numero ?? 0) < numero && other.signeLe !== null && other.signeLe > signeLe,
    );
    if (!before?.signeLe) return HOLDS;
    const data = { numero: `${numero}`, date, precedent: `${before.numero}`, avant: formatDate(before.signeLe) };
    return () => ({ ...at, message: "ordre", key: key("ordre"), data });
  });
}

const bare = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N},.]/gu, "")
    .replace(/,00$/, "");

/** The register says from what each change starts, and the contract before it says the same. */
function compareOldValues(registre: readonly LigneAvenant[], signe: Convention, asOf: string, asked: Asked): void {
  const known = new Map(
    historiqueDuContrat(signe, asOf).map(({ avenant, cle, avant }) => [`${avenant.numero}/${cle}`, avant]),
  );
  // A line that says again what the contract says is no change of it.
  const unchanged = dispositionAvant(signe);
  for (const ligne of registre) {
    const { ancienne, numero, etat, touche } = ligne;
    if (ancienne === null || etat !== "en-vigueur" || numero === null || touche.cle === null) continue;
    const changed = known.get(`${numero}/${touche.cle}`);
    const avant = changed === undefined ? unchanged(numero, touche.cle) : changed;
    if (avant === null) continue;
    asked.compare(`${nameOf(ligne)}, ancienne valeur`, () =>
      bare(ancienne.texte) === bare(avant)
        ? HOLDS
        : () => ({
            message: "ancienne-valeur",
            subject: {},
            key: `${numero}-ancienne-${slug(touche.cle ?? "")}`,
            cells: [ancienne.cell],
            data: { numero: `${numero}`, libelle: ligne.libelle, lue: cite(ancienne.texte), connue: cite(avant) },
          }),
    );
  }
}
