// « Préparer l’avenant » as an agent uses it, over the example workbook itself: amounts typed, what follows, variants kept and compared, the project.
import { fireEvent, getByLabelText, getByText, screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { contratsIntegres } from "../../../src/contracts/built-in";
import { ecrireMontant } from "../../../src/core/preparation/changements";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { paneAvenant } from "../../../src/pane-workbook/pane-avenant";
import type { PaneHost } from "../../../src/pane-workbook/pane-host";
import {
  avenirOf,
  change,
  compareVariantes,
  createProjet,
  dropVariante,
  isKept,
  keepVariante,
  openAvenir,
  startVariante,
} from "../../../src/taskpane/contrat/avenir/avenir-store";
import { avenirTexts } from "../../../src/taskpane/contrat/avenir/texts";
import { createSession } from "../../../src/taskpane/session-store";
import { texts } from "../../../src/taskpane/texts";
import { expectAccessible } from "../expect-accessible";
import { showPane, workbook } from "../pane";
import { situation } from "../sample-situation";

const EXAMPLE = readFileSync(join(process.cwd(), "exemples/classeur-exemple.xlsx"));
const plain = (text: string | null | undefined) => text?.replace(/\s/g, " ") ?? "";

beforeEach(() => {
  URL.createObjectURL = () => "blob:here";
  URL.revokeObjectURL = () => {};
  // jsdom follows no link.
  HTMLAnchorElement.prototype.click = () => {};
});

function openExample() {
  const file = openFileWorkbook(EXAMPLE, "classeur-exemple.xlsx");
  const host = {
    run: (work: (open: { port: typeof file.port }) => Promise<unknown>) => work({ port: file.port }),
  } as unknown as PaneHost;
  const service = paneAvenant({
    host,
    contrats: contratsIntegres,
    today: "2026-11-29",
    compute: () => Promise.reject(new Error("nothing is computed elsewhere")),
  });
  return { file, avenir: async () => service };
}

async function showAvenir() {
  const { file, avenir } = openExample();
  const pane = showPane({
    situate: async () => situation(),
    contrat: { ...workbook().port.contrat, avenir },
  });
  await pane.user.click(screen.getByRole("tab", { name: texts.tab.contrat }));
  await screen.findByText(avenirTexts.openWhy);
  press(avenirTexts.open);
  await screen.findByText(avenirTexts.toSettle(0), {}, { timeout: 15_000 });
  return { ...pane, file };
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
/** By its words: asking for roles in the whole pane takes seconds. */
function press(words: string | RegExp): void {
  const found = [...document.querySelectorAll("button")].find(({ textContent }) =>
    typeof words === "string" ? plain(textContent) === plain(words) : words.test(plain(textContent)),
  );
  if (!found) throw new Error(`no button ${String(words)}`);
  fireEvent.click(found);
}

/** Opens the line of an action, and types the two amounts. */
function type(action: number, etat: string, local: string): void {
  press(new RegExp(`^${action} · `, "u"));
  fireEvent.change(field(avenirTexts.inputState(action, 2027)), { target: { value: etat } });
  fireEvent.change(field(avenirTexts.inputLocal(action, 2027, "Métropole")), { target: { value: local } });
}

const settled = (count: number) => screen.findByText(avenirTexts.toSettle(count), {}, { timeout: 15_000 });

/** What a heading of « Autres changements » opens: several have fields of the same names. */
function opened(title: string) {
  press(title);
  const button = [...document.querySelectorAll("button")].find(
    ({ textContent }) => plain(textContent) === plain(title),
  );
  const place = document.getElementById(button?.getAttribute("aria-controls") ?? "");
  if (!place) throw new Error(`${title} opens nothing`);
  return {
    fill: (label: string, value: string) => fireEvent.change(getByLabelText(place, label), { target: { value } }),
    press: (words: string) => fireEvent.click(getByText(place, words)),
  };
}
const proposed = (action: number) => plain(field(avenirTexts.inputState(action, 2027)).value);

describe("the avenant to come", { timeout: 60_000 }, () => {
  it("says at once what typed amounts would break, and mends it in a click", async () => {
    const pane = await showAvenir();
    type(3, "30 000", "28 000");
    type(4, "15 000", "15 000");
    await settled(1);
    expect(plain(pane.container.textContent)).toContain("28 000,00 € pour un minimum de 30 000,00 €");
    await expectAccessible(pane.container);
    press(/^Écrire 30 000/u);
    await settled(0);
    expect(plain(pane.container.textContent)).toContain("Enveloppe de l’État 2027 : 350 000 € sur 350 000 €");
    const envelope = opened(avenirTexts.envelopeLine);
    envelope.fill(avenirTexts.envelope(2027), "340 000");
    await settled(1);
    expect(plain(pane.container.textContent)).toContain("Enveloppe de l’État 2027 : dire pourquoi (−10 000,00 €).");
    envelope.fill(avenirTexts.why, "Crédits en baisse.");
    await vi.waitFor(() => expect(plain(pane.container.textContent)).not.toContain("dire pourquoi (−10"), 15_000);
    envelope.fill(avenirTexts.envelope(2027), "");
    await settled(0);
  });

  it("transfers, creates, ends, moves and says why, then makes the project of it", async () => {
    const { container, file } = await showAvenir();
    press(/^1 · /u);
    press(/^2 · /u);
    expect([proposed(1), proposed(2)]).toEqual(["65 000", "20 000"]);
    const transfer = opened(avenirTexts.transfer);
    transfer.fill(avenirTexts.amount, "5 000");
    transfer.press(avenirTexts.apply);
    expect([proposed(1), proposed(2)]).toEqual(["60 000", "25 000"]);
    await screen.findByText(avenirTexts.why);
    const [reason] = container.querySelectorAll("textarea");
    if (!reason) throw new Error("no reason is asked");
    fireEvent.change(reason, { target: { value: "Le public a baissé." } });

    const created = opened(avenirTexts.newAction);
    created.fill(avenirTexts.label, "Un accueil de nuit");
    created.fill(avenirTexts.proposedState, "1 000");
    created.fill(avenirTexts.proposedLocal("Métropole"), "1 000");
    created.press(avenirTexts.apply);
    await screen.findAllByText(/^9 · Un accueil de nuit/u);

    const moved = opened(`${avenirTexts.endAction}, ${avenirTexts.changeAxe.toLowerCase()}`);
    moved.fill(avenirTexts.actionField, "7");
    moved.fill(avenirTexts.changeAxe, "1");
    moved.fill(avenirTexts.actionField, "8");
    moved.press(avenirTexts.end);
    // Actions 1, 2, 7, 8 and 9: each asks why.
    await vi.waitFor(() => expect(container.querySelectorAll("textarea")).toHaveLength(5), 15_000);
    const said = plain(container.textContent);
    expect(said).toContain("Enveloppe de l’État 2027 : 316 000 € sur 350 000 €");
    expect(said).toContain(
      "Axe 1111 000 € +26 000,00 €Axe 245 000 € inchangéAxe 3160 000 € inchangéAxe 40 € −60 000,00 €",
    );
    expect(said).toContain("Action 7 : dire pourquoi (passage de l’axe 4 à l’axe 1).");
    expect(said).toContain("Action 8 : dire pourquoi (fin de l’action).");
    expect(said).not.toContain("Action 1 : dire pourquoi");

    press(avenirTexts.toProject);
    expect(plain(container.textContent)).toContain("Registre des avenants : 8 lignes, en projet");
    await expectAccessible(container);
    press(avenirTexts.create);
    await screen.findByText(avenirTexts.created(1));
    const names = (await file.port.read()).sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Contrat", "Note de l’avenant", "Tableau de l’avenant"]));
  });

  it("fixes the targets that are left, and not those of an action that ends", async () => {
    const { container } = await showAvenir();
    opened(avenirTexts.targets(2027, 3)).fill(
      "Action 8, Nombre de participants à une action qui permettent de mieux consommer",
      "120",
    );
    await screen.findByText("Actions 4 et 8 : 2 cibles 2027 à fixer.");
    const ended = opened(`${avenirTexts.endAction}, ${avenirTexts.changeAxe.toLowerCase()}`);
    ended.fill(avenirTexts.actionField, "4");
    ended.press(avenirTexts.end);
    await screen.findByText("Action 8 : 1 cible 2027 à fixer.");
    expect(plain(container.textContent)).toContain(plain(avenirTexts.targets(2027, 1)));
  });

  it("is a table with its consequences beside it where the pane is wide", async () => {
    // What jsdom lacks: nothing has a width in it.
    vi.stubGlobal(
      "ResizeObserver",
      class {
        constructor(private readonly tell: () => void) {}
        observe(element: Element): void {
          Object.defineProperty(element, "clientWidth", { value: 900 });
          this.tell();
        }
        disconnect(): void {}
      },
    );
    const { container } = await showAvenir();
    const table = await screen.findByRole("table", { name: avenirTexts.tableCaption(2027) });
    fireEvent.change(field(avenirTexts.inputState(3, 2027)), { target: { value: "30 000" } });
    await settled(2);
    const said = plain(table.textContent);
    expect(said).toContain("20 000 €28 250 €70,63 %6 000 €6 000 €sur 2026, motif en attente50 %");
    expect(said).toContain("TOTAL350 000 €700 947,10 €9 149,75 €6 000 €355 000 €350 000 €49,65 %");
    await expectAccessible(container);
    vi.unstubAllGlobals();
  });

  it("keeps variants in the workbook, compares them, and creates the project of one", async () => {
    const { file, avenir } = openExample();
    const session = createSession(
      { ...workbook().port, contrat: { ...workbook().port.contrat, avenir } },
      () => new Date("2026-11-29T10:00:00"),
    );
    const state = () => avenirOf(session).getState();
    session.declare({ name: "Mme Durand", capacity: "", party: "collectivite" });
    await openAvenir(session);
    const { preparation, variante } = state();
    if (!preparation || !variante) throw new Error("nothing was read");
    change(session, ecrireMontant(variante, preparation.tableau, 3, "etat", "26 000"));
    expect(isKept(state())).toBe(false);
    await keepVariante(session);
    expect(state().variante).toMatchObject({ nom: "V1", par: "Mme Durand", le: "2026-11-29" });
    expect(isKept(state())).toBe(true);
    startVariante(session);
    await keepVariante(session);
    expect((await file.port.read()).variantes?.map(({ nom }) => nom)).toEqual(["V1", "V2"]);
    await compareVariantes(session);
    expect(state().comparees).toMatchObject({ noms: ["V1", "V2"], aRegler: [2, 0] });
    await dropVariante(session);
    expect(state().variante?.nom).toBe("V1");
    await createProjet(session, { registre: true, tableau: true, note: true, papiers: true, remplacer: false });
    expect(session.getState().notices).toEqual([]);
    expect(state().cree?.files.map(({ name }) => name)).toEqual(["note-avenant-2027.docx", "avenant-2027.docx"]);
    const names = (await file.port.read()).sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Contrat", "Note de l’avenant", "Tableau de l’avenant"]));
  });
});
