// « Reprendre les réponses d’un classeur reçu »: figures that differ first, then what is taken, then conflicts side by side.
import { Button, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { Dernier } from "../../core/domain/reprise";
import { nommerParole } from "../../usecases/describe-reprise";
import type { ConflitMontre, ParoleMontree, RepriseMontree } from "../../usecases/plan-reprise";
import { FileChooser } from "../file-chooser";
import { LongList } from "../reports/long-list";
import type { Session } from "../session-store";
import { chooseCopy, chooseLast, repriseOf, takeBack } from "./reprise-store";
import { repriseTexts } from "./texts";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "& p": { margin: 0 } },
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  warning: {
    padding: "8px",
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    "& ul": { margin: 0, padding: 0, listStyle: "none" },
    "& li": { padding: "6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  },
  two: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))", gap: "8px" },
  side: {
    padding: "8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  radio: { "& .fui-Radio__label": { minWidth: 0 } },
});

interface RepriseProps {
  readonly session: Session;
  readonly isBusy: boolean;
}

export function Reprise({ session, isBusy }: RepriseProps) {
  const styles = useStyles();
  const store = repriseOf(session);
  const { shown } = useSyncExternalStore(store.subscribe, store.getState);
  return (
    <div className={styles.stack}>
      <p>{repriseTexts.intro}</p>
      <div className={styles.buttons}>
        {shown && <strong>{shown.montree.recu}</strong>}
        <FileChooser
          label={shown ? repriseTexts.chooseAnother : repriseTexts.choose}
          name={repriseTexts.choose}
          size="small"
          isBusy={isBusy}
          onFile={(file) => void chooseCopy(session, file)}
        />
      </div>
      {shown && <Shown session={session} isBusy={isBusy} montree={shown.montree} choix={shown.choix} />}
    </div>
  );
}

interface ShownProps extends RepriseProps {
  readonly montree: RepriseMontree;
  readonly choix: Readonly<Record<string, Dernier>>;
}

function Shown({ session, isBusy, montree, choix }: ShownProps) {
  const styles = useStyles();
  const { remarques, differences, prises, conflits, laissees } = montree;
  return (
    <>
      {remarques.map((one) => (
        <p key={one} className={styles.small}>
          {one}
        </p>
      ))}
      {differences.length > 0 && (
        <section className={styles.warning}>
          <div role="status">
            <h3 className={styles.title}>{repriseTexts.differs(differences.length)}</h3>
          </div>
          <div className={styles.list}>
            <LongList
              moreLabel={(rest) => `Montrer la suite (${rest})`}
              items={differences.map(({ cle, libelle, avant, apres }) => ({
                key: cle,
                content: (
                  <>
                    {libelle}
                    <div className={styles.small}>
                      {repriseTexts.here} {apres ?? repriseTexts.nothing} · {repriseTexts.received}{" "}
                      {avant ?? repriseTexts.nothing}
                    </div>
                  </>
                ),
              }))}
            />
          </div>
          <p>{repriseTexts.differsWhy}</p>
        </section>
      )}
      <h3 className={styles.title}>{repriseTexts.toTake}</h3>
      {prises.length === 0 ? (
        <p>{repriseTexts.nothingToTake}</p>
      ) : (
        <div className={styles.list}>
          <LongList
            moreLabel={(rest) => `Montrer la suite (${rest})`}
            items={prises.map((one, at) => ({
              key: `${one.id} ${at}`,
              content: (
                <>
                  <strong>{nommerParole(one)}</strong> · {one.libelle}
                  {one.ailleurs && `, ${repriseTexts.elsewhere}`}
                  <Words parole={one} />
                </>
              ),
            }))}
          />
        </div>
      )}
      {laissees.length > 0 && (
        <>
          <h3 className={styles.title}>{repriseTexts.leftAside}</h3>
          <div className={styles.list}>
            <ul>
              {laissees.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
        </>
      )}
      {conflits.map((conflit) => (
        <Conflict
          key={conflit.id}
          conflit={conflit}
          dernier={choix[conflit.id] ?? "recu"}
          onChoose={(dernier) => chooseLast(session, conflit.id, dernier)}
        />
      ))}
      <div className={styles.buttons}>
        {prises.length > 0 && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void takeBack(session)}>
            {repriseTexts.take}
          </Button>
        )}
        <Button onClick={() => repriseOf(session).set({ shown: null })}>{repriseTexts.giveUp}</Button>
      </div>
    </>
  );
}

function Words({ parole: { texte, signature } }: { readonly parole: ParoleMontree }) {
  const styles = useStyles();
  return (
    <>
      {texte !== "" && <div>« {texte} »</div>}
      {signature !== "" && <div className={styles.small}>{signature}</div>}
    </>
  );
}

interface ConflictProps {
  readonly conflit: ConflitMontre;
  readonly dernier: Dernier;
  readonly onChoose: (dernier: Dernier) => void;
}

function Conflict({ conflit: { libelle, kind, ici, recu }, dernier, onChoose }: ConflictProps) {
  const styles = useStyles();
  const title = repriseTexts.conflict(libelle, kind);
  const sides = [
    [repriseTexts.here, ici],
    [repriseTexts.received, recu],
  ] as const;
  return (
    <section className={styles.stack}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.two}>
        {sides.map(([side, parole]) => (
          <div key={side} className={styles.side}>
            <strong>{side}</strong> · {nommerParole(parole)}
            <Words parole={parole} />
          </div>
        ))}
      </div>
      <RadioGroup
        aria-label={title}
        value={dernier}
        onChange={(_, { value }) => onChoose(value === "ici" ? "ici" : "recu")}
      >
        <Radio className={styles.radio} value="recu" label={repriseTexts.last(recu.par, repriseTexts.received)} />
        <Radio className={styles.radio} value="ici" label={repriseTexts.last(ici.par, repriseTexts.here)} />
      </RadioGroup>
      <p className={styles.small}>{repriseTexts.kept}</p>
    </section>
  );
}
