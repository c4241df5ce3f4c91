import { A } from '@solidjs/router';
import Compass from 'lucide-solid/icons/compass';
import { t } from '../i18n/index.ts';
import { EmptyState } from '../ui/index.ts';
import { appTexts as texts } from './texts.ts';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState
      icon={<Compass />}
      title={t(texts.notFound)}
      text={t(texts.notFoundText)}
      action={
        <A class="button button--primary button--md" href="/">
          {t(texts.toStart)}
        </A>
      }
    />
  );
}
