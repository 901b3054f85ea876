// A part whose script does not come at first.
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentType } from "react";
import { expect, it } from "vitest";
import { lazyPart } from "../../src/taskpane/lazy-part";
import { texts } from "../../src/taskpane/texts";

const plain = (text: string) => text.replace(/\s/g, " ");

it("says that it did not come, keeps the rest of the pane, and comes when it is asked again", async () => {
  let isOffline = true;
  const Shown = ({ name }: { readonly name: string }) => <p>Bonjour {name}</p>;
  const load = async (): Promise<ComponentType<{ readonly name: string }>> => {
    if (isOffline) throw Object.assign(new Error("Loading chunk 7 failed"), { name: "ChunkLoadError" });
    return Shown;
  };
  const Part = lazyPart(load, "Chargement…");
  render(
    <main>
      <h1>Volet</h1>
      <Part name="Odile" />
    </main>,
  );
  await screen.findByText(plain(texts.partMissing));
  expect(screen.getByRole("heading", { name: "Volet" })).toBeDefined();
  isOffline = false;
  await userEvent.click(screen.getByRole("button", { name: texts.tryAgain }));
  await screen.findByText("Bonjour Odile");
});
