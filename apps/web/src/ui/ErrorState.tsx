import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { messageOf } from '../api/ApiProblem.ts';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { uiTexts as texts } from './texts.ts';

/** What went wrong, in words, and a way to try again. */
export function ErrorState(props: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={t(texts.failed)}
        text={messageOf(props.error)}
        action={<Button onClick={() => props.onRetry()}>{t(texts.retry)}</Button>}
      />
    </div>
  );
}
