import { splitProps } from 'solid-js';
import { Button, type ButtonProps } from './Button.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** what the button does, in the current language: its name and its tooltip */
  label: string;
  /** key that does the same, shown in the tooltip */
  shortcut?: string;
}

/** A button that is only an icon; its label is read out and shown on hover and focus. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'shortcut', 'class', 'variant']);
  return (
    <Tooltip text={own.label} {...(own.shortcut ? { shortcut: own.shortcut } : {})}>
      <Button
        {...rest}
        variant={own.variant ?? 'ghost'}
        class={`icon-button ${own.class ?? ''}`}
        aria-label={own.label}
      />
    </Tooltip>
  );
}
