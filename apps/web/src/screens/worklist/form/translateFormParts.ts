import { defineTexts } from '../../../i18n/defineTexts.ts';
import { language, t } from '../../../i18n/index.ts';

/** Words that the form library puts on screen itself, in English only. */
const texts = defineTexts({
  Select: { en: 'Select', zh: '请选择' },
  Search: { en: 'Search', zh: '搜索' },
  'No results': { en: 'No results', zh: '无匹配结果' },
  'All values selected': { en: 'All values selected', zh: '已全部选择' },
  Browse: { en: 'Browse', zh: '选择文件' },
  'No files selected': { en: 'No files selected', zh: '未选择文件' },
  'Nothing to show.': { en: 'Nothing to show.', zh: '暂无内容' },
  'Add new': { en: 'Add new', zh: '新增' },
  Month: { en: 'Month', zh: '月' },
  Year: { en: 'Year', zh: '年' },
  Increment: { en: 'Increment', zh: '增加' },
  Decrement: { en: 'Decrement', zh: '减少' },
  'mm/dd/yyyy': { en: 'mm/dd/yyyy', zh: '月/日/年' },
  'yyyy/mm/dd': { en: 'yyyy/mm/dd', zh: '年/月/日' },
});
const WHERE = '.fjs-select-display, .fjs-dropdownlist-empty, .fjs-button, .fjs-filepicker-container, .fjs-table';

/** Puts the library's own words into the current language, now and whenever it draws anew; returns the way to stop. */
export function translateFormParts(root: HTMLElement): () => void {
  const translate = () => {
    if (language() === 'en') return;
    for (const element of root.querySelectorAll<HTMLElement>(WHERE)) {
      const word = element.childElementCount === 0 ? element.textContent : null;
      const text = word === null ? undefined : texts[word as keyof typeof texts];
      if (text && element.firstChild) element.firstChild.nodeValue = t(text);
    }
    for (const input of root.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      const text = texts[input.placeholder as keyof typeof texts];
      if (text) input.placeholder = t(text);
    }
    for (const element of root.querySelectorAll('[aria-label]')) {
      const text = texts[element.getAttribute('aria-label') as keyof typeof texts];
      if (text) element.setAttribute('aria-label', t(text));
    }
  };
  const observer = new MutationObserver(translate);
  observer.observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['placeholder', 'aria-label'],
  });
  return () => observer.disconnect();
}
