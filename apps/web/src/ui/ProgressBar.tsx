import './ProgressBar.css';

/** How far something is, from 0 to 1. */
export function ProgressBar(props: { value: number; label: string }) {
  const percent = () => Math.round(Math.min(1, Math.max(0, props.value)) * 100);
  return (
    <div
      class="progress-bar"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent()}
    >
      <div class="progress-bar__fill" style={{ width: `${percent()}%` }} />
    </div>
  );
}
