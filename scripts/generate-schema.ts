// Writes contrat.schema.json, with which editors check and complete a contract definition; --check only compares.
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import * as z from "zod";
import { conventionSchema } from "../src/core/contract/convention";
import { writeOrCheck } from "./write-or-check";

const path = fileURLToPath(new URL("../contrat.schema.json", import.meta.url));

const schema = {
  ...z.toJSONSchema(conventionSchema, { io: "input" }),
  title: "Contrat local des solidarités",
  description: "Définition d’un contrat, montants en euros, pour « npm run verifier -- --contrat ».",
};
const expected = await format(JSON.stringify(schema), { ...(await resolveConfig(path)), filepath: path });

writeOrCheck(path, expected);
