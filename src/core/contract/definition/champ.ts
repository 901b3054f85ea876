// The field that a question names: "cofinancement.seuil", "actions[3].montants", "actions[].indicateurs" for all of them.

type Key = string | number | null;

/** ["actions", 3, "montants"]; null stands for every item of a list. */
export function cheminDuChamp(champ: string): readonly Key[] {
  return (champ.match(/[^.[\]]+|\[\]/g) ?? []).map((part) =>
    part === "[]" ? null : /^\d+$/.test(part) ? Number(part) : part,
  );
}

/** Whether what stands at this place of the definition is the field, or a part of it. */
export function concerne(champ: string, path: readonly PropertyKey[]): boolean {
  const own = cheminDuChamp(champ);
  return own.length <= path.length && own.every((key, index) => key === null || key === path[index]);
}
