// The accounts that the State pays: the local party's, and those of others that the contract names.
import * as z from "zod";
import { texte } from "./grandeurs";

export const coordonneesBancaires = z
  .strictObject({ titulaire: texte, domiciliation: texte, rib: texte, iban: texte, bic: texte })
  .optional();

export const autresComptes = z
  .array(z.strictObject({ titulaire: texte, iban: texte, bic: texte.optional() }))
  .optional()
  .describe("Comptes des autres bénéficiaires que le contrat désigne : un CCAS à qui l’État verse sa part.");
