// Who asked for a verification, where he gave his name: what « Écarts » writes of it is what is read back.
const WORDS = "Vérifié par";

/** `name` is as typed. */
export function verifiedBy(name: string): string {
  return `${WORDS} ${name}.`;
}

/** The name within a text that ends with it; null where none is said. */
export function readVerifiedBy(text: string): string | null {
  const at = text.lastIndexOf(`${WORDS} `);
  if (at < 0) return null;
  return (
    text
      .slice(at + WORDS.length + 1)
      .replace(/\.\s*$/, "")
      .trim() || null
  );
}
