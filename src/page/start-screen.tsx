// What the page shows while no workbook is open: what it is for, and how to begin.
import type { ReactElement } from "react";
import { FileButton } from "./file-button";
import type { RecoveryCopy } from "./recovery/copies";
import { RecoveredWork } from "./recovery/recovered-work";
import { texts } from "./texts";

interface StartScreenProps {
  readonly now: () => Date;
  readonly onResume: (copy: RecoveryCopy) => void;
  readonly onOpen: (files: readonly File[]) => void;
  readonly onExample: () => void;
  readonly onCreate: () => void;
  readonly onNewContract: () => void;
}

export function StartScreen({
  now,
  onResume,
  onOpen,
  onExample,
  onCreate,
  onNewContract,
}: StartScreenProps): ReactElement {
  return (
    <main className="start">
      <h1>{texts.title}</h1>
      <p>{texts.purpose}</p>
      <RecoveredWork now={now} onResume={onResume} />
      <div className="start-open">
        <FileButton className="primary" label={texts.openFirst} onOpen={onOpen} />
        <p>{texts.drop}</p>
      </div>
      <p className="start-others">
        <button type="button" onClick={onExample}>
          {texts.example}
        </button>
        <button type="button" onClick={onCreate}>
          {texts.create}
        </button>
        <button type="button" onClick={onNewContract}>
          {texts.newContract}
        </button>
      </p>
      <p className="privacy">{texts.privacy}</p>
    </main>
  );
}
