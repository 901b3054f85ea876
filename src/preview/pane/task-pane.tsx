// The add-in's real task pane, in a frame as Excel holds it, beside the grid.
import type { ReactElement } from "react";

interface TaskPaneProps {
  readonly title: string;
  readonly width: number;
  /** A closed pane goes on running: the add-in has a shared runtime. */
  readonly isShown: boolean;
  readonly onClose: () => void;
}

export function TaskPane({ title, width, isShown, onClose }: TaskPaneProps): ReactElement {
  return (
    <aside className="task-pane" aria-label={`Volet ${title}`} style={{ width }} hidden={!isShown}>
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label="Fermer le volet" onClick={onClose}>
          ×
        </button>
      </header>
      <iframe src="taskpane.html" title={title} />
    </aside>
  );
}
