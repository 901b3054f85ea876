// What headings say of the figures under them: whose they are, of which year, and whether contracted, spent or paid.
/** What an amount is: of the contract, planned or changed by the agent, spent, or paid by the State. */
export type NatureMontant = "contracted" | "forecast" | "modified" | "executed" | "paid";
export type NatureValeur = "t0" | "target" | "achieved";
export type Nature = NatureMontant | NatureValeur;

/** Whose amount it is; "autres" is financing that belongs to the total cost and stays outside the 50 % and the envelope. */
export type Part = "etat" | "collectivite" | "autres" | "total";

/** A year of the contract, or the total over all the years that the table shows. */
export type Periode = number | "periode";
