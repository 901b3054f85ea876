// Unsaved work that a crash or a closed tab left, offered before anything else is opened.
import { useEffect, useState, type ReactElement } from "react";
import { texts } from "../texts";
import { eraseCopy, leftCopies, type RecoveryCopy } from "./copies";

interface RecoveredWorkProps {
  readonly now: () => Date;
  readonly onResume: (copy: RecoveryCopy) => void;
}

export function RecoveredWork({ now, onResume }: RecoveredWorkProps): ReactElement | null {
  const [copies, setCopies] = useState<readonly RecoveryCopy[]>([]);
  useEffect(() => {
    // A browser that keeps nothing has nothing to offer: that is said when work begins.
    leftCopies(now().getTime())
      .then(setCopies)
      .catch(() => undefined);
  }, [now]);
  if (copies.length === 0) return null;
  const erase = (copy: RecoveryCopy): void => {
    if (!window.confirm(texts.reallyErase(copy.name))) return;
    setCopies(copies.filter((each) => each !== copy));
    void eraseCopy(copy.id);
  };
  return (
    <section className="start-recovered" aria-labelledby="recovered">
      <h2 id="recovered">{texts.recoveredTitle}</h2>
      <ul>
        {copies.map((copy) => (
          <li key={copy.id}>
            <span className="name">
              {copy.name}
              <small>{texts.recoveredAt(new Date(copy.at))}</small>
            </span>
            <button
              type="button"
              aria-label={texts.resumeNamed(copy.name)}
              onClick={() => {
                onResume(copy);
              }}
            >
              {texts.resume}
            </button>
            <button
              type="button"
              aria-label={texts.eraseNamed(copy.name)}
              onClick={() => {
                erase(copy);
              }}
            >
              {texts.erase}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
