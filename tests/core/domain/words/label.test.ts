import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { createLabelIndex, foldLabel, parseLabel } from "../../../../src/core/domain/words/label";

const index = createLabelIndex(contratIntegre);

describe("the same label", () => {
  test.each([
    "Garantir un accès aux droits pour tous",
    "GARANTIR UN ACCES AUX DROITS POUR TOUS",
    "Garantir un acce\u0300s aux droits pour tous",
    "  Garantir  un\u00a0accès\naux\u202fdroits pour tous\u200b ",
    "Garantir un accès aux droits pour tous*",
    "Garantir un accès aux droits pour tous **",
    "Action n°5 - Garantir un accès aux droits pour tous",
    "Action n° 5 – Garantir un accès aux droits pour tous",
    "Action nº5 — Garantir un accès aux droits pour tous",
    "ACTION 5 : Garantir un accès aux droits pour tous",
    "Action 5 Garantir un accès aux droits pour tous",
    "5 Garantir un accès aux droits pour tous",
    "5. Garantir un accès aux droits pour tous",
    "5- Garantir un accès aux droits pour tous",
    "5) Garantir un accès aux droits pour tous",
    "Action n°6 - Garantir un accès aux droits pour tous",
  ])("%j is action 5", (text) => {
    expect(index.findAction(parseLabel(text))?.numero).toBe(5);
  });

  test.each([
    "Garantir un accès aux droits",
    "Actions 5 Garantir un accès aux droits pour tous",
    "Axe 5 : Garantir un accès aux droits pour tous",
    "5",
    "Action",
    "Action n°9",
    "",
  ])("%j is no action", (text) => {
    expect(index.findAction(parseLabel(text))).toBeNull();
  });

  test("a number alone is enough when the word Action or Axe says what it counts", () => {
    expect(index.findAction(parseLabel("Action n°5"))?.numero).toBe(5);
    expect(index.findAxe(parseLabel("Axe 3"))?.numero).toBe(3);
    expect(index.findAction(parseLabel("Axe 3"))).toBeNull();
  });

  test.each([
    ["Axe « Prévenir la pauvreté et lutter contre les inégalités dès l'enfance »", 1],
    ["Axe 2 : Accès à l’emploi", 2],
    ["AXE 3 - AMPLIFIER LA POLITIQUE DE L'ACCES A L'EMPLOI POUR TOUS", 2],
    ["Amplifier la politique d'accès à l'emploi pour tous", 2],
    ["Axe 3 : « Accès aux droits essentiels »", 3],
    ["Axe « Lutter contre la grande exclusion grâce à l’accès aux droits »*", 3],
    ["Axe transition écologique solidaire", 4],
    ["Transition solidaire", 4],
    ["4 Construire une transition écologique solidaire", 4],
  ])("%j is axe %d", (text, numero) => {
    expect(index.findAxe(parseLabel(text))?.numero).toBe(numero);
  });

  test("a label that begins with the word Action keeps it", () => {
    expect(foldLabel("Action culturelle pour tous")).toBe("action culturelle pour tous");
    expect(foldLabel("Action 3 : Action culturelle pour tous")).toBe("action culturelle pour tous");
  });

  test("an indicator is the action's own before it is another's", () => {
    const [first] = contratIntegre.actions;
    expect(index.findIndicateur(parseLabel("nombre de jeunes de moins de 15 ans accompagnés"), first ?? null)?.t0).toBe(
      420,
    );
    expect(index.findIndicateur(parseLabel("Nombre de jeunes de plus de 15 ans accompagnés"), first ?? null)?.t0).toBe(
      120,
    );
    expect(index.findIndicateur(parseLabel("Nombre de chats"), null)).toBeNull();
  });

  test("a long text of prefixes folds in linear time", () => {
    expect(foldLabel("action ".repeat(50_000))).not.toBe("");
  });
});

test.each([
  ["Action n°A1 - Prévenir", "action", 1, "a.1", "prevenir"],
  ["A1 Prévenir", "action", 1, "a.1", "prevenir"],
  ["A1.a Prévenir", null, null, "a.1.a", "prevenir"],
  ["B2 – Prévenir", null, null, "b.2", "prevenir"],
  ["Fiche action B2 : Prévenir", "action", null, "b.2", "prevenir"],
  ["II.3 Prévenir", null, null, "ii.3", "prevenir"],
  ["1.a) Prévenir", null, 1, "1.a", "prevenir"],
  ["1 bis Prévenir", null, 1, "1.bis", "prevenir"],
  ["1.2.3 Prévenir", null, null, "1.2.3", "prevenir"],
  ["1.2 Prévenir", null, null, "1.2", "prevenir"],
  ["T1 2024", null, null, undefined, "t1 2024"],
  ["N b2 Prévenir", null, null, undefined, "n b2 prevenir"],
  ["Axe B2 : Emploi", "axe", null, undefined, undefined],
  ["5 Prévenir", null, 5, undefined, "prevenir"],
])("%j is numbered as it is written", (text, kind, numero, ecrit, rest) => {
  const parsed = parseLabel(text);
  expect(parsed.ecrit).toBe(ecrit);
  if (rest !== undefined) expect(parsed).toMatchObject({ kind, numero, rest });
});

test("a label of thousands of separators is not looked up at each of them, and a longer one is found at its beginning", () => {
  const label = { kind: null, numero: null, rest: "" };
  const { user } = process.cpuUsage();
  for (let rank = 0; rank < 40; rank += 1)
    expect(index.findLonger({ ...label, rest: `${rank} ${"a, ".repeat(5400)}` })).toBeNull();
  expect((process.cpuUsage().user - user) / 1000).toBeLessThan(400);
  const [action] = contratIntegre.actions;
  const rest = `${foldLabel(action?.intitule ?? "")} * (suite), et ${", ".repeat(50)}`;
  expect(index.findLonger({ ...label, rest })?.action).toBe(action);
});
