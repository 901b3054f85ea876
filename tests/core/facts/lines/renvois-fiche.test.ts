// The actions and axes that a fiche says are linked, and its own axe, as people write them.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { lireAxe, lireRenvois } from "../../../../src/core/facts/lines/renvois-fiche";

it.each<[string, readonly number[] | null, readonly number[]]>([
  ["action 2", [2], []],
  ["actions 2, 3 et 4", [2, 3, 4], []],
  ["Actions 2,3,4", [2, 3, 4], []],
  ["Actions n°2 et n°3", [2, 3], []],
  ["action n° 2 / action n° 7", [2, 7], []],
  ["fiches 2 à 4", [2, 3, 4], []],
  ["Fiche action 3 ; fiche action 5", [3, 5], []],
  ["action 5, axe 4", [5], [4]],
  ["axes 1 et 2", [], [1, 2]],
  ["Action n°5 - Garantir un accès aux droits pour tous", [5], []],
  ["toutes les actions", [2, 3, 4, 5, 6, 7, 8], []],
  ["2, 3 et 7", [2, 3, 7], []],
  ["Néant", [], []],
  ["", [], []],
  ["2024", null, []],
  ["voir le projet de territoire", null, []],
])("%s", (text, actions, axes) => {
  const read = lireRenvois(contratIntegre, text, 1);
  expect(read && [[...read.actions], [...read.axes]]).toEqual(actions && [actions, axes]);
});

it.each([
  ["Axe 3 : « Accès aux droits essentiels »", 3, "acces aux droits essentiels"],
  ["Axe transition écologique solidaire", null, "transition ecologique solidaire"],
  ["2\nAccès à l’emploi", 2, "acces a l'emploi"],
  ["Pilier 2", 2, ""],
  ["Accès à l’emploi.", null, "acces a l'emploi"],
])("axe: %s", (text, numero, intitule) => {
  expect(lireAxe(text)).toEqual({ numero, intitule });
});
