import { openBpmnEngine } from './bpmnEngine.ts';
import { openBpmnServer } from './bpmnServer.ts';
import { openDealwright } from './dealwright.ts';
import type { EngineName, Measured, ToMeasure } from './startEngine.ts';
import type { MeasuredEngine } from './MeasuredEngine.ts';

// One engine in a process of its own: what one leaves behind (handlers, timers, garbage) does not touch the others.
// The engine's name is the argument; each message asks for a round.

const OPEN: Readonly<Record<EngineName, () => MeasuredEngine | Promise<MeasuredEngine>>> = {
  dealwright: openDealwright,
  'bpmn-engine': openBpmnEngine,
  'bpmn-server': openBpmnServer,
};

const engine = await OPEN[process.argv[2] as EngineName]();
process.on('message', (message) => void answer(message as ToMeasure));
// what an engine leaves running must not outlive who asked
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer({ model, milliseconds }: ToMeasure): Promise<void> {
  const from = performance.now();
  const before = process.cpuUsage();
  let instances = 0;
  try {
    do {
      await engine.run(model, engine.batch);
      instances += engine.batch;
    } while (performance.now() - from < milliseconds);
    const { user, system } = process.cpuUsage(before);
    process.send?.({ instancesPerSecond: (instances * 1_000_000) / (user + system) } satisfies Measured);
  } catch (error) {
    process.send?.({ error: String(error) } satisfies Measured);
  }
}
