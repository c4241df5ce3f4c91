import type { ImportPreview } from '@dealwright/api/contract';
import { For } from 'solid-js';
import { formatNumber, t } from '../../i18n/index.ts';
import { Badge, Panel, scrollByKeyboard } from '../../ui/index.ts';
import { importTexts as texts } from './texts.ts';

const KINDS = {
  pipeline: texts.kindPipeline,
  accounts: texts.kindAccounts,
  products: texts.kindProducts,
  teams: texts.kindTeams,
  ignored: texts.kindIgnored,
} as const;

/** What each uploaded file was taken for. */
export function FilesPanel(props: { files: ImportPreview['files'] }) {
  return (
    <Panel title={t(texts.files)}>
      <div class="table-scroll" ref={scrollByKeyboard}>
        <table class="table">
          <thead>
            <tr>
              <th>{t(texts.file)}</th>
              <th>{t(texts.kind)}</th>
              <th class="table__num">{t(texts.rows)}</th>
              <th>{t(texts.encoding)}</th>
              <th>{t(texts.columns)}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.files}>
              {(file) => (
                <tr>
                  <td>{file.name}</td>
                  <td>
                    <Badge tone={file.kind === 'ignored' ? 'neutral' : 'accent'}>{t(KINDS[file.kind])}</Badge>
                  </td>
                  <td class="table__num">{formatNumber(file.rows)}</td>
                  <td>{file.encoding}</td>
                  <td class="muted import__columns">{file.columns.join(', ')}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
