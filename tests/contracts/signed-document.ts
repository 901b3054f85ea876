// The signed contract of any convention as a Word document, written as such contracts are: articles, fiches, annex tables.
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from "docx";
import type { Convention } from "../../src/core/contract/convention";
import { addMontants, montantFromCentimes, toEuros, type Montant } from "../../src/core/domain/values/montant";

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

function day(iso: string): string {
  const [year = "", month = "", date = ""] = iso.split("-");
  return `${date === "01" ? "1er" : Number(date)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

/** "48 250,50": a signed contract writes cents only where there are some. */
function amount(montant: Montant): string {
  const [whole = "0", cents = "00"] = toEuros(montant).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, "\u202f");
  return cents === "00" ? grouped : `${grouped},${cents}`;
}

const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
const bullet = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)], bullet: { level: 0 } });
const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });

/** "- **Public cible** : …", the label in bold as the parties write it. */
const field = (label: string, answer: string): Paragraph =>
  new Paragraph({ bullet: { level: 0 }, children: [new TextRun({ text: label, bold: true }), new TextRun(answer)] });

const cell = (text: string, columnSpan = 1): TableCell => new TableCell({ columnSpan, children: [paragraph(text)] });
const table = (rows: readonly TableCell[][]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((children) => new TableRow({ children })),
  });

const NOTHING = montantFromCentimes(0);

/** What some contracts write otherwise than most. */
export interface Ecriture {
  /** The codes in a table, not in sentences. */
  readonly codesEnTableau?: boolean;
  /** The sentence that says from when on the contract holds. */
  readonly effet?: string;
  /** Amounts in thousands: "145 k€", "145 milliers d’euros". */
  readonly milliers?: string;
  /** They are other files. */
  readonly sansAnnexes?: true;
}

function codes({ lignes }: Convention["imputation"]): Table {
  const headings = ["Pilier", "Sous-action", "Activité de programmation", "Code activité", "Montant 2024"];
  return table([
    headings.map((text) => cell(text)),
    ...lignes.map((ligne) =>
      [
        `Axe ${ligne.axe}`,
        `${ligne.sousAction} « ${ligne.intitule} »`,
        `${ligne.activite} - ${ligne.intituleActivite}`,
        ligne.code.replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/, "$1 $2 $3 $4 $5"),
        `${amount(ligne.montant)} €`,
      ].map((text) => cell(text)),
    ),
    [cell("Total", 4), cell(`${amount(addMontants(NOTHING, ...lignes.map(({ montant }) => montant)))} €`)],
  ]);
}

function articles(convention: Convention, { codesEnTableau = false, effet, milliers }: Ecriture): FileChild[] {
  const { collectivite, etat, periode, creditsEtat, imputation, cofinancement, axes } = convention;
  const split = creditsEtat.find(({ repartition }) => repartition);
  const percent = String(cofinancement.seuil * 100).replace(".", ",");
  const due = convention.echeances.find(({ id }) => id === "rapport-execution");
  return [
    paragraph("Contrat local des solidarités"),
    paragraph(
      `L’État, représenté par Monsieur ${etat.representant ?? ""}, ${etat.qualite ?? ""}, et désigné ci-après par les termes « le préfet », d’une part,`,
    ),
    paragraph(
      `${collectivite.nom}, représenté par ${collectivite.qualite ?? ""}, Madame ${collectivite.representant ?? ""}, et désigné ci-après par les termes « le ${collectivite.designation} », d’autre part,`,
    ),
    heading("2.2. Les engagements financiers"),
    ...creditsEtat.map(({ annee, montant, statut }) =>
      bullet(
        `Un montant ${statut === "ferme" ? "" : "prévisionnel "}de ${milliers === undefined ? `${amount(montant)} €` : `${(montant / 100_000).toLocaleString("fr-FR", { maximumFractionDigits: 5 })} ${milliers}`} au titre de l’année ${annee} ;`,
      ),
    ),
    paragraph(
      `Le soutien financier de l’État au titre des crédits de l’année ${split?.annee ?? ""} se répartit ainsi :`,
    ),
    ...(split?.repartition ?? []).map(({ axe, montant }) =>
      bullet(
        `Au titre de l’axe « ${axes.find(({ numero }) => numero === axe)?.intitule ?? ""} » : ${amount(montant)} € ;`,
      ),
    ),
    paragraph(
      `La collectivité s’engage à apporter au moins ${percent} % des crédits dévolus à chaque action contractualisée.`,
    ),
    ...(due ? [paragraph(`Ce rapport fait l’objet d’une délibération, au plus tard le ${day(due.date)}.`)] : []),
    heading("Article 3 – Modalités de versement des crédits"),
    paragraph(
      `Les crédits sont ceux du programme ${imputation.programme} « ${imputation.intitule} », selon l’imputation suivante :`,
    ),
    ...(codesEnTableau ? [codes(imputation)] : []),
    ...(codesEnTableau ? [] : imputation.lignes).map((ligne) =>
      bullet(
        `${amount(ligne.montant)} € sur l’action ${ligne.action}, sous-action ${ligne.sousAction} « ${ligne.intitule} », activité de programmation ${ligne.activite} « ${ligne.intituleActivite} », code activité ${ligne.code.replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/, "$1 $2 $3 $4 $5")} ;`,
      ),
    ),
    paragraph(`La contribution financière sera créditée sur le compte du ${collectivite.nom}.`),
    paragraph("Les versements seront effectués à :"),
    paragraph("Paierie départementale, 1 place des Tilleuls"),
    paragraph("RIB : 20041 01005 0500013M026 06"),
    paragraph("IBAN : FR14 2004 1010 0505 0001 3M02 606"),
    paragraph("BIC : PSSTFRPPLIL"),
    paragraph("L’ordonnateur de la dépense est le préfet des Collines."),
    paragraph("Le comptable assignataire du paiement est le directeur départemental des finances publiques."),
    heading("Article 4 – Durée"),
    paragraph(`Les dispositions couvrent la période du ${day(periode.debut)} jusqu’au ${day(periode.fin)}.`),
    paragraph("Cette dénonciation doit être adressée au plus tard 3 mois avant la fin de la convention au préfet."),
    ...(effet === undefined ? [] : [paragraph(effet)]),
    paragraph("Fait à Les Collines, le 12 juin 2024"),
  ];
}

/** What the parties wrote of an action, longer than any label. */
export const OBJECTIF = "Agir auprès de ceux que rien n’atteint, là où ils vivent.";

function fiches({ actions, axes, periode }: Convention): FileChild[] {
  return actions.flatMap((action) => [
    heading(`Action n°${action.numero} - ${action.intitule}`),
    paragraph(`Axe ${action.axe} : ${axes.find(({ numero }) => numero === action.axe)?.intitule ?? ""}`),
    field("Constats et problématiques", ""),
    paragraph("Le diagnostic partagé montre des besoins que rien ne couvre."),
    field("Objectif principal", ""),
    bullet(OBJECTIF),
    field("Objectifs opérationnels et descriptif des actions", ""),
    paragraph("Deux permanences par semaine, une équipe mobile."),
    field("Calendrier", ` : du ${day(periode.debut)} au ${day(periode.fin)}`),
    field("Public cible", " : habitants du territoire"),
    field("Indicateur", ` : ${action.indicateurs.map(({ intitule }) => intitule).join(", ")}`),
    field("Interaction avec les autres actions", " : actions 1 et 2, axe 3"),
    field("L’action est-elle nouvelle ?", Number(action.numero) % 2 === 0 ? " oui" : " Action existante renforcée"),
    field("Pilotage et suivi de l’action", " : Département / État"),
    ...(action.numero === 3 ? [] : [field("Partenaires", " : associations, communes")]),
  ]);
}

function annexes({ annees, axes, actions, collectivite }: Convention): FileChild[] {
  const [word = collectivite.designation] = collectivite.motsColonne;
  const amounts = (of: Convention["actions"]): TableCell[] =>
    annees.flatMap(({ annee }) => {
      const years = of.flatMap(({ montants }) => montants.filter((each) => each.annee === annee));
      const [etat, local] = [years.map((year) => year.etat), years.map((year) => year.collectivite)];
      return [
        addMontants(NOTHING, ...etat, ...local),
        addMontants(NOTHING, ...etat),
        addMontants(NOTHING, ...local),
      ].map((montant) => cell(amount(montant)));
    });
  const width = 1 + annees.length * 3;
  return [
    heading("Tableau budgétaire"),
    table([
      [cell("Année"), ...annees.map(({ annee }) => cell(String(annee), 3))],
      [cell(""), ...annees.flatMap(() => ["Total", "Etat", word].map((text) => cell(text)))],
      ...axes.flatMap(({ numero, intitule }) => [
        [cell(`Axe « ${intitule} »`, width)],
        ...actions
          .filter(({ axe }) => axe === numero)
          .map((action) => [cell(`${action.numero} ${action.intitule}`), ...amounts([action])]),
      ]),
      [cell("TOTAL"), ...amounts(actions)],
    ]),
    heading("Tableau des actions et suivi de leurs indicateurs"),
    table([
      [cell("Actions"), cell("Indicateurs"), cell("Situation T0"), ...annees.map(({ annee }) => cell(String(annee)))],
      ...actions.flatMap((action) =>
        action.indicateurs.map(({ intitule, t0, cibles }, rank) => [
          cell(rank === 0 ? `Action n°${action.numero} - ${action.intitule}` : ""),
          cell(intitule),
          cell(String(t0).replace(".", ",")),
          ...cibles.map(({ valeur }) => cell(String(valeur).replace(".", ","))),
        ]),
      ),
    ]),
  ];
}

/** The bytes of a .docx. */
export async function signedDocument(convention: Convention, ecriture: Ecriture = {}): Promise<Uint8Array> {
  const children = [
    ...articles(convention, ecriture),
    ...fiches(convention),
    ...(ecriture.sansAnnexes ? [] : annexes(convention)),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
