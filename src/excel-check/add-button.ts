// A button under the pane of a development build: one click runs the checks inside the Excel that is there.
import { runChecks } from "./run-checks";

export function addCheckButton(): void {
  const button = document.createElement("button");
  button.textContent = "Essayer le complément dans cet Excel";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  button.addEventListener("click", () => {
    button.disabled = true;
    void runChecks((name) => {
      said.textContent = `${name}…`;
    })
      .then((outcomes) => {
        const failed = outcomes.filter(({ isPassed }) => !isPassed).length;
        said.textContent = failed === 0 ? "Tous les contrôles ont réussi." : `${failed} contrôles ont échoué.`;
      })
      .finally(() => {
        button.disabled = false;
      });
  });
  document.body.append(button, said);
}
