import { render } from 'solid-js/web';
import { App } from './app/App.tsx';
import { applyLanguage } from './i18n/index.ts';
import { startTheme } from './session/index.ts';
import { speakValidation } from './validation/speakValidation.ts';

startTheme();
applyLanguage();
speakValidation(document);
const root = document.getElementById('app');
if (root) render(() => <App />, root);
