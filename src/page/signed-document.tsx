// The signed contract beside the questions about it, in a wide page: what was read in it is marked, and each sentence of a question leads to its answer.
import { Fragment, useEffect, useMemo, useRef, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { marksOf, textOf, type BlockMarks, type Mark } from "../taskpane/contrat/nouveau/document-marks";
import { nouveauStore, update, type Work } from "../taskpane/contrat/nouveau/nouveau-store";
import { inOrder, viewOf } from "../taskpane/contrat/nouveau/view-of";
import type { Session } from "../taskpane/session-store";
import { texts } from "./texts";

type Document = NonNullable<Work["document"]>;
type Bloc = Document["blocs"][number];

interface SignedDocumentProps {
  readonly session: Session;
  readonly work: Work;
  readonly document: Document;
  readonly children: ReactNode;
}

export function SignedDocument({ session, work, document: signed, children }: SignedDocumentProps): ReactElement {
  const store = nouveauStore(session);
  const { later, inSight } = useSyncExternalStore(store.subscribe, store.getState);
  const view = viewOf(work.definition);
  const [question] = inOrder(view.questions, later);
  const marks = useMemo(() => marksOf(signed, view, question), [signed, view, question]);
  const sheet = useRef<HTMLDivElement>(null);
  const key = question?.[0].key;
  useEffect(() => {
    update(session, { isDocumentBeside: true });
    return () => update(session, { isDocumentBeside: false });
  }, [session]);
  useEffect(() => {
    sheet.current?.querySelector("mark.question")?.scrollIntoView({ block: "center" });
  }, [key]);
  useEffect(() => {
    if (key !== undefined || inSight === null) return;
    sheet.current?.querySelector(`[data-article="${CSS.escape(inSight)}"]`)?.scrollIntoView({ block: "center" });
  }, [key, inSight]);
  const choose = (choice: string): void => {
    if (key !== undefined) update(session, { chosen: { key, choice } });
  };
  const pages = signed.blocs.map(({ lieu }) => pageOf(lieu));
  return (
    <section className="workbook signed" aria-label={texts.signed}>
      <div ref={sheet} className="signed-sheet" tabIndex={0} role="region" aria-label={work.files.join(", ")}>
        {signed.blocs.map((bloc, rank) => (
          <Fragment key={rank}>
            {pages[rank] !== "" && pages[rank] !== pages[rank - 1] && <p className="signed-page">{pages[rank]}</p>}
            <Block bloc={bloc} marked={marks.get(rank)} onChoose={choose} />
          </Fragment>
        ))}
      </div>
      {children}
    </section>
  );
}

/** "contrat.pdf, page 5": where a new file or page begins, the reader is told. */
const pageOf = (lieu: string): string => /^.*?(?:\bpage \d+|\.\w{2,4}(?=, ))/u.exec(lieu)?.[0] ?? "";

interface BlockProps {
  readonly bloc: Bloc;
  readonly marked: BlockMarks | undefined;
  readonly onChoose: (choice: string) => void;
}

function Block({ bloc, marked, onChoose }: BlockProps): ReactElement {
  if (bloc.kind === "tableau")
    return (
      <div className="signed-table">
        <table>
          <tbody>
            {bloc.lignes.map((cells, row) => (
              <tr key={row} className={marked?.rows.get(row)?.state} data-article={marked?.rows.get(row)?.article}>
                {cells.map((text, column) => (
                  <td key={column}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  const text = textOf(bloc.texte);
  const marks = marked?.marks ?? [];
  const isHeading = text.length < 120 && /^(?:article|annexe|pr[ée]ambule)\b/iu.test(text);
  const words = (
    <>
      {marks.map((mark, at) => (
        <Fragment key={mark.start}>
          {text.slice(marks[at - 1]?.end ?? 0, mark.start)}
          <Marked mark={mark} text={text.slice(mark.start, mark.end)} onChoose={onChoose} />
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
  return isHeading ? <h3>{words}</h3> : <p>{words}</p>;
}

interface MarkedProps {
  readonly mark: Mark;
  readonly text: string;
  readonly onChoose: (choice: string) => void;
}

function Marked({ mark: { state, pin, choice, article }, text, onChoose }: MarkedProps): ReactElement {
  return (
    <mark className={state} data-article={article}>
      {pin !== null && choice !== null && (
        <button
          type="button"
          className="signed-pin"
          aria-label={texts.toAnswer(pin)}
          onClick={() => {
            onChoose(choice);
          }}
        >
          {pin}
        </button>
      )}
      {text}
    </mark>
  );
}
