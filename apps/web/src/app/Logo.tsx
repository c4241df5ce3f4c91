/** The product's mark and name; the name is the same in both languages. */
export function Logo() {
  return (
    <span class="logo">
      <svg class="logo__mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--accent)" />
        <path
          d="M8 21.5h6.5L21 11"
          fill="none"
          stroke="var(--on-accent)"
          stroke-width="2.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
        <circle cx="8" cy="21.5" r="3" fill="var(--on-accent)" />
        <path d="m23 5.5 3.8 3.8L23 13.100l-3.800-3.800z" fill="var(--on-accent)" />
      </svg>
      <span class="logo__name" translate="no">
        {PRODUCT}
      </span>
    </span>
  );
}

const PRODUCT = 'Dealwright';
