import type { ModelDetail } from '@dealwright/api/contract';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import Table from 'lucide-solid/icons/table-2';
import FileDown from 'lucide-solid/icons/file-down';
import FileUp from 'lucide-solid/icons/file-up';
import Image from 'lucide-solid/icons/image';
import type { JSX } from 'solid-js';
import { api, problemOf } from '../../../api/index.ts';
import { withPrintColors } from '../../../diagram/rendererColors.ts';
import { language, t } from '../../../i18n/index.ts';
import { Menu, MenuItem, toast, toastError } from '../../../ui/index.ts';
import type { DesignerModeler } from '../bpmn/Services.ts';
import { useDecisions } from '../decisions/createDecisions.ts';
import { decisionTexts } from '../decisions/texts.ts';
import type { Draft } from '../draft/createDraft.ts';
import { refusalOf } from '../../models/refusalOf.ts';
import { modelsTexts } from '../../models/texts.ts';
import { designerTexts as texts } from '../texts.ts';
import { download, fileName } from '../../../files/download.ts';
import { putIntoDraft } from './putIntoDraft.ts';

/** Import and export of the drawing, and the decisions that go with it. */
export function FileMenu(props: { model: ModelDetail; modeler: DesignerModeler; draft: Draft }): JSX.Element {
  let input!: HTMLInputElement;
  const decisions = useDecisions();
  const put = async (xml: string) => {
    await putIntoDraft(props.modeler, xml, props.model.processId);
    props.modeler.get('eventBus').fire('elements.changed', { elements: [] });
    props.draft.keeper.changed();
  };
  const importFile = async (file: File) => {
    const before = await props.draft.write();
    const xml = await file.text();
    try {
      await put(xml);
      toast({
        text: t(texts.imported),
        tone: 'good',
        action: { label: t(texts.undoImport), onPress: () => void put(before).catch(toastError) },
      });
    } catch (error) {
      toast({ text: t(texts.importFailed, { reason: await reasonOf(xml, error) }), tone: 'bad' });
    }
  };
  const exportBpmn = async () =>
    download(fileName(props.model.name, 'bpmn'), await props.draft.write(), 'application/xml');
  const exportSvg = async () => {
    const { svg } = await props.modeler.saveSVG();
    download(fileName(props.model.name, 'svg'), withPrintColors(svg), 'image/svg+xml');
  };
  return (
    <>
      <Menu
        trigger={
          <>
            {t(texts.more)} <ChevronDown aria-hidden="true" />
          </>
        }
        placement="bottom-end"
      >
        <MenuItem icon={<FileUp />} onSelect={() => input.click()}>
          {t(texts.importFile)}
        </MenuItem>
        <MenuItem icon={<FileDown />} onSelect={() => void exportBpmn().catch(toastError)}>
          {t(texts.exportBpmn)}
        </MenuItem>
        <MenuItem icon={<Image />} onSelect={() => void exportSvg().catch(toastError)}>
          {t(texts.exportSvg)}
        </MenuItem>
        <MenuItem icon={<Table />} onSelect={() => decisions.setManaging(true)}>
          {t(decisionTexts.menu)}
        </MenuItem>
      </Menu>
      <input
        ref={(element) => (input = element)}
        type="file"
        accept=".bpmn,.xml,application/xml"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t(texts.importFile)}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void importFile(file).catch(toastError);
        }}
      />
    </>
  );
}

/** The server's validator names the line; the drawing's own parser is asked only when the server cannot say. */
async function reasonOf(xml: string, error: unknown): Promise<string> {
  try {
    const problems = await api.model.validate.mutate({ xml });
    const worst = problems.find((problem) => problem.severity === 'error');
    if (worst)
      return `${worst.message[language()]}${worst.line === null ? '' : ` (${t(modelsTexts.atLine, { line: worst.line })})`}`;
  } catch (refused) {
    if (problemOf(refused)) return refusalOf(refused);
    // Not reachable: the parser's word has to do.
  }
  return error instanceof Error ? error.message : String(error);
}
