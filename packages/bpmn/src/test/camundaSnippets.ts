import { bpmn } from './sampleModel.ts';

// Pieces of Camunda 7's files that several tests put together.
export const file = (content: string, root = '') =>
  bpmn(content, { root, namespaces: 'xmlns:c7="http://camunda.org/schema/1.0/bpmn"' });
/** An element with the id "a", of a type, with attributes and extension elements. */
export const at = (type: string, attributes: string, extensions = '', inside = '') =>
  `<bpmn:${type} id="a" ${attributes}>${extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`}${inside}</bpmn:${type}>`;
export const user = (attributes: string, extensions = '') => at('userTask', attributes, extensions);
export const service = (attributes: string, extensions = '', inside = '') =>
  at('serviceTask', attributes, extensions, inside);
export const io = (inside: string) => `<c7:inputOutput>${inside}</c7:inputOutput>`;
export const input = (inside: string) => io(`<c7:inputParameter name="x">${inside}</c7:inputParameter>`);
export const field = (attributes: string, inside = '') =>
  user('', `<c7:formData><c7:formField id="f" ${attributes}>${inside}</c7:formField></c7:formData>`);
export const loop = (attributes: string, inside = '') =>
  user('').replace(
    '></',
    `><bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics></`,
  );
export const person = (value: string) => ({ business: { assignment: { rule: 'person', value, approve: 'any' } } });
export const topic = 'c7:type="external" c7:topic="mail"';
export const connector = (parts: object) => ({
  business: { connector: { type: 'mail', retries: 3, backoff: 'PT1M', ...parts } },
});
export const component = (parts: object) => ({
  business: { form: { type: 'default', components: [{ key: 'f', ...parts }] } },
});
