import './Spinner.css';

/** A small turning ring; what it waits for is said beside it. */
export function Spinner() {
  return <span class="spinner" aria-hidden="true" />;
}
