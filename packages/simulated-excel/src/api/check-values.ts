// Refuses what Excel refuses whatever the member does: a value of another type, a word that is no choice, a missing argument.
import { isHostObject, memberName } from "../object-table";
import { hostErrors } from "../wire";
import { apiClass, lowerFirst } from "./api-members";

export function checkSetValue(className: string, name: string, value: unknown): void {
  const properties = apiClass(className)?.properties;
  const declared = memberName(properties, name);
  const property = declared === null ? undefined : properties?.[declared];
  if (property && !isAccepted(property.type, value)) throw hostErrors.invalidArgument();
}

export function checkArguments(className: string, name: string, values: readonly unknown[]): void {
  const method = apiClass(className)?.methods[lowerFirst(name)];
  for (const [index, [type, isOptional]] of method?.parameters.entries() ?? []) {
    const value = values[index];
    const isMissing = value === undefined || value === null;
    const isTaken = isAccepted(type, value) && (Array.isArray(value) || !isListAlone(type));
    if (isMissing ? !isOptional && type !== "any" : !isTaken) throw hostErrors.invalidArgument();
  }
}

/** What is set in cells may be one value for all of them; what is given as an argument is a list where one is declared. */
const isListAlone = (types: string): boolean => types === "array";

/** An array stands for a value in each of its cells, and a single value for all of them. */
function isAccepted(types: string, value: unknown): boolean {
  return types.split("|").some((type) => {
    if (type === "any" || type === "array" || type === "undefined") return true;
    if (type === "object") return typeof value === "object" && !Array.isArray(value);
    if (type.startsWith("'")) return type.slice(1) === value;
    if (type === "number") return typeof value === "number" && Number.isFinite(value);
    if (type === "string" || type === "boolean") return typeof value === type;
    return isHostObject(value) ? value.className === type : type === String(value);
  });
}
