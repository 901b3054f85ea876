// The tables that the papers of an avenant share: what changes by action, by axe, by year, and the whole budget by action and year.
import { axeDe } from "../../contract/in-force/en-vigueur";
import { seuilDe } from "../../contract/in-force/contract-amounts";
import type { Convention } from "../../contract/convention";
import { subtractMontants, type Montant } from "../../domain/values/montant";
import { formatMontant } from "../../domain/words/format";
import { formatTaux } from "../../domain/values/taux";
import { contractedOf, type Contractualise } from "../../facts/ledger/ecriture";
import { direMotif } from "./a-justifier";
import { RIEN, type CelluleDePiece, type LigneDePiece, type TableDePiece } from "./piece";
import type { LigneProposee, Proposition } from "./proposition";
import { sommeContractualisee, type TableauDeLAvenant } from "./tableau";

export const nomDAction = ({ numero, intitule }: LigneProposee["action"]): string => `${numero} – ${intitule}`;

const nomDAxe = ({ numero, intitule }: { readonly numero: number; readonly intitule: string }): string =>
  `Axe ${numero} – ${intitule}`;

const ecart = (avant: Montant, apres: Montant): CelluleDePiece =>
  avant === apres ? RIEN : { ecart: subtractMontants(apres, avant) };

const montant = (value: Montant | null): CelluleDePiece => (value === null ? RIEN : { montant: value });

/** The part of the local party; nothing of nothing. */
function partLocale(
  { etat, collectivite }: Contractualise,
  seuil?: number,
): { readonly taux: { readonly numerateur: number; readonly denominateur: number }; readonly seuil?: number } | null {
  const denominateur = etat + collectivite;
  return denominateur === 0
    ? null
    : { taux: { numerateur: collectivite, denominateur }, ...(seuil !== undefined && { seuil }) };
}

export const direPart = (montants: Contractualise, seuil?: number): string => {
  const part = partLocale(montants, seuil);
  return part ? formatTaux(part.taux.numerateur, part.taux.denominateur, seuil) : RIEN;
};

const SORTS: Readonly<Record<LigneProposee["sort"], string>> = {
  inchangee: "",
  modifiee: "",
  nouvelle: " (action nouvelle)",
  terminee: " (action terminée)",
};

export const lignesChangees = ({ lignes }: Proposition): readonly LigneProposee[] =>
  lignes.filter(({ sort }) => sort !== "inchangee");

/** Each changed action before and after, a line for each party, with why where that is asked. */
export function tableDesChangements(
  { localParty }: TableauDeLAvenant,
  proposition: Proposition,
  withMotif: boolean,
): TableDePiece {
  const lines = ({ action, avant, apres, sort, axeAvant, motif }: LigneProposee): LigneDePiece[] => {
    const moved = axeAvant === null ? "" : ` (de l’axe ${axeAvant} à l’axe ${action.axe})`;
    const nom = `${nomDAction(action)}${SORTS[sort]}${moved}`;
    const line = (first: string, partie: string, part: "etat" | "collectivite", why: string): LigneDePiece => ({
      cellules: [
        first,
        partie,
        { montant: avant[part] },
        { montant: apres[part] },
        ecart(avant[part], apres[part]),
        ...(withMotif ? [why] : []),
      ],
    });
    return [line(nom, "État", "etat", motif || "À compléter"), line("", localParty, "collectivite", "")];
  };
  return {
    entetes: ["Action", "Part", "Avant", "Après", "Écart", ...(withMotif ? ["Pourquoi"] : [])],
    largeurs: [withMotif ? 38 : 52, 14, 17, 17, 17, ...(withMotif ? [34] : [])],
    lignes: lignesChangees(proposition).flatMap(lines),
  };
}

export function tableDesAxes({ axes, total }: Proposition): TableDePiece {
  const line = (nom: string, avant: Montant, apres: Montant, look: "line" | "total"): LigneDePiece => ({
    look,
    cellules: [nom, { montant: avant }, { montant: apres }, ecart(avant, apres)],
  });
  return {
    entetes: ["Axe, part de l’État", "Avant", "Après", "Écart"],
    largeurs: [60, 15, 15, 15],
    lignes: [
      ...axes.map((axe) => line(nomDAxe(axe), axe.avant, axe.apres, "line")),
      line("TOTAL", total.avant.etat, total.apres.etat, "total"),
    ],
  };
}

export function tableDesAnnees({ localParty }: TableauDeLAvenant, { annees }: Proposition): TableDePiece {
  const whole = {
    avant: sommeContractualisee(annees.map(({ avant }) => avant)),
    apres: sommeContractualisee(annees.map(({ apres }) => apres)),
  };
  const line = (nom: string, avant: Contractualise, apres: Contractualise, look: "line" | "total"): LigneDePiece => ({
    look,
    cellules: [
      nom,
      { montant: avant.etat },
      { montant: apres.etat },
      { montant: avant.collectivite },
      { montant: apres.collectivite },
      ecart(avant.total, apres.total),
    ],
  });
  const [debut, fin] = [annees[0]?.annee, annees.at(-1)?.annee];
  return {
    entetes: ["Année", "État, avant", "État, après", `${localParty}, avant`, `${localParty}, après`, "Écart total"],
    largeurs: [20, 17, 17, 17, 17, 17],
    lignes: [
      ...annees.map(({ annee, avant, apres }) => line(String(annee), avant, apres, "line")),
      line(`${debut}-${fin}`, whole.avant, whole.apres, "total"),
    ],
  };
}

/** Every action with what became of the last closed year, and what is proposed. */
export function tableDesActions(tableau: TableauDeLAvenant, proposition: Proposition): TableDePiece {
  const { annee, reference, localParty, total } = tableau;
  const { convention, lignes, axes } = proposition;
  const known = new Map(tableau.lignes.map((ligne) => [ligne.action.numero, ligne]));
  const executed = reference === null ? "Exécuté" : `Exécuté en ${reference}`;
  const cells = (ligne: LigneProposee): CelluleDePiece[] => {
    const own = known.get(ligne.action.numero);
    const taux = own?.realise?.taux ?? null;
    return [
      nomDAction(ligne.action),
      { montant: ligne.avant.etat },
      montant(own?.realise?.execute.total.value ?? null),
      taux === null ? RIEN : { taux },
      montant(own?.nonUtilise ?? null),
      own?.reduction
        ? `${formatMontant(own.reduction.montant)} sur ${own.reduction.surAnnee}, ${direMotif(own.reduction.motif)}`
        : RIEN,
      { montant: ligne.apres.etat },
      { montant: ligne.apres.collectivite },
      partLocale(ligne.apres, seuilDe(convention, { axe: ligne.action.axe, action: ligne.action.numero, annee })) ??
        RIEN,
    ];
  };
  const taux = total.realise?.taux ?? null;
  return {
    entetes: [
      "Action",
      `${annee} au contrat, État`,
      executed,
      "Taux",
      reference === null ? "Part État non utilisée" : `Part État non utilisée en ${reference}`,
      "Réduction possible",
      "Proposé, État",
      `Proposé, ${localParty}`,
      `Part ${localParty}`,
    ],
    largeurs: [34, 13, 14, 9, 13, 18, 13, 13, 10],
    lignes: [
      ...axes.flatMap((axe): LigneDePiece[] => {
        const own = lignes.filter(({ action }) => action.axe === axe.numero);
        return own.length === 0
          ? []
          : [{ look: "axe", cellules: [nomDAxe(axe)] }, ...own.map((ligne) => ({ cellules: cells(ligne) }))];
      }),
      {
        look: "total",
        cellules: [
          "TOTAL",
          { montant: proposition.total.avant.etat },
          montant(total.realise?.execute.total.value ?? null),
          taux === null ? RIEN : { taux },
          montant(total.nonUtilise),
          total.reduction === 0 ? RIEN : { montant: total.reduction },
          { montant: proposition.total.apres.etat },
          { montant: proposition.total.apres.collectivite },
          partLocale(proposition.total.apres) ?? RIEN,
        ],
      },
    ],
  };
}

/** The budget of the whole contract as the avenant leaves it: what is annexed to it. */
export function tableBudgetaire(convention: Convention, annee: number): TableDePiece {
  const { annees, axes, actions, collectivite } = convention;
  const amounts = ({ total, etat, collectivite: local }: Contractualise): CelluleDePiece[] => [
    { montant: total, nu: true },
    { montant: etat, nu: true },
    { montant: local, nu: true },
  ];
  return {
    entetes: ["Actions", ...annees.flatMap((year) => [`${year.annee}, total`, "État", collectivite.designation])],
    largeurs: [34, ...annees.flatMap(() => [13, 12, 12])],
    lignes: [
      ...axes.flatMap((axe): LigneDePiece[] => {
        const own = actions.filter((action) => axeDe(action, annee) === axe.numero);
        return own.length === 0
          ? []
          : [
              { look: "axe", cellules: [nomDAxe(axe)] },
              ...own.map((action) => ({
                cellules: [
                  nomDAction({ ...action, axe: axe.numero }),
                  ...annees.flatMap((year) => amounts(contractedOf(action, year.annee))),
                ],
              })),
            ];
      }),
      {
        look: "total",
        cellules: [
          "TOTAL",
          ...annees.flatMap((year) =>
            amounts(sommeContractualisee(actions.map((action) => contractedOf(action, year.annee)))),
          ),
        ],
      },
    ],
  };
}
