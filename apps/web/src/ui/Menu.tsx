import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { type JSX, Show } from 'solid-js';
import { Kbd } from './Kbd.tsx';
import './Menu.css';

/** A menu that opens from a button; arrow keys, type-ahead and Escape work. */
export function Menu(props: {
  /** what the button shows */
  trigger: JSX.Element;
  /** the button's accessible name, where the trigger is only an icon */
  label?: string;
  triggerClass?: string;
  placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'right-end';
  children: JSX.Element;
}) {
  return (
    <DropdownMenu placement={props.placement ?? 'bottom-start'} gutter={4}>
      <DropdownMenu.Trigger class={props.triggerClass ?? 'button button--ghost button--md'} aria-label={props.label}>
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">{props.children}</DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

/** One action of a menu. */
export function MenuItem(props: {
  onSelect: () => void;
  icon?: JSX.Element;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  children: JSX.Element;
}) {
  return (
    <DropdownMenu.Item
      class={`menu__item ${props.danger ? 'menu__item--danger' : ''}`}
      disabled={props.disabled ?? false}
      onSelect={() => props.onSelect()}
      onKeyDown={(event: KeyboardEvent) => {
        // else the same Enter presses what the choice has opened and given the focus
        if (event.key === 'Enter') event.preventDefault();
      }}
    >
      <span class="menu__icon">{props.icon}</span>
      <span class="menu__text">{props.children}</span>
      <Show when={props.shortcut}>{(key) => <Kbd>{key()}</Kbd>}</Show>
    </DropdownMenu.Item>
  );
}

/** A choice of one among several inside a menu. */
export function MenuChoice<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <DropdownMenu.Group>
      <DropdownMenu.GroupLabel class="menu__heading">{props.label}</DropdownMenu.GroupLabel>
      <DropdownMenu.RadioGroup value={props.value} onChange={(value) => props.onChange(value)}>
        {props.options.map((option) => (
          <DropdownMenu.RadioItem class="menu__item" value={option.value} closeOnSelect={false}>
            <span class="menu__icon">
              <DropdownMenu.ItemIndicator>
                <span class="menu__tick" />
              </DropdownMenu.ItemIndicator>
            </span>
            <span class="menu__text">{option.label}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </DropdownMenu.Group>
  );
}

/** A line between groups of a menu. */
export function MenuSeparator() {
  return <DropdownMenu.Separator class="menu__line" />;
}
