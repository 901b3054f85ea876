// Each line of the register of avenants can be read: number, date, clause, new value; a mistake costs what that line changes, and nothing else.
import type { Convention } from "../contract/convention";
import { dispositionAvant, historiqueDuContrat, type LigneAvenant } from "../contract/avenants/registre";
import type { CellRef } from "xlsx-model/cell-ref";
import { formatDate } from "../domain/words/format";
import { foldText } from "../domain/words/label";
import { cite, slug } from "../domain/words/typographie";
import { defineRule, HOLDS, type Asked as AskedFor, type Report, type RuleMeta } from "./rule";

const meta = {
  id: "avenant-lisible",
  articles: ["financement"],
  severity: "error",
  title: "Chaque ligne du registre des avenants est lisible, datée et à sa place",
  problem: "Avenant incomplet ou mal saisi",
  compares: "ligne",
  needs: ["feuilleContrat"],
  needsContract: false,
  messages: {
    ligne: {
      text: "{parametre} : {erreur} Cette ligne est sans effet tant qu’elle n’est pas corrigée : ce qu’elle change n’est pas vérifiable, le reste l’est.",
    },
    colonne: {
      text: "Registre des avenants : {erreur} Les lignes qui y ont quelque chose sont sans effet tant que l’en-tête n’est pas rétabli : ce qu’elles changent n’est pas vérifiable, le reste l’est.",
    },
    projet: {
      severity: "info",
      text: "Avenant n° {numero} : sans date de signature, c’est un projet, sans effet sur le contrat. Écrivez la date quand il est signé, ou supprimez ses lignes.",
    },
    "hors-periode": {
      severity: "warning",
      text: "Avenant n° {numero} : signé le {date}, hors de la période du contrat, du {debut} au {fin}. Vérifiez la date.",
    },
    "effet-avant-signature": {
      severity: "info",
      text: "Avenant n° {numero} : il prend effet le {effet}, avant sa signature le {date}. Les années achevées entre les deux sont jugées par ce qu’il écrit.",
    },
    "avant-deliberation": {
      severity: "info",
      text: "Avenant n° {numero} : signé le {date}, avant la délibération du {deliberation} qui autorise à le signer. Vérifiez les deux dates.",
    },
    ordre: {
      severity: "info",
      text: "Avenant n° {numero} : signé le {date}, avant l’avenant n° {precedent} signé le {avant}. Vérifiez les dates ou les numéros.",
    },
    "ancienne-valeur": {
      severity: "warning",
      text: "Avenant n° {numero}, {libelle} : l’ancienne valeur écrite est {lue}, celle du contrat avant cet avenant est {connue}. Vérifiez que l’avenant part du bon texte.",
    },
  },
  page: {
    gravite:
      "erreur ; avertissement pour une signature hors de la période ou une ancienne valeur à vérifier ; information pour un projet ou des dates à vérifier",
    contrat:
      "Le contrat prévoit que les montants prévisionnels sont précisés par avenant. Tout ce que le contrat dit peut être changé de la même façon.",
    verifie: [
      "La partie « Avenants » de la feuille « Contrat » est un registre : une ligne par changement, avec le numéro de l’avenant, sa date de signature, la date de prise d’effet, la clause, l’ancienne et la nouvelle valeur, et pour un montant son « Statut » : « ferme » s’il est fixé, « provisionnel » s’il est annoncé (sans rien dire, un avenant fixe les années jusqu’à celle pour laquelle il est fait ; « Statut 2026 » dans « Intitulé » change celui d’une année). Une ligne peut changer les crédits d’une année ou d’un axe, un montant, une cible, une situation T0, ajouter, terminer, déplacer ou renommer une action, ajouter, supprimer ou renommer un indicateur, renommer un axe, changer une échéance, un code activité, un texte de fiche ou n’importe quel paramètre : seuil, compte, période, parties. Le montant d’un autre financeur s’écrit comme celui d’une partie, avec le nom du financeur dans « Partie ». Tout autre point du contrat (une enveloppe, une sous-action, le cofinancement d’un axe, un signataire…) se change par un « Paramètre » : dans « Intitulé », le nom que la vérification lui donne, par exemple « Enveloppe « Part France Travail » – 2025 ». Ce que le contrat n’a pas encore s’ajoute de la même façon : « Signataire 1 – nom », « Autre financeur 1 – nom » puis ses montants, « Enveloppe « à nommer » – intitulé » (avec son nom à la place de « à nommer ») puis ses années, « Action 1 – sous-action 1.1 – intitulé » puis ses montants, « Action 1 – opérateurs », « Cofinancement minimum – axe 2 », « Indicateur national 1 », un compte bancaire. Une « Échéance nouvelle » a son intitulé et sa date ; c’est un acte dû, sauf si un « Paramètre » nommé « Échéance « … » – nature » dit « droit » ou « terme » ; un autre peut donner son article. Une échéance que le contrat laissait en réglage est fixée par l’avenant qui la date. Un axe nouveau est un « Intitulé » qui porte son numéro. Une action qui n’a pas de fiche en reçoit une par ses « Fiche d’une action », un champ par ligne ; sans dates dites, elle couvre la période du contrat. Les lignes d’un même avenant peuvent être dans n’importe quel ordre. Un IBAN changé seul change aussi le RIB, qui désigne le même compte, et inversement ; un IBAN, un RIB ou un BIC que ses propres chiffres démentent est une erreur. L’objet peut être dit en d’autres mots (« Montant », « Cibles », « T0 », « Nouvelle action », ou le nom du paramètre) ; un intitulé et un axe peuvent s’écrire dans « Nouvelle valeur ». C’est toujours la valeur nouvelle qui est attendue : « + 5 000 € » n’est pas lu.",
      "Un avenant peut aussi retirer. « Action terminée » et « Indicateur supprimé » ont leurs colonnes ; tout le reste part par une « Suppression », avec son nom dans « Intitulé » : « Signataire « CAF des Collines » », « Autre financeur « Région » », « Enveloppe « Part France Travail » », « Axe 4 », « Action 1 – sous-action 1.1 », « Indicateur national « … » », « Cofinancement minimum – axe 2 », « Imputation 2024 – axe 4 », « Échéance « … » », ou une mention dont le contrat peut se passer (« Comptable », « Action 1 – opérateurs »). Ce dont autre chose dépend encore reste au contrat, et la ligne dit ce qui en dépend : un financeur qui a des montants, un signataire qui finance encore une année non achevée, un axe qui a des actions, des crédits ou une imputation, une enveloppe ou une sous-action qui a des montants, une imputation dont l’État finance l’axe. Le même avenant peut régler les deux, dans n’importe quel ordre. De même, une « Fin du contrat » avancée retire les années qui suivent si elles ne portent plus d’argent.",
      "Chaque ligne a un numéro, un objet reconnu et une nouvelle valeur lisible ; elle parle de ce qui existe et ne fixe un chiffre qu’une fois. Une ligne en erreur est mise de côté, seule (sa date, si elle est lisible, date encore l’avenant des autres) : ce qu’elle change n’est pas vérifiable (montant, cible, situation T0, axe, seuil, compte, code, échéance, avenant de l’année), le reste l’est. De même, ce qui est écrit sous un en-tête effacé ou recouvert met de côté les lignes qui y ont quelque chose : ce pouvait être le statut ou la prise d’effet. Une colonne de notes à droite du registre reste libre ; ses montants sont nommés parmi ce qui est laissé de côté. Sans date de signature, l’avenant est un projet : il n’a pas d’effet. Sont signalées une signature hors de la période du contrat, une prise d’effet avant la signature, une délibération après elle, des dates contraires à l’ordre des numéros, et une ancienne valeur qui n’est pas celle du contrat avant cet avenant.",
    ],
    conforme: "« Avenant n° 1, signé le 10/02/2025 – Crédits de l’État – 2025 – 350 000 € ».",
    ecart: [
      {
        message: "ligne",
        data: {
          parametre: "Avenant n° 1 – action",
          erreur: "l’action 42 n’existe pas dans la section « Actions et montants ».",
        },
      },
    ],
    corriger:
      "Corrigez la cellule montrée. Pour un paramètre ou une échéance, écrivez son nom tel qu’il figure plus haut dans la feuille. Pour une suppression refusée, mettez d’abord à zéro, déplacez ou terminez par le même avenant ce qui en dépend. Supprimez les lignes d’un projet abandonné.",
    limites:
      "Les montants des années passées d’un financeur, d’une enveloppe ou d’un axe restent au contrat : un financeur qui part en cours de contrat garde son nom, ses montants des années suivantes passent à zéro. Un avenant est en vigueur dès sa signature pour les montants et les cibles d’une année, et à sa prise d’effet pour le reste ; une année est jugée par ce qui est en vigueur à son dernier jour : un seuil abaissé en décembre 2025 ne change rien à 2024. La notification n’est pas demandée : rien au contrat n’en dépend. La vérification ne peut pas savoir si un avenant a réellement été signé : elle lit ce qui est enregistré.",
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

/** One mistake, however many lines stand under the heading. */
function ofColumn(
  { cell: heading, texte }: NonNullable<LigneAvenant["erreurs"][number]["colonne"]>,
  cells: readonly CellRef[],
  erreur: string,
): Report<typeof meta> {
  const key = `colonne-${texte === "" ? "sans-en-tete" : slug(texte)}`;
  const told = { message: "colonne", subject: {}, key, cells: [heading, ...cells], data: { erreur } } as const;
  return { ...told, slip: { key, least: 1, together: (all) => ({ ...told, cells: all }) } };
}

function compareLine(ligne: LigneAvenant, seen: Map<string, number>, asked: Asked): void {
  if (ligne.erreurs.length === 0) {
    asked.compare(nameOf(ligne), () => HOLDS);
    return;
  }
  for (const { cell, parametre, message, colonne } of ligne.erreurs) {
    if (colonne) {
      asked.compare(nameOf(ligne), () => () => ofColumn(colonne, [cell], message));
      continue;
    }
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

/** Compares the dates of one avenant, which the first of its lines gives. */
function compareDates(ligne: LigneAvenant, all: readonly LigneAvenant[], { periode }: Convention, asked: Asked): void {
  const { signeLe, effetLe, delibereLe, cellSigne } = ligne;
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
    if (delibereLe !== null && delibereLe > signeLe) {
      const data = { numero: `${numero}`, date, deliberation: formatDate(delibereLe) };
      return () => ({ ...at, message: "avant-deliberation", key: key("deliberation"), data });
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

/** The old value that a line of the register gives is held against what the contract said before it. */
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
