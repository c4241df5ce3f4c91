import type { ConnectorDefinition } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import { AttemptFailed, BpmnError, type Connector, JobFault } from '@dealwright/runtime';
import { DealwrightError, type EntityManager, type Message } from '@dealwright/store';
import { createRedactor } from './createRedactor.ts';
import type { Secrets } from './createSecrets.ts';
import { mapTexts } from '../mapTexts.ts';
import { fillIn, secretNames } from './secretNames.ts';

/** A connector whose inputs may hold secrets. `redact` blacks their values out, in an answer before it is cut short. */
export type SecretiveConnector = (
  request: Parameters<Connector>[0],
  redact: (text: string) => string,
) => Promise<JsonObject>;

/**
 * Lets a connector's inputs name secrets as `{{secret.NAME}}`. They are looked up when it runs, so that a job, its
 * history and an incident hold the name alone; the values are blacked out in what it answers and in what it throws.
 *
 * A name counts only in the input whose expression in the drawing says it. One that comes with the data (a rep types it
 * into a form, a customer into a letter) stays the text that it is: else whoever fills in a form could have secrets
 * sent to any place that the form's values go to.
 */
export function withSecrets(connector: SecretiveConnector, secrets: Secrets, em: () => EntityManager): Connector {
  return async (request, drawn) => {
    const named = namesByInput(drawn);
    const values = await looked(secrets, em(), new Set([...named.values()].flatMap((names) => [...names])));
    const input: JsonObject = Object.fromEntries(
      Object.entries(request.input).map(([name, value]) => {
        const mine = new Map([...values].filter(([secret]) => named.get(name)?.has(secret)));
        return [name, mine.size === 0 ? value : mapTexts(value, (text) => fillIn(text, mine))];
      }),
    );
    const redact = createRedactor(values.values());
    try {
      return mapTexts(await connector({ ...request, input }, redact), redact) as JsonObject;
    } catch (error) {
      throw redacted(error, redact);
    }
  };
}

function namesByInput({ inputs }: ConnectorDefinition): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(inputs.map(({ name, value }) => [name, secretNames(value)]));
}

/** A secret that is not there is no matter of trying again. */
async function looked(
  secrets: Secrets,
  em: EntityManager,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  try {
    return await secrets.values(em, names);
  } catch (error) {
    if (error instanceof DealwrightError && error.code.startsWith('secret-')) {
      throw new JobFault(error.code, error.messages);
    }
    throw error;
  }
}

/** The same error with the values blacked out; a stack or a cause, which may repeat them, is left behind. */
function redacted(error: unknown, redact: (text: string) => string): Error {
  const both = ({ en, zh }: Message): Message => ({ en: redact(en), zh: redact(zh) });
  if (error instanceof BpmnError) return new BpmnError(error.code, redact(error.message));
  if (error instanceof JobFault) return new JobFault(error.code, both(error.text));
  if (error instanceof AttemptFailed) return new AttemptFailed(error.code, both(error.text), error.afterMs);
  if (error instanceof DealwrightError) return new DealwrightError(error.code, both(error.messages));
  return new Error(redact(error instanceof Error ? error.message : String(error)));
}
