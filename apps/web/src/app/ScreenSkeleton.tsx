import { t } from '../i18n/index.ts';
import { SkeletonRows, uiTexts } from '../ui/index.ts';

/** The place of a screen whose code is still on its way. */
export function ScreenSkeleton() {
  return (
    <div role="status" aria-label={t(uiTexts.loading)}>
      <SkeletonRows rows={8} />
    </div>
  );
}
