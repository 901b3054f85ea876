// What the variant makes of the contract, beside the amounts: envelope, axes, what would break with what mends it, what is to be justified.
import { Button, mergeClasses } from "@fluentui/react-components";
import { ecrireMontant } from "../../../core/preparation/changements";
import { formatEcart } from "../../../core/reports/avenant/a-justifier";
import { direReference } from "../../../core/reports/avenant/note";
import type { Proposition } from "../../../core/reports/avenant/proposition";
import type { TableauDeLAvenant } from "../../../core/reports/avenant/tableau";
import { addMontants, ZERO } from "../../../core/domain/values/montant";
import type { Variante } from "../../../core/domain/variante";
import { shortAmount } from "./short-amount";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface ConsequencesProps {
  readonly tableau: TableauDeLAvenant;
  readonly variante: Variante;
  readonly proposition: Proposition;
  readonly onChange: (variante: Variante) => void;
}

/** How much of the envelope is taken, in the colour that the words beside it say. */
export function EnvelopeMeter({ tableau, proposition }: Pick<ConsequencesProps, "tableau" | "proposition">) {
  const styles = useAvenirStyles();
  const { enveloppe, total } = proposition;
  const { credits, reste } = enveloppe;
  const taken = total.apres.etat;
  const width = credits === 0 ? 0 : Math.min(100, (taken / credits) * 100);
  return (
    <div className={styles.part} style={{ rowGap: "4px" }}>
      <div className={styles.actions} style={{ justifyContent: "space-between" }}>
        <span className={styles.small}>
          {avenirTexts.envelope(tableau.annee)} : {avenirTexts.envelopeOf(taken, credits)}
        </span>
        <b className={mergeClasses(styles.small, reste < 0 && styles.bad)}>{avenirTexts.rest(reste)}</b>
      </div>
      <div aria-hidden="true" className={styles.meter}>
        <div className={mergeClasses(styles.taken, reste < 0 && styles.beyond)} style={{ width: `${width}%` }} />
      </div>
    </div>
  );
}

function Axes({ proposition }: Pick<ConsequencesProps, "proposition">) {
  const styles = useAvenirStyles();
  return (
    <table className={styles.table}>
      <caption style={{ textAlign: "left" }} className={styles.subtitle}>
        {avenirTexts.byAxe}
      </caption>
      <tbody>
        {proposition.axes.map(({ numero, intitule, avant, apres }) => (
          <tr key={numero}>
            <th scope="row" title={intitule}>
              Axe {numero}
            </th>
            <td className={styles.figure}>
              <b>{shortAmount(apres)}</b>{" "}
              <span className={styles.quiet}>
                {avant === apres ? avenirTexts.unchanged : formatEcart(avant, apres)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Broken({ tableau, variante, proposition, onChange }: ConsequencesProps) {
  const styles = useAvenirStyles();
  const { rompus, erreurs } = proposition;
  if (erreurs.length > 0) {
    return (
      <div className={mergeClasses(styles.box, styles.broken)}>
        <b>{avenirTexts.unreadable}</b>
        {erreurs.map((erreur) => (
          <p key={erreur}>{erreur}</p>
        ))}
      </div>
    );
  }
  return (
    <div className={mergeClasses(styles.box, rompus.length > 0 && styles.broken)}>
      <b>{avenirTexts.toSettle(rompus.length)}</b>
      {rompus.length === 0 && <p className={styles.small}>{avenirTexts.holds}</p>}
      {rompus.map(({ phrase, action, remede }) => (
        <div key={phrase}>
          <p>{phrase}</p>
          {remede !== null && action !== null && (
            <Button
              size="small"
              onClick={() => onChange(ecrireMontant(variante, tableau, action, "collectivite", shortAmount(remede)))}
            >
              {avenirTexts.write(remede)}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

/** `isShort` where the envelope and what would break stand above already. */
export function Consequences({ isShort = false, ...props }: ConsequencesProps & { readonly isShort?: boolean }) {
  const styles = useAvenirStyles();
  const { tableau, proposition } = props;
  const { annees, aJustifier } = proposition;
  const sum = (part: "etat" | "collectivite") => addMontants(ZERO, ...annees.map(({ apres }) => apres[part]));
  const [debut = 0, fin = 0] = [annees[0]?.annee, annees.at(-1)?.annee];
  return (
    <div className={styles.part}>
      {!isShort && (
        <>
          <EnvelopeMeter tableau={tableau} proposition={proposition} />
          <Broken {...props} />
        </>
      )}
      <Axes proposition={proposition} />
      {aJustifier.length > 0 && (
        <div className={styles.box}>
          <b>{avenirTexts.toJustify}</b>
          <ul className={mergeClasses(styles.list, styles.small)}>
            {aJustifier.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={mergeClasses(styles.small, styles.quiet)}>
        {avenirTexts.years(debut, fin, sum("etat"), sum("collectivite"), tableau.localParty)} {direReference(tableau)}
      </p>
    </div>
  );
}
