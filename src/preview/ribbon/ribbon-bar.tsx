// The add-in's part of Excel's ribbon.
import type { ReactElement } from "react";
import { isMenu, type Ribbon, type RibbonButton } from "./read-manifest";
import { RibbonMenuButton } from "./ribbon-menu";

interface RibbonBarProps {
  readonly ribbon: Ribbon;
  readonly onButton: (button: RibbonButton) => void;
}

export function RibbonBar({ ribbon, onButton }: RibbonBarProps): ReactElement {
  return (
    <section className="ribbon" aria-label="Ruban">
      <span className="ribbon-tab">{ribbon.tab}</span>
      <div className="ribbon-groups">
        {ribbon.groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.label} className="ribbon-group">
            <div className="ribbon-buttons">
              {group.controls.map((control) =>
                isMenu(control) ? (
                  <RibbonMenuButton key={control.id} menu={control} onButton={onButton} />
                ) : (
                  <CommandButton key={control.id} button={control} onButton={onButton} />
                ),
              )}
            </div>
            <span aria-hidden="true" className="ribbon-group-label">
              {group.label}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}

interface CommandButtonProps extends Pick<RibbonBarProps, "onButton"> {
  readonly button: RibbonButton;
}

function CommandButton({ button, onButton }: CommandButtonProps): ReactElement {
  const tooltip = `tooltip-${button.id}`;
  return (
    <span className="ribbon-button">
      <button
        type="button"
        aria-describedby={tooltip}
        onClick={() => {
          onButton(button);
        }}
      >
        <img src={button.icon} alt="" width="32" height="32" />
        {button.label}
      </button>
      <span role="tooltip" id={tooltip} className="tooltip">
        <strong>{button.tooltipTitle}</strong>
        {button.tooltip}
      </span>
    </span>
  );
}
