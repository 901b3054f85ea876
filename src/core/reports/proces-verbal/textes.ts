// The words that a procès-verbal is about: the reasons that one party gave, what the other decided, the texts of the fiches.
import { describeAnswers } from "../../domain/describe-answers";
import { describeDecision, signMotif } from "../../domain/describe-motif";
import { formatCellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { nameFiches } from "../../facts/lines/fiche-lines";
import type { Finding, Verification } from "../../verification";
import type { Chiffre } from "./chiffres";
import { hash } from "./empreinte";

const SHOWN = 80;

/** A long text by its beginning and its fingerprint: the list stays readable, and each change of a letter shows. */
function writeText(text: string): string {
  const folded = text.replace(/\s+/gu, " ").trim();
  if (folded.length <= SHOWN) return folded;
  return `${folded.slice(0, SHOWN).trimEnd()}… (${folded.length} caractères, empreinte ${hash(folded).slice(0, 12)})`;
}

/** What a finding is about: its sentence up to the colon. */
const nameFinding = ({ message }: Finding): string => message.split(/\s:/u)[0] ?? message;

export function motifsDonnes({
  findings,
  contract: { localParty },
}: Pick<Verification, "findings"> & { readonly contract: Pick<Verification["contract"], "localParty"> }): Chiffre[] {
  return findings.flatMap((finding) => {
    const { id, justification, cells } = finding;
    if (!justification) return [];
    const { text, by, party, on, decision, remark, cell = cells[0] } = justification;
    const cellule = cell ? formatCellRef(cell) : "";
    const nom = nameFinding(finding);
    const signed = signMotif(by, party, on, localParty);
    const motif = { cle: `motif/${id}`, libelle: `Justification – ${nom}`, cellule };
    return [
      { ...motif, valeur: signed === "" ? writeText(text) : `${writeText(text)} (${signed})` },
      ...(decision === null && remark === null
        ? []
        : [
            {
              ...motif,
              cle: `decision/${id}`,
              libelle: `Décision – ${nom}`,
              valeur: describeDecision(justification, localParty),
            },
          ]),
    ];
  });
}

/** What people said of the columns and rows: another answer makes other figures of the same cells. */
export const reponsesDonnees = ({
  answers,
  contract: { localParty },
}: Pick<Verification, "answers"> & { readonly contract: Pick<Verification["contract"], "localParty"> }): Chiffre[] =>
  describeAnswers(answers, localParty).map(({ key, name, said, place }) => ({
    cle: `reponse/${hash(key).slice(0, 12)}`,
    libelle: `Réponse – ${name}`,
    valeur: writeText(said),
    cellule: place,
  }));

const CHAMPS = {
  axe: "axe",
  sousAxe: "sous-axe",
  objectif: "objectif principal",
  calendrier: "calendrier",
  publicCible: "public cible",
  indicateurs: "indicateurs",
  actionsLiees: "actions liées",
  nature: "action nouvelle ou renforcée",
  pilotage: "pilotage",
  partenaires: "partenaires",
} as const;

export function textesDesFiches({ fiches }: Pick<Dossier, "fiches">): Chiffre[] {
  return nameFiches(fiches ?? []).flatMap(({ fiche, nom, subject, key }) =>
    [...fiche.champs].map(([champ, { text, cells }]): Chiffre => {
      const place = [subject.action === undefined ? null : `action-${subject.action}`, key ?? null];
      return {
        cle: ["fiche", ...place.filter((part) => part !== null), champ].join("/"),
        libelle: `${nom} – ${CHAMPS[champ]}`,
        valeur: writeText(text) || "non renseigné",
        cellule: formatCellRef(cells[0].ref),
      };
    }),
  );
}
