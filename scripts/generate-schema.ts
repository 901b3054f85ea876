// Writes contrat.schema.json, with which editors check and complete a contract definition; --check only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import * as z from "zod";
import { conventionSchema } from "../src/core/domain/convention";

const path = fileURLToPath(new URL("../contrat.schema.json", import.meta.url));

function readCurrent(): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const schema = {
  ...z.toJSONSchema(conventionSchema, { io: "input" }),
  title: "Contrat local des solidarités",
  description: "Définition d’un contrat, montants en euros, pour « npm run verifier -- --contrat ».",
};
const expected = await format(JSON.stringify(schema), { ...(await resolveConfig(path)), filepath: path });

if (!process.argv.includes("--check")) {
  writeFileSync(path, expected);
} else if (readCurrent() !== expected) {
  console.error("contrat.schema.json differs from the schema: run scripts/generate-schema.ts.");
  process.exitCode = 1;
}
