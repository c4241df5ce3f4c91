import type { Text } from '../../../i18n/index.ts';
import { connectorTexts as texts } from './connectorTexts.ts';

/** A box of a connector's form: one input. */
export type ConnectorField =
  | { readonly kind: 'text'; readonly name: string; readonly label: Text }
  | {
      readonly kind: 'expression';
      readonly name: string;
      readonly label: Text;
      readonly hint?: Text;
      readonly example?: string;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: Text;
      /** what none chosen means */
      readonly absent: Text;
      readonly options: readonly { readonly value: string; readonly label: Text | string }[];
    };

export interface ConnectorForm {
  readonly label: Text;
  readonly fields: readonly ConnectorField[];
  /** names of what the result has */
  readonly result: readonly string[];
}

const text = (name: string, label: Text): ConnectorField => ({ kind: 'text', name, label });
const context = (name: string, label: Text, example: string, hint: Text = texts.contextHint): ConnectorField => ({
  kind: 'expression',
  name,
  label,
  hint,
  example,
});

/** What this server's service tasks can do, and what each is told; `packages/connectors` does it. */
export const CONNECTOR_FORMS: Readonly<Record<string, ConnectorForm>> = {
  http: {
    label: texts.http,
    fields: [
      {
        kind: 'choice',
        name: 'method',
        label: texts.method,
        absent: texts.methodDefault,
        options: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((value) => ({ value, label: value })),
      },
      text('url', texts.url),
      context('query', texts.query, '{page: 1}'),
      context('headers', texts.headers, '{authorization: "Bearer {{secret.CRM_TOKEN}}"}'),
      { kind: 'expression', name: 'body', label: texts.body, hint: texts.bodyHint },
      { kind: 'expression', name: 'timeout', label: texts.timeout },
      context('errors', texts.errors, '{"404": "UNKNOWN"}', texts.errorsHint),
    ],
    result: ['status', 'headers', 'body'],
  },
  email: {
    label: texts.email,
    fields: [
      text('to', texts.to),
      text('cc', texts.cc),
      text('replyTo', texts.replyTo),
      text('subject', texts.subject),
      text('text', texts.text),
      text('html', texts.html),
    ],
    result: ['messageId', 'accepted', 'rejected'],
  },
  record: {
    label: texts.record,
    fields: [
      {
        kind: 'choice',
        name: 'operation',
        label: texts.operation,
        absent: texts.save,
        options: [
          { value: 'replace', label: texts.replace },
          { value: 'read', label: texts.read },
          { value: 'delete', label: texts.delete },
        ],
      },
      text('collection', texts.collection),
      text('key', texts.key),
      context('data', texts.data, '{amount: deal_value}'),
    ],
    result: ['found', 'data', 'revision'],
  },
  notify: { label: texts.notify, fields: [text('to', texts.notifyTo), text('message', texts.message)], result: [] },
  log: { label: texts.log, fields: [], result: [] },
};
