// What is due is done by its date. What comes near, was done late or is over is announced.
import { accord } from "../domain/words/accord";
import { sheetKey, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier, Echeancier, EtapeLue, LigneEcheance } from "../domain/dossier";
import { isAvenantSignale } from "../domain/contrat/avenant-attendu";
import { chiffreInconnu } from "../contract/avenants/registre";
import { isDue, isRapport, PREAVIS, situateEcheances, type EtatEcheance } from "../domain/contrat/echeances";
import { isDimanche } from "../domain/values/jours";
import { formatDate, formatListeCourte } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { ecrireOrigine, nommerOrigine, origineTient } from "../domain/contrat/origine-date";
import { defineRule, HOLDS, notComparable } from "./rule";

const SHOWN = 10;

/** A letter is sent, and an assembly sits, on another day than a Sunday: better known before. */
const direJour = (date: string): string => `${formatDate(date)}${isDimanche(date) ? ", un dimanche" : ""}`;

const name = ({ echeance: { intitule, date, reglage } }: EtatEcheance): string =>
  `${intitule} (${formatDate(date)}${reglage === true ? ", date indicative" : ""})`;

/** A line is pointed at by its label and by the cell to fill in. */
function lineCells(ligne: LigneEcheance | null, heading: CellRef): readonly [CellRef, ...CellRef[]] {
  if (!ligne) return [heading];
  const { label, faitLe } = ligne;
  return faitLe === label ? [label.ref] : [label.ref, faitLe.ref];
}

/** The programme's own calendar asks for the report of execution later: it changes no date that was signed. */
const CALENDRIER_NATIONAL = "2026-06-30";

const ACTES = { etabli: "établi", delibere: "délibéré" } as const;

/** What was done of a report that is not handed over yet: "Établi le 02/02/2026, délibéré le 05/03/2026". */
function describeEtapes({ ligne, etat }: EtatEcheance, asOf: string): string {
  const done = (ligne?.etapes ?? []).flatMap(({ acte, le }) =>
    le === null || le > asOf ? [] : [`${ACTES[acte]} le ${formatDate(le)}`],
  );
  if (etat === "faite" || done.length === 0) return "";
  const said = done.join(", ");
  return ` ${said.charAt(0).toUpperCase()}${said.slice(1)} ; reste la transmission.`;
}

function remark(etat: EtatEcheance, asOf: string): string {
  const { ligne, echeance } = etat;
  const isNational = isRapport(echeance) && echeance.date < CALENDRIER_NATIONAL && echeance.date.startsWith("2026");
  return [
    ligne ? "" : " Aucune ligne de l’échéancier n’a été reconnue pour cette échéance.",
    describeEtapes(etat, asOf),
    isNational
      ? ` Le calendrier national d’évaluation demande ce rapport pour le ${formatDate(CALENDRIER_NATIONAL)} ; la date du contrat reste celle à suivre.`
      : "",
  ].join("");
}

/** The acts of a line that are told in another order than they are done: each with the one that it should come before. */
function misordered({
  etapes = [],
  fait,
}: LigneEcheance): readonly { readonly etape: EtapeLue; readonly avant: string }[] {
  return etapes.flatMap((etape, index) => {
    const next = etapes.slice(index + 1).find(({ le }) => le !== null && etape.le !== null && le < etape.le);
    if (next) return [{ etape, avant: `${ACTES[next.acte]} le ${formatDate(next.le ?? "")}` }];
    const isAfter = etape.le !== null && fait !== null && fait < etape.le;
    return isAfter ? [{ etape, avant: `fait le ${formatDate(fait)}` }] : [];
  });
}

/** Why the date is not known: a line of the register that cannot be read would change it. */
const dateInconnue = ({ feuilleContrat }: Pick<Dossier, "feuilleContrat">, { echeance }: EtatEcheance) =>
  chiffreInconnu(feuilleContrat?.registre, { objet: "clause", cle: `echeances/${echeance.id}/date` });

/**
 * What a list of deadlines says, line by line. The list of the sheet « Contrat » is left out, as another rule holds
 * it against what was signed.
 */
function* linesBeside(
  { feuilleContrat }: Pick<Dossier, "feuilleContrat">,
  { range, lignes }: Echeancier,
  etats: readonly EtatEcheance[],
): Generator<{ readonly etat: EtatEcheance; readonly ligne: LigneEcheance; readonly key: string }> {
  if (feuilleContrat && sheetKey(range.sheet) === sheetKey(feuilleContrat.range.sheet)) return;
  const seen = new Map<string, number>();
  for (const ligne of lignes) {
    const etat = etats.find(({ echeance }) => echeance.id === ligne.echeance);
    if (!etat) continue;
    const { id } = etat.echeance;
    const rang = (seen.get(id) ?? 0) + 1;
    seen.set(id, rang);
    yield { etat, ligne, key: rang > 1 ? `${id}-${rang}` : id };
  }
}

type Message = "passee" | "proche" | "tardive" | "annoncee" | "revolue";

function messageOf({ echeance, etat, tardive }: EtatEcheance): Message | null {
  if (etat === "passee") return isDue(echeance) ? "passee" : "revolue";
  if (etat === "proche") return isDue(echeance) ? "proche" : "annoncee";
  return tardive && isDue(echeance) ? "tardive" : null;
}

export default defineRule({
  meta: {
    id: "echeances",
    articles: ["suivi", "denonciation"],
    severity: "warning",
    title: "Les échéances du contrat sont tenues",
    problem: "Échéance non tenue",
    compares: "point",
    needs: [],
    messages: {
      passee: {
        text: "{echeance} : attendu le {date} ({source}), non fait au {jour}, soit {jours} de retard.{remarque}",
      },
      proche: {
        severity: "info",
        text: "{echeance} : attendu le {date} ({source}), {quand}.{remarque}",
      },
      tardive: {
        severity: "info",
        text: "{echeance} : fait le {fait}, {jours} après le {date} ({source}).{remarque}",
      },
      annoncee: {
        severity: "info",
        text: "{echeance} : le {date} ({source}), {quand}.{remarque}",
      },
      revolue: {
        severity: "info",
        text: "{echeance} : date passée, le {date} ({source}).{remarque}",
      },
      "pas-encore": {
        severity: "info",
        text: "{echeance} : dit {acte} le {jour}, après la date de la vérification ({verifie}). Ce n’est pas encore fait, ou la date est fausse.",
      },
      ordre: {
        severity: "info",
        text: "{echeance} : {acte} le {jour}, mais {avant}.",
      },
      "autre-date": {
        text: "{echeance} : l’échéancier indique {dit} au lieu du {date} ({source}). La date du contrat est suivie ; elle ne change que par avenant.",
      },
      "autre-reglage": {
        severity: "info",
        text: "{echeance} : l’échéancier indique {dit} au lieu du {date} ({source}). La date de la feuille « Contrat » est suivie ; elle se change là.",
      },
      "autre-origine": {
        text: "{echeance} : l’échéancier dit la date fixée par {dit} au lieu de {attendu} ({source}).",
      },
      "origine-inconnue": {
        severity: "info",
        text: "{echeance} : l’échéancier dit la date fixée par {dit}, qui n’est pas reconnu. Attendu : {attendu} ({source}).",
      },
    },
    page: {
      gravite: "avertissement, information à l’approche",
      contrat:
        "La collectivité renseigne chaque année les indicateurs et établit un rapport d’avancement ; un avenant précise chaque année les montants ; le rapport d’exécution 2024-2025 est transmis au préfet au plus tard le 31 mars 2026 ; la dénonciation se fait au plus tard deux mois avant la fin de la convention.",
      verifie:
        "Ce qui est demandé pour chaque année sans date est attendu quand les chiffres de l’année le sont (le 1ᵉʳ février suivant, un réglage), et n’est pas en retard avant. Chaque échéance du contrat est comparée à la colonne « Fait le » de l’échéancier : passée sans être faite, elle est un avertissement ; à 90 jours ou moins, une information ; faite après sa date, une information qui donne le nombre de jours. Un rapport est établi, délibéré, puis transmis : « Fait le » est sa transmission ; les colonnes « Établi le » et « Délibéré le », où elles sont remplies, disent ce qui est déjà fait, et un ordre inverse est une information. Une de ces dates postérieure à la vérification n’est pas comptée comme faite, et c’est une information. La date du contrat pour le rapport d’exécution (31 mars 2026) est suivie ; celle du calendrier national d’évaluation (30 juin 2026) est montrée à côté et n’y change rien. Le message dit si la date est celle d’un article, celle d’un avenant, ou un réglage quand l’article demande l’acte sans le dater. L’échéance d’un avenant annuel est tenue quand l’avenant est enregistré dans le contrat du classeur ; une fois l’année commencée, son absence est signalée par la règle `avenant-annuel`, et par elle seule. L’échéancier est lui-même comparé, sauf celui de la feuille « Contrat », que la règle `contrat-signe` compare : une date qui n’est pas celle du contrat ou de l’avenant, ou une origine fausse dans « Date fixée par » (« le contrat » pour un réglage, un avenant qui ne fixe pas cette date), est un avertissement à sa cellule, que l’échéance soit passée, faite ou à venir ; la date d’un réglage qui n’est pas celle de la feuille « Contrat », ou une origine en d’autres mots, une information. C’est toujours la date du contrat qui est suivie. Le dernier jour pour dénoncer et la fin du contrat ne sont jamais en retard, ni ce qu’un avenant nomme « droit » ou « terme » : annoncés 90 jours avant, ils sont ensuite dits passés.",
      conforme: "« Rapport d’exécution 2024-2025 », fait le 12/03/2026.",
      ecart: [
        {
          message: "passee",
          data: {
            echeance: "Rapport d’exécution 2024-2025, délibéré et transmis au préfet",
            source: "date de l’article 2.3",
            date: "31/03/2026",
            jour: "24/11/2026",
            jours: "238 jours",
            quand: "dans −238 jours",
            fait: "",
            remarque: "",
          },
        },
      ],
      corriger: "Faites ce qui est dû, puis saisissez la date dans la colonne « Fait le ».",
      limites:
        "Les dates sont celles de la définition du contrat. Une case vide de l’échéancier ne dit rien d’autre que le contrat. Où « Fait le » est vide, le jour que donne la feuille « Contrat » compte ; deux jours qui diffèrent sont nommés parmi ce qui n’a pas été lu, et celui de l’échéancier compte. « Oui » ou « fait » sans date valent une échéance tenue ; un texte qui ne dit ni l’un ni l’autre est « non vérifiable ». Sans échéancier, la règle est « non vérifiable » et nomme les échéances passées.",
    },
  },
  compare(dossier, asked) {
    const { convention, asOf, echeancier, absences } = dossier;
    const jour = formatDate(asOf);
    if (convention.echeances.length === 0) {
      asked.notDue("Le contrat ne fixe aucune échéance.");
      return;
    }
    const etats = situateEcheances(dossier);
    if (!echeancier) {
      const passed = etats.filter(({ etat }) => etat === "passee").map(name);
      const near = etats.filter(({ etat }) => etat === "proche").map(name);
      const isSeveral = absences.some(({ kind, reason }) => kind === "echeancier" && reason === "plusieurs");
      const isDue = isSeveral || passed.length > 0;
      asked[isDue ? "nothing" : "notDue"](
        [
          isSeveral
            ? "Plusieurs échéanciers sont possibles dans le classeur."
            : "Aucun échéancier n’a été trouvé dans le classeur.",
          passed.length > 0
            ? `Échéances passées au ${jour} : ${formatListeCourte(passed, SHOWN)}.`
            : `Aucune échéance n’est passée au ${jour}.`,
          ...(near.length > 0 ? [`Dans les ${PREAVIS} jours : ${formatListeCourte(near, SHOWN)}.`] : []),
        ].join(" "),
      );
      return;
    }
    // A year that has begun without its avenant is told by the rule of the yearly avenant, and one finding is enough.
    const own = etats.filter(
      ({ echeance: { avenantPour } }) => avenantPour === undefined || !isAvenantSignale(dossier, avenantPour),
    );
    if (own.length === 0) asked.nothing("Les seules échéances du contrat sont des avenants annuels, déjà signalés.");
    for (const etat of own) {
      const { echeance, ligne, jours, tardive } = etat;
      asked.compare(echeance.intitule, () => {
        if (etat.etat === "illisible") {
          return notComparable(`${name(etat)} : ${cite(ligne?.faitLe.text ?? "")} n’est pas une date lisible.`);
        }
        const inconnu = dateInconnue(dossier, etat);
        if (inconnu !== null && etat.etat !== "faite") return notComparable(inconnu);
        const message = messageOf(etat);
        if (message === null) return HOLDS;
        return () => ({
          message,
          subject: {},
          key: echeance.id,
          article: echeance.article,
          cells: lineCells(ligne, echeancier.heading),
          data: {
            echeance: echeance.intitule,
            source: nommerOrigine(etat),
            date: direJour(echeance.date),
            jour,
            jours: accord(tardive?.jours ?? Math.abs(jours), "jour"),
            quand: jours === 0 ? "aujourd’hui" : `dans ${accord(jours, "jour")}`,
            fait: tardive ? formatDate(tardive.fait) : "",
            remarque: remark(etat, asOf),
          },
        });
      });
    }
    for (const { etat, ligne, key } of linesBeside(dossier, echeancier, etats)) {
      const { echeance } = etat;
      const { cellDate, origine } = ligne;
      const said = { subject: {}, article: echeance.article };
      const data = { echeance: echeance.intitule, source: nommerOrigine(etat) };
      const notYet = (le: string, acte: string) =>
        ({ message: "pas-encore", data: { ...data, acte, jour: formatDate(le), verifie: jour } }) as const;
      const { fait, faitLe } = ligne;
      if (fait !== null && fait > asOf) {
        asked.compare(`${echeance.intitule} – fait le`, () => () => ({
          ...said,
          ...notYet(fait, "fait"),
          key: `${key}-fait`,
          cells: [faitLe.ref],
        }));
      }
      for (const { acte, le, cell } of ligne.etapes ?? []) {
        asked.compare(`${echeance.intitule} – ${ACTES[acte]} le`, () => {
          if (le === null) {
            return notComparable(`${echeance.intitule} : ${cite(cell.text)} n’est pas une date lisible.`);
          }
          if (le > asOf)
            return () => ({ ...said, ...notYet(le, ACTES[acte]), key: `${key}-${acte}`, cells: [cell.ref] });
          const wrong = misordered(ligne).find(({ etape }) => etape.acte === acte);
          if (!wrong) return HOLDS;
          return () => ({
            ...said,
            message: "ordre",
            key: `${key}-${acte}`,
            cells: [cell.ref],
            data: { ...data, acte: ACTES[acte], jour: formatDate(le), avant: wrong.avant },
          });
        });
      }
      if (cellDate) {
        asked.compare(`${echeance.intitule} – date`, () => {
          const inconnu = dateInconnue(dossier, etat);
          if (inconnu !== null) return notComparable(inconnu);
          // The day that was set and the one on which it is due are one setting.
          if (ligne.date !== null && [echeance.date, etat.regleAu].includes(ligne.date)) return HOLDS;
          return () => ({
            ...said,
            message: echeance.reglage === true ? "autre-reglage" : "autre-date",
            key: `${key}-date`,
            cells: [cellDate.ref],
            data: {
              ...data,
              dit:
                ligne.date === null
                  ? `${cite(cellDate.text)}, qui n’est pas une date,`
                  : `le ${formatDate(ligne.date)}`,
              date: formatDate(echeance.date),
            },
          });
        });
      }
      if (origine) {
        asked.compare(`${echeance.intitule} – date fixée par`, () => {
          const inconnu = dateInconnue(dossier, etat);
          if (inconnu !== null) return notComparable(inconnu);
          const tient = origineTient(origine.text, etat);
          if (tient === true) return HOLDS;
          const attendu = ecrireOrigine(etat);
          return () => ({
            ...said,
            message: tient === false ? "autre-origine" : "origine-inconnue",
            key: `${key}-origine`,
            cells: [origine.ref],
            data: { ...data, dit: cite(origine.text.trim()), attendu: cite(attendu) },
            fix: [{ cell: origine.ref, value: attendu }],
          });
        });
      }
    }
  },
});
