// The actions of Dijon métropole's contract, from the two tables of its annex: amounts in euros, indicators, targets.
import type { ConventionDefinition } from "../core/contract/convention";
import { fiches } from "./dijon-metropole-2024-2027-fiches";

export const actions: ConventionDefinition["actions"] = [
  {
    numero: 1,
    axe: 1,
    intitule: "Prévenir le décrochage par une prévention spécialisée renforcée",
    montants: [
      { annee: 2024, etat: 65000, collectivite: 65000 },
      { annee: 2025, etat: 65000, collectivite: 65000 },
      { annee: 2026, etat: 65000, collectivite: 65000 },
      { annee: 2027, etat: 65000, collectivite: 65000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule: "Nombre de jeunes de moins de 15 ans accompagnés",
        t0: 420,
        cibles: [
          { annee: 2024, valeur: 450 },
          { annee: 2025, valeur: 460 },
          { annee: 2026, valeur: 480 },
          { annee: 2027, valeur: 500 },
        ],
      },
    ],
    fiche: fiches[1],
  },
  {
    numero: 2,
    axe: 1,
    intitule:
      "Développer des actions de remobilisation en faveur des jeunes pour les inscrire dans un parcours personnalisé",
    montants: [
      { annee: 2024, etat: 20000, collectivite: 20000 },
      { annee: 2025, etat: 20000, collectivite: 20000 },
      { annee: 2026, etat: 20000, collectivite: 20000 },
      { annee: 2027, etat: 20000, collectivite: 20000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule: "Nombre de jeunes de plus de 15 ans accompagnés",
        t0: 120,
        cibles: [
          { annee: 2024, valeur: 130 },
          { annee: 2025, valeur: 140 },
          { annee: 2026, valeur: 140 },
          { annee: 2027, valeur: 140 },
        ],
      },
    ],
    fiche: fiches[2],
  },
  {
    numero: 3,
    axe: 2,
    intitule: "Remobiliser les personnes éloignées de l’emploi",
    montants: [
      { annee: 2024, etat: 25000, collectivite: 25000 },
      { annee: 2025, etat: 25000, collectivite: 25000 },
      { annee: 2026, etat: 25000, collectivite: 25000 },
      { annee: 2027, etat: 25000, collectivite: 25000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule: "Nombre de participations à une action de remobilisation",
        t0: 0,
        cibles: [
          { annee: 2024, valeur: 250 },
          { annee: 2025, valeur: 250 },
          { annee: 2026, valeur: 250 },
          { annee: 2027, valeur: 250 },
        ],
      },
    ],
    fiche: fiches[3],
  },
  {
    numero: 4,
    axe: 2,
    intitule:
      "Renforcer l’accompagnement des personnes éloignées de l’emploi par la levée des freins et l’accompagnement des entreprises",
    montants: [
      { annee: 2024, etat: 20000, collectivite: 20000 },
      { annee: 2025, etat: 20000, collectivite: 20000 },
      { annee: 2026, etat: 20000, collectivite: 20000 },
      { annee: 2027, etat: 20000, collectivite: 20000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule:
          "Nombre de personnes en recherche d’emploi et en situation de précarité bénéficiant d’une action de levée des freins",
        t0: "nd",
        cibles: [
          { annee: 2024, valeur: "nd" },
          { annee: 2025, valeur: "nd" },
          { annee: 2026, valeur: "nd" },
          { annee: 2027, valeur: "nd" },
        ],
      },
    ],
    fiche: fiches[4],
  },
  {
    numero: 5,
    axe: 3,
    intitule: "Garantir un accès aux droits pour tous",
    montants: [
      { annee: 2024, etat: 47500, collectivite: 47500 },
      { annee: 2025, etat: 60000, collectivite: 60000 },
      { annee: 2026, etat: 60000, collectivite: 60000 },
      { annee: 2027, etat: 60000, collectivite: 60000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule: "Nombre de personnes ayant bénéficié d’un accompagnement renforcé vers les droits",
        t0: 150,
        cibles: [
          { annee: 2024, valeur: 300 },
          { annee: 2025, valeur: 300 },
          { annee: 2026, valeur: 300 },
          { annee: 2027, valeur: 300 },
        ],
      },
      {
        numero: 2,
        intitule: "Nombre de participations à un atelier à l’amélioration de la maîtrise de la langue française",
        t0: 126,
        cibles: [
          { annee: 2024, valeur: 150 },
          { annee: 2025, valeur: 180 },
          { annee: 2026, valeur: 210 },
          { annee: 2027, valeur: 240 },
        ],
      },
    ],
    fiche: fiches[5],
  },
  {
    numero: 6,
    axe: 3,
    intitule: "Favoriser l’accès et le maintien dans le logement pour les publics vulnérables",
    montants: [
      { annee: 2024, etat: 100000, collectivite: 100000 },
      { annee: 2025, etat: 100000, collectivite: 100000 },
      { annee: 2026, etat: 100000, collectivite: 100000 },
      { annee: 2027, etat: 100000, collectivite: 100000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule: "Nombre de personnes accompagnées autour de l’accès ou du maintien dans le logement",
        t0: 130,
        cibles: [
          { annee: 2024, valeur: 150 },
          { annee: 2025, valeur: 150 },
          { annee: 2026, valeur: 150 },
          { annee: 2027, valeur: 150 },
        ],
      },
      {
        numero: 2,
        intitule: "Nombre de professionnels de l’action sociale formés",
        t0: 20,
        cibles: [
          { annee: 2024, valeur: 20 },
          { annee: 2025, valeur: 20 },
          { annee: 2026, valeur: 20 },
          { annee: 2027, valeur: 20 },
        ],
      },
    ],
    fiche: fiches[6],
  },
  {
    numero: 7,
    axe: 4,
    intitule: "Soutenir la mobilité durable des publics",
    montants: [
      { annee: 2024, etat: 25000, collectivite: 25000 },
      { annee: 2025, etat: 25000, collectivite: 25000 },
      { annee: 2026, etat: 25000, collectivite: 25000 },
      { annee: 2027, etat: 25000, collectivite: 25000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule:
          "Nombre de personnes ayant fait l’objet d’un diagnostic de mobilité par une personne formée et ayant bénéficié d’au moins une action de levée des freins à la mobilité à la suite de ce dernier",
        t0: 50,
        cibles: [
          { annee: 2024, valeur: 90 },
          { annee: 2025, valeur: 90 },
          { annee: 2026, valeur: 90 },
          { annee: 2027, valeur: 90 },
        ],
      },
    ],
    fiche: fiches[7],
  },
  {
    numero: 8,
    axe: 4,
    intitule: "Lutter contre la précarité alimentaire",
    montants: [
      { annee: 2024, etat: 30000, collectivite: 30000 },
      { annee: 2025, etat: 35000, collectivite: 35000 },
      { annee: 2026, etat: 35000, collectivite: 35000 },
      { annee: 2027, etat: 35000, collectivite: 35000 },
    ],
    indicateurs: [
      {
        numero: 1,
        intitule: "Nombre de bénéficiaires de produits transformés issus du réseau de transformation local",
        t0: 0,
        cibles: [
          { annee: 2024, valeur: "nd" },
          { annee: 2025, valeur: "nd" },
          { annee: 2026, valeur: "nd" },
          { annee: 2027, valeur: "nd" },
        ],
      },
      {
        numero: 2,
        intitule: "Nombre de participants à une action qui permettent de mieux consommer",
        t0: 0,
        cibles: [
          { annee: 2024, valeur: "nd" },
          { annee: 2025, valeur: "nd" },
          { annee: 2026, valeur: "nd" },
          { annee: 2027, valeur: "nd" },
        ],
      },
    ],
    fiche: fiches[8],
  },
];
