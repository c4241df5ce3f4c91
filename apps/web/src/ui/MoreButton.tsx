import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { uiTexts } from './texts.ts';

/** Fetches the next page of a list; of what is told newest first, the next page is the earlier one. */
export function MoreButton(props: {
  list: { readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };
  newestFirst?: boolean;
}) {
  return (
    <Button size="sm" busy={props.list.isFetchingNextPage} onClick={() => void props.list.fetchNextPage()}>
      {t(props.newestFirst ? uiTexts.showEarlier : uiTexts.loadMore)}
    </Button>
  );
}
