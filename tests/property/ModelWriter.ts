interface Element {
  readonly tag: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
  readonly scope: string | null;
}

interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition: string | null;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Puts a process together and writes it as BPMN. Ids are given in order: the same calls give the same file. */
export class ModelWriter {
  readonly #elements: Element[] = [];
  readonly #flows: Flow[] = [];
  readonly #defaults = new Map<string, string>();
  readonly #associations: (readonly [from: string, to: string, scope: string | null])[] = [];
  readonly #variables: Record<string, boolean | number> = {};
  #count = 0;

  /** How many elements there are: nodes and flows. */
  get size(): number {
    return this.#elements.length + this.#flows.length;
  }

  /** What an instance is to be started with. */
  get variables(): Readonly<Record<string, boolean | number>> {
    return this.#variables;
  }

  /** A name that nothing else has. */
  name(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  /** A variable of the process with a first value. */
  variable(prefix: string, value: boolean | number): string {
    const name = this.name(prefix);
    this.#variables[name] = value;
    return name;
  }

  /** Adds a flow node; returns its id. */
  node(tag: string, scope: string | null, inner = '', attributes: Readonly<Record<string, string>> = {}): string {
    const id = this.name(tag.slice(0, 3));
    this.#elements.push({ tag, id, attributes, inner, scope });
    return id;
  }

  flow(from: string, to: string, condition: string | null = null): void {
    this.#flows.push({ id: this.name('f'), from, to, condition });
  }

  /** Joins nodes one after another. */
  chain(...ids: readonly string[]): void {
    for (let at = 1; at < ids.length; at++) this.flow(ids[at - 1] ?? '', ids[at] ?? '');
  }

  defaultFlow(from: string, to: string): void {
    this.flow(from, to);
    this.#defaults.set(from, this.#flows.at(-1)?.id ?? '');
  }

  associate(from: string, to: string, scope: string | null): void {
    this.#associations.push([from, to, scope]);
  }

  xml(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="urn:random">
<bpmn:message id="message_m" name="m" /><bpmn:signal id="signal_s" name="s" />
<bpmn:error id="error_e" name="E" errorCode="E" /><bpmn:escalation id="escalation_x" name="X" escalationCode="X" />
<bpmn:process id="p" name="random" isExecutable="true">
${this.#inside(null)}
</bpmn:process>
</bpmn:definitions>`;
  }

  #inside(scope: string | null): string {
    const elements = this.#elements.filter((element) => element.scope === scope);
    const ids = new Set(elements.map(({ id }) => id));
    return [
      ...elements.map((element) => this.#write(element)),
      ...this.#flows.filter(({ from }) => ids.has(from)).map(writeFlow),
      ...this.#associations
        .filter(([, , where]) => where === scope)
        .map(
          ([from, to], at) =>
            `<bpmn:association id="a_${from}_${at}" associationDirection="One" sourceRef="${from}" targetRef="${to}" />`,
        ),
    ].join('\n');
  }

  #write({ tag, id, attributes, inner }: Element): string {
    const fallback = this.#defaults.get(id);
    const all = { id, ...attributes, ...(fallback === undefined ? {} : { default: fallback }) };
    const written = Object.entries(all).map(([name, value]) => `${name}="${escape(value)}"`);
    return `<bpmn:${tag} ${written.join(' ')}>${inner}${this.#inside(id)}</bpmn:${tag}>`;
  }
}

function writeFlow({ id, from, to, condition }: Flow): string {
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
    condition === null ? '' : expression('conditionExpression', condition)
  }</bpmn:sequenceFlow>`;
}

/** A formal expression in an element of this name. */
export function expression(tag: string, text: string): string {
  return `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${escape(text)}</bpmn:${tag}>`;
}
