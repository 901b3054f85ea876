// Two years of execution, by action: invented, plausible amounts beside those of the annex.
export interface Execution {
  readonly etat: number;
  readonly metropole: number;
  readonly justification?: string;
}

/** By action, then 2024 and 2025: what the service still has to justify is among them. */
export const EXECUTIONS_TO_JUSTIFY: Readonly<Record<string, readonly [Execution, Execution]>> = {
  "1": [
    { etat: 64_800, metropole: 65_012.4 },
    { etat: 65_000, metropole: 66_480 },
  ],
  "2": [
    { etat: 18_450, metropole: 19_230.75 },
    { etat: 20_000, metropole: 20_000 },
  ],
  "3": [
    {
      etat: 12_500,
      metropole: 13_100,
      justification: "Ouverture des ateliers de remobilisation reportée de mai à novembre 2024, faute de local.",
    },
    { etat: 24_300, metropole: 25_075.2 },
  ],
  "4": [
    { etat: 20_000, metropole: 20_000 },
    {
      etat: 14_000,
      metropole: 14_250,
      justification: "Poste de conseiller emploi vacant d’avril à septembre 2025 ; recrutement fait en octobre.",
    },
  ],
  "5": [
    { etat: 47_500, metropole: 51_236.18 },
    { etat: 60_000, metropole: 74_860.9 },
  ],
  "6": [
    { etat: 97_480, metropole: 98_115.55 },
    { etat: 98_750.25, metropole: 99_310.4 },
  ],
  "7": [
    { etat: 25_000, metropole: 26_300 },
    { etat: 25_000, metropole: 25_000 },
  ],
  // Below the alert threshold in 2024, and nobody has said why.
  "8": [
    { etat: 22_000, metropole: 23_940.6 },
    { etat: 33_800, metropole: 35_120.35 },
  ],
};

const held = (etat2024: number, etat2025: number): readonly [Execution, Execution] => [
  { etat: etat2024, metropole: etat2024 },
  { etat: etat2025, metropole: etat2025 },
];

/** The contract to the euro: nothing is left to say. */
export const EXECUTIONS_HELD: Readonly<Record<string, readonly [Execution, Execution]>> = {
  "1": held(65_000, 65_000),
  "2": held(20_000, 20_000),
  "3": held(25_000, 25_000),
  "4": held(20_000, 20_000),
  "5": held(47_500, 60_000),
  "6": held(100_000, 100_000),
  "7": held(25_000, 25_000),
  "8": held(30_000, 35_000),
};
