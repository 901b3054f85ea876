// What else is known of the five contracts whose sentences are also rewritten: their annexes, who signed, and by which articles.
import { INVENTES } from "../invented-documents";
import { planOf } from "./plan";
import type { Contrat, Fait } from "./right";

const DEPARTEMENTAL = "Directeur départemental des finances publiques";
const REGIONAL = "Directeur régional des finances publiques";

const FAITS: readonly (Omit<Fait, "plan"> & { readonly milliers?: true })[] = [
  {
    etat: [["Aline ROCHER", "Préfète de l’Armance"]],
    local: ["Odile VASSEUR", "Présidente"],
    ordonnateur: "Préfète de l’Armance",
    comptable: DEPARTEMENTAL,
    domiciliation: "Paierie départementale de l’Armance",
    articles: ["3", "6", "2", "2", "3", "4"],
  },
  {
    etat: [["Paul LERAY", "Préfet de région"]],
    local: ["Yves CAZAL", "Président"],
    ordonnateur: "Préfet de région",
    comptable: REGIONAL,
    titulaire: "Brévanne métropole",
    domiciliation: "Trésorerie de Brévanne",
    effetLe: "2024-01-01",
    articles: ["1.2", "4", "2", "4", "1.1", "1.3"],
    milliers: true,
  },
  {
    etat: [["Inès DORVAL", "Préfète du Valois"]],
    local: ["Maud SERRE", "Présidente"],
    autres: [
      ["Caisse d’allocations familiales du Valois", "Luc PERNOT", "Directeur"],
      ["CCAS de Valois", "Rose AUBIN", "Vice-présidente"],
    ],
    ordonnateur: "Préfète du Valois",
    comptable: DEPARTEMENTAL,
    articles: ["2", "4", "1", "4", "2", "2"],
  },
  {
    etat: [["Guy MAREC", "Préfet des Landiers"]],
    local: ["Jean FOUCAULT", "Président"],
    ordonnateur: "Préfet des Landiers",
    comptable: "Directrice départementale des finances publiques",
    titulaire: "Département des Landiers",
    domiciliation: "Paierie des Landiers",
    articles: ["2", "4", "1", "4", "2", "2"],
  },
  {
    etat: [
      ["Lise AUMONT", "Préfète de la région Ouest"],
      ["Rémi TALON", "Préfet du Morvran"],
    ],
    local: ["Éric GALL", "Président"],
    ordonnateur: "Préfète de la région Ouest",
    comptable: REGIONAL,
    effetLe: "2024-01-01",
    articles: ["2.2", "4", "1", "4", "2.2", "2.3"],
  },
];

export const PREMIERS: readonly (readonly [string, Contrat])[] = INVENTES.map(([name, { lignes, attendu }], rank) => {
  const { milliers, ...fait } = FAITS[rank] ?? (FAITS[0] as (typeof FAITS)[number]);
  const plan = planOf(lignes, attendu.annees, milliers ? 1000 : 1);
  return [name, { lignes, attendu, fait: { ...fait, plan } }];
});
